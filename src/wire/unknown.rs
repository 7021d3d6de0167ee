use std::fmt;

use super::{Json, Text};

/// An unknown event, which this version of the crate does not model: its event type, and its body
/// byte for byte.
///
/// It can only be created by parsing, so it never has the event type of a known event.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Unknown {
    pub(crate) name: Text,
    pub(crate) body: Option<Json>,
}

impl Unknown {
    /// Returns the event type as it was sent.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the body of the event as JSON; `None` if the envelope is empty.
    ///
    /// It is the content of the envelope if the provider has one, and otherwise the whole body.
    #[must_use]
    pub fn body(&self) -> Option<&Json> {
        self.body.as_ref()
    }
}

/// An unrecognized value of an enum: a string that has no variant in this version of the crate.
///
/// It can only be created by `From<&str>` of its enum, so it is never a string that has a variant.
/// Code that matches on the variant `Unknown` stops working when a later version adds a variant for
/// the string; code that compares `as_str()` does not.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unrecognized(Box<str>);

impl Unrecognized {
    /// Returns the string as it was sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Wraps a string that is known to have no variant.
    pub(crate) fn new(text: &str) -> Self {
        Self(text.into())
    }

    pub(crate) fn into_string(self) -> String {
        self.0.into()
    }
}

impl fmt::Debug for Unrecognized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}
