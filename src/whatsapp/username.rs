use crate::wire::{Text, WaId, object, open_enum};

object! {
    /// A change to the username of a business.
    pub struct BusinessUsername {
        /// The business phone number, as digits. Absent if the business has none to display.
        display_phone_number: Option<WaId>,
        /// The username, without `@`. Absent if it was deleted.
        username: Option<Text>,
        /// The status of the username.
        status: Option<UsernameStatus>,
    }
}

open_enum! {
    /// The status of a business's username.
    pub enum UsernameStatus {
        /// The username was approved and belongs to the business.
        "approved" as Approved,
        /// The username was deleted and no longer belongs to anyone.
        "deleted" as Deleted,
        /// The username is reserved for the business, but not visible yet.
        "reserved" as Reserved,
        /// The username is being reviewed. Observed from a relay.
        "pending_review" as PendingReview,
    }
}
