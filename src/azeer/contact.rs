use chrono::{DateTime, Utc};

use super::{BusinessId, ContactId, Kind, MessageId, Platform, Tags, instant};
use crate::wire::{Text, Timestamp, WaId, object, open_enum};

object! {
    /// Body of `new_contact`: a contact that is new or changed.
    pub struct Contact {
        /// The contact.
        id "contact_id": Option<ContactId>,
        /// Name of the contact.
        name "contact_name": Option<Text>,
        /// Name of the contact as it is shown.
        display_name "contact_display_name": Option<Text>,
        /// Whether the contact is new. The page calls an update what happens when a contact is
        /// archived.
        action: Option<Action>,
        /// The business; absent from the sample of an update.
        business_id: Option<BusinessId>,
        /// The network.
        platform: Option<Platform>,
        /// Id of the contact in the network: on WhatsApp the number, digits without plus.
        platform_id: Option<WaId>,
        /// `contact`.
        kind "type": Option<Kind>,
        /// Whether the contact is in use. The sample of a new one is archived.
        status: Option<ContactStatus>,
        /// Tags of the contact.
        tags: Option<Tags>,
        /// A message that has to do with it, if any. Updates only, and in no sample.
        message_id: Option<MessageId>,
        /// When the status of the contact was last changed: RFC 3339 in microseconds.
        timestamp: Option<Timestamp>,
    }
}

impl Contact {
    /// When the status of the contact was last changed; `None` for a zero time.
    #[must_use]
    pub fn happened_at(&self) -> Option<DateTime<Utc>> {
        instant(self.timestamp.as_ref())
    }
}

open_enum! {
    /// What happened to a contact.
    pub enum Action {
        /// It was made.
        Insert = "insert",
        /// It was changed.
        Update = "update",
    }
}

open_enum! {
    /// Whether a contact is in use.
    pub enum ContactStatus {
        /// It is in use.
        Active = "active",
        /// It was put away.
        Archived = "archived",
    }
}
