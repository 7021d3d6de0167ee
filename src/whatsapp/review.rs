use crate::wire::{object, open_enum};

object! {
    /// The result of the review of a business account.
    pub struct AccountReview {
        /// The decision of the reviewers.
        decision: Option<Decision>,
    }
}

open_enum! {
    /// The result of a review of an account or of a display name.
    pub enum Decision {
        /// The account or name was approved and may be used.
        "APPROVED" as Approved,
        /// The account or name was rejected and may not be used.
        "REJECTED" as Rejected,
        /// The review is pending, so the account or name may not be used yet.
        "PENDING" as Pending,
        /// The decision was deferred, so the account or name may not be used yet.
        "DEFERRED" as Deferred,
    }
}
