//! Signatures: whether a request comes from somebody who knows the secret. Needs the feature
//! `verify`.
//!
//! One function per scheme. Each takes the bytes of the body as they were received, never a value:
//! a body that was parsed and written again has other bytes. Check first, and parse only what has
//! passed; answer everything else with 401.
//!
//! ```
//! use chathooks::{chatwoot, verify::{self, Key, Window}};
//!
//! let keys = [Key::new("test-secret")?];
//! let body = br#"{"event":"message_created","id":1}"#;
//! let headers = [
//!     ("x-chatwoot-timestamp", "1700000000"),
//!     (
//!         "x-chatwoot-signature",
//!         "sha256=77a4c9ecab8fe968b13a6cc51d3ddcd4b2d74f50c837661ab5972c9e6791bb15",
//!     ),
//! ];
//! let now = 1_700_000_060; // Your clock, in epoch seconds.
//!
//! verify::chatwoot(&keys, headers, body, Window::around(now))?;
//! let webhook = chatwoot::Webhook::parse(body)?;
//! # assert_eq!(webhook.name(), "message_created");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`Provider::receive_signed`](crate::Provider::receive_signed) does both in one call, for whichever
//! provider signs.
//!
//! Headers are pairs of name and value, all that the request has, so that one that comes twice is
//! seen. A `&HeaderMap` of the `http` crate, which axum, hyper, and others use, fits as it is.
//!
//! # Who signs
//!
//! | sender | check with | |
//! | --- | --- | --- |
//! | Chatwoot | [`chatwoot`] | webhooks of accounts since 4.11.2 (early 2026), API inboxes and agent bots since 4.13; never automations, macros, or installation webhooks, which need what is said below |
//! | AiSoule | [`aisoule`] | in two headers, depending on the dialect; maybe only if a secret was set |
//! | Meta's WhatsApp API | [`meta`] | also behind a relay that passes on body and header untouched; the `GET` before the first delivery with [`meta_handshake`] |
//! | Azeer | [`token`] | no signature known, only a token set when the webhook is made; how it travels is not published |
//! | SalesChat, Smartflow | [`token`] | nothing published |
//!
//! # Without a signature
//!
//! Put a long random part in the URL and check it with [`token`]; take requests by TLS only, and
//! keep the URL out of logs. Where the sender's addresses are known, allow no others. Limit the
//! size of a body while it is received; that goes for signed ones too.
//!
//! # What a signature does not prove
//!
//! - **Shape.** Who signs may still send what does not fit: a body that passed can fail to parse.
//! - **Newness.** The same request passes again: within the [`Window`] where the time is signed,
//!   and forever where it is not, see [`ReplayProtection`]. Drop what comes twice by
//!   [`Event::key`](crate::normalize::Event::key).
//! - **Other headers.** `X-Chatwoot-Delivery`, the same for each try of a delivery, tells retries,
//!   but is not signed: whoever replays a request can change it.

mod error;
mod handshake;
mod header;
mod key;
mod request;
mod window;

pub use error::Error;
pub use handshake::meta_handshake;
pub use key::{EmptyKey, Key};
pub use window::Window;

/// Checks a request by Chatwoot: `X-Chatwoot-Signature` is `sha256=` and the hex of HMAC-SHA256
/// over `X-Chatwoot-Timestamp`, a point, and the body.
///
/// The key is the secret of the webhook, API inbox, or agent bot, not the inbox's `hmac_token`.
/// Servers under another brand have its name in the headers, as `X-<Brand>-…`; rename them before.
///
/// # Errors
///
/// As [`Error`]; a request without the timestamp is never taken for one that signs the body alone.
pub fn chatwoot(
    keys: &[Key],
    headers: impl IntoIterator<Item = (impl AsRef<str>, impl AsRef<[u8]>)>,
    body: &[u8],
    window: Window,
) -> Result<Verified, Error> {
    const SIGNATURE: &str = "X-Chatwoot-Signature";
    const TIMESTAMP: &str = "X-Chatwoot-Timestamp";

    let [signature, timestamp] = header::pick(headers, [SIGNATURE, TIMESTAMP])?;
    let signature = signature.ok_or(Error::Missing(SIGNATURE))?;
    let timestamp = timestamp.ok_or(Error::Missing(TIMESTAMP))?;
    let mac = header::prefixed(signature.as_ref()).ok_or(Error::Malformed(SIGNATURE))?;
    let signed_at = header::seconds(timestamp.as_ref()).ok_or(Error::Malformed(TIMESTAMP))?;
    // The text as it was sent: printing the number again may give another one.
    let key = find(keys, |key| key.signs(&[timestamp.as_ref(), b".", body], &mac))?;
    if !window.contains(signed_at) {
        return Err(Error::OutsideWindow);
    }
    Ok(Verified { key, replay: ReplayProtection::Window { signed_at } })
}

