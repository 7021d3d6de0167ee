use super::Decision;
use crate::wire::{Text, WaId, object};

object! {
    /// The review result of the display name of a business phone number, which customers see next
    /// to the number.
    pub struct LineName {
        /// The business phone number, as digits.
        display_phone_number: Option<WaId>,
        /// The result of the review.
        decision: Option<Decision>,
        /// The display name that was requested.
        requested_verified_name: Option<Text>,
        /// The reason why the name was rejected: `NAME_EMPLOYEE_ISSUE`,
        /// `NAME_ENDCLIENT_NOTRELATED`, `NAME_FORMAT_UNACCEPTABLE`, `NAME_INDIVIDUAL_ISSUE`,
        /// `NAME_NOT_CONSISTENT` or `UNKNOWN`. Null if it was not rejected.
        rejection_reason: Option<Text>,
    }
}
