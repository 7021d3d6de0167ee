use crate::wire::{Id, WaId, object, open_enum};

object! {
    /// The PIN of a number was changed or asked for.
    pub struct Security {
        /// The business number: digits.
        display_phone_number: Option<WaId>,
        /// What happened.
        event: Option<SecurityEvent>,
        /// Who asked for a new PIN: a user of Meta's Business Suite. With `PIN_RESET_REQUEST`
        /// alone.
        requester: Option<Id>,
    }
}

open_enum! {
    /// What happened to a PIN.
    pub enum SecurityEvent {
        /// It was changed or switched on.
        "PIN_CHANGED" as PinChanged,
        /// A person asked to switch it off.
        "PIN_RESET_REQUEST" as PinResetRequest,
        /// It was switched off after that.
        "PIN_REQUEST_SUCCESS" as PinRequestSuccess,
    }
}
