use crate::wire::{Id, Json, Text, object};

object! {
    /// What Meta keeps for itself. Observed in 2026, undocumented.
    pub struct InternalData {
        /// Account that a message belongs to.
        account_context: Option<AccountContext>,
        /// More about a status; the shape is not known.
        webhook_extra_data: Option<Json>,
    }
}

object! {
    /// Account that a message belongs to. Observed in 2026, undocumented; what the ids are is not
    /// known.
    pub struct AccountContext {
        /// An id.
        waac_id: Option<Id>,
        /// An id.
        cs_id: Option<Id>,
        /// Sort of the account.
        "account_context_type" as kind: Option<Text>,
    }
}
