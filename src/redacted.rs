//! Values without the personal data in them.

use std::{
    borrow::Cow,
    fmt::{self, Display},
};

use chrono::DateTime;
use serde::{
    Serialize, Serializer,
    ser::{
        SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
        SerializeTupleStruct, SerializeTupleVariant,
    },
};

/// A value of this crate without the personal data in it, for logs.
///
/// Members, ids, kinds, times and truth values are shown; everything else is `"…"`: texts, names,
/// numbers of phones and numbers of all sorts, addresses, URLs, credentials, and what is not
/// modelled. A type is masked unless it says that it may be shown, so that no field is forgotten.
/// Of a WhatsApp message's id, which encodes a phone number, only the end is shown; ids that
/// people or businesses choose are masked.
///
/// It is written as JSON, by `Display` and `Debug` as by [`Serialize`]. An event without a model is
/// masked as a whole; log its [name](crate::Webhook::name) beside it.
///
/// ```
/// use chathooks::{Redacted, smartflow::Webhook};
///
/// let body = br#"{"statuses":[{
///     "id": "wamid.HBgMOTE5ODc2NTQzMjEwFQIAERgSNzZGMDEyMzQ1Njc4OUFCQ0RFAA==",
///     "status": "read", "timestamp": "1583240757", "recipient_id": "919876543210"
/// }]}"#;
/// assert_eq!(
///     Redacted(&Webhook::parse(body)?).to_string(),
///     r#"{"statuses":[{"id":"…OUFCQ0RFAA==","status":"read","timestamp":"1583240757","recipient_id":"…"}]}"#,
/// );
/// # Ok::<(), chathooks::ParseError>(())
/// ```
#[derive(Clone, Copy)]
#[allow(clippy::exhaustive_structs, reason = "a wrapper has nothing to add")]
pub struct Redacted<T>(pub T);

impl<T: Serialize> Serialize for Redacted<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(Mask(to))
    }
}

impl<T: Serialize> Display for Redacted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

impl<T: Serialize> fmt::Debug for Redacted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(self, f)
    }
}

/// A value that may be shown.
#[derive(Serialize)]
#[serde(rename = "chathooks::Shown")]
pub(crate) struct Shown<T>(pub(crate) T);

/// Name of [`Shown`] for serializers.
const SHOWN: &str = "chathooks::Shown";

/// An id or a name that may be shown if it looks like one.
#[derive(Serialize)]
#[serde(rename = "chathooks::Opaque")]
pub(crate) struct Opaque<T>(pub(crate) T);

/// Name of [`Opaque`] for serializers.
const OPAQUE: &str = "chathooks::Opaque";

const MASK: &str = "…";

/// For `serialize_with`: a field that is an [`Opaque`] text.
pub(crate) fn opaque<T: Serialize, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    Opaque(value).serialize(to)
}

/// Hands on to another serializer what may be shown, and [`MASK`] for what may not.
struct Mask<S>(S);

/// Whatever a serializer calls a value that has no parts.
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
        // So serde_json calls raw JSON, and with a feature numbers.
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

    /// Only times are written so, and phone numbers.
    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        let text = value.to_string();
        let is_time = DateTime::parse_from_rfc3339(&text).is_ok();
        self.0.serialize_str(if is_time { &text } else { MASK })
    }
}

/// Parts without names.
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

/// A struct, or what serde_json makes one of.
enum Struct<S: Serializer> {
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

/// Whether a key is one that programmers choose; others may be data.
fn is_name(key: &str) -> bool {
    key.len() <= 64
        && key.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
        && key.bytes().filter(u8::is_ascii_digit).count() < 5
}

/// What may be shown of an id.
fn shown_of(id: &str) -> Cow<'_, str> {
    /// So many characters at the end of a WhatsApp message's id are random.
    const RANDOM: usize = 12;
    let is_opaque = id.len() <= 128
        && !id.starts_with('+')
        && id.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'@');
    let is_wamid = ["wamid.", "ABGG", "gBGG"].iter().any(|prefix| id.starts_with(prefix));
    match id.len().checked_sub(RANDOM) {
        _ if !is_opaque => MASK.into(),
        // The number stands before the first 32 characters.
        Some(start @ 32..) if is_wamid => format!("{MASK}{}", &id[start..]).into(),
        _ if is_wamid => MASK.into(),
        _ => id.into(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::{Value, json};

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

    #[test]
    fn every_sort_of_value() {
        #[derive(Serialize)]
        enum Sort {
            Unit,
            Newtype(&'static str),
            Tuple(bool, u8),
            Struct { text: char, none: Option<u8> },
        }
        #[derive(Serialize)]
        struct Unit;
        #[derive(Serialize)]
        struct Tuple(f32, bool);

        let value = (
            [Sort::Unit, Sort::Newtype("a"), Sort::Tuple(true, 1)],
            Sort::Struct { text: 'a', none: None },
            (Unit, Tuple(1.5, false), Some("a"), Value::Null, json!([1, -1, 1.5, "a", true])),
            BTreeMap::from([("name", 1), ("+919876543210", 2), ("a b", 3), ("x12345", 4)]),
        );
        assert_eq!(
            Redacted(&value).to_string(),
            r#"[["Unit",{"Newtype":"…"},{"Tuple":[true,"…"]}],"#.to_owned()
                + r#"{"Struct":{"text":"…","none":null}},"#
                + r#"[null,["…",false],"…",null,["…","…","…","…",true]],"#
                + r#"{"…":"…","…":"…","name":"…","…":"…"}]"#,
        );
    }
}
