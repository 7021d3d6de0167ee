use super::{
    AgentId, ContactId, Dialect, Direction, MessageId, MessageStatus, MessageType, dialect::any,
};
use crate::wire::{E164, Phone, Text, WaId, object};

object! {
    /// The data of `message.outgoing` and `message.sent`: a message that the business sent.
    ///
    /// In the help and docs dialects it is a receipt for the message, and in the engine dialect the
    /// message itself.
    pub struct OutgoingMessage {
        /// The message's ID, in all dialects; WhatsApp's own in the help dialect only.
        "message_id" as id: Option<MessageId>,
        /// The customer's phone number with a plus, in the help dialect.
        to: Option<Phone>,
        /// The customer's phone number as digits only, in the docs dialect.
        recipient: Option<WaId>,
        /// The customer's phone number as WhatsApp has it, in the engine dialect.
        contact_phone: Option<WaId>,
        /// The customer's ID, in the engine dialect.
        contact_id: Option<ContactId>,
        /// The customer's name, in the engine dialect; empty if there is none.
        contact_name: Option<Text>,
        /// The phone number of the business as digits only, in the docs dialect.
        waba_number: Option<WaId>,
        /// The phone number of the business as in `waba_number`, in the docs dialect.
        sender: Option<WaId>,
        /// The name, not the ID, of the WhatsApp account that sent the message, in the engine
        /// dialect.
        whatsapp_account: Option<Text>,
        /// The type of the message, in the help and docs dialects.
        "type" as kind: Option<MessageType>,
        /// The type of the message, in the engine dialect.
        message_type: Option<MessageType>,
        /// The text of the message, in the docs dialect; not known to be sent in a receipt.
        body: Option<Text>,
        /// The text of the message, the caption of a file, or the question of buttons or a list, in
        /// the engine dialect; empty for a file without a caption.
        ///
        /// For a template it is the text with the values inserted, or `[Template: NAME]` if the
        /// template has no text.
        content: Option<Text>,
        /// The direction of the message, in the engine dialect: `outgoing`.
        direction: Option<Direction>,
        /// The delivery status of the message, in the help and docs dialects.
        status: Option<MessageStatus>,
        /// The path of the file relative to the installation's URL, in the engine dialect since
        /// July 2026.
        ///
        /// Absent without a file, as are the other two members.
        media_url: Option<Text>,
        /// The MIME type of the file, in the engine dialect since July 2026.
        media_mime_type: Option<Text>,
        /// The name of the file, in the engine dialect since July 2026.
        media_filename: Option<Text>,
        /// The ID of the agent who sent the message, in the engine dialect; absent if no agent did.
        sent_by_user_id: Option<AgentId>,
    }
}

impl OutgoingMessage {
    /// Returns the text of the message, in any dialect; `None` if it is empty.
    #[must_use]
    pub fn plain_text(&self) -> Option<&str> {
        let texts = [&self.body, &self.content];
        texts.into_iter().flatten().map(Text::as_str).find(|text| !text.is_empty())
    }

    /// Returns the type of the message, in any dialect.
    #[must_use]
    pub fn message_kind(&self) -> Option<&MessageType> {
        self.kind.as_ref().or(self.message_type.as_ref())
    }

    /// Returns the customer's phone number in E.164 form, in any dialect; `None` if it is not
    /// certain to be one.
    #[must_use]
    pub fn customer_phone(&self) -> Option<E164> {
        let others = || [&self.recipient, &self.contact_phone].into_iter().flatten();
        self.to.as_ref().and_then(Phone::e164).or_else(|| others().find_map(WaId::e164))
    }

    pub(super) fn dialect(&self) -> Option<Dialect> {
        Dialect::of(
            any!(self has to),
            any!(self has recipient waba_number sender body),
            any!(self has contact_phone contact_id contact_name whatsapp_account message_type
                content direction media_url media_mime_type media_filename sent_by_user_id),
        )
    }
}
