use serde::{Deserialize, Serialize};

use super::scalar::Scalar;

/// The literal of a number, with or without quotes.
///
/// Relays in loosely typed languages quote numbers and unquote strings, and doubles lose digits; so
/// the literal is kept and the accessors interpret. Equality compares the spelling.
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
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "Scalar", transform = crate::schema::tidy)
)]
pub struct Number(pub(super) Scalar);

impl Number {
    /// The value, if it is exactly an integer of this size.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.0.as_i64()
    }

    /// The value, if it is exactly an integer of this size and not negative.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        self.as_i64().and_then(|int| int.try_into().ok())
    }

    /// The nearest double; `None` if there is no finite one, as for `1e999` and `"n/a"`.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        self.0.as_f64()
    }
}
