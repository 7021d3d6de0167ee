use super::{AgentId, ContactId, Dialect, OutboxEventId, dialect::any};
use crate::wire::{E164, Id, Json, Phone, Text, Timestamp, WaId, object, open_enum};

object! {
    /// Data of `contact.created` and `contact.updated`. No members are published for the latter; it
    /// is said to tell of changes to name, tags, stage and custom fields.
    pub struct Contact {
        /// Help: the contact.
        id: Option<ContactId>,
        /// Engine: the contact.
        contact_id: Option<ContactId>,
        /// Help: number of the contact, with plus.
        phone_number: Option<Phone>,
        /// Engine: number of the contact, as WhatsApp has it.
        contact_phone: Option<WaId>,
        /// Help: name of the contact.
        name: Option<Text>,
        /// Engine: name of the contact; empty if there is none.
        contact_name: Option<Text>,
        /// Help: how the contact came to be.
        source: Option<ContactSource>,
        /// Engine: name, and not id, of the WhatsApp account the contact wrote to.
        whatsapp_account: Option<Text>,
        /// Help, `contact.updated`: named in prose only, without key or shape; read if it is there.
        tags: Option<Json>,
        /// Help, `contact.updated`: named in prose only, without key or shape; read if it is there.
        stage: Option<Json>,
        /// Help, `contact.updated`: named in prose only, without key or shape; read if it is there.
        custom_fields: Option<Json>,
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

impl Contact {
    /// The contact, in any dialect.
    #[must_use]
    pub fn any_id(&self) -> Option<&ContactId> {
        self.id.as_ref().or(self.contact_id.as_ref())
    }

    /// Name of the contact in any dialect; `None` if it is empty.
    #[must_use]
    pub fn any_name(&self) -> Option<&str> {
        let names = [&self.name, &self.contact_name];
        names.into_iter().flatten().map(Text::as_str).find(|name| !name.is_empty())
    }

    /// Number of the contact in E.164 form, in any dialect; `None` if there is none for certain.
    #[must_use]
    pub fn customer_phone(&self) -> Option<E164> {
        let contact_phone = || self.contact_phone.as_ref().and_then(WaId::e164);
        self.phone_number.as_ref().and_then(Phone::e164).or_else(contact_phone)
    }

    pub(super) fn dialect(&self) -> Option<Dialect> {
        Dialect::of(
            any!(self has id phone_number name source),
            false,
            any!(self has contact_id contact_phone contact_name whatsapp_account outbox_event_id),
        )
    }
}

open_enum! {
    /// How a contact came to be.
    pub enum ContactSource {
        /// Through a webhook of WhatsApp, so presumably with a first message.
        "whatsapp_webhook" as WhatsAppWebhook,
    }
}
