use super::{BusinessId, ContactId, EventCategory, Platform};
use crate::wire::{Text, Timestamp, Undocumented, object};

object! {
    /// The payload of an event of which only the name is documented: `chat_assigned`,
    /// `chat_closed`, `chat_mentioned`, `billing_alert` or `for_rules`.
    ///
    /// No body of these events is known. The fields are the members that Azeer's other bodies
    /// share; all other members are in [`extra`](Self::extra).
    pub struct UndocumentedEvent {
        /// The ID of the business. Undocumented; read if present.
        business_id: Option<Undocumented<BusinessId>>,
        /// The customer's ID. Undocumented; read if present.
        contact_id: Option<Undocumented<ContactId>>,
        /// The customer's name. Undocumented; read if present.
        contact_name: Option<Undocumented<Text>>,
        /// The network of the chat. Undocumented; read if present.
        platform: Option<Undocumented<Platform>>,
        /// The time of the event; the year 1 means unset. Undocumented; read if present.
        timestamp: Option<Undocumented<Timestamp>>,
        /// What the event is about, coarser than its type. Undocumented; read if present.
        "type" as kind: Option<Undocumented<EventCategory>>,
    }
}
