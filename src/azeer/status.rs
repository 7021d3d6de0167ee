use super::{BusinessId, ContactId, EventCategory, MessageId, Platform, WhatsAppMessageId};
use crate::wire::{Text, Timestamp, Undocumented, object};

object! {
    /// The payload of `message_status_changed`, of which only the name is documented.
    ///
    /// No body of this event is known. The fields are the members to be expected, named as in
    /// Azeer's other bodies; all other members are in [`extra`](Self::extra).
    pub struct StatusChange {
        /// The ID of the business. Undocumented; read if present.
        business_id: Option<Undocumented<BusinessId>>,
        /// The customer's ID. Undocumented; read if present.
        contact_id: Option<Undocumented<ContactId>>,
        /// The customer's name. Undocumented; read if present.
        contact_name: Option<Undocumented<Text>>,
        /// WhatsApp's ID of the message. Undocumented; read if present.
        id: Option<Undocumented<WhatsAppMessageId>>,
        /// Azeer's ID of the message. Undocumented; read if present.
        message_id: Option<Undocumented<MessageId>>,
        /// The delivery status of the message, in a key named like `broadcast_status` and
        /// `message_type`. Undocumented; read if present.
        message_status: Option<Undocumented<Text>>,
        /// The network through which the message is exchanged. Undocumented; read if present.
        platform: Option<Undocumented<Platform>>,
        /// The delivery status of the message; its values are not published. Undocumented; read if
        /// present.
        status: Option<Undocumented<Text>>,
        /// The time of the event; the year 1 means unset. Undocumented; read if present.
        timestamp: Option<Undocumented<Timestamp>>,
        /// What the event is about, coarser than its type. Undocumented; read if present.
        "type" as kind: Option<Undocumented<EventCategory>>,
    }
}
