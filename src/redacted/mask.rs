//! The serializer that masks.

use std::{borrow::Cow, fmt::Display};

use chrono::DateTime;
use serde::{
    Serialize, Serializer,
    ser::{
        SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
        SerializeTupleStruct, SerializeTupleVariant,
    },
};

use super::{OPAQUE, Redacted, SHOWN};

const MASK: &str = "…";

/// A serializer that passes on what may be shown, and [`MASK`] in place of everything else.
pub(super) struct Mask<S>(pub(super) S);

/// Masks values that have no parts.
macro_rules! mask {
    ($($method:ident: $ty:ty),+ $(,)?) => { $(
        fn $method(self, _: $ty) -> Result<S::Ok, S::Error> {
            self.0.serialize_str(MASK)
        }
    )+ };
}

impl<S: Serializer> Serializer for Mask<S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Mask<S::SerializeSeq>;
    type SerializeTuple = Mask<S::SerializeTuple>;
    type SerializeTupleStruct = Mask<S::SerializeTupleStruct>;
    type SerializeTupleVariant = Mask<S::SerializeTupleVariant>;
    type SerializeMap = Mask<S::SerializeMap>;
    type SerializeStruct = Struct<S>;
    type SerializeStructVariant = Mask<S::SerializeStructVariant>;

    mask! {
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
        serialize_u8: u8,
        serialize_u16: u16,
        serialize_u32: u32,
        serialize_u64: u64,
        serialize_f32: f32,
        serialize_f64: f64,
        serialize_char: char,
        serialize_str: &str,
        serialize_bytes: &[u8],
    }

    fn serialize_bool(self, flag: bool) -> Result<S::Ok, S::Error> {
        self.0.serialize_bool(flag)
    }

    fn serialize_none(self) -> Result<S::Ok, S::Error> {
        self.0.serialize_none()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        self.0.serialize_some(&Redacted(value))
    }

    fn serialize_unit(self) -> Result<S::Ok, S::Error> {
        self.0.serialize_unit()
    }

    fn serialize_unit_struct(self, name: &'static str) -> Result<S::Ok, S::Error> {
        self.0.serialize_unit_struct(name)
    }

    fn serialize_unit_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
    ) -> Result<S::Ok, S::Error> {
        self.0.serialize_unit_variant(name, index, variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        match name {
            SHOWN => value.serialize(self.0),
            OPAQUE => {
                match serde_json::to_string(value).ok().as_deref().map(serde_json::from_str) {
                    Some(Ok::<String, _>(id)) => self.0.serialize_str(&shown_of(&id)),
                    _ => value.serialize(self.0),
                }
            }
            _ => self.0.serialize_newtype_struct(name, &Redacted(value)),
        }
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        self.0.serialize_newtype_variant(name, index, variant, &Redacted(value))
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<Self::SerializeSeq, S::Error> {
        self.0.serialize_seq(len).map(Mask)
    }

    fn serialize_tuple(self, len: usize) -> Result<Self::SerializeTuple, S::Error> {
        self.0.serialize_tuple(len).map(Mask)
    }

    fn serialize_tuple_struct(
        self,
        name: &'static str,
        len: usize,
    ) -> Result<Self::SerializeTupleStruct, S::Error> {
        self.0.serialize_tuple_struct(name, len).map(Mask)
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Self::SerializeTupleVariant, S::Error> {
        self.0.serialize_tuple_variant(name, index, variant, len).map(Mask)
    }

    fn serialize_map(self, len: Option<usize>) -> Result<Self::SerializeMap, S::Error> {
        self.0.serialize_map(len).map(Mask)
    }

    fn serialize_struct(
        self,
        name: &'static str,
        len: usize,
    ) -> Result<Self::SerializeStruct, S::Error> {
        // The name that serde_json gives to raw JSON and, with `arbitrary_precision`, to numbers.
        if name.starts_with("$serde_json::private::") {
            return Ok(Struct::Json(self.0));
        }
        self.0.serialize_struct(name, len).map(Struct::Members)
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Self::SerializeStructVariant, S::Error> {
        self.0.serialize_struct_variant(name, index, variant, len).map(Mask)
    }

    /// Shows times. Phone numbers, the only other values that are written this way, are masked.
    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        let text = value.to_string();
        let is_time = DateTime::parse_from_rfc3339(&text).is_ok();
        self.0.serialize_str(if is_time { &text } else { MASK })
    }
}

/// Masks the parts of compound values whose parts have no names.
macro_rules! elements {
    ($($of:ident: $method:ident),+ $(,)?) => { $(
        impl<S: $of> $of for Mask<S> {
            type Ok = S::Ok;
            type Error = S::Error;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), S::Error> {
                self.0.$method(&Redacted(value))
            }

            fn end(self) -> Result<S::Ok, S::Error> {
                self.0.end()
            }
        }
    )+ };
}

elements! {
    SerializeSeq: serialize_element,
    SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field,
    SerializeTupleVariant: serialize_field,
}

impl<S: SerializeMap> SerializeMap for Mask<S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), S::Error> {
        match serde_json::to_string(key) {
            Ok(json) if is_name(json.trim_matches('"')) => self.0.serialize_key(key),
            _ => self.0.serialize_key(MASK),
        }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), S::Error> {
        self.0.serialize_value(&Redacted(value))
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        self.0.end()
    }
}

