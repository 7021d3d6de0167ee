//! The errors of reading JSON.

use std::{borrow::Cow, fmt};

use super::{
    pointer::{self, Segment},
    position::{Position, Positions},
};

/// An error with its offset and the path to the value.
///
/// The path is built while the error is returned: the reader of each member and element on the path
/// adds its [`Segment`].
#[derive(Debug, Clone)]
pub(crate) struct Error(Box<Inner>);

#[derive(Debug, Clone)]
struct Inner {
    kind: Kind,
    offset: usize,
    /// The innermost segment comes first.
    path: Vec<Segment>,
    message: Cow<'static, str>,
}

/// The category of an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The text is not JSON.
    Syntax,
    /// The text ends too early.
    Eof,
    /// The text is JSON up to here, but not what was expected.
    Shape,
    /// The text has more than the limit allows.
    Limit,
}

impl Error {
    #[cold]
    pub(crate) fn new(kind: Kind, offset: usize, message: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Inner { kind, offset, path: Vec::new(), message: message.into() }))
    }

    /// Adds the next segment of the path, starting with the innermost one.
    #[cold]
    pub(crate) fn within(mut self, segment: Segment) -> Self {
        self.add(segment);
        self
    }

    /// Like [`within`](Self::within), but by reference.
    pub(crate) fn add(&mut self, segment: Segment) {
        self.0.path.push(segment);
    }

    pub(crate) fn kind(&self) -> Kind {
        self.0.kind
    }

    /// Returns the JSON pointer to the value.
    pub(crate) fn pointer(&self) -> String {
        pointer::of(&self.0.path)
    }

    pub(crate) fn into_message(self) -> Cow<'static, str> {
        self.0.message
    }

    /// Adds line and column, which are found in the text.
    pub(crate) fn locate(self, text: &str) -> Located {
        self.locate_in(&mut Positions::new(text))
    }

    /// Like [`locate`](Self::locate), for several errors in the order of their offsets.
    pub(crate) fn locate_in(self, positions: &mut Positions<'_>) -> Located {
        Located {
            kind: self.0.kind,
            pointer: self.pointer(),
            position: positions.at(self.0.offset),
            message: self.0.message,
        }
    }
}

/// An error with its position in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Located {
    pub(crate) kind: Kind,
    /// The JSON pointer to the value.
    pub(crate) pointer: String,
    pub(crate) position: Position,
    pub(crate) message: Cow<'static, str>,
}

impl fmt::Display for Located {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.pointer.is_empty() {
            write!(f, "{} ", self.pointer)?;
        }
        let Position { line, column, .. } = self.position;
        write!(f, "(line {line}, column {column}): {}", self.message)
    }
}
