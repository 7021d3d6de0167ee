//! The result of lenient parsing: a payload, and the parts that do not fit.

use serde::Serialize;

use crate::{ParseError, drift, json, wire::Json};

/// A parsed body, and the parts of it that do not fit the model.
///
/// A wrong element does not affect the rest of its array, nor a wrong member the rest of its
/// object. At most a thousand parts are set aside one by one; if there are more, the object or
/// array around them is set aside. Payload and misfits together are the whole body, see
/// [`to_body`](Self::to_body).
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
    /// The payload, without the parts that do not fit.
    pub webhook: T,
    /// The parts that do not fit, in the order of the body. Empty if everything fits.
    pub misfits: Vec<Misfit>,
}

/// A part of a body that does not fit its model, set aside by lenient parsing.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Misfit {
    /// The JSON pointer (RFC 6901) to the part in the body.
    pub pointer: String,
    /// The part, byte for byte.
    pub value: Json,
    /// The reason why the part does not fit.
    pub error: ParseError,
}

impl<T> Lenient<T> {
    pub(crate) fn map<U>(self, map: impl FnOnce(T) -> U) -> Lenient<U> {
        Lenient { webhook: map(self.webhook), misfits: self.misfits }
    }
}

impl<T: Serialize> Lenient<T> {
    /// Writes the body as JSON: the payload, with every misfit inserted at its pointer.
    ///
    /// # Errors
    ///
    /// Returns an error if serialization fails, which does not happen for a payload that was
    /// parsed.
    pub fn to_body(&self) -> Result<String, serde_json::Error> {
        let mut body = serde_json::to_string(&self.webhook)?;
        for misfit in &self.misfits {
            json::insert(&mut body, &misfit.pointer, misfit.value.get());
        }
        Ok(body)
    }

    /// Returns whether [`to_body`](Self::to_body) gives `body` back, as a JSON value.
    ///
    /// This is [`Webhook::is_lossless`](crate::Webhook::is_lossless) for lenient parsing.
    #[must_use]
    pub fn is_lossless(&self, body: &[u8]) -> bool {
        self.to_body().is_ok_and(|written| drift::is_same(body, &written))
    }
}
