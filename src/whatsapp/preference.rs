use super::UserId;
use crate::wire::{Id, Text, Timestamp, WaId, object, open_enum};

object! {
    /// A customer's choice to stop or resume receiving messages of a category.
    pub struct UserPreference {
        /// The customer's phone number.
        wa_id: Option<WaId>,
        /// The customer's business-scoped ID.
        user_id: Option<UserId>,
        /// The customer's ID across linked business portfolios.
        parent_user_id: Option<UserId>,
        /// The change as a sentence.
        detail: Option<Text>,
        /// The category of messages: `marketing_messages`.
        category: Option<Text>,
        /// The choice that the customer made.
        value: Option<Preference>,
        /// The ID of the form that the customer signed up with. Observed in a test body.
        signup_id: Option<Id>,
        /// When the customer made the choice, as Unix time in seconds.
        timestamp: Option<Timestamp>,
    }
}

open_enum! {
    /// A customer's choice about messages of a category.
    pub enum Preference {
        /// The customer no longer wants to receive such messages.
        "stop" as Stop,
        /// The customer wants to receive such messages again.
        "resume" as Resume,
        /// The customer signed up to receive such messages. Observed in a test body.
        "signup" as Signup,
    }
}
