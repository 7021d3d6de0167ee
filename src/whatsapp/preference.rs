use super::UserId;
use crate::wire::{Id, Text, Timestamp, WaId, object, open_enum};

object! {
    /// A customer wants no more messages of a category, or wants them again.
    pub struct UserPreference {
        /// Number of the customer.
        wa_id: Option<WaId>,
        /// Business-scoped id of the customer.
        user_id: Option<UserId>,
        /// The same across linked business portfolios.
        parent_user_id: Option<UserId>,
        /// What happened, as a sentence.
        detail: Option<Text>,
        /// Which messages: `marketing_messages`.
        category: Option<Text>,
        /// What the customer wants.
        value: Option<Preference>,
        /// Form through which the customer signed up. Seen in a test body.
        signup_id: Option<Id>,
        /// When, in seconds.
        timestamp: Option<Timestamp>,
    }
}

open_enum! {
    /// What a customer wants.
    pub enum Preference {
        /// No more.
        "stop" as Stop,
        /// Again.
        "resume" as Resume,
        /// For the first time. Seen in a test body.
        "signup" as Signup,
    }
}
