use super::Decision;
use crate::wire::{Text, WaId, object};

object! {
    /// The name that customers see beside a number was reviewed.
    pub struct LineName {
        /// The business number: digits.
        display_phone_number: Option<WaId>,
        /// How it went.
        decision: Option<Decision>,
        /// The name.
        requested_verified_name: Option<Text>,
        /// Why it was rejected: `NAME_EMPLOYEE_ISSUE`, `NAME_ENDCLIENT_NOTRELATED`,
        /// `NAME_FORMAT_UNACCEPTABLE`, `NAME_INDIVIDUAL_ISSUE`, `NAME_NOT_CONSISTENT` or `UNKNOWN`;
        /// null where it was not.
        rejection_reason: Option<Text>,
    }
}
