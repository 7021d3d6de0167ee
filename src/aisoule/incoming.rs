use super::{
    AgentId, ContactId, Dialect, Direction, MessageId, MessageStatus, MessageType, OutboxEventId,
    WhatsAppAccountId, dialect::any,
};
use crate::wire::{E164, Id, Json, Phone, Text, Timestamp, WaId, object};

object! {
    /// Data of `message.incoming` and `message.received`: a message that a customer sent.
    pub struct IncomingMessage {
        /// The message, in every dialect; that of WhatsApp only in help.
        "message_id" as id: Option<MessageId>,
        /// Help: number of the customer, with plus.
        from: Option<Phone>,
        /// Docs: number of the customer, digits only.
        sender: Option<WaId>,
        /// Engine: number of the customer, as WhatsApp has it.
        contact_phone: Option<WaId>,
        /// Help and engine: the customer. Missing on one of the pages of the help center.
        contact_id: Option<ContactId>,
        /// Help and engine: name of the customer. Engine: empty if there is none.
        contact_name: Option<Text>,
        /// Help: the WhatsApp account it was sent to.
        whatsapp_account_id: Option<WhatsAppAccountId>,
        /// Docs: number of the business, digits only.
        waba_number: Option<WaId>,
        /// Docs: number of the business, as in `waba_number`.
        recipient: Option<WaId>,
        /// Engine: name, and not id, of the WhatsApp account it was sent to.
        whatsapp_account: Option<Text>,
        /// Help and docs: what the message consists of.
        "type" as kind: Option<MessageType>,
        /// Engine: what the message consists of.
        message_type: Option<MessageType>,
        /// Help: text of the message.
        text: Option<Text>,
        /// Docs: text of the message.
        body: Option<Text>,
        /// Engine: text of the message, caption of a file, title of a button; empty for a file
        /// without caption. JSON for a [`Place`](super::Place) and for a list of
        /// [`Card`](super::Card)s.
        content: Option<Text>,
        /// Engine: `incoming`.
        direction: Option<Direction>,
        /// Docs: how far the message has come; not known to be sent with an incoming one.
        status: Option<MessageStatus>,
        /// Engine, since July 2026: where the file is, as a path below the installation's URL.
        /// Absent without a file, as are the other two.
        media_url: Option<Text>,
        /// Engine, since July 2026: MIME type of the file.
        media_mime_type: Option<Text>,
        /// Engine, since July 2026: name of the file.
        media_filename: Option<Text>,
        /// Observed: a fork with a durable queue. Id of the event, which stays the same when it is
        /// tried again; the time in the envelope does not. The fork sends all that follow with it.
        outbox_event_id: Option<OutboxEventId>,
        /// Observed: a fork. When it happened.
        occurred_at: Option<Timestamp>,
        /// Observed: a fork. Id of the event in the log of the account.
        activity_event_id: Option<Id>,
        /// Observed: a fork. Name of the event, as in the envelope.
        event_type: Option<Text>,
        /// Observed: a fork. What the event is about, coarser than its name.
        category: Option<Text>,
        /// Observed: a fork. Headline, for people.
        title: Option<Text>,
        /// Observed: a fork. What happened, for people.
        summary: Option<Text>,
        /// Observed: a fork. What sort of thing set the event off.
        source_type: Option<Text>,
        /// Observed: a fork. The thing that set the event off.
        source_id: Option<Id>,
        /// Observed: a fork. What sort of person or program did it, in words that are not known.
        actor_type: Option<Text>,
        /// Observed: a fork. The user of the account who did it; empty if none did.
        actor_user_id: Option<AgentId>,
        /// Observed: a fork. The lead that the contact is; empty if it is none.
        lead_id: Option<Id>,
        /// Observed: a fork. Whatever else belongs to the event.
        metadata: Option<Json>,
    }
}

impl IncomingMessage {
    /// Text of the message in any dialect; `None` if it is empty.
    #[must_use]
    pub fn plain_text(&self) -> Option<&str> {
        let texts = [&self.text, &self.body, &self.content];
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
