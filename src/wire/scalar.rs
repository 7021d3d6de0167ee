//! A number or a string, of which IDs, numbers and phone numbers are made.

use std::{
    borrow::Cow,
    fmt,
    hash::{Hash, Hasher},
};

use serde::{
    Serialize, Serializer,
    de::{Deserialize, Deserializer, Error},
    ser,
};
use serde_json::{Value, value::RawValue};

use super::text::{Short, Text};
use crate::json;

/// A number or a string, in the spelling in which it was sent.
#[derive(Clone)]
pub(crate) enum Scalar {
    /// An integer that prints as it was sent.
    Int(i64),
    /// Any other number, as its literal.
    Number(Box<str>),
    ShortNumber(Short),
    Text(Text),
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Scalar {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Scalar".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": ["number", "string"] })
    }
}

impl Scalar {
    /// A number without digits, which does not occur in JSON.
    pub(crate) const EMPTY: Self = Self::ShortNumber(Short::EMPTY);

    /// Reads a number or a string.
    pub(crate) fn read(
        &mut self,
        json: &mut json::Reader<'_>,
        expected: &'static str,
    ) -> Result<(), json::Error> {
        *self = json.scalar(expected)?.into();
        Ok(())
    }

    /// Returns the string, or the literal of the number.
    pub(crate) fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Int(int) => Cow::Owned(int.to_string()),
            Self::Number(literal) => Cow::Borrowed(literal),
            Self::ShortNumber(short) => Cow::Borrowed(short.as_str()),
            Self::Text(text) => Cow::Borrowed(text),
        }
    }

    /// Returns the bytes of the string or of the literal. Faster than [`text`](Self::text).
    #[inline]
    pub(crate) fn bytes(&self) -> Cow<'_, [u8]> {
        match self {
            Self::Text(text) => Cow::Borrowed(text.raw_bytes()),
            number => Cow::Owned(number.text().into_owned().into()),
        }
    }

    /// Returns whether this is a string.
    pub(crate) fn is_text(&self) -> bool {
        matches!(self, Self::Text(_))
    }

    /// Makes the scalar cheap to clone.
    pub(crate) fn shared(self) -> Self {
        match self {
            Self::Text(text) => Self::Text(text.shared()),
            other => other,
        }
    }

    /// Returns the value if it is exactly an integer, with or without quotes.
    pub(crate) fn as_i64(&self) -> Option<i64> {
        // With a dot or an exponent, 16 characters have at most 15 digits, exact in an `f64` below
        // 2^53.
        const EXACT: usize = 16;
        const LARGEST: f64 = 9_007_199_254_740_992.0;
        if let Self::Int(int) = self {
            return Some(*int);
        }
        let text = self.text();
        text.parse().ok().or_else(|| {
            let is_exact =
                |float: &f64| text.len() <= EXACT && float.fract() == 0.0 && float.abs() < LARGEST;
            let float = self.as_f64().filter(is_exact)?;
            format!("{float:.0}").parse().ok()
        })
    }

    /// Returns the nearest `f64`; `None` if there is no finite one.
    pub(crate) fn as_f64(&self) -> Option<f64> {
        self.text().parse().ok().filter(|float: &f64| float.is_finite())
    }
}

impl From<Scalar> for Text {
    #[inline]
    fn from(scalar: Scalar) -> Self {
        match scalar {
            Scalar::Text(text) => text,
            number => (&*number.text()).into(),
        }
    }
}

impl PartialEq for Scalar {
    /// Compares the spelling: `1` is not `"1"`.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Int(a), Self::Int(b)) => a == b,
            (a, b) => a.is_text() == b.is_text() && a.text() == b.text(),
        }
    }
}

impl Eq for Scalar {}

impl Hash for Scalar {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.is_text().hash(state);
        self.text().hash(state);
    }
}

impl From<json::Scalar<'_>> for Scalar {
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "a tenth of reading is moving what it takes")]
    fn from(scalar: json::Scalar<'_>) -> Self {
        match scalar {
            json::Scalar::String(text) => Self::Text((&*text).into()),
            json::Scalar::Number(number) => number.into(),
        }
    }
}

impl From<json::Number<'_>> for Scalar {
    #[inline]
    fn from(number: json::Number<'_>) -> Self {
        match number.int {
            Some(int) => Self::Int(int),
            None => Short::new(number.literal)
                .map_or_else(|| Self::Number(number.literal.into()), Self::ShortNumber),
        }
    }
}

impl From<&str> for Scalar {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<Text> for Scalar {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Scalar {
    fn from(int: i64) -> Self {
        Self::Int(int)
    }
}

impl From<u64> for Scalar {
    fn from(int: u64) -> Self {
        i64::try_from(int).map_or_else(|_| Self::Number(int.to_string().into()), Self::Int)
    }
}

/// Shows a number without quotes and a string with them.
impl fmt::Debug for Scalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            text if text.is_text() => write!(f, "{:?}", text.text()),
            number => f.write_str(&number.text()),
        }
    }
}

impl Serialize for Scalar {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Int(int) => to.serialize_i64(*int),
            Self::Text(text) => to.serialize_str(text),
            number => {
                let literal = number.text();
                let raw: &RawValue = serde_json::from_str(&literal).map_err(ser::Error::custom)?;
                raw.serialize(to)
            }
        }
    }
}

/// Reads any serde format. Only parsing a body keeps every literal.
impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Value::deserialize(from)?.to_string();
        let scalar = json::Reader::new(&text).scalar("a number or a text");
        scalar.map(Self::from).map_err(|error| D::Error::custom(error.into_message()))
    }
}
