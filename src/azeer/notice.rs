use super::{BusinessId, ContactId, Guess, Kind, Platform};
use crate::wire::{Text, Timestamp, object};

object! {
    /// Body of an event whose name alone is documented: `chat_assigned`, `chat_closed`,
    /// `chat_mentioned`, `template_approved`, `billing_alert` and `for_rules`.
    ///
    /// No body of them is known. These are the members that Azeer's other bodies share; everything
    /// else is in [`extra`](Self::extra).
    pub struct Notice {
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
        /// When it happened; the year 1 stands for none. Undocumented; read if present.
        timestamp: Option<Guess<Timestamp>>,
    }
}
