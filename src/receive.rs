use crate::{Misfit, ParseError, Provider, normalize::Event};

/// The result of [`Provider::receive`]: the events of a body, and what could not be read.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Received {
    /// The events, in the order of the body.
    pub events: Vec<Event>,
    /// The parts that do not fit the model. The rest of the body is in the events.
    pub misfits: Vec<Misfit>,
    /// The error if the whole body could not be read. Then there are no events and no misfits.
    pub error: Option<ParseError>,
}

impl Received {
    /// Returns whether the whole body was read.
    ///
    /// If not, keep the body: a later version of the crate may be able to read it.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.error.is_none() && self.misfits.is_empty()
    }
}

impl Provider {
    /// Parses a body that this provider sent leniently, and maps it onto events.
    ///
    /// It never fails, for a worker that must not stop: what cannot be read is part of the result.
    ///
    /// ```
    /// use chathooks::Provider;
    ///
    /// let body = br#"{"statuses":[{"id":"wamid.A","status":"read"},{"id":[7]}]}"#;
    /// let received = Provider::Smartflow.receive(body);
    /// assert_eq!(received.events.len(), 1);
    /// assert_eq!(received.misfits[0].pointer, "/statuses/1/id");
    ///
    /// let received = Provider::Smartflow.receive(b"<html>");
    /// assert!(received.events.is_empty() && received.error.is_some());
    /// ```
    #[must_use]
    pub fn receive(self, body: &[u8]) -> Received {
        match self.parse_lenient(body) {
            Ok(lenient) => Received {
                events: lenient.webhook.normalize().collect(),
                misfits: lenient.misfits,
                error: None,
            },
            Err(error) => Received { error: Some(error), ..Received::default() },
        }
    }
}
