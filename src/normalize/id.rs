use std::{borrow::Cow, fmt};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{redacted::Opaque, wire};

/// An identifier as the provider sent it.
///
/// An ID is opaque: two IDs are equal only if every character is. The docs of each field say what
/// its IDs are unique within. In JSON an ID is always a string, even where the provider sent a
/// number.
///
/// An ID that identifies nothing is absent from an event: an empty string, zero, a negative number
/// and the nil UUID. Ids that the business makes up, such as that of a button, are the exception.
///
/// ```
/// use chathooks::normalize::Id;
///
/// let id = Id::from(7);
/// assert_eq!(id, Id::from("7"));
/// assert_eq!(serde_json::to_string(&id)?, r#""7""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "String", transform = super::tidy)
)]
pub struct Id(wire::RawId);

impl Id {
    /// Returns the ID as a string.
    #[must_use]
    pub fn to_text(&self) -> Cow<'_, str> {
        self.0.to_text()
    }

    /// Returns the same ID, made cheap to clone.
    pub(crate) fn shared(self) -> Self {
        Self(self.0.shared())
    }
}

/// Returns the ID, or `None` if it identifies nothing. All IDs of an event pass through here,
/// except those that the business makes up, such as that of a button.
#[inline]
pub(crate) fn id(id: Option<impl Into<wire::RawId>>) -> Option<Id> {
    let id = id?.into();
    if id.is_empty_id() { None } else { Some(Id(id)) }
}

impl<T: Into<wire::RawId>> From<T> for Id {
    fn from(id: T) -> Self {
        Self(id.into())
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({:?})", self.to_text())
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Opaque(self.to_text()).serialize(to)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        wire::RawId::deserialize(from).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::{id, wire};

    #[test]
    fn empty_ids() {
        let nil = "00000000-0000-0000-0000-000000000000";
        for text in ["", "0", "-1", nil] {
            assert_eq!(id(Some(wire::RawId::from(text))), None, "{text}");
        }
        for number in [0, -1] {
            assert_eq!(id(Some(wire::RawId::from(number))), None, "{number}");
        }
        for text in ["7", "00000000-0000-0000-0000-000000000001", "-", "wamid.A=="] {
            assert_eq!(id(Some(wire::RawId::from(text))).is_some(), text != "-", "{text}");
        }
    }
}
