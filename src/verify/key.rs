use std::fmt;

use hmac::{Hmac, KeyInit, Mac, digest::CtOutput};
use sha2::{Digest, Sha256};

/// A secret shared with the sender. Neither shown by `Debug` nor written by serde.
///
/// While a secret is being changed, check with the new and the old one at once.
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
    /// A key of the secret as the provider shows it: its bytes are taken as they are, a line break
    /// at the end included.
    ///
    /// # Errors
    ///
    /// [`EmptyKey`], so that a setting that is not set does not let everybody in.
    pub fn new(secret: impl Into<Vec<u8>>) -> Result<Self, EmptyKey> {
        let secret = secret.into();
        // To HMAC, zeros alone are the same as nothing.
        if secret.iter().all(|byte| *byte == 0) { Err(EmptyKey) } else { Ok(Self(secret)) }
    }

    /// Whether the MAC over `parts`, one after the other, is `mac`; in constant time.
    pub(super) fn signs(&self, parts: &[&[u8]], mac: &[u8; 32]) -> bool {
        // HMAC takes keys of every length, so this cannot fail.
        let Ok(mut hmac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return false };
        for part in parts {
            hmac.update(part);
        }
        hmac.verify(mac.into()).is_ok()
    }

    /// Whether the secret itself is `token`; in constant time, as hashes, which have one length.
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

/// A secret is empty, or nothing but zero bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("empty secret")]
#[non_exhaustive]
pub struct EmptyKey;
