use chrono::{DateTime, Utc};

use super::{BusinessId, ContactId, Kind, MessageId, Platform, Tag, instant, tags};
use crate::wire::{OneOrMany, Text, Timestamp, Undocumented, WaId, object, open_enum};

object! {
    /// Body of `new_contact`: a contact that is new or changed.
    pub struct Contact {
        /// Whether the contact is new. The page calls an update what happens when a contact is
        /// archived.
        action: Option<Action>,
        /// The business; absent from the sample of an update.
        business_id: Option<BusinessId>,
        /// Name of the contact as it is shown.
        "contact_display_name" as display_name: Option<Text>,
        /// The contact.
        "contact_id" as id: Option<ContactId>,
        /// Name of the contact.
        "contact_name" as name: Option<Text>,
        /// A message that has to do with it, if any. Updates only, and in no sample.
        message_id: Option<MessageId>,
        /// The network.
        platform: Option<Platform>,
        /// Id of the contact in the network: on WhatsApp the number, digits without plus.
        platform_id: Option<WaId>,
        /// Whether the contact is in use. The sample of a new one is archived.
        status: Option<ContactStatus>,
        /// Tags of the contact, see [`tag_names`](Self::tag_names): in the samples a string with one
        /// tag. Azeer's REST API has arrays of ids, so these are read, too.
        tags: Option<Undocumented<OneOrMany<Tag>>>,
        /// When the status of the contact was last changed, so that other changes share it: RFC
        /// 3339 in microseconds.
        timestamp: Option<Undocumented<Timestamp>>,
        /// `contact`.
        "type" as kind: Option<Kind>,
    }
}

impl Contact {
    /// When the status of the contact was last changed; `None` for a zero time.
    #[must_use]
    pub fn happened_at(&self) -> Option<DateTime<Utc>> {
        instant(self.timestamp.as_ref())
    }

    /// The tags one by one: names, or ids as strings.
    ///
    /// How several stand in one string is not known: an array as JSON, `{vip,"new tag"}` as
    /// databases write one, and commas are understood.
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
        /// It was made.
        "insert" as Insert,
        /// It was changed.
        "update" as Update,
    }
}

open_enum! {
    /// Whether a contact is in use.
    pub enum ContactStatus {
        /// It is in use.
        "active" as Active,
        /// It was put away.
        "archived" as Archived,
    }
}
