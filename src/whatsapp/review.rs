use crate::wire::{object, open_enum};

object! {
    /// A business account was reviewed.
    pub struct AccountReview {
        /// How it went.
        decision: Option<Decision>,
    }
}

open_enum! {
    /// How a review of an account or a name went.
    pub enum Decision {
        /// It may be used.
        "APPROVED" as Approved,
        /// It may not be used.
        "REJECTED" as Rejected,
        /// It is not decided, and may not be used yet.
        "PENDING" as Pending,
        /// It was put off, and may not be used yet.
        "DEFERRED" as Deferred,
    }
}
