//! Ids, phone numbers and times, read without a detour over their literals.
//!
//! serde_json hands out texts and integers faster than raw JSON, and nothing is lost by it. What
//! only its literal keeps, such as `1.0`, is rare there: then reading stops, and the whole body is
//! read once more by literals. So are all numbers, where serde_json's feature
//! `arbitrary_precision` shows them as maps. The times of a provider that has
//! [fractions](super::body::Root::FRACTIONS) in most bodies are read by literals at once.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, Unexpected, Visitor};
use serde_json::value::RawValue;

use super::{
    context::Context,
    read::Blank,
    scalar::{Borrowed, Scalar},
};

/// Key of the map as which serde_json shows a number where its feature `arbitrary_precision` is on.
pub(crate) const NUMBER: &str = "$serde_json::private::Number";

/// What is a number or a text inside.
pub(crate) trait Inside: Blank {
    const EXPECTED: &'static str;

    fn inside(&mut self) -> &mut Scalar;
}

/// Reads a number or a text to its place.
pub(crate) fn fill<'de, T: Inside, D: Deserializer<'de>>(
    place: &mut T,
    from: D,
    cx: &Context<'_>,
) -> Result<(), D::Error> {
    read(place.inside(), from, cx, T::EXPECTED)?;
    if place.inside().is_blank() {
        return Err(de::Error::invalid_type(Unexpected::Unit, &T::EXPECTED));
    }
    Ok(())
}

/// Reads a number, a text or `null` to its place.
#[inline]
pub(crate) fn maybe<'de, T: Inside, D: Deserializer<'de>>(
    place: &mut Option<T>,
    from: D,
    cx: &Context<'_>,
) -> Result<(), D::Error> {
    let value = place.get_or_insert_with(T::blank).inside();
    read(value, from, cx, T::EXPECTED)?;
    if value.is_blank() {
        *place = None;
    }
    Ok(())
}

/// Reads a number or a text over a blank, which `null` leaves there.
fn read<'de, D: Deserializer<'de>>(
    place: &mut Scalar,
    from: D,
    cx: &Context<'_>,
    expected: &'static str,
) -> Result<(), D::Error> {
    if cx.is_quick() {
        return from.deserialize_any(Quick { slot: place, cx, expected });
    }
    let raw = <&RawValue>::deserialize(from)?;
    if raw.get() != "null" {
        place.fill(Borrowed::of(raw, expected)?.into());
    }
    Ok(())
}

/// Makes a type readable that is a number or a text inside.
macro_rules! inside {
    ($name:ident) => {
        impl $crate::wire::read::Wire for $name {
            fn read<'de, D: ::serde::Deserializer<'de>>(
                from: D,
                cx: &$crate::wire::context::Context<'_>,
            ) -> Result<Self, D::Error> {
                $crate::wire::read::filled(from, cx)
            }

            fn fill<'de, D: ::serde::Deserializer<'de>>(
                &mut self,
                from: D,
                cx: &$crate::wire::context::Context<'_>,
            ) -> Result<(), D::Error> {
                $crate::wire::quick::fill(self, from, cx)
            }

            #[inline]
            fn maybe<'de, D: ::serde::Deserializer<'de>>(
                place: &mut Option<Self>,
                from: D,
                cx: &$crate::wire::context::Context<'_>,
            ) -> Result<(), D::Error> {
                $crate::wire::quick::maybe(place, from, cx)
            }
        }
    };
}

pub(crate) use inside;

/// Where a text or an integer is put.
pub(crate) trait Slot {
    fn put_text(&mut self, text: &str);

    fn put_int(&mut self, int: i64);
}

impl Slot for Scalar {
    fn put_text(&mut self, text: &str) {
        self.fill_text(text);
    }

    fn put_int(&mut self, int: i64) {
        self.fill(int.into());
    }
}

/// Reads a text or an integer to its slot, or `null`.
pub(crate) struct Quick<'s, 'c, 'a, S> {
    pub(crate) slot: &'s mut S,
    pub(crate) cx: &'c Context<'a>,
    pub(crate) expected: &'static str,
}

/// Has the body read once more by literals.
#[cold]
pub(crate) fn stop<T, E: de::Error>(cx: &Context<'_>) -> Result<T, E> {
    cx.stop();
    Err(E::custom("to be read by its literal"))
}

impl<'de, S: Slot> Visitor<'de> for Quick<'_, '_, '_, S> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.slot.put_text(text);
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, int: i64) -> Result<(), E> {
        self.slot.put_int(int);
        Ok(())
    }

    fn visit_u64<E: de::Error>(self, int: u64) -> Result<(), E> {
        i64::try_from(int).map_or_else(|_| stop(self.cx), |int| self.visit_i64(int))
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<(), E> {
        stop(self.cx)
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        stop(self.cx)
    }
}
