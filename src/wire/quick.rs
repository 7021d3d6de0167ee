//! Ids and phone numbers, read without a detour over their literals.
//!
//! serde_json hands out texts and integers faster than raw JSON, and nothing is lost by it. What
//! only its literal keeps, such as `1.0`, is rare in ids: then reading stops, and the whole body is
//! read once more by literals. So are all numbers, where serde_json's feature
//! `arbitrary_precision` shows them as maps.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, Unexpected, Visitor};
use serde_json::value::RawValue;

use super::{
    context::Context,
    scalar::{Borrowed, Scalar},
};

/// Key of the map as which serde_json shows a number where its feature `arbitrary_precision` is on.
pub(crate) const NUMBER: &str = "$serde_json::private::Number";

/// Reads a number, a text or `null`.
pub(crate) fn maybe<'de, D: Deserializer<'de>>(
    from: D,
    cx: &Context<'_>,
    expected: &'static str,
) -> Result<Option<Scalar>, D::Error> {
    if cx.is_quick() {
        return from.deserialize_any(Quick { cx, expected });
    }
    let raw = <&RawValue>::deserialize(from)?;
    if raw.get() == "null" {
        return Ok(None);
    }
    Borrowed::of(raw, expected).map(|scalar| Some(scalar.into()))
}

/// As [`maybe`], where `null` does not fit.
pub(crate) fn scalar<'de, D: Deserializer<'de>>(
    from: D,
    cx: &Context<'_>,
    expected: &'static str,
) -> Result<Scalar, D::Error> {
    let null = || de::Error::invalid_type(Unexpected::Unit, &expected);
    maybe(from, cx, expected)?.ok_or_else(null)
}

struct Quick<'c, 'a> {
    cx: &'c Context<'a>,
    expected: &'static str,
}

/// Has the body read once more by literals.
#[cold]
pub(crate) fn stop<T, E: de::Error>(cx: &Context<'_>) -> Result<T, E> {
    cx.stop();
    Err(E::custom("to be read by its literal"))
}

impl<'de> Visitor<'de> for Quick<'_, '_> {
    type Value = Option<Scalar>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E>(self, text: &str) -> Result<Option<Scalar>, E> {
        Ok(Some(text.into()))
    }

    fn visit_unit<E>(self) -> Result<Option<Scalar>, E> {
        Ok(None)
    }

    fn visit_i64<E>(self, int: i64) -> Result<Option<Scalar>, E> {
        Ok(Some(int.into()))
    }

    fn visit_u64<E: de::Error>(self, int: u64) -> Result<Option<Scalar>, E> {
        i64::try_from(int).map_or_else(|_| stop(self.cx), |int| Ok(Some(int.into())))
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Option<Scalar>, E> {
        stop(self.cx)
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<Option<Scalar>, A::Error> {
        stop(self.cx)
    }
}
