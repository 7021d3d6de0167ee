use super::{BusinessId, ContactId, Kind, Platform};
use crate::wire::{Text, Timestamp, Undocumented, object};

object! {
    /// Body of an event whose name alone is documented: `chat_assigned`, `chat_closed`,
    /// `chat_mentioned`, `billing_alert` and `for_rules`.
    ///
    /// No body of them is known. These are the members that Azeer's other bodies share; everything
    /// else is in [`extra`](Self::extra).
    pub struct Notice {
        /// The business. Undocumented; read if present.
        business_id: Option<Undocumented<BusinessId>>,
        /// The customer. Undocumented; read if present.
        contact_id: Option<Undocumented<ContactId>>,
        /// Name of the customer. Undocumented; read if present.
        contact_name: Option<Undocumented<Text>>,
        /// The network. Undocumented; read if present.
        platform: Option<Undocumented<Platform>>,
        /// When it happened; the year 1 means never. Undocumented; read if present.
        timestamp: Option<Undocumented<Timestamp>>,
        /// What the event is about. Undocumented; read if present.
        "type" as kind: Option<Undocumented<Kind>>,
    }
}
