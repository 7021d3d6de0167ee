//! What a body holds and this version's model does not.

/// One thing that the model does not know, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Drift {
    /// JSON pointer (RFC 6901) into the body.
    pub pointer: String,
    /// What stands there.
    pub kind: DriftKind,
}

/// What sort of thing the model does not know.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DriftKind {
    /// A member that its object's type has no field for.
    Member,
    /// An event without a model, by its name.
    Event(String),
    /// A text that its enum has no variant for.
    EnumText(String),
    /// A version of the format that nobody documented for this event, as it was sent.
    Version(String),
}

impl Drift {
    pub(crate) fn new(pointer: String, kind: DriftKind) -> Self {
        Self { pointer, kind }
    }
}
