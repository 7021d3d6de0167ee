use chrono::{DateTime, Utc};

use super::{BroadcastId, BusinessId, instant};
use crate::wire::{Timestamp, Undocumented, object, open_enum};

object! {
    /// The payload of `broadcast_complete`: a message to many customers that has ended. It has no
    /// counts.
    pub struct Broadcast {
        /// The broadcast's ID, an integer.
        "broadcast_id" as id: Option<BroadcastId>,
        /// The state of the broadcast; `completed` in the sample.
        "broadcast_status" as status: Option<BroadcastStatus>,
        /// The time at which the state was last changed, in RFC 3339 with nanoseconds.
        "broadcast_updated_at" as updated_at: Option<Undocumented<Timestamp>>,
        /// The ID of the business that sent the broadcast.
        business_id: Option<BusinessId>,
        /// The time of the event. In the sample it is unset, which is sent as the year 1.
        timestamp: Option<Undocumented<Timestamp>>,
    }
}

impl Broadcast {
    /// Returns the time at which the state was last changed, or else the time of the event.
    ///
    /// Returns `None` if both are missing or zero.
    #[must_use]
    pub fn happened_at(&self) -> Option<DateTime<Utc>> {
        instant(self.updated_at.as_ref()).or_else(|| instant(self.timestamp.as_ref()))
    }
}

open_enum! {
    /// The state of a broadcast.
    pub enum BroadcastStatus {
        /// The broadcast has ended. Whether other states are sent is not known.
        "completed" as Completed,
    }
}
