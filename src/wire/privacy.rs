//! Marks values that may be shown in logs.

use serde::{Serialize, Serializer};

/// Whether a value may be shown in logs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Privacy {
    /// It is masked.
    Personal,
    /// It is an ID or a name, which is shown if it looks like one.
    Opaque,
    /// It is shown.
    Public,
}

/// A value that may be shown. [`Redacted`](crate::Redacted) recognizes the name of this type.
#[derive(Serialize)]
#[serde(rename = "chathooks::Shown")]
pub(crate) struct Shown<T>(pub(crate) T);

/// The name of [`Shown`] for serializers.
pub(crate) const SHOWN: &str = "chathooks::Shown";

/// An ID or a name, which may be shown if it looks like one. Recognized by its name, too.
#[derive(Serialize)]
#[serde(rename = "chathooks::Opaque")]
pub(crate) struct Opaque<T>(pub(crate) T);

/// The name of [`Opaque`] for serializers.
pub(crate) const OPAQUE: &str = "chathooks::Opaque";

/// Serializes a field as an [`Opaque`] value, for `serialize_with`.
pub(crate) fn opaque<T: Serialize, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    Opaque(value).serialize(to)
}