/// Checks a request by AiSoule: `X-Webhook-Signature` or `X-AISoule-Signature` is the hex of
/// HMAC-SHA256 over the body, with or without `sha256=` before it. The key is the secret of the
/// webhook.
///
/// # Errors
///
/// As [`Error`]; having both headers counts as having one twice.
pub fn aisoule(
    keys: &[Key],
    headers: impl IntoIterator<Item = (impl AsRef<str>, impl AsRef<[u8]>)>,
    body: &[u8],
) -> Result<Verified, Error> {
    const EITHER: &str = "X-Webhook-Signature or X-AISoule-Signature";

    let signature = match header::pick(headers, ["X-Webhook-Signature", "X-AISoule-Signature"])? {
        [Some(signature), None] | [None, Some(signature)] => signature,
        [None, None] => return Err(Error::Missing(EITHER)),
        [Some(_), Some(_)] => return Err(Error::Duplicated(EITHER)),
    };
    let signature = signature.as_ref();
    let mac = header::prefixed(signature).or_else(|| header::hex(signature));
    body_only(keys, body, &mac.ok_or(Error::Malformed(EITHER))?)
}

/// Checks a request by Meta: `X-Hub-Signature-256` is `sha256=` and the hex of HMAC-SHA256 over the
/// body. The key is the secret of the app.
///
/// # Errors
///
/// As [`Error`].
pub fn meta(
    keys: &[Key],
    headers: impl IntoIterator<Item = (impl AsRef<str>, impl AsRef<[u8]>)>,
    body: &[u8],
) -> Result<Verified, Error> {
    const NAME: &str = "X-Hub-Signature-256";

    let [signature] = header::pick(headers, [NAME])?;
    let signature = signature.ok_or(Error::Missing(NAME))?;
    let mac = header::prefixed(signature.as_ref()).ok_or(Error::Malformed(NAME))?;
    body_only(keys, body, &mac)
}

/// Checks a token that the sender shows as it is, such as the secret part of a URL.
///
/// It proves nothing about the body, and takes the same time wherever the texts differ.
///
/// ```
/// use chathooks::verify::{self, Error, Key};
///
/// let keys = [Key::new("new-token")?, Key::new("old-token")?];
/// assert_eq!(verify::token(&keys, "old-token")?.key, 1);
/// assert_eq!(verify::token(&keys, "old"), Err(Error::NoMatch));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`Error::NoMatch`] if it is none of the keys.
pub fn token(keys: &[Key], sent: impl AsRef<[u8]>) -> Result<Verified, Error> {
    let key = find(keys, |key| key.is(sent.as_ref()))?;
    Ok(Verified { key, replay: ReplayProtection::None })
}

/// What is known of a request that passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verified {
    /// Which of the keys matched, from 0; the first, should several. Tells when nobody uses an old
    /// key any more.
    pub key: usize,
    /// What keeps others from sending the same request again.
    pub replay: ReplayProtection,
}

/// What keeps a request from being sent again by somebody who saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReplayProtection {
    /// Nothing: no time is signed, so the request passes for as long as the key is in use.
    None,
    /// The request passes only within the [`Window`].
    Window {
        /// When it was signed, in epoch seconds; at Chatwoot, the time of this try.
        signed_at: i64,
    },
}

fn body_only(keys: &[Key], body: &[u8], mac: &[u8; 32]) -> Result<Verified, Error> {
    let key = find(keys, |key| key.signs(&[body], mac))?;
    Ok(Verified { key, replay: ReplayProtection::None })
}

/// The first key that fits. All are tried, so that the time does not tell which one it was.
fn find(keys: &[Key], fits: impl Fn(&Key) -> bool) -> Result<usize, Error> {
    let mut found = Err(Error::NoMatch);
    for (index, key) in keys.iter().enumerate() {
        if fits(key) {
            found = found.or(Ok(index));
        }
    }
    found
}
