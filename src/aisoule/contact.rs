use super::{AgentId, ContactId, Dialect, OutboxEventId, dialect::any};
use crate::wire::{E164, Json, Phone, RawId, Text, Timestamp, WaId, object, open_enum};

object! {
    /// The data of `contact.created` and `contact.updated`: a contact.
    ///
    /// No members are published for `contact.updated`; the help center says only that it reports
    /// changes of name, tags, stage and custom fields.
    pub struct Contact {
        /// The contact's ID, in the help dialect.
        id: Option<ContactId>,
        /// The contact's ID, in the engine dialect.
        contact_id: Option<ContactId>,
        /// The contact's phone number with a plus, in the help dialect.
        phone_number: Option<Phone>,
        /// The contact's phone number as WhatsApp has it, in the engine dialect.
        contact_phone: Option<WaId>,
        /// The contact's name, in the help dialect.
        name: Option<Text>,
        /// The contact's name, in the engine dialect; empty if there is none.
        contact_name: Option<Text>,
        /// The origin of the contact, in the help dialect.
        source: Option<ContactSource>,
        /// The name, not the ID, of the WhatsApp account that the contact wrote to, in the engine
        /// dialect.
        whatsapp_account: Option<Text>,
        /// The contact's tags. The help center names them for `contact.updated` in prose, without
        /// key or format; read if present.
        tags: Option<Json>,
        /// The contact's stage. The help center names it for `contact.updated` in prose, without
        /// key or format; read if present.
        stage: Option<Json>,
        /// The contact's custom fields. The help center names them for `contact.updated` in prose,
        /// without key or format; read if present.
        custom_fields: Option<Json>,
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

impl Contact {
    /// Returns the contact's ID, in any dialect.
    #[must_use]
    pub fn any_id(&self) -> Option<&ContactId> {
        self.id.as_ref().or(self.contact_id.as_ref())
    }

    /// Returns the contact's name, in any dialect; `None` if it is empty.
    #[must_use]
    pub fn any_name(&self) -> Option<&str> {
        let names = [&self.name, &self.contact_name];
        names.into_iter().flatten().map(Text::as_str).find(|name| !name.is_empty())
    }

    /// Returns the contact's phone number in E.164 form, in any dialect; `None` if it is not
    /// certain to be one.
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
    /// The origin of a contact. Only one value is documented.
    pub enum ContactSource {
        /// A webhook of WhatsApp, so presumably the contact's first message.
        "whatsapp_webhook" as WhatsAppWebhook,
    }
}
