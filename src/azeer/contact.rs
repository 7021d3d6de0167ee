use chrono::{DateTime, Utc};

use super::{BusinessId, ContactId, EventCategory, MessageId, Platform, Tag, instant, tags};
use crate::wire::{OneOrMany, Text, Timestamp, Undocumented, WaId, object, open_enum};

object! {
    /// The payload of `new_contact`: a contact that was created or changed.
    pub struct Contact {
        /// Whether the contact was created or changed. The page describes an update as what happens
        /// when a contact is archived.
        action: Option<Action>,
        /// The ID of the business; absent from the sample of an update.
        business_id: Option<BusinessId>,
        /// The contact's display name.
        "contact_display_name" as display_name: Option<Text>,
        /// The contact's ID at Azeer, an integer.
        "contact_id" as id: Option<ContactId>,
        /// The contact's name.
        "contact_name" as name: Option<Text>,
        /// The ID of a message that the change is related to, if any. Documented for updates only,
        /// and in no sample.
        message_id: Option<MessageId>,
        /// The network that the contact uses; only `whatsapp` is known.
        platform: Option<Platform>,
        /// The contact's ID in the network: on WhatsApp the phone number, as digits without a plus.
        platform_id: Option<WaId>,
        /// Whether the contact is active or archived. In the sample of a new contact it is
        /// archived.
        status: Option<ContactStatus>,
        /// The contact's tags, see [`tag_names`](Self::tag_names).
        ///
        /// In the samples they are a string with one tag. Azeer's REST API has arrays of IDs, so
        /// these are read, too.
        tags: Option<Undocumented<OneOrMany<Tag>>>,
        /// The time at which the contact's status was last changed, in RFC 3339 with microseconds.
        ///
        /// It is the same for different changes, if they do not change the status.
        timestamp: Option<Undocumented<Timestamp>>,
        /// The value `contact`, which does not determine the event type.
        "type" as kind: Option<EventCategory>,
    }
}

impl Contact {
    /// Returns the time at which the contact's status was last changed; `None` for a zero time.
    #[must_use]
    pub fn happened_at(&self) -> Option<DateTime<Utc>> {
        instant(self.timestamp.as_ref())
    }

    /// Returns the contact's tags one by one: names, or IDs as strings.
    ///
    /// How several tags are written in one string is not known: a JSON array, `{vip,"new tag"}` as
    /// databases write arrays, and commas are understood.
    #[must_use]
    pub fn tag_names(&self) -> Vec<Text> {
        match self.tags.as_ref().and_then(|tags| tags.get().ok()) {
            Some(OneOrMany::One(tags)) => tags::in_text(&tags.0.to_text()),
            Some(OneOrMany::Many(tags)) => tags.iter().cloned().filter_map(tags::one).collect(),
            None => Vec::new(),
        }
    }
}

open_enum! {
    /// What happened to a contact.
    pub enum Action {
        /// The contact was created.
        "insert" as Insert,
        /// The contact was changed, such as archived.
        "update" as Update,
    }
}

open_enum! {
    /// Whether a contact is active or archived.
    pub enum ContactStatus {
        /// The contact is in use.
        "active" as Active,
        /// The contact was archived.
        "archived" as Archived,
    }
}
