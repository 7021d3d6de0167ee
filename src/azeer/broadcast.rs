use chrono::{DateTime, Utc};

use super::{BroadcastId, BusinessId, instant};
use crate::wire::{Timestamp, Undocumented, object, open_enum};

object! {
    /// Body of `broadcast_complete`: a message to many. It has no counts.
    pub struct Broadcast {
        /// The broadcast.
        "broadcast_id" as id: Option<BroadcastId>,
        /// How far the broadcast has come.
        "broadcast_status" as status: Option<BroadcastStatus>,
        /// When the status was last changed: RFC 3339 in nanoseconds.
        "broadcast_updated_at" as updated_at: Option<Undocumented<Timestamp>>,
        /// The business.
        business_id: Option<BusinessId>,
        /// In the sample not set, which is sent as the year 1.
        timestamp: Option<Undocumented<Timestamp>>,
    }
}

impl Broadcast {
    /// When the status was last changed, or else the time of the event; `None` if both are missing
    /// or zero.
    #[must_use]
    pub fn happened_at(&self) -> Option<DateTime<Utc>> {
        instant(self.updated_at.as_ref()).or_else(|| instant(self.timestamp.as_ref()))
    }
}

open_enum! {
    /// How far a broadcast has come.
    pub enum BroadcastStatus {
        /// It is over. Whether others are sent is not known.
        "completed" as Completed,
    }
}
