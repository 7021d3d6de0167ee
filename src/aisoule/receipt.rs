use super::{Dialect, ErrorCode, MessageId, MessageStatus, MessageType, dialect::any};
use crate::wire::{E164, Phone, Text, WaId, object};

object! {
    /// The data of `message.delivered`, `message.read` and `message.failed`: the delivery status of
    /// a message.
    ///
    /// The engine has no such events.
    pub struct Receipt {
        /// The message's ID, as in `message.sent`.
        message_id: Option<MessageId>,
        /// The customer's phone number with a plus, in the help dialect.
        to: Option<Phone>,
        /// The customer's phone number as digits only, in the docs dialect.
        recipient: Option<WaId>,
        /// The phone number of the business as digits only, in the docs dialect. In
        /// `message.received` the sender is the customer instead.
        sender: Option<WaId>,
        /// The phone number of the business as digits only, in the docs dialect.
        waba_number: Option<WaId>,
        /// The type of the message, in the docs dialect; in the help dialect known from
        /// `message.sent` only.
        "type" as kind: Option<MessageType>,
        /// The text of the message, in the docs dialect; not known to be sent in a receipt.
        body: Option<Text>,
        /// The delivery status of the message, in the docs dialect. The help center's sample of
        /// `message.failed` has none: there, only the event type states it.
        status: Option<MessageStatus>,
        /// The code of the error that made the delivery fail, in the help dialect. `message.failed`
        /// only.
        error_code: Option<ErrorCode>,
        /// The human-readable reason why the delivery failed, in the help dialect. `message.failed`
        /// only.
        error_message: Option<Text>,
    }
}

impl Receipt {
    /// Returns the customer's phone number in E.164 form, in any dialect; `None` if it is not
    /// certain to be one.
    #[must_use]
    pub fn customer_phone(&self) -> Option<E164> {
        let recipient = || self.recipient.as_ref().and_then(WaId::e164);
        self.to.as_ref().and_then(Phone::e164).or_else(recipient)
    }

    pub(super) fn dialect(&self) -> Option<Dialect> {
        Dialect::of(
            any!(self has to error_code error_message),
            any!(self has recipient sender waba_number body),
            false,
        )
    }
}
