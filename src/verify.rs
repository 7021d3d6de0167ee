//! Verification of signatures: whether a request was sent by someone who knows the secret. Needs
//! the feature `verify`.
//!
//! There is one function per scheme. Each takes the bytes of the body as they were received,
//! because a body that was parsed and serialized again has other bytes. Verify first, and parse
//! only what passed; answer every other request with 401.
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
//! [`Provider::receive_signed`](crate::Provider::receive_signed) does both in one call, for every
//! provider that signs.
//!
//! Pass all headers of the request, as pairs of name and value, so that a duplicate is detected. A
//! `&HeaderMap` of the `http` crate, which axum, hyper, and others use, can be passed as it is.
//!
//! # Who signs
//!
//! | sender | verify with | |
//! | --- | --- | --- |
//! | Chatwoot | [`chatwoot`] | webhooks of accounts since 4.11.2 (early 2026), API inboxes and agent bots since 4.13; never automations, macros, or installation webhooks, for which see the next section |
//! | AiSoule | [`aisoule`] | in one of two headers, depending on the dialect; maybe only if a secret was set |
//! | Meta's WhatsApp API | [`meta`] | also after a relay that passes on body and header unchanged; for the `GET` before the first delivery there is [`meta_handshake`] |
//! | Azeer | [`token`] | no signature known, only a token that is set when the webhook is created; how it is sent is not published |
//! | SalesChat, Smartflow | [`token`] | nothing published |
//!
//! # Without a signature
//!
//! Put a long random part in the URL and compare it with [`token`]; accept requests over TLS only,
//! and keep the URL out of logs. If the sender's IP addresses are known, allow no others. Limit the
//! size of a body while it is received; this applies to signed bodies, too.
//!
//! # What a signature does not prove
//!
//! - **Shape.** A body with a valid signature can still fail to parse.
//! - **Freshness.** The same request passes again: within the [`Window`] if the time is signed, and
//!   forever if it is not, see [`ReplayProtection`]. Use
//!   [`Event::key`](crate::normalize::Event::key) to drop duplicates.
//! - **Other headers.** `X-Chatwoot-Delivery`, which is the same for each attempt of a delivery,
//!   identifies retries, but it is not signed: whoever replays a request can change it.

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

/// Verifies a request of Chatwoot.
///
/// The header `X-Chatwoot-Signature` is `sha256=` and the hex digits of HMAC-SHA256 over
/// `X-Chatwoot-Timestamp`, a dot, and the body.
///
/// The key is the secret of the webhook, API inbox, or agent bot, not the inbox's `hmac_token`.
/// Servers under another brand have its name in the headers, as `X-<Brand>-…`; rename these headers
/// first.
///
/// # Errors
///
/// Returns an [`Error`] if the request does not pass. A request without the timestamp is never
/// accepted as one that signs the body alone.
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
    // As sent: the number may print differently, as with leading zeros.
    let key = find(keys, |key| key.signs(&[timestamp.as_ref(), b".", body], &mac))?;
    if !window.contains(signed_at) {
        return Err(Error::OutsideWindow);
    }
    Ok(Verified { key, replay: ReplayProtection::Window { signed_at } })
}

/// Verifies a request of AiSoule.
///
/// The header `X-Webhook-Signature` or `X-AISoule-Signature` is the hex digits of HMAC-SHA256 over
/// the body, with or without `sha256=` before them. The key is the secret of the webhook.
///
/// # Errors
///
/// Returns an [`Error`] if the request does not pass. A request that has both headers is rejected
/// as [duplicated](Error::Duplicated).
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

/// Verifies a request of Meta.
///
/// The header `X-Hub-Signature-256` is `sha256=` and the hex digits of HMAC-SHA256 over the body.
/// The key is the secret of the app.
///
/// # Errors
///
/// Returns an [`Error`] if the request does not pass.
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

/// Compares a token that is sent in the clear, such as the secret part of a URL, with the keys.
///
/// A token proves nothing about the body. The comparison takes the same time wherever the strings
/// differ.
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
/// Returns [`Error::NoMatch`] if the token is none of the keys.
pub fn token(keys: &[Key], sent: impl AsRef<[u8]>) -> Result<Verified, Error> {
    let key = find(keys, |key| key.is(sent.as_ref()))?;
    Ok(Verified { key, replay: ReplayProtection::None })
}

/// What is known about a request that passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verified {
    /// The index of the key that matched, counted from 0; of the first one, if several match.
    ///
    /// It shows when an old key is no longer in use.
    pub key: usize,
    /// What protects against the same request being sent again.
    pub replay: ReplayProtection,
}

/// What protects a request against being sent again by someone who saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReplayProtection {
    /// Nothing: the time is not signed, so the request passes for as long as the key is in use.
    None,
    /// The request passes only within the [`Window`].
    Window {
        /// The time of signing in epoch seconds. For Chatwoot, that of this delivery attempt.
        signed_at: i64,
    },
}

fn body_only(keys: &[Key], body: &[u8], mac: &[u8; 32]) -> Result<Verified, Error> {
    let key = find(keys, |key| key.signs(&[body], mac))?;
    Ok(Verified { key, replay: ReplayProtection::None })
}

/// Finds the first key that fits. All keys are tried, so that the time does not reveal which one
/// fits.
fn find(keys: &[Key], fits: impl Fn(&Key) -> bool) -> Result<usize, Error> {
    let mut found = Err(Error::NoMatch);
    for (index, key) in keys.iter().enumerate() {
        if fits(key) {
            found = found.or(Ok(index));
        }
    }
    found
}
