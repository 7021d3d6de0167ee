//! Ids and phone numbers, read without a detour over their literals.
//!
//! serde_json hands out texts and integers faster than raw JSON, and nothing is lost by it. What
//! only its literal keeps, such as `1.0`, is rare in ids: then reading stops, and the whole body is
//! read once more by literals. So are all numbers, where serde_json's feature
//! `arbitrary_precision` shows them as maps.

use std::{borrow::Cow, fmt};

use serde::de::{self, Deserializer, MapAccess, Visitor};

use super::{
    context::Context,
    scalar::{Borrowed, Scalar},
};

/// Key of the map as which serde_json shows a number where its feature `arbitrary_precision` is on.
pub(crate) const NUMBER: &str = "$serde_json::private::Number";

/// Reads a number or a text; `hold` says how a text is held.
pub(crate) fn scalar<'de, D: Deserializer<'de>>(
    from: D,
    cx: &Context<'_>,
    expected: &'static str,
    hold: fn(Cow<'_, str>) -> Scalar,
) -> Result<Scalar, D::Error> {
    if cx.is_quick() {
        return from.deserialize_any(Quick { cx, expected, hold });
    }
    Ok(match Borrowed::read(from, expected)? {
        Borrowed::Text(text) => hold(text),
        number @ Borrowed::Number(_) => number.into(),
    })
}

struct Quick<'c, 'a> {
    cx: &'c Context<'a>,
    expected: &'static str,
    hold: fn(Cow<'_, str>) -> Scalar,
}

/// Has the body read once more by literals.
#[cold]
pub(crate) fn stop<T, E: de::Error>(cx: &Context<'_>) -> Result<T, E> {
    cx.stop();
    Err(E::custom("to be read by its literal"))
}

impl<'de> Visitor<'de> for Quick<'_, '_> {
    type Value = Scalar;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E>(self, text: &str) -> Result<Scalar, E> {
        Ok((self.hold)(text.into()))
    }

    fn visit_i64<E>(self, int: i64) -> Result<Scalar, E> {
        Ok(int.into())
    }

    fn visit_u64<E: de::Error>(self, int: u64) -> Result<Scalar, E> {
        i64::try_from(int).map_or_else(|_| stop(self.cx), |int| Ok(int.into()))
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Scalar, E> {
        stop(self.cx)
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<Scalar, A::Error> {
        stop(self.cx)
    }
}
