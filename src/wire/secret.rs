use std::fmt;

use serde::{Deserialize, Serialize};

/// A credential, such as a token, a password or a key, which `Debug` does not show.
///
/// It is serialized like any other string, so that nothing is lost. Do not log what is serialized.
///
/// ```
/// use chathooks::wire::Secret;
///
/// let token: Secret = serde_json::from_str(r#""hunter2""#)?;
/// assert_eq!(format!("{token:?}"), "Secret(…)");
/// assert_eq!(token.expose(), "hunter2");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Wraps a credential.
    #[must_use]
    pub fn new(secret: impl Into<String>) -> Self {
        Self(secret.into())
    }

    /// Returns the credential itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}
