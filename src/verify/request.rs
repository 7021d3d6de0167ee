use super::{Error, Key, Verified, Window, aisoule, chatwoot, meta};
use crate::{Provider, Received};

impl Provider {
    /// Verifies the signature of a request by the scheme of this provider.
    ///
    /// `window` is used only for Chatwoot, which signs the time.
    ///
    /// # Errors
    ///
    /// Returns the error of the scheme's function. For SalesChat, Smartflow and Azeer, which are
    /// not known to sign, it is [`Error::Unsigned`]; compare a [`token`](super::token) instead.
    pub fn verify(
        self,
        keys: &[Key],
        headers: impl IntoIterator<Item = (impl AsRef<str>, impl AsRef<[u8]>)>,
        body: &[u8],
        window: Window,
    ) -> Result<Verified, Error> {
        match self {
            Self::Chatwoot => chatwoot(keys, headers, body, window),
            Self::AiSoule => aisoule(keys, headers, body),
            Self::Meta => meta(keys, headers, body),
            Self::SalesChat | Self::Smartflow | Self::Azeer => Err(Error::Unsigned),
        }
    }

    /// Verifies a request and, if its signature is valid, reads the body, as
    /// [`receive`](Self::receive) does.
    ///
    /// Answer an error with 401, and everything else with 200, even if the body could not be read:
    /// the provider would only send it again. Keep such a body, and look at it.
    ///
    /// ```
    /// use chathooks::{Provider, verify::{Key, Window}};
    ///
    /// let keys = [Key::new("test-secret")?];
    /// let headers = [
    ///     ("x-chatwoot-timestamp", "1700000000"),
    ///     (
    ///         "x-chatwoot-signature",
    ///         "sha256=77a4c9ecab8fe968b13a6cc51d3ddcd4b2d74f50c837661ab5972c9e6791bb15",
    ///     ),
    /// ];
    /// let body = br#"{"event":"message_created","id":1}"#;
    /// let window = Window::around(1_700_000_060); // Your clock, in epoch seconds.
    ///
    /// let received = Provider::Chatwoot.receive_signed(&keys, headers, body, window)?;
    /// assert_eq!(received.events.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns the error of [`verify`](Self::verify).
    pub fn receive_signed(
        self,
        keys: &[Key],
        headers: impl IntoIterator<Item = (impl AsRef<str>, impl AsRef<[u8]>)>,
        body: &[u8],
        window: Window,
    ) -> Result<Received, Error> {
        self.verify(keys, headers, body, window).map(|_| self.receive(body))
    }
}
