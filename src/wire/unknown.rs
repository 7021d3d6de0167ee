use std::fmt;

use super::{Json, Text};

/// An event that this version does not model: its name, and its body byte for byte.
///
/// Made by reading only, so it never has the name of an event that has a model.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Unknown {
    pub(crate) name: Text,
    pub(crate) body: Option<Json>,
}

impl Unknown {
    /// Name of the event as it was sent.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What came with the name: the content of the envelope if the provider has one, and otherwise
    /// the whole body; `None` if the envelope is empty.
    #[must_use]
    pub fn body(&self) -> Option<&Json> {
        self.body.as_ref()
    }
}

/// A string that has no variant in this version of the crate.
///
/// Made by the `From<&str>` of its enum only, so it never holds a string that has a variant. Code that
/// matches on the variant `Unknown` stops working when a later version gives the string a variant; code
/// that compares `as_str()` does not.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unrecognized(Box<str>);

impl Unrecognized {
    /// The string as it was sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A string that is known to have no variant.
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
