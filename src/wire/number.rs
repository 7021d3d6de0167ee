use serde::{Deserialize, Serialize};

use super::scalar::Scalar;
use crate::json;

/// A number, kept as its literal, with or without quotes.
///
/// Relays in loosely typed languages quote numbers and unquote strings, and floating point loses
/// digits. So the literal is kept, and accessors interpret it. Equality compares the spelling.
///
/// ```
/// use chathooks::wire::Number;
///
/// let price: Number = serde_json::from_str(r#""7.90""#)?;
/// assert_eq!(price.to_string(), "7.90");
/// assert_eq!(price.as_f64(), Some(7.9));
/// assert_eq!(price.as_i64(), None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "Scalar", transform = crate::schema::tidy)
)]
pub struct Number(pub(super) Scalar);

impl Number {
    /// Creates a number from a float; `None` if it is infinite or NaN, which JSON cannot represent.
    ///
    /// ```
    /// use chathooks::wire::Number;
    ///
    /// let latitude = Number::from_f64(52.5).unwrap();
    /// assert_eq!(serde_json::to_string(&latitude)?, "52.5");
    /// assert_eq!(Number::from_f64(f64::NAN), None);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn from_f64(float: f64) -> Option<Self> {
        let literal = serde_json::Number::from_f64(float)?.to_string();
        Some(Self(json::Number { literal: &literal, int: None }.into()))
    }

    /// Returns the value if it is exactly an integer of this type.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.0.as_i64()
    }

    /// Returns the value if it is exactly an integer from 0 to `i64::MAX`.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        self.as_i64().and_then(|int| int.try_into().ok())
    }

    /// Returns the nearest `f64`; `None` if there is no finite one, as for `1e999` and `"n/a"`.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        self.0.as_f64()
    }
}
