use crate::wire::{RawId, WaId, object, open_enum};

object! {
    /// A change of the two-step verification PIN of a business phone number, or a request to reset
    /// it.
    pub struct Security {
        /// The business phone number, as digits.
        display_phone_number: Option<WaId>,
        /// The event that happened to the PIN.
        event: Option<SecurityEvent>,
        /// The ID of the Meta Business Suite user who requested to reset the PIN. Sent only with
        /// `PIN_RESET_REQUEST`.
        requester: Option<RawId>,
    }
}

open_enum! {
    /// The kind of event that happened to a PIN.
    pub enum SecurityEvent {
        /// The PIN was changed or enabled.
        "PIN_CHANGED" as PinChanged,
        /// A user requested to disable the PIN.
        "PIN_RESET_REQUEST" as PinResetRequest,
        /// The PIN was disabled after a request.
        "PIN_REQUEST_SUCCESS" as PinRequestSuccess,
    }
}
