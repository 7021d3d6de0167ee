use super::MessagingLimit;
use crate::wire::{Text, WaId, object};

object! {
    /// A change to the messaging limit or the quality of a business phone number.
    pub struct LineQuality {
        /// The business phone number, as digits.
        display_phone_number: Option<WaId>,
        /// The event that happened: `ONBOARDING` or `THROUGHPUT_UPGRADE`. `FLAGGED` is documented
        /// on another page, `UPGRADE` was observed in a test body, and `DOWNGRADE` and `UNFLAGGED`
        /// are legacy.
        event: Option<Text>,
        /// The number of customers that the business may contact first within 24 hours, across all
        /// its phone numbers.
        max_daily_conversations_per_business: Option<MessagingLimit>,
        /// The number of customers that the business may contact first within 24 hours from this
        /// phone number. Sent until February 2026.
        current_limit: Option<MessagingLimit>,
        /// The previous limit of this phone number. Sent until February 2026.
        old_limit: Option<MessagingLimit>,
    }
}
