use std::{borrow::Cow, fmt};

use serde::{Deserialize, Deserializer, Serialize};

use super::{
    read::{Context, Wire},
    scalar::{Borrowed, Scalar},
};

/// A phone number as it was sent, on a field that promises no form.
///
/// ```
/// use chathooks::wire::Phone;
///
/// let phone: Phone = serde_json::from_str(r#""+49 (30) 123-456""#)?;
/// assert_eq!(phone.as_str(), "+49 (30) 123-456");
/// assert_eq!(phone.e164().as_deref(), Some("+4930123456"));
///
/// // Without a plus nobody knows whether the country is there.
/// let phone: Phone = serde_json::from_str(r#""030 123456""#)?;
/// assert_eq!(phone.e164(), None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Phone(Scalar);

impl Phone {
    /// The number as it was sent.
    #[must_use]
    pub fn as_str(&self) -> Cow<'_, str> {
        self.0.text()
    }

    /// The number in E.164 form, if it is certain: it starts with a plus, and without spaces and
    /// punctuation 7 to 15 digits are left. Nothing is guessed, completed or corrected.
    #[must_use]
    pub fn e164(&self) -> Option<String> {
        e164(&self.as_str())
    }
}

/// A WhatsApp account or another number on a field whose numbers are international without plus.
///
/// People with a user name may have none, and a relay may mask it: then there is only what was
/// sent.
///
/// ```
/// use chathooks::wire::WaId;
///
/// let id: WaId = serde_json::from_str(r#""919876543210""#)?;
/// assert_eq!(id.e164().as_deref(), Some("+919876543210"));
///
/// let masked: WaId = serde_json::from_str(r#""91xxxxxxxxxx""#)?;
/// assert_eq!(masked.e164(), None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WaId(Scalar);

impl WaId {
    /// The number as it was sent.
    #[must_use]
    pub fn as_str(&self) -> Cow<'_, str> {
        self.0.text()
    }

    /// The number in E.164 form: with a plus, if 7 to 15 digits were sent and nothing else.
    #[must_use]
    pub fn e164(&self) -> Option<String> {
        let text = self.as_str();
        if text.starts_with('+') { e164(&text) } else { international(&text) }
    }
}

fn e164(text: &str) -> Option<String> {
    let digits = text.strip_prefix("whatsapp:").unwrap_or(text).trim().strip_prefix('+')?;
    international(&digits.replace([' ', '-', '.', '(', ')'], ""))
}

fn international(digits: &str) -> Option<String> {
    let certain = (7..=15).contains(&digits.len())
        && !digits.starts_with('0')
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    certain.then(|| format!("+{digits}"))
}

/// Both are written, shown and read alike.
macro_rules! phones {
    ($($name:ident),+) => { $(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({:?})"), self.0)
            }
        }

        impl Wire for $name {
            fn read<'de, D: Deserializer<'de>>(from: D, _: &Context<'_>) -> Result<Self, D::Error> {
                Borrowed::read(from, "a phone number").map(|scalar| Self(scalar.into()))
            }
        }
    )+ };
}

phones!(Phone, WaId);
