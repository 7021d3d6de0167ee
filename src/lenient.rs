//! Bodies that fit but for some of their parts.

use serde::Serialize;

use crate::{ParseError, drift, json, wire::Json};

/// A body, and the parts of it that do not fit its model.
///
/// A wrong element in a list leaves its neighbors standing, a wrong member its object. At most
/// a thousand parts are set aside one by one; where there are more, it is the object or list around
/// them. Event and misfits together are the body: [`to_body`](Self::to_body).
///
/// ```
/// use chathooks::smartflow::Webhook;
///
/// let body = br#"{"statuses":[{"id":"wamid.A","status":"read"},{"id":[7]},"?"]}"#;
/// assert!(Webhook::parse(body).is_err());
///
/// let lenient = Webhook::parse_lenient(body)?;
/// assert_eq!(lenient.webhook.statuses().count(), 1);
/// let pointers: Vec<_> = lenient.misfits.iter().map(|misfit| &*misfit.pointer).collect();
/// assert_eq!(pointers, ["/statuses/1/id", "/statuses/2"]);
/// assert_eq!(lenient.misfits[0].value.get(), "[7]");
/// assert_eq!(
///     lenient.misfits[0].error.to_string(),
///     "/statuses/1/id (line 1, column 53): invalid type: array, expected an id (number or text)",
/// );
/// # Ok::<(), chathooks::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lenient<T> {
    /// What fits.
    pub webhook: T,
    /// What does not, in the order of the body; empty if everything fits.
    pub misfits: Vec<Misfit>,
}

/// A part of a body that does not fit its model.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Misfit {
    /// JSON pointer (RFC 6901) into the body.
    pub pointer: String,
    /// The part byte for byte.
    pub value: Json,
    /// Why it does not fit.
    pub error: ParseError,
}

impl<T> Lenient<T> {
    pub(crate) fn map<U>(self, map: impl FnOnce(T) -> U) -> Lenient<U> {
        Lenient { webhook: map(self.webhook), misfits: self.misfits }
    }
}

impl<T: Serialize> Lenient<T> {
    /// The body as JSON: what fits, with every misfit in its place.
    ///
    /// # Errors
    ///
    /// If writing fails, which it does not for what was read.
    pub fn to_body(&self) -> Result<String, serde_json::Error> {
        let mut body = serde_json::to_string(&self.webhook)?;
        for misfit in &self.misfits {
            json::insert(&mut body, &misfit.pointer, misfit.value.get());
        }
        Ok(body)
    }

    /// Whether [`to_body`](Self::to_body) gives `body` back as a JSON value, as
    /// [`Webhook::is_lossless`](crate::Webhook::is_lossless) says of a body that fits.
    #[must_use]
    pub fn is_lossless(&self, body: &[u8]) -> bool {
        self.to_body().is_ok_and(|written| drift::is_same(body, &written))
    }
}
