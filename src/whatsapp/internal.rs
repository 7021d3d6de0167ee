use crate::wire::{Json, RawId, Text, object};

object! {
    /// Internal data of Meta's. Observed in 2026, undocumented.
    pub struct InternalData {
        /// The account that a message belongs to.
        account_context: Option<AccountContext>,
        /// Additional data about a status. The format is not known.
        webhook_extra_data: Option<Json>,
    }
}

object! {
    /// The account that a message belongs to. Observed in 2026, undocumented; the meaning of the
    /// IDs is not known.
    pub struct AccountContext {
        /// An ID of the account. Its meaning is not known.
        waac_id: Option<RawId>,
        /// A second ID of the account. Its meaning is not known.
        cs_id: Option<RawId>,
        /// The type of the account. No values are documented.
        "account_context_type" as kind: Option<Text>,
    }
}
