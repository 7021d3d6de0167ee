use super::{
    AgentId, ContactId, Dialect, Direction, MessageId, MessageStatus, MessageType, OutboxEventId,
    WhatsAppAccountId, dialect::any,
};
use crate::wire::{E164, Json, Phone, RawId, Text, Timestamp, WaId, object};

object! {
    /// The data of `message.incoming` and `message.received`: a message that a customer sent.
    pub struct IncomingMessage {
        /// The message's ID, in all dialects; WhatsApp's own in the help dialect only.
        "message_id" as id: Option<MessageId>,
        /// The customer's phone number with a plus, in the help dialect.
        from: Option<Phone>,
        /// The customer's phone number as digits only, in the docs dialect.
        sender: Option<WaId>,
        /// The customer's phone number as WhatsApp has it, in the engine dialect; empty if there is
        /// none.
        contact_phone: Option<WaId>,
        /// The customer's ID, in the help and engine dialects. Absent from one of the pages of the
        /// help center.
        contact_id: Option<ContactId>,
        /// The customer's name, in the help and engine dialects; empty in the latter if there is
        /// none.
        contact_name: Option<Text>,
        /// The ID of the WhatsApp account that received the message, in the help dialect.
        whatsapp_account_id: Option<WhatsAppAccountId>,
        /// The phone number of the business as digits only, in the docs dialect.
        waba_number: Option<WaId>,
        /// The phone number of the business as in `waba_number`, in the docs dialect.
        recipient: Option<WaId>,
        /// The name, not the ID, of the WhatsApp account that received the message, in the engine
        /// dialect.
        whatsapp_account: Option<Text>,
        /// The type of the message, in the help and docs dialects.
        "type" as kind: Option<MessageType>,
        /// The type of the message, in the engine dialect.
        message_type: Option<MessageType>,
        /// The text of the message, in the help dialect.
        text: Option<Text>,
        /// The text of the message, in the docs dialect.
        body: Option<Text>,
        /// The text of the message, the caption of a file, or the title of a button, in the engine
        /// dialect; empty for a file without a caption.
        ///
        /// For a location it is the JSON of a [`Place`](super::Place), and for contacts that of an
        /// array of [`Card`](super::Card)s.
        content: Option<Text>,
        /// The direction of the message, in the engine dialect: `incoming`.
        direction: Option<Direction>,
        /// The delivery status of the message, in the docs dialect; not known to be sent for
        /// incoming messages.
        status: Option<MessageStatus>,
        /// The path of the file relative to the installation's URL, in the engine dialect since
        /// July 2026.
        ///
        /// Absent without a file, as are the other two members, and also if the engine could not
        /// download the file.
        media_url: Option<Text>,
        /// The MIME type of the file, in the engine dialect since July 2026.
        media_mime_type: Option<Text>,
        /// The name of the file, in the engine dialect since July 2026.
        media_filename: Option<Text>,
        /// The event's ID, which stays the same when the event is retried, unlike the time in the
        /// envelope. Observed in a fork with a durable queue.
        ///
        /// The fork sends all the following members with it.
        outbox_event_id: Option<OutboxEventId>,
        /// The time at which the event happened. Observed in a fork.
        occurred_at: Option<Timestamp>,
        /// The event's ID in the activity log of the account. Observed in a fork.
        activity_event_id: Option<RawId>,
        /// The event type, as in the envelope. Observed in a fork.
        event_type: Option<Text>,
        /// The category of the event, coarser than its type. Observed in a fork.
        category: Option<Text>,
        /// The human-readable title of the event. Observed in a fork.
        title: Option<Text>,
        /// The human-readable summary of what happened. Observed in a fork.
        summary: Option<Text>,
        /// The type of the object that caused the event. Observed in a fork.
        source_type: Option<Text>,
        /// The ID of the object that caused the event. Observed in a fork.
        source_id: Option<RawId>,
        /// The type of person or program that caused the event; its values are not known. Observed
        /// in a fork.
        actor_type: Option<Text>,
        /// The ID of the user of the account who caused the event; empty if none did. Observed in a
        /// fork.
        actor_user_id: Option<AgentId>,
        /// The ID of the lead that the contact is; empty if it is not a lead. Observed in a fork.
        lead_id: Option<RawId>,
        /// Further data of the event. Observed in a fork.
        metadata: Option<Json>,
    }
}

impl IncomingMessage {
    /// Returns the text of the message, in any dialect; `None` if it is empty.
    #[must_use]
    pub fn plain_text(&self) -> Option<&str> {
        let texts = [&self.text, &self.body, &self.content];
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
        let others = || [&self.sender, &self.contact_phone].into_iter().flatten();
        self.from.as_ref().and_then(Phone::e164).or_else(|| others().find_map(WaId::e164))
    }

    pub(super) fn dialect(&self) -> Option<Dialect> {
        Dialect::of(
            any!(self has from whatsapp_account_id text),
            any!(self has sender waba_number recipient body status),
            any!(self has contact_phone whatsapp_account message_type content direction media_url
                media_mime_type media_filename outbox_event_id),
        )
    }
}
