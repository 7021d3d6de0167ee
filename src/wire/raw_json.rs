use std::{
    borrow::Cow,
    fmt,
    hash::{Hash, Hasher},
};

use serde::{
    Serialize, Serializer,
    de::{Deserialize, DeserializeOwned, Deserializer},
    ser::Error,
};
use serde_json::{Value, value::RawValue};

/// A free-form JSON value, kept byte for byte as it was sent.
///
/// [`to`](Self::to) reads it as any type. It is serialized without line breaks, so that each record
/// of JSON Lines stays on one line. Equality compares what is serialized, and `Debug` does not show
/// the value.
///
/// ```
/// use std::collections::BTreeMap;
/// use chathooks::wire::Json;
///
/// let attributes: Json = serde_json::from_str(r#"{"plan": "gold", "seats": 5}"#)?;
/// assert_eq!(attributes.get(), r#"{"plan": "gold", "seats": 5}"#);
/// let map: BTreeMap<String, serde_json::Value> = attributes.to()?;
/// assert_eq!(map["seats"], 5);
///
/// assert_eq!(Json::from(serde_json::json!({"seats": 5})).get(), r#"{"seats":5}"#);
/// assert_eq!(Json::new(&["gold", "silver"])?.get(), r#"["gold","silver"]"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "serde_json::Value", transform = crate::schema::tidy)
)]
pub struct Json(Box<str>);

impl Json {
    /// Serializes a value to JSON.
    ///
    /// # Errors
    ///
    /// Returns an error if the value cannot be written as JSON, such as a map whose keys are not
    /// strings.
    pub fn new<T: Serialize + ?Sized>(value: &T) -> Result<Self, serde_json::Error> {
        serde_json::to_string(value).map(|json| Self(json.into()))
    }

    /// Returns the JSON text, as it was sent.
    #[must_use]
    pub fn get(&self) -> &str {
        &self.0
    }

    /// Deserializes the value to a `T`.
    ///
    /// # Errors
    ///
    /// Returns an error if the value is not a `T`.
    pub fn to<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_str(self.get())
    }

    /// Serializes a value to JSON; `None` if serde_json cannot write it.
    pub(crate) fn of(value: &impl Serialize) -> Option<Self> {
        Self::new(value).ok()
    }

    /// Wraps a text that is known to be JSON.
    pub(super) fn of_text(json: &str) -> Self {
        Self(json.into())
    }
}

/// Removes line breaks and indentation from JSON. In strings line breaks are escaped, so none is
/// part of a value.
pub(crate) fn on_one_line(json: &str) -> Cow<'_, str> {
    const BREAKS: [char; 2] = ['\n', '\r'];
    if !json.contains(BREAKS) {
        return json.into();
    }
    json.split(BREAKS).map(|line| line.trim_start_matches([' ', '\t'])).collect()
}

impl From<Box<RawValue>> for Json {
    fn from(raw: Box<RawValue>) -> Self {
        Self(raw.into())
    }
}

impl From<Value> for Json {
    fn from(value: Value) -> Self {
        Self(value.to_string().into())
    }
}

impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        on_one_line(self.get()) == on_one_line(other.get())
    }
}

impl Eq for Json {}

impl Hash for Json {
    fn hash<H: Hasher>(&self, state: &mut H) {
        on_one_line(self.get()).hash(state);
    }
}

/// Shows only the type and the length of the value, which may be a credential.
impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.get().as_bytes().first() {
            Some(b'{') => "object",
            Some(b'[') => "array",
            Some(b'"') => "string",
            Some(b't' | b'f') => "boolean",
            Some(b'n') => "null",
            _ => "number",
        };
        write!(f, "Json({kind}, {} bytes)", self.get().len())
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let json = on_one_line(self.get());
        let raw: &RawValue = serde_json::from_str(&json).map_err(S::Error::custom)?;
        raw.serialize(to)
    }
}

/// Works with serde_json only, see [the module](crate::wire#with-serde).
impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Box::<RawValue>::deserialize(from).map(Self::from)
    }
}
