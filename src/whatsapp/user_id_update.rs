use super::UserId;
use crate::wire::{Text, Timestamp, WaId, object};

object! {
    /// The id of a customer changed, which it does with the number.
    ///
    /// Announced in 2026 and withdrawn in favor of a [notice](super::System) among the messages.
    pub struct UserIdUpdate {
        /// Number of the customer.
        wa_id: Option<WaId>,
        /// What happened, as a sentence.
        detail: Option<Text>,
        /// Business-scoped id.
        user_id: Option<ChangedId>,
        /// Id across linked business portfolios; only where portfolios are linked.
        parent_user_id: Option<ChangedId>,
        /// When, in seconds.
        timestamp: Option<Timestamp>,
    }
}

object! {
    /// An id before and after.
    pub struct ChangedId {
        /// The id before.
        previous: Option<UserId>,
        /// The id after.
        current: Option<UserId>,
    }
}
