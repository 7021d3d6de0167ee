/// Why a request did not pass.
///
/// Shows no header value, no secret, and not where a signature differs, so it may be logged.
/// Don't tell the sender more than that the request was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The header, or the parameter of the query, of this name is missing.
    #[error("missing {0}")]
    Missing(&'static str),
    /// The header, or the parameter of the query, of this name comes more than once.
    #[error("more than one {0}")]
    Duplicated(&'static str),
    /// The header of this name is not a signature of 32 bytes in hex, with its prefix, or not a time
    /// in whole epoch seconds; or the parameter of the query of this name is not what it has to be.
    #[error("malformed {0}")]
    Malformed(&'static str),
    /// None of the keys gives this signature: another secret, a changed body, or a forgery.
    #[error("no key matches")]
    NoMatch,
    /// The signature is right, but too old or from the future: a replay, a slow delivery, or a
    /// wrong clock.
    #[error("signed at a time outside of the window")]
    OutsideWindow,
    /// This provider is not known to sign its requests.
    #[error("this provider does not sign its requests")]
    Unsigned,
}
