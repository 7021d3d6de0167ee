//! The traits of serde for wire types.

use serde::de::{Deserialize, Deserializer, Error};
use serde_json::value::RawValue;

use super::{Body, Wire, read};

/// Implements the traits of serde through [`Wire`].
macro_rules! serde_traits {
    ($($name:ident $(<$t:ident>)?),+) => { $(
        /// Works with serde_json only, see [the module](crate::wire#with-serde).
        impl $(<$t: $crate::wire::Wire>)? ::serde::Serialize for $name $(<$t>)? {
            fn serialize<S: ::serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                ::serde::Serialize::serialize(&$crate::wire::Wire::node(self), to)
            }
        }

        /// Works with serde_json only, see [the module](crate::wire#with-serde).
        impl<'de $(, $t: $crate::wire::Wire)?> ::serde::Deserialize<'de> for $name $(<$t>)? {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::wire::serde_traits::deserialize(from)
            }
        }
    )+ };
}

pub(crate) use serde_traits;

/// Reads a value from the raw JSON that deserializers of serde_json provide.
pub(crate) fn deserialize<'de, T: Wire, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let raw = Box::<RawValue>::deserialize(from)?;
    let text = raw.get();
    let mut value = T::empty();
    match read(&mut value, &mut Body::new(text, T::TAG)) {
        Ok(()) => Ok(value),
        Err(error) => Err(D::Error::custom(error.locate(text))),
    }
}
