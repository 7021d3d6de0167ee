use super::{BusinessId, ContactId, EventCategory, Platform};
use crate::wire::{Text, Timestamp, Undocumented, object};

object! {
    /// The payload of `template_approved`, of which only the name is documented.
    ///
    /// No body of this event is known. The fields are the members of a [`UndocumentedEvent`](super::UndocumentedEvent),
    /// and `status`, which could contradict the name; all other members are in
    /// [`extra`](Self::extra).
    pub struct TemplateChange {
        /// The ID of the business. Undocumented; read if present.
        business_id: Option<Undocumented<BusinessId>>,
        /// The customer's ID. Undocumented; read if present.
        contact_id: Option<Undocumented<ContactId>>,
        /// The customer's name. Undocumented; read if present.
        contact_name: Option<Undocumented<Text>>,
        /// The network of the template. Undocumented; read if present.
        platform: Option<Undocumented<Platform>>,
        /// The decision about the template: `APPROVED` or `REJECTED` at Meta; Azeer's values are
        /// not known. Undocumented; read if present.
        status: Option<Undocumented<Text>>,
        /// The time of the event; the year 1 means unset. Undocumented; read if present.
        timestamp: Option<Undocumented<Timestamp>>,
        /// What the event is about, coarser than its type. Undocumented; read if present.
        "type" as kind: Option<Undocumented<EventCategory>>,
    }
}
