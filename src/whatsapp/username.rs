use crate::wire::{Text, WaId, object, open_enum};

object! {
    /// The user name of a business.
    pub struct BusinessUsername {
        /// The business number: digits; absent where it has none to show.
        display_phone_number: Option<WaId>,
        /// The name, without `@`; absent when it was deleted.
        username: Option<Text>,
        /// What became of it.
        status: Option<UsernameStatus>,
    }
}

open_enum! {
    /// What became of a user name.
    pub enum UsernameStatus {
        /// It is the business's.
        "approved" as Approved,
        /// It is nobody's any more.
        "deleted" as Deleted,
        /// It is kept for the business, and not shown yet.
        "reserved" as Reserved,
        /// It is being reviewed. Seen at a relay.
        "pending_review" as PendingReview,
    }
}
