use super::{
    AgentId, ContactId, Dialect, Direction, MessageId, MessageStatus, MessageType, dialect::any,
};
use crate::wire::{E164, Phone, Text, WaId, object};

object! {
    /// Data of `message.outgoing` and `message.sent`: a message that the business sent. In help and
    /// docs it is a receipt for the message, in the engine the message itself.
    pub struct OutgoingMessage {
        /// The message, in every dialect; that of WhatsApp only in help.
        "message_id" as id: Option<MessageId>,
        /// Help: number of the customer, with plus.
        to: Option<Phone>,
        /// Docs: number of the customer, digits only.
        recipient: Option<WaId>,
        /// Engine: number of the customer, as WhatsApp has it.
        contact_phone: Option<WaId>,
        /// Engine: the customer.
        contact_id: Option<ContactId>,
        /// Engine: name of the customer; empty if there is none.
        contact_name: Option<Text>,
        /// Docs: number of the business, digits only.
        waba_number: Option<WaId>,
        /// Docs: number of the business, as in `waba_number`.
        sender: Option<WaId>,
        /// Engine: name, and not id, of the WhatsApp account it was sent from.
        whatsapp_account: Option<Text>,
        /// Help and docs: what the message consists of.
        "type" as kind: Option<MessageType>,
        /// Engine: what the message consists of.
        message_type: Option<MessageType>,
        /// Docs: text of the message; not known to be sent in a receipt.
        body: Option<Text>,
        /// Engine: text of the message, caption of a file, question of buttons or a list; empty for
        /// a file without caption. For a template its text with the values put in.
        content: Option<Text>,
        /// Engine: `outgoing`.
        direction: Option<Direction>,
        /// Help and docs: how far the message has come.
        status: Option<MessageStatus>,
        /// Engine, since July 2026: where the file is, as a path below the installation's URL.
        /// Absent without a file, as are the other two.
        media_url: Option<Text>,
        /// Engine, since July 2026: MIME type of the file.
        media_mime_type: Option<Text>,
        /// Engine, since July 2026: name of the file.
        media_filename: Option<Text>,
        /// Engine: the agent who sent it; absent if no agent did.
        sent_by_user_id: Option<AgentId>,
    }
}

impl OutgoingMessage {
    /// Text of the message in any dialect; `None` if it is empty.
    #[must_use]
    pub fn plain_text(&self) -> Option<&str> {
        let texts = [&self.body, &self.content];
        texts.into_iter().flatten().map(Text::as_str).find(|text| !text.is_empty())
    }

    /// What the message consists of, in any dialect.
    #[must_use]
    pub fn message_kind(&self) -> Option<&MessageType> {
        self.kind.as_ref().or(self.message_type.as_ref())
    }

    /// Number of the customer in E.164 form, in any dialect; `None` if there is none for certain.
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
