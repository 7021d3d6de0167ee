/// The reason why a request did not pass.
///
/// It shows no header value, no secret, and not where a signature differs, so it may be logged. Do
/// not give the sender more information than that the request was rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The header or query parameter of this name is missing.
    #[error("missing {0}")]
    Missing(&'static str),
    /// The header or query parameter of this name was sent more than once.
    #[error("more than one {0}")]
    Duplicated(&'static str),
    /// The header or query parameter of this name is not in its format.
    ///
    /// A signature is 32 bytes in hex with the prefix of its scheme, and a time is in whole epoch
    /// seconds.
    #[error("malformed {0}")]
    Malformed(&'static str),
    /// None of the keys gives this signature. The secret is another one, the body was changed, or
    /// the request is forged.
    #[error("no key matches")]
    NoMatch,
    /// The signature is valid, but too old or from the future. The request is a replay, the
    /// delivery was slow, or a clock is wrong.
    #[error("signed at a time outside of the window")]
    OutsideWindow,
    /// The provider is not known to sign its requests.
    #[error("this provider does not sign its requests")]
    Unsigned,
}
