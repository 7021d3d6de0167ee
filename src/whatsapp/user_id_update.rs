use super::UserId;
use crate::wire::{Text, Timestamp, WaId, object};

object! {
    /// A change of a customer's ID, which happens when their phone number changes.
    ///
    /// Announced in 2026, and withdrawn in favor of a [notice](super::System) among the messages.
    pub struct UserIdUpdate {
        /// The customer's phone number. Absent if the customer hides it.
        wa_id: Option<WaId>,
        /// The change as a sentence. May be absent.
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
        /// The ID before the change, such as `US.1349…`.
        previous: Option<UserId>,
        /// The ID after the change, such as `US.1349…`.
        current: Option<UserId>,
    }
}
