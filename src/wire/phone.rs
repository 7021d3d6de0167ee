use std::{borrow::Cow, fmt, num::NonZeroU64, str::FromStr};

use serde::{Deserialize, Serialize};
use serde_with::{DeserializeFromStr, SerializeDisplay};

use super::scalar::Scalar;

/// A phone number as it was sent, in a member that has no fixed format.
///
/// ```
/// use chathooks::wire::Phone;
///
/// let phone: Phone = serde_json::from_str(r#""+49 (30) 123-456""#)?;
/// assert_eq!(phone.to_text(), "+49 (30) 123-456");
/// assert_eq!(phone.e164().unwrap().to_string(), "+4930123456");
///
/// // Without a plus it is not certain that there is a country code.
/// let phone: Phone = serde_json::from_str(r#""030 123456""#)?;
/// assert_eq!(phone.e164(), None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "Scalar", transform = crate::schema::tidy)
)]
pub struct Phone(pub(super) Scalar);

impl Phone {
    /// Returns the number as it was sent.
    #[must_use]
    pub fn to_text(&self) -> Cow<'_, str> {
        self.0.text()
    }

    /// Returns the number in E.164 form, if it is certain.
    ///
    /// The number has to start with a plus and, apart from spaces and punctuation, consist of 7 to
    /// 15 digits, of which the first is not zero. A prefix `whatsapp:` is ignored. Nothing is
    /// guessed, completed or corrected.
    #[must_use]
    pub fn e164(&self) -> Option<E164> {
        e164(&self.0)
    }
}

/// The ID of a WhatsApp account, or a phone number in a member that has international numbers
/// without a plus.
///
/// People with a username may have no number, and a relay may mask it: then only what was sent is
/// available.
///
/// The ID of an account is not always the number that one dials. It is the number with which the
/// account was created, and some countries have changed their numbers since. Only [`E164::compare`]
/// takes these changes into account; no number is ever rewritten.
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
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WaId(pub(super) Scalar);

impl WaId {
    /// Returns the number as it was sent.
    #[must_use]
    pub fn to_text(&self) -> Cow<'_, str> {
        self.0.text()
    }

    /// Returns the number in E.164 form, if exactly 7 to 15 digits were sent, of which the first is
    /// not zero. A number with a plus is read as a [`Phone`].
    #[must_use]
    pub fn e164(&self) -> Option<E164> {
        match &*self.0.bytes() {
            digits @ [b'0'..=b'9', ..] => international(digits),
            _ => e164(&self.0),
        }
    }

    /// Returns the bytes of the string or of the literal. Faster than [`to_text`](Self::to_text).
    #[inline]
    pub(crate) fn bytes(&self) -> Cow<'_, [u8]> {
        self.0.bytes()
    }

    /// Makes the number cheap to clone.
    pub(crate) fn shared(self) -> Self {
        Self(self.0.shared())
    }
}

/// A phone number in E.164 form: a plus, and 7 to 15 digits, of which the first is not zero.
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

impl E164 {
    /// Compares two numbers, one of which is from WhatsApp, to see whether they can be those of one
    /// person.
    ///
    /// An account keeps the ID with which it was created, so for a person whose mobile number has
    /// since gained or lost a digit, ID and number differ. This is known of three countries, and
    /// reported by everyone who matches IDs with address books:
    ///
    /// | country | forms of one number | why |
    /// | --- | --- | --- |
    /// | Argentina | +54 9 and ten digits; +54 and ten digits | the 9 marks a mobile phone that is called from abroad; IDs have it |
    /// | Brazil | +55, area, 9 and eight digits; +55, area and eight digits | mobile numbers got a ninth digit from 2012 to 2016; IDs of areas other than 11 to 28 mostly lack it, many of others do |
    /// | Mexico | +52 1 and ten digits; +52 and ten digits | the 1 marked a mobile phone until August 2019; IDs mostly have it |
    ///
    /// In Brazil the eight digits of a mobile number began with 6 to 9; numbers that begin with 2
    /// to 5 are landlines, and got no ninth digit. In Argentina and Mexico a landline cannot be
    /// distinguished by its digits, so a landline and a mobile number could be considered the same;
    /// they are never both in use.
    ///
    /// ```
    /// use chathooks::wire::{E164, Sameness};
    ///
    /// let dialed: E164 = "+5531987654321".parse()?;
    /// let account: E164 = "+553187654321".parse()?;
    /// assert_eq!(dialed.compare(account), Sameness::SameWithoutMobilePrefix);
    /// # Ok::<(), chathooks::wire::InvalidE164>(())
    /// ```
    #[must_use]
    pub fn compare(self, other: Self) -> Sameness {
        if self == other {
            Sameness::Same
        } else if self.without_mobile_prefix() == other.without_mobile_prefix() {
            Sameness::SameWithoutMobilePrefix
        } else {
            Sameness::Other
        }
    }

