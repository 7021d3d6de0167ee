use super::UserId;
use crate::wire::{RawId, Text, Timestamp, WaId, object, open_enum};

object! {
    /// A customer's choice to stop or resume receiving messages of a category.
    ///
    /// After `stop`, sending a marketing message fails with error 131050. One operator received the
    /// same choice repeatedly.
    pub struct UserPreference {
        /// The customer's phone number. Absent if the customer hides it.
        wa_id: Option<WaId>,
        /// The customer's business-scoped ID, such as `US.1349…`; since 2026.
        user_id: Option<UserId>,
        /// The customer's ID across linked business portfolios. Present only where portfolios are
        /// linked.
        parent_user_id: Option<UserId>,
        /// The choice as a sentence. May be absent.
        detail: Option<Text>,
        /// The category of messages that the choice is about. The only known value is
        /// `marketing_messages`.
        category: Option<Text>,
        /// The choice that the customer made.
        value: Option<Preference>,
        /// The ID of the form that the customer signed up with. Observed in a test body.
        signup_id: Option<RawId>,
        /// When the customer made the choice, as Unix time in seconds: a number, or a string in the
        /// types of one library.
        timestamp: Option<Timestamp>,
    }
}

open_enum! {
    /// A customer's choice about messages of a category.
    pub enum Preference {
        /// The customer no longer wants to receive messages of the category.
        "stop" as Stop,
        /// The customer wants to receive messages of the category again.
        "resume" as Resume,
        /// The customer signed up for messages of the category. Observed in a test body.
        "signup" as Signup,
    }
}
