//! What may be shown in logs.

use serde::{Serialize, Serializer};

/// Whether a value may be shown in logs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Privacy {
    /// Masked.
    Personal,
    /// An id or a name, which may be shown if it looks like one.
    Opaque,
    /// Shown.
    Public,
}

/// A value that may be shown: [`Redacted`](crate::Redacted) knows it by the name of its type.
#[derive(Serialize)]
#[serde(rename = "chathooks::Shown")]
pub(crate) struct Shown<T>(pub(crate) T);

/// Name of [`Shown`] for serializers.
pub(crate) const SHOWN: &str = "chathooks::Shown";

/// An id or a name, which may be shown if it looks like one; known by its name, too.
#[derive(Serialize)]
#[serde(rename = "chathooks::Opaque")]
pub(crate) struct Opaque<T>(pub(crate) T);

/// Name of [`Opaque`] for serializers.
pub(crate) const OPAQUE: &str = "chathooks::Opaque";

/// For `serialize_with`: a field that is an [`Opaque`] string.
pub(crate) fn opaque<T: Serialize, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    Opaque(value).serialize(to)
}
