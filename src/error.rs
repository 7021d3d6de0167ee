//! What is wrong with a body, and where.

use std::{fmt, str};

use crate::{
    Provider,
    json::{self, Kind, Located},
};

/// Why a body could not be read, and exactly where.
///
/// `Display` gives one line with provider, event, place and reason. Neither it nor `Debug` shows
/// anything of the body but names that the model knows, so an error may be logged.
///
/// ```
/// use chathooks::{ErrorKind, chatwoot};
///
/// let body = br#"{"id":1, "content":["Hi"], "event":"message_created"}"#;
/// let error = chatwoot::Webhook::parse(body).unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Shape);
/// assert_eq!(error.pointer(), "/content");
/// assert_eq!((error.line(), error.column()), (1, 20));
/// assert_eq!(
///     error.to_string(),
///     "chatwoot message_created: /content (line 1, column 20): \
///      invalid type: array, expected a string",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ParseError(Box<Inner>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Inner {
    provider: Option<Provider>,
    event: Option<&'static str>,
    kind: ErrorKind,
    located: Located,
}

/// What sort of mistake it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The body is not UTF-8.
    Encoding,
    /// The body is not JSON.
    Syntax,
    /// The body ends before the JSON does.
    Eof,
    /// The body does not fit the model of its event. It is read up to the mistake: what follows may
    /// be no JSON.
    Shape,
    /// The body has more array elements than are read: at most 65,536 that the model knows.
    Limit,
    /// The body does not tell which provider sent it, or that it was another one.
    Provider,
}

impl ErrorKind {
    /// The name in lower case, such as `shape`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Encoding => "encoding",
            Self::Syntax => "syntax",
            Self::Eof => "eof",
            Self::Shape => "shape",
            Self::Limit => "limit",
            Self::Provider => "provider",
        }
    }
}

impl ParseError {
    /// What sort of mistake it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The provider whose model was used; `None` if it was not known yet.
    #[must_use]
    pub fn provider(&self) -> Option<Provider> {
        self.0.provider
    }

    /// Name of the event, if it is one that the provider's model knows.
    #[must_use]
    pub fn event(&self) -> Option<&'static str> {
        self.0.event
    }

    /// JSON pointer (RFC 6901) to the value that does not fit, or to the object that lacks a
    /// member; empty for the whole body.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.0.located.pointer
    }

    /// Line of the place, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.0.located.position.line
    }

    /// Column of the place in characters, from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.0.located.position.column
    }

    /// Place in bytes, from 0; at most the length of the body.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.0.located.position.offset
    }

    /// What is wrong, without place.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.located.message
    }
}

impl ParseError {
    /// The text of a body. UTF-8 is checked once, here; a single byte order mark is skipped
    /// (RFC 8259, section 8.1).
    pub(crate) fn text_of(body: &[u8]) -> Result<&str, Self> {
        let skip_mark = |text| str::strip_prefix(text, '\u{feff}').unwrap_or(text);
        match str::from_utf8(body) {
            Ok(text) => Ok(skip_mark(text)),
            Err(error) => {
                let before = str::from_utf8(&body[..error.valid_up_to()]).unwrap_or_default();
                let text = skip_mark(before);
                let error = json::Error::new(Kind::Syntax, text.len(), "not UTF-8");
                let error = Self::new(ErrorKind::Encoding, error.locate(text));
                Err(error.after(before.len() - text.len()))
            }
        }
    }

    /// A body of another provider, or of one that is not certain.
    pub(crate) fn wrong_provider(error: json::Error, text: &str) -> Self {
        Self::new(ErrorKind::Provider, error.locate(text))
    }

    fn new(kind: ErrorKind, located: Located) -> Self {
        Self(Box::new(Inner { provider: None, event: None, kind, located }))
    }

    /// The same error, if the text starts so many bytes into the body.
    pub(crate) fn after(mut self, bytes: usize) -> Self {
        self.0.located.position.offset += bytes;
        self
    }

    pub(crate) fn of(mut self, provider: Provider, event: Option<&'static str>) -> Self {
        self.0.provider = Some(provider);
        self.0.event = event;
        self
    }
}

impl From<Located> for ParseError {
    fn from(located: Located) -> Self {
        let kind = match located.kind {
            Kind::Syntax => ErrorKind::Syntax,
            Kind::Eof => ErrorKind::Eof,
            Kind::Shape => ErrorKind::Shape,
            Kind::Limit => ErrorKind::Limit,
        };
        Self::new(kind, located)
    }
}

impl fmt::Display for Inner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(provider) = self.provider {
            write!(f, "{provider}")?;
            if let Some(event) = self.event {
                write!(f, " {event}")?;
            }
            f.write_str(": ")?;
        }
        self.located.fmt(f)
    }
}
