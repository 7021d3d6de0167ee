use super::OutboxEventId;
use crate::wire::{Timestamp, object};

object! {
    /// What an event from the durable queue of a fork has in `data`, whatever its name; it can be
    /// read from the body of an [`Unknown`](crate::wire::Unknown). Observed: a fork of the engine.
    pub struct Queued {
        /// Id of the event, which stays the same when it is tried again.
        outbox_event_id: Option<OutboxEventId>,
        /// When it happened.
        occurred_at: Option<Timestamp>,
    }
}
