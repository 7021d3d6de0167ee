use std::fmt;

use hmac::{Hmac, KeyInit, Mac, digest::CtOutput};
use sha2::{Digest, Sha256};

/// A secret shared with the sender, which `Debug` does not show and serde cannot write.
///
/// While a secret is being rotated, verify with the new and the old one at once.
///
/// ```
/// use chathooks::verify::Key;
///
/// let key = Key::new("hunter2")?;
/// assert_eq!(format!("{key:?}"), "Key(…)");
/// assert!(Key::new("").is_err());
/// # Ok::<(), chathooks::verify::EmptyKey>(())
/// ```
#[derive(Clone)]
pub struct Key(Vec<u8>);

impl Key {
    /// Creates a key from the secret as the provider shows it.
    ///
    /// The bytes are used as they are, including a line break at the end.
    ///
    /// # Errors
    ///
    /// Returns [`EmptyKey`] if the secret is empty, so that a missing setting does not accept every
    /// request.
    pub fn new(secret: impl Into<Vec<u8>>) -> Result<Self, EmptyKey> {
        let secret = secret.into();
        // HMAC pads keys with zeros, so up to 64 zero bytes are the same key as none.
        if secret.iter().all(|byte| *byte == 0) { Err(EmptyKey) } else { Ok(Self(secret)) }
    }

    /// Returns whether `mac` is the MAC over the concatenated `parts`, in constant time.
    pub(super) fn signs(&self, parts: &[&[u8]], mac: &[u8; 32]) -> bool {
        // HMAC accepts keys of every length, so this cannot fail.
        let Ok(mut hmac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return false };
        for part in parts {
            hmac.update(part);
        }
        hmac.verify(mac.into()).is_ok()
    }

    /// Returns whether the secret itself is `token`, in constant time. Hashes are compared, as they
    /// have the same length.
    pub(super) fn is(&self, token: &[u8]) -> bool {
        let hash = |text: &[u8]| CtOutput::<Sha256>::new(Sha256::digest(text));
        hash(&self.0) == hash(token)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

/// The error of a secret that is empty or has only zero bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("empty secret")]
#[non_exhaustive]
pub struct EmptyKey;
