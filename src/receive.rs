use crate::{Misfit, ParseError, Provider, normalize::Event};

/// What a body holds, as far as it could be read: the result of [`Provider::receive`].
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Received {
    /// The events, in the order of the body.
    pub events: Vec<Event>,
    /// The parts that do not fit; their neighbors are in the events.
    pub misfits: Vec<Misfit>,
    /// Why nothing could be read. Then there are no events and no misfits.
    pub error: Option<ParseError>,
}

impl Received {
    /// Returns whether all of the body was read. If not, keep the body: a later version may read it.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.error.is_none() && self.misfits.is_empty()
    }
}

impl Provider {
    /// Reads a body that this provider sent, leniently, and maps it onto events. Never fails: what
    /// cannot be read is in the result, for a worker that must not stop.
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
