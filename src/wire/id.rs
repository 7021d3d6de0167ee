use std::{
    borrow::Cow,
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
};

use serde::{Deserialize, Serialize, Serializer};

use super::{
    quick::{Inside, inside},
    read::Blank,
    scalar::Scalar,
    text::Text,
};
use crate::redacted::Opaque;

/// An identifier, as a number or as a text.
///
/// Kept as it was sent, and compared as text: the id `7` equals the id `"7"`. It is opaque; two ids
/// are the same only if every character is.
///
/// ```
/// use chathooks::wire::Id;
///
/// let sent: Id = serde_json::from_str("7")?;
/// assert_eq!(sent, Id::from("7"));
/// assert_eq!(sent.as_str(), "7");
/// assert_eq!(serde_json::to_string(&sent)?, "7");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct Id(Scalar);

impl Id {
    /// The id as a text.
    #[must_use]
    pub fn as_str(&self) -> Cow<'_, str> {
        self.0.text()
    }

    /// The id as an integer, if it is one.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.0.as_i64()
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<i64> for Id {
    fn from(int: i64) -> Self {
        Self(int.into())
    }
}

impl From<Id> for Text {
    fn from(id: Id) -> Self {
        id.0.into()
    }
}

impl From<Id> for String {
    fn from(id: Id) -> Self {
        Text::from(id).into()
    }
}

impl PartialEq for Id {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 || self.as_str() == other.as_str()
    }
}

impl Eq for Id {}

impl PartialOrd for Id {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Id {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(&other.as_str())
    }
}

impl Hash for Id {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.as_str())
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({:?})", self.0)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Opaque(&self.0).serialize(to)
    }
}

impl Blank for Id {
    fn blank() -> Self {
        Self(Scalar::BLANK)
    }
}

impl Inside for Id {
    const EXPECTED: &'static str = "an id (number or text)";

    fn inside(&mut self) -> &mut Scalar {
        &mut self.0
    }
}

inside!(Id);

/// Makes a newtype per kind of [`Id`], so that none is taken for another. What says who somebody is
/// is `personal`, and masked in logs.
macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident $(: $personal:ident)?,)+) => { $(
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Deserialize)]
        #[serde(transparent)]
        #[allow(clippy::exhaustive_structs, reason = "an id has nothing to add")]
        pub struct $name(pub $crate::wire::Id);

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                $crate::wire::id::write_id!(self.0, to $(, $personal)?)
            }
        }

        impl From<$name> for $crate::wire::Id {
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
                write!(f, concat!(stringify!($name), "({:?})"), self.0.literal())
            }
        }

        impl $crate::wire::read::Blank for $name {
            fn blank() -> Self {
                Self($crate::wire::read::Blank::blank())
            }
        }

        impl $crate::wire::quick::Inside for $name {
            const EXPECTED: &'static str = <$crate::wire::Id as $crate::wire::quick::Inside>::EXPECTED;

            fn inside(&mut self) -> &mut $crate::wire::scalar::Scalar {
                self.0.inside()
            }
        }

        $crate::wire::quick::inside!($name);
    )+ };
}

macro_rules! write_id {
    ($id:expr, $to:ident) => {
        ::serde::Serialize::serialize(&$id, $to)
    };
    ($id:expr, $to:ident, personal) => {
        ::serde::Serialize::serialize(&$id.literal(), $to)
    };
}

pub(crate) use {ids, write_id};

impl Id {
    /// The same id, whose clones take no memory of their own.
    pub(crate) fn shared(self) -> Self {
        Self(self.0.shared())
    }

    /// What stands in the JSON.
    pub(crate) fn literal(&self) -> impl fmt::Debug + Serialize {
        &self.0
    }
}
