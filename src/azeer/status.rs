use super::{BusinessId, ContactId, Guess, Kind, MessageId, Platform, WhatsAppMessageId};
use crate::wire::{Text, Timestamp, object};

object! {
    /// Body of `message_status_changed`, of which the name alone is documented.
    ///
    /// No body of it is known. These are the members that one would expect, named as in Azeer's
    /// other bodies; everything else is in [`extra`](Self::extra).
    pub struct StatusChange {
        /// WhatsApp's id of the message. Undocumented; read if present.
        id: Option<Guess<WhatsAppMessageId>>,
        /// Azeer's id of the message. Undocumented; read if present.
        message_id: Option<Guess<MessageId>>,
        /// How far the message has come, in words that nobody has published. Undocumented; read if
        /// present.
        status: Option<Guess<Text>>,
        /// When it happened; the year 1 stands for none. Undocumented; read if present.
        timestamp: Option<Guess<Timestamp>>,
        /// What the event is about. Undocumented; read if present.
        kind "type": Option<Guess<Kind>>,
        /// The business. Undocumented; read if present.
        business_id: Option<Guess<BusinessId>>,
        /// The network. Undocumented; read if present.
        platform: Option<Guess<Platform>>,
        /// The customer. Undocumented; read if present.
        contact_id: Option<Guess<ContactId>>,
        /// Name of the customer. Undocumented; read if present.
        contact_name: Option<Guess<Text>>,
    }
}
