use super::{BusinessId, ContactId, Kind, MessageId, Platform, WhatsAppMessageId};
use crate::wire::{Text, Timestamp, Undocumented, object};

object! {
    /// Body of `message_status_changed`, of which the name alone is documented.
    ///
    /// No body of it is known. These are the members that one would expect, named as in Azeer's
    /// other bodies; everything else is in [`extra`](Self::extra).
    pub struct StatusChange {
        /// The business. Undocumented; read if present.
        business_id: Option<Undocumented<BusinessId>>,
        /// The customer. Undocumented; read if present.
        contact_id: Option<Undocumented<ContactId>>,
        /// Name of the customer. Undocumented; read if present.
        contact_name: Option<Undocumented<Text>>,
        /// WhatsApp's id of the message. Undocumented; read if present.
        id: Option<Undocumented<WhatsAppMessageId>>,
        /// Azeer's id of the message. Undocumented; read if present.
        message_id: Option<Undocumented<MessageId>>,
        /// The same as `status`, named as `broadcast_status` and `message_type` are. Undocumented;
        /// read if present.
        message_status: Option<Undocumented<Text>>,
        /// The network. Undocumented; read if present.
        platform: Option<Undocumented<Platform>>,
        /// How far the message has come, in words that nobody has published. Undocumented; read if
        /// present.
        status: Option<Undocumented<Text>>,
        /// When it happened; the year 1 means never. Undocumented; read if present.
        timestamp: Option<Undocumented<Timestamp>>,
        /// What the event is about. Undocumented; read if present.
        "type" as kind: Option<Undocumented<Kind>>,
    }
}
