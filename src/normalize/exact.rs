use serde::{Deserializer, Serialize, Serializer};
use serde_with::{DeserializeAs, SerializeAs};

use crate::wire::scalar::{Borrowed, Scalar};

/// Doubles that are read as they were written, which serde_json promises only with a feature.
pub(crate) struct Exact;

impl SerializeAs<f64> for Exact {
    fn serialize_as<S: Serializer>(value: &f64, to: S) -> Result<S::Ok, S::Error> {
        value.serialize(to)
    }
}

impl<'de> DeserializeAs<'de, f64> for Exact {
    fn deserialize_as<D: Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
        let scalar = Scalar::from(Borrowed::read(from, "a number")?);
        scalar.as_f64().ok_or_else(|| serde::de::Error::custom("not a finite number"))
    }
}
