use super::BusinessId;
use crate::wire::{Text, object};

object! {
    /// An event about a business portfolio. Known from test deliveries; no page documents it.
    pub struct BusinessStatus {
        /// The ID of the business portfolio; a number.
        business_id: Option<BusinessId>,
        /// The event that happened. The only value observed is `COMPROMISED_NOTIFICATION`.
        event: Option<Text>,
    }
}
