use super::{ContactId, ContactInboxId, ContactSourceId, InboxId};
use crate::wire::{Secret, Timestamp, object};

object! {
    /// The link between a contact and an inbox, which holds the contact's address in the channel.
    ///
    /// In a conversation it is a database row, loaded when the body is built. In a nested message
    /// it has only `source_id`.
    pub struct ContactInbox {
        /// The ID of the link itself.
        id: Option<ContactInboxId>,
        /// The ID of the contact who has the address.
        contact_id: Option<ContactId>,
        /// The ID of the inbox in which the address is valid.
        inbox_id: Option<InboxId>,
        /// The contact's address in the channel, see [`ContactSourceId`].
        source_id: Option<ContactSourceId>,
        /// The time at which the link was created, in ISO 8601 with milliseconds.
        created_at: Option<Timestamp>,
        /// The time at which the link was last changed, in ISO 8601 with milliseconds.
        updated_at: Option<Timestamp>,
        /// Whether the visitor proved, by an HMAC, to be this contact.
        hmac_verified: Option<bool>,
        /// The token that grants access to the contact's live updates. Observed since 1.22.1, in
        /// nearly every body.
        pubsub_token: Option<Secret>,
    }
}
