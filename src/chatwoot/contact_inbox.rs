use super::{ContactId, ContactInboxId, ContactSourceId, InboxId};
use crate::wire::{Secret, Timestamp, object};

object! {
    /// A contact in an inbox: what joins a person to an address of a channel.
    ///
    /// In a conversation it is a database row, loaded when the body is built; in a nested message
    /// only `source_id` is there.
    pub struct ContactInbox {
        /// The row.
        id: Option<ContactInboxId>,
        /// The contact.
        contact_id: Option<ContactId>,
        /// The inbox.
        inbox_id: Option<InboxId>,
        /// The contact's address in the channel, see [`ContactSourceId`].
        source_id: Option<ContactSourceId>,
        /// When the row was made. ISO 8601.
        created_at: Option<Timestamp>,
        /// When the row was last changed. ISO 8601.
        updated_at: Option<Timestamp>,
        /// Whether the visitor proved to be this contact.
        hmac_verified: Option<bool>,
        /// Key to the contact's live updates. Observed since 1.22.1, in nearly every body.
        pubsub_token: Option<Secret>,
    }
}