    /// Returns the number without the digit that only some forms of it have.
    fn without_mobile_prefix(self) -> u64 {
        const TEN_DIGITS: u64 = 10_000_000_000;
        const EIGHT_DIGITS: u64 = 100_000_000;
        let number = self.0.get();
        match number / TEN_DIGITS {
            549 => 54 * TEN_DIGITS + number % TEN_DIGITS,
            521 => 52 * TEN_DIGITS + number % TEN_DIGITS,
            // The country code, the two digits of the area code, and the ninth digit.
            550..560 if number / EIGHT_DIGITS % 10 == 9 => {
                let (area, rest) = (number / EIGHT_DIGITS / 10, number % EIGHT_DIGITS);
                let was_mobile = rest / (EIGHT_DIGITS / 10) >= 6;
                if was_mobile { area * EIGHT_DIGITS + rest } else { number }
            }
            _ => number,
        }
    }
}

/// How certain it is that two numbers, addresses or contacts are those of one person.
///
/// Variants are ordered from the least to the most certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(clippy::exhaustive_enums, reason = "there is nothing between these")]
pub enum Sameness {
    /// Nothing indicates that they are.
    Other,
    /// They are the same, except for the digit by which WhatsApp's IDs differ from mobile numbers
    /// in [some countries](E164::compare).
    SameWithoutMobilePrefix,
    /// They are the same.
    Same,
}

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

/// The error of parsing a string that is not a phone number in E.164 form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a phone number in E.164 form")]
#[non_exhaustive]
pub struct InvalidE164;

fn e164(number: &Scalar) -> Option<E164> {
    let bytes = number.bytes();
    if let Some(number) = bytes.strip_prefix(b"+").and_then(international) {
        return Some(number);
    }
    // Most strings without a plus are placeholders or IDs.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sameness() {
        use Sameness::{Other, Same, SameWithoutMobilePrefix};
        for (one, other, expected) in [
            ("+447700900101", "+447700900101", Same),
            ("+447700900101", "+447700900102", Other),
            // Mexico: with and without the 1 that mobile numbers had.
            ("+5215512345678", "+525512345678", SameWithoutMobilePrefix),
            ("+5215512345678", "+525512345679", Other),
            ("+5215512345678", "+5215512345678", Same),
            // A number of ten digits that begins with 1 has no prefix.
            ("+521551234567", "+52551234567", Other),
            // Argentina: with and without the 9.
            ("+5491123456789", "+541123456789", SameWithoutMobilePrefix),
            ("+5491123456789", "+541123456780", Other),
            ("+54911234567", "+5411234567", Other),
            // Brazil: with and without the ninth digit, in any area.
            ("+5531987654321", "+553187654321", SameWithoutMobilePrefix),
            ("+5511980000001", "+551180000001", SameWithoutMobilePrefix),
            ("+5531967654321", "+553167654321", SameWithoutMobilePrefix),
            ("+5531987654321", "+553287654321", Other),
            ("+5531987654321", "+553187654320", Other),
            // A landline has eight digits, of which the first is 2 to 5, and gets no ninth.
            ("+5531932654321", "+553132654321", Other),
            // The ninth digit is a 9.
            ("+5531887654321", "+553187654321", Other),
            // No other country has such a digit.
            ("+4915112345678", "+495112345678", Other),
            ("+56987654321", "+5687654321", Other),
        ] {
            let number = |text: &str| text.parse::<E164>().unwrap();
            assert_eq!(number(one).compare(number(other)), expected, "{one} {other}");
            assert_eq!(number(other).compare(number(one)), expected, "{other} {one}");
        }
    }
}
