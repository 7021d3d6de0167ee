//! What is wrong with a body, and where.

use std::fmt;

use serde::de::IgnoredAny;
use serde_json::error::Category;

use crate::{
    Provider,
    wire::{
        place::Place,
        pointer,
        way::{Segment, Way},
    },
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
    pointer: String,
    place: Place,
    message: String,
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
        &self.0.pointer
    }

    /// Line of the place, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.0.place.line
    }

    /// Column of the place in characters, from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.0.place.column
    }

    /// Place in bytes, from 0; at most the length of the body.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.0.place.offset
    }

    /// What is wrong, without place.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }
}

impl ParseError {
    /// A mistake at the end of `way`.
    pub(crate) fn at(kind: ErrorKind, text: &str, way: &Way, message: String) -> Self {
        let (steps, found) = way.find(text);
        let offset = found.map_or(0, |found| match steps.last() {
            Some(Segment::Repeated(_)) => found.entry,
            _ => found.value,
        });
        Self::new(kind, Place::of(text, offset), pointer::of(&steps), message)
    }

    /// A mistake that serde_json found, below `way`.
    pub(crate) fn from_json(error: &serde_json::Error, text: &str, way: &Way) -> Self {
        let message = message(error);
        let kind = match error.classify() {
            // serde_json tells a number that is cut off from no other bad one.
            Category::Syntax
                if message == "invalid number" && text.ends_with(['-', '+', '.', 'e', 'E']) =>
            {
                ErrorKind::Eof
            }
            // To serde_json, a number that no double holds and half a surrogate pair are no JSON.
            Category::Syntax if is_json(text) => ErrorKind::Shape,
            Category::Syntax => ErrorKind::Syntax,
            Category::Eof => ErrorKind::Eof,
            Category::Data | Category::Io => ErrorKind::Shape,
        };
        if kind == ErrorKind::Shape {
            return Self::at(kind, text, way, message);
        }
        let offset = if kind == ErrorKind::Eof { text.len() } else { stopped_at(error, text) };
        Self::new(kind, Place::of(text, offset), pointer::of(&way.steps()), message)
    }

    /// A mistake in a part that was set aside.
    pub(crate) fn aside(error: &serde_json::Error, way: &[Segment], place: Place) -> Self {
        Self::new(ErrorKind::Shape, place, pointer::of(way), message(error))
    }

    pub(crate) fn not_utf8(body: &[u8], offset: usize) -> Self {
        let before = str::from_utf8(&body[..offset]).unwrap_or_default();
        let text = before.strip_prefix('\u{feff}').unwrap_or(before);
        let place = Place::of(text, text.len());
        Self::new(ErrorKind::Encoding, place, String::new(), "not UTF-8".to_owned())
            .behind(offset - text.len())
    }

    fn new(kind: ErrorKind, place: Place, pointer: String, message: String) -> Self {
        Self(Box::new(Inner { provider: None, event: None, kind, pointer, place, message }))
    }

    /// The text starts so many bytes into the body.
    pub(crate) fn behind(mut self, bytes: usize) -> Self {
        self.0.place.offset += bytes;
        self
    }

    pub(crate) fn of(mut self, provider: Provider, event: Option<&'static str>) -> Self {
        self.0.provider = Some(provider);
        self.0.event = event;
        self
    }
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// Where serde_json stopped: it counts lines from 1, and columns in bytes up to that one.
fn stopped_at(error: &serde_json::Error, text: &str) -> usize {
    let line = text.split_inclusive('\n').take(error.line() - 1).map(str::len).sum::<usize>();
    let offset = line + error.column().saturating_sub(1);
    (0..=offset).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

/// serde_json's message without its place, and without what the body holds.
fn message(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = without_place(&message).unwrap_or(&message);
    // "invalid type: string \"…\", expected a number": the body's own text goes.
    if message.starts_with("invalid ")
        && let Some((found, expected)) = expectation(message)
    {
        let found = found.split(['"', '`']).next().unwrap_or(found).trim_end();
        return match found {
            "invalid type: map" => format!("invalid type: object, expected {expected}"),
            "invalid type: sequence" => format!("invalid type: array, expected {expected}"),
            found => format!("{found}, expected {expected}"),
        };
    }
    message.to_owned()
}

/// What was found and what was expected. What the body holds stands in what was found.
// A comma is found faster than a text, as are the digits below.
fn expectation(message: &str) -> Option<(&str, &str)> {
    message.rmatch_indices(',').find_map(|(at, _)| {
        let (found, expected) = message.split_at(at);
        Some((found, expected.strip_prefix(", expected ")?))
    })
}

/// What stands before ` at line 1 column 2`.
fn without_place(message: &str) -> Option<&str> {
    let number = |text: &'_ str| text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let line = message[..number(message)].strip_suffix(" column ")?;
    line[..number(line)].strip_suffix(" at line ")
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
        if !self.pointer.is_empty() {
            write!(f, "{} ", self.pointer)?;
        }
        let Place { line, column, .. } = self.place;
        write!(f, "(line {line}, column {column}): {}", self.message)
    }
}
