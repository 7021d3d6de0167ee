use super::UserId;
use crate::wire::{Text, Timestamp, WaId, object};

object! {
    /// A change of a customer's ID, which happens when their phone number changes.
    ///
    /// Announced in 2026, and withdrawn in favor of a [notice](super::System) among the messages.
    pub struct UserIdUpdate {
        /// The customer's phone number.
        wa_id: Option<WaId>,
        /// The change as a sentence.
        detail: Option<Text>,
        /// The customer's previous and current business-scoped ID.
        user_id: Option<ChangedId>,
        /// The customer's previous and current ID across linked business portfolios. Present only
        /// where portfolios are linked.
        parent_user_id: Option<ChangedId>,
        /// When the ID changed, as Unix time in seconds.
        timestamp: Option<Timestamp>,
    }
}

object! {
    /// The ID of a customer before and after a change.
    pub struct ChangedId {
        /// The ID before the change.
        previous: Option<UserId>,
        /// The ID after the change.
        current: Option<UserId>,
    }
}
