use super::OutboxEventId;
use crate::wire::{Timestamp, object};

object! {
    /// The `data` members that a fork's durable queue adds to every event, whatever its type.
    ///
    /// It can be read from the body of an [`Unknown`](crate::wire::Unknown). Observed in a fork of
    /// the engine.
    pub struct Queued {
        /// The event's ID, which stays the same when the event is retried.
        outbox_event_id: Option<OutboxEventId>,
        /// The time at which the event happened.
        occurred_at: Option<Timestamp>,
    }
}
