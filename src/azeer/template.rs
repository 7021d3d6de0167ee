use super::{BusinessId, ContactId, Kind, Platform};
use crate::wire::{Text, Timestamp, Undocumented, object};

object! {
    /// Body of `template_approved`, of which the name alone is documented.
    ///
    /// No body of it is known. These are the members of a [`Notice`](super::Notice), and the one
    /// that would contradict the name; everything else is in [`extra`](Self::extra).
    pub struct TemplateChange {
        /// The business. Undocumented; read if present.
        business_id: Option<Undocumented<BusinessId>>,
        /// The customer. Undocumented; read if present.
        contact_id: Option<Undocumented<ContactId>>,
        /// Name of the customer. Undocumented; read if present.
        contact_name: Option<Undocumented<Text>>,
        /// The network. Undocumented; read if present.
        platform: Option<Undocumented<Platform>>,
        /// What was decided: Meta's word for it is `APPROVED` or `REJECTED`, that of Azeer is not
        /// known. Undocumented; read if present.
        status: Option<Undocumented<Text>>,
        /// When it happened; the year 1 means never. Undocumented; read if present.
        timestamp: Option<Undocumented<Timestamp>>,
        /// What the event is about. Undocumented; read if present.
        "type" as kind: Option<Undocumented<Kind>>,
    }
}
