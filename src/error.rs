//! The error of a body that cannot be parsed.

use std::{fmt, str};

use crate::{
    Provider,
    json::{self, Kind, Located},
};

/// The reason why a body could not be parsed, with its exact position.
///
/// `Display` prints one line with provider, event type, position and reason. Neither it nor `Debug`
/// shows anything of the body except names that the model knows, so an error may be logged.
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

/// The category of a [`ParseError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The body is not UTF-8.
    Encoding,
    /// The body is not JSON.
    Syntax,
    /// The body ends before its JSON value is complete.
    Eof,
    /// The body does not fit the model of its event. Only the part before the error was read; the
    /// rest may not be JSON.
    Shape,
    /// The body has more than 65,536 elements in arrays that the model knows.
    Limit,
    /// The body does not identify its provider, was sent by another one, or the provider's feature
    /// is off.
    Provider,
}

impl ErrorKind {
    /// Returns the name in lower case, such as `shape`.
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
    /// Returns the category of the error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the provider whose model was used; `None` if it was not known yet.
    #[must_use]
    pub fn provider(&self) -> Option<Provider> {
        self.0.provider
    }

    /// Returns the event type; `None` if it is missing, or if the model does not know it.
    #[must_use]
    pub fn event(&self) -> Option<&'static str> {
        self.0.event
    }

    /// Returns the JSON pointer (RFC 6901) to the value that does not fit, or to the object that
    /// lacks a member.
    ///
    /// Empty for the whole body.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.0.located.pointer
    }

    /// Returns the line of the error in the body, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.0.located.position.line
    }

    /// Returns the column of the error in its line, in characters and counted from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.0.located.position.column
    }

    /// Returns the offset of the error in the body, in bytes and counted from 0.
    ///
    /// It is at most the length of the body.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.0.located.position.offset
    }

    /// Returns what is wrong, without provider, event type and position.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.located.message
    }
}

impl ParseError {
    /// Checks that a body is UTF-8, and skips one byte order mark (RFC 8259, section 8.1).
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

    /// Creates the error of a body that another provider sent, or that identifies no provider.
    pub(crate) fn wrong_provider(error: json::Error, text: &str) -> Self {
        Self::new(ErrorKind::Provider, error.locate(text))
    }

    fn new(kind: ErrorKind, located: Located) -> Self {
        Self(Box::new(Inner { provider: None, event: None, kind, located }))
    }

    /// Moves the error by the number of bytes that are before the text in the body.
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
