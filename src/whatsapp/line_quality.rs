use super::MessagingLimit;
use crate::wire::{Text, WaId, object};

object! {
    /// How much may be sent from a number.
    pub struct LineQuality {
        /// The business number: digits.
        display_phone_number: Option<WaId>,
        /// What happened: `ONBOARDING` or `THROUGHPUT_UPGRADE`; on another page `FLAGGED`, in a
        /// test body `UPGRADE`; older: `DOWNGRADE`, `UNFLAGGED`.
        event: Option<Text>,
        /// To how many customers the business may write first within 24 hours, with all its
        /// numbers.
        max_daily_conversations_per_business: Option<MessagingLimit>,
        /// The same with this number, until February 2026.
        current_limit: Option<MessagingLimit>,
        /// The limit before, until February 2026.
        old_limit: Option<MessagingLimit>,
    }
}
