use std::{
    borrow::Cow,
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
};

use serde::{Deserialize, Serialize, Serializer};

use super::{
    privacy::{Opaque, Privacy},
    scalar::Scalar,
    text::Text,
    traits::Node,
};

/// An identifier, sent as a number or as a string.
///
/// It is kept as it was sent and compared as a string, so the ID `7` equals the ID `"7"`. An ID is
/// opaque: two IDs are equal only if all their characters are.
///
/// ```
/// use chathooks::wire::RawId;
///
/// let sent: RawId = serde_json::from_str("7")?;
/// assert_eq!(sent, RawId::from("7"));
/// assert_eq!(sent.to_text(), "7");
/// assert_eq!(serde_json::to_string(&sent)?, "7");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct RawId(pub(super) Scalar);

impl RawId {
    /// Returns the ID as a string.
    #[must_use]
    pub fn to_text(&self) -> Cow<'_, str> {
        self.0.text()
    }

    /// Returns the ID as an integer, if it is one.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.0.as_i64()
    }
}

impl RawId {
    /// Makes the ID cheap to clone.
    pub(crate) fn shared(self) -> Self {
        Self(self.0.shared())
    }

    /// Returns whether the ID identifies nothing: it is empty, zero or negative, or the nil UUID.
    #[inline]
    pub(crate) fn is_empty_id(&self) -> bool {
        match &self.0 {
            Scalar::Int(int) => *int <= 0,
            Scalar::Text(text) => is_empty_id(text.raw_bytes()) || is_negative(text.raw_bytes()),
            Scalar::Number(_) | Scalar::ShortNumber(_) => false,
        }
    }

    /// Implements `Debug` of a newtype.
    pub(crate) fn show(&self, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{name}({:?})", self.0)
    }

    pub(crate) fn node_with(&self, privacy: Privacy) -> Node<'_> {
        Node::Scalar(&self.0, privacy)
    }
}

impl PartialEq for RawId {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 || self.to_text() == other.to_text()
    }
}

impl Eq for RawId {}

impl PartialOrd for RawId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for RawId {
    fn cmp(&self, other: &Self) -> Ordering {
        self.to_text().cmp(&other.to_text())
    }
}

impl Hash for RawId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.to_text().hash(state);
    }
}

impl Serialize for RawId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Opaque(&self.0).serialize(to)
    }
}

/// A type from which an ID can be created.
///
/// An ID from a string is serialized as a string, and one from an integer as a number. The trait is
/// sealed; it is implemented for [`RawId`], [`Text`], strings, and integers.
pub trait IntoId: Into<RawId> + sealed::Sealed {}

impl<T: Into<RawId> + sealed::Sealed> IntoId for T {}

mod sealed {
    pub trait Sealed {}

    impl Sealed for super::RawId {}
    impl Sealed for super::Text {}
    impl Sealed for &str {}
    impl Sealed for String {}
    impl Sealed for i32 {}
    impl Sealed for u32 {}
    impl Sealed for i64 {}
    impl Sealed for u64 {}
}

/// Returns whether an ID or an address identifies nothing: it is empty, zero, or the nil UUID.
#[inline]
pub(crate) fn is_empty_id(text: &[u8]) -> bool {
    // For nearly all IDs the first byte is enough.
    matches!(text.first(), None | Some(b'0' | b'-'))
        && text.iter().all(|byte| matches!(byte, b'0' | b'-'))
}

#[inline]
fn is_negative(text: &[u8]) -> bool {
    matches!(text, [b'-', digits @ ..] if digits.iter().all(u8::is_ascii_digit))
}

/// Makes newtypes of [`RawId`], so that IDs of different things are not confused. An ID that
/// identifies a person is marked `Personal`, and masked in logs.
///
/// ```ignore
/// ids! {
///     /// The id of a contact, unique within the account.
///     ContactId,
///     /// The id of a contact in the systems of the business.
///     ContactIdentifier: Personal,
/// }
/// ```
macro_rules! ids {
    ($($(#[doc = $doc:expr])+ $name:ident $(: $privacy:ident)?,)+) => { $(
        $(#[doc = $doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(clippy::exhaustive_structs, reason = "an id has nothing to add")]
        pub struct $name(pub $crate::wire::RawId);

        impl $name {
            /// Returns the ID as a string.
            #[must_use]
            #[inline]
            pub fn to_text(&self) -> ::std::borrow::Cow<'_, str> {
                self.0.to_text()
            }

            /// Returns the ID as an integer, if it is one.
            #[must_use]
            #[inline]
            pub fn as_i64(&self) -> Option<i64> {
                self.0.as_i64()
            }
        }

        impl<T: $crate::wire::IntoId> From<T> for $name {
            fn from(id: T) -> Self {
                Self(id.into())
            }
        }

        impl From<$name> for $crate::wire::RawId {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0.into()
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.0.show(stringify!($name), f)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                ::serde::Serialize::serialize(&$crate::wire::Wire::node(self), to)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                ::serde::Deserialize::deserialize(from).map(Self)
            }
        }

        const _: () = {
            use $crate::{json, wire};

            impl wire::Wire for $name {
                fn empty() -> Self {
                    Self(wire::Wire::empty())
                }

                #[inline]
                fn read(&mut self, body: &mut wire::Body<'_>) -> Result<(), json::Error> {
                    wire::Wire::read(&mut self.0, body)
                }

                fn node(&self) -> wire::Node<'_> {
                    self.0.node_with([$(wire::Privacy::$privacy,)? wire::Privacy::Opaque][0])
                }
            }
        };
    )+ };
}

pub(crate) use ids;
