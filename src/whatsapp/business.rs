use super::BusinessId;
use crate::wire::{Text, object};

object! {
    /// Something about a business. From test deliveries; no page describes it.
    pub struct BusinessStatus {
        /// The business portfolio; a number.
        business_id: Option<BusinessId>,
        /// What happened; seen: `COMPROMISED_NOTIFICATION`.
        event: Option<Text>,
    }
}
