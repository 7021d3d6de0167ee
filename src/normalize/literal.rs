use serde::{Deserializer, Serialize, Serializer};
use serde_with::{DeserializeAs, SerializeAs};

use crate::wire::{Number, Wire, deserialize};

/// Reads numbers as they were written: scalars with their literal, and floats to the nearest
/// double, which serde_json promises only with a feature.
pub(crate) struct Literal;

impl<T: Serialize> SerializeAs<T> for Literal {
    fn serialize_as<S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
        value.serialize(to)
    }
}

impl<'de> DeserializeAs<'de, f64> for Literal {
    fn deserialize_as<D: Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
        let number: Number = deserialize(from)?;
        number.as_f64().ok_or_else(|| serde::de::Error::custom("not a finite number"))
    }
}

impl<'de, T: Wire> DeserializeAs<'de, T> for Literal {
    fn deserialize_as<D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
        deserialize(from)
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> serde_with::schemars_1::JsonSchemaAs<T> for Literal {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        T::json_schema(generator)
    }
}
