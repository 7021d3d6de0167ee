use std::{borrow::Cow, fmt, num::NonZeroU64, str::FromStr};

use serde::{Deserialize, Serialize};
use serde_with::{DeserializeFromStr, SerializeDisplay};

use super::scalar::Scalar;

/// A phone number as it was sent, in a member without a fixed format.
///
/// ```
/// use chathooks::wire::Phone;
///
/// let phone: Phone = serde_json::from_str(r#""+49 (30) 123-456""#)?;
/// assert_eq!(phone.as_str(), "+49 (30) 123-456");
/// assert_eq!(phone.e164().unwrap().to_string(), "+4930123456");
///
/// // Without a plus it is not certain that the country code is there.
/// let phone: Phone = serde_json::from_str(r#""030 123456""#)?;
/// assert_eq!(phone.e164(), None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "Scalar", transform = crate::schema::tidy)
)]
pub struct Phone(pub(super) Scalar);

impl Phone {
    /// The number as it was sent.
    #[must_use]
    pub fn as_str(&self) -> Cow<'_, str> {
        self.0.text()
    }

    /// The number in E.164 form, if it is certain: it starts with a plus, and without spaces and
    /// punctuation 7 to 15 digits are left, the first not zero. A `whatsapp:` in front is ignored.
    /// Nothing is guessed, completed or corrected.
    #[must_use]
    pub fn e164(&self) -> Option<E164> {
        e164(&self.0)
    }
}

/// A WhatsApp account or another number, in a member whose numbers are international without plus.
///
/// People with a user name may have no number, and a relay may mask it: then there is only what was
/// sent.
///
/// ```
/// use chathooks::wire::WaId;
///
/// let id: WaId = serde_json::from_str(r#""919876543210""#)?;
/// assert_eq!(id.e164().unwrap().to_string(), "+919876543210");
///
/// let masked: WaId = serde_json::from_str(r#""91xxxxxxxxxx""#)?;
/// assert_eq!(masked.e164(), None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WaId(pub(super) Scalar);

impl WaId {
    /// The number as it was sent.
    #[must_use]
    pub fn as_str(&self) -> Cow<'_, str> {
        self.0.text()
    }

    /// The number in E.164 form, if 7 to 15 digits were sent and nothing else. With a plus, it is
    /// read as a [`Phone`].
    #[must_use]
    pub fn e164(&self) -> Option<E164> {
        match &*self.0.bytes() {
            digits @ [b'0'..=b'9', ..] => international(digits),
            _ => e164(&self.0),
        }
    }

    /// The same number, made cheap to clone.
    pub(crate) fn shared(self) -> Self {
        Self(self.0.shared())
    }
}

/// A phone number in E.164 form: a plus, and 7 to 15 digits of which the first is not zero.
///
/// ```
/// use chathooks::wire::E164;
///
/// let number: E164 = "+919876543210".parse()?;
/// assert_eq!(number.to_string(), "+919876543210");
/// assert!("919876543210".parse::<E164>().is_err());
/// # Ok::<(), chathooks::wire::InvalidE164>(())
/// ```
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, SerializeDisplay, DeserializeFromStr,
)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "String", extend("pattern" = r"^\+[1-9][0-9]{6,14}$")),
    schemars(transform = crate::schema::tidy)
)]
pub struct E164(NonZeroU64);

impl fmt::Display for E164 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "+{}", self.0)
    }
}

impl fmt::Debug for E164 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "E164({self})")
    }
}

impl FromStr for E164 {
    type Err = InvalidE164;

    fn from_str(text: &str) -> Result<Self, InvalidE164> {
        text.as_bytes().strip_prefix(b"+").and_then(international).ok_or(InvalidE164)
    }
}

/// A string is not a phone number in E.164 form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a phone number in E.164 form")]
#[non_exhaustive]
pub struct InvalidE164;

fn e164(number: &Scalar) -> Option<E164> {
    let bytes = number.bytes();
    if let Some(number) = bytes.strip_prefix(b"+").and_then(international) {
        return Some(number);
    }
    // Most strings without a plus are placeholders or ids.
    let text = bytes.contains(&b'+').then(|| number.text())?;
    let text = text.strip_prefix("whatsapp:").unwrap_or(&text).trim();
    international(text.strip_prefix('+')?.replace(PUNCTUATION, "").as_bytes())
}

const PUNCTUATION: [char; 5] = [' ', '-', '.', '(', ')'];

#[inline]
fn international(digits: &[u8]) -> Option<E164> {
    if !(7..=15).contains(&digits.len()) || digits[0] == b'0' {
        return None;
    }
    let mut number = 0;
    for byte in digits {
        if !byte.is_ascii_digit() {
            return None;
        }
        number = number * 10 + u64::from(byte - b'0');
    }
    NonZeroU64::new(number).map(E164)
}
