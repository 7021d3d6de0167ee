/// Why a request did not pass.
///
/// Shows no header value, no secret, and not where a signature differs, so it may be logged.
/// Don't tell the sender more than that the request was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The header of this name is not there.
    #[error("no header {0}")]
    Missing(&'static str),
    /// The header of this name is there more than once.
    #[error("more than one header {0}")]
    Duplicated(&'static str),
    /// The header of this name is not a signature of 32 bytes in hex, with its prefix, or not a
    /// time in whole epoch seconds.
    #[error("malformed header {0}")]
    Malformed(&'static str),
    /// None of the keys gives this signature: another secret, a changed body, or a forgery.
    #[error("no key matches")]
    NoMatch,
    /// The signature is right, but too old or from the future: a replay, a slow delivery, or a
    /// wrong clock.
    #[error("signed at a time outside of the window")]
    OutsideWindow,
}