/// A struct, or a value that serde_json passes on as a struct.
pub(super) enum Struct<S: Serializer> {
    Members(S::SerializeStruct),
    Json(S),
}

impl<S: Serializer> SerializeStruct for Struct<S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), S::Error> {
        match self {
            Self::Members(members) => members.serialize_field(key, &Redacted(value)),
            Self::Json(_) => Ok(()),
        }
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        match self {
            Self::Members(members) => members.end(),
            Self::Json(to) => to.serialize_str(MASK),
        }
    }
}

impl<S: SerializeStructVariant> SerializeStructVariant for Mask<S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), S::Error> {
        self.0.serialize_field(key, &Redacted(value))
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        self.0.end()
    }
}

/// Returns whether a key looks like one that a programmer chose; any other may be personal data.
fn is_name(key: &str) -> bool {
    key.len() <= 64
        && key.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
        && key.bytes().filter(u8::is_ascii_digit).count() < 5
}

/// Returns the part of an ID that may be shown, or [`MASK`].
fn shown_of(id: &str) -> Cow<'_, str> {
    /// The number of random characters at the end of a WhatsApp message ID.
    const RANDOM: usize = 12;
    let is_opaque = id.len() <= 128
        && !id.starts_with('+')
        && id.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'@');
    let is_wamid = ["wamid.", "ABGG", "gBGG"].iter().any(|prefix| id.starts_with(prefix));
    match id.len().checked_sub(RANDOM) {
        _ if !is_opaque => MASK.into(),
        // The phone number is within the first 32 characters.
        Some(start @ 32..) if is_wamid => format!("{MASK}{}", &id[start..]).into(),
        _ if is_wamid => MASK.into(),
        _ => id.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_shown_if_they_look_like_one() {
        let wamid = "wamid.HBgMOTE5ODc2NTQzMjEwFQIAERgSNzZGMDEyMzQ1Njc4OUFCQ0RFAA==";
        for (id, shown) in [
            ("7", "7"),
            ("187a2eb3-f3e9-41a2-8be3-b249fc6e125c", "187a2eb3-f3e9-41a2-8be3-b249fc6e125c"),
            (wamid, "…OUFCQ0RFAA=="),
            (&wamid[..43], MASK),
            (&wamid.replace("wamid.", "ABGG"), "…OUFCQ0RFAA=="),
            ("someone@example.com", MASK),
            ("+919876543210", MASK),
            ("two words", MASK),
            ("é", MASK),
            (&"7".repeat(129), MASK),
        ] {
            assert_eq!(shown_of(id), shown);
        }
    }
}
