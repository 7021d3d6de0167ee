use super::{Dialect, ErrorCode, MessageId, MessageStatus, MessageType, dialect::any};
use crate::wire::{E164, Phone, Text, WaId, object};

object! {
    /// Data of `message.delivered`, `message.read` and `message.failed`: what became of a message.
    /// The engine has no such events.
    pub struct Receipt {
        /// The message, as in `message.sent`.
        message_id: Option<MessageId>,
        /// Help: number of the customer, with plus.
        to: Option<Phone>,
        /// Docs: number of the customer, digits only.
        recipient: Option<WaId>,
        /// Docs: number of the business, digits only. The other way round than in
        /// `message.received`.
        sender: Option<WaId>,
        /// Docs: number of the business, digits only.
        waba_number: Option<WaId>,
        /// Docs: what the message consists of; in help only known from `message.sent`.
        "type" as kind: Option<MessageType>,
        /// Docs: text of the message; not known to be sent in a receipt.
        body: Option<Text>,
        /// Docs: how far the message has come. Absent from the help center's sample of
        /// `message.failed`: there the name of the event tells it alone.
        status: Option<MessageStatus>,
        /// Help, `message.failed`: why it failed.
        error_code: Option<ErrorCode>,
        /// Help, `message.failed`: why it failed, in words.
        error_message: Option<Text>,
    }
}

impl Receipt {
    /// Number of the customer in E.164 form, in any dialect; `None` if there is none for certain.
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
