use super::MessagingLimit;
use crate::wire::{Number, object};

object! {
    /// How much a business may do.
    pub struct Capability {
        /// To how many customers it may write first within 24 hours, with all its numbers.
        max_daily_conversations_per_business: Option<MessagingLimit>,
        /// The same with one number, until February 2026; -1 without limit.
        max_daily_conversation_per_phone: Option<MessagingLimit>,
        /// How many numbers the business portfolio may have.
        max_phone_numbers_per_business: Option<Number>,
        /// How many numbers the account may have; absent where the portfolio's count is there.
        max_phone_numbers_per_waba: Option<Number>,
    }
}
