use super::MessagingLimit;
use crate::wire::{Number, object};

object! {
    /// The limits on what a business may do, such as how many customers it may contact.
    pub struct Capability {
        /// The number of customers that the business may contact first within 24 hours, across all
        /// its phone numbers.
        max_daily_conversations_per_business: Option<MessagingLimit>,
        /// The number of customers that the business may contact first within 24 hours from one
        /// phone number, or -1 for no limit. Sent until February 2026.
        max_daily_conversation_per_phone: Option<MessagingLimit>,
        /// The maximum number of phone numbers in the business portfolio.
        max_phone_numbers_per_business: Option<Number>,
        /// The maximum number of phone numbers in the account. Absent if the limit of the portfolio
        /// is present.
        max_phone_numbers_per_waba: Option<Number>,
    }
}
