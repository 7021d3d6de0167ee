use super::UserId;
use crate::wire::{Number, Text, Timestamp, WaId, object, open_enum};

object! {
    /// A contact in the phone app of the business was added, edited or removed.
    pub struct StateSync {
        /// What changed: `contact`.
        "type" as kind: Option<Text>,
        /// The contact.
        contact: Option<Box<AppContact>>,
        /// What was done to it.
        action: Option<SyncAction>,
        /// When.
        metadata: Option<SyncMetadata>,
    }
}

object! {
    /// A contact in the address book of the phone app.
    pub struct AppContact {
        /// Name that the business gave; absent when the contact is removed.
        full_name: Option<Text>,
        /// The first part of it; absent when the contact is removed.
        first_name: Option<Text>,
        /// Number, without plus; absent for people whose number is not shown.
        phone_number: Option<WaId>,
        /// Business-scoped id.
        user_id: Option<UserId>,
        /// The same across linked business portfolios.
        parent_user_id: Option<UserId>,
        /// User name.
        username: Option<Text>,
        /// Country.
        country_code: Option<Text>,
    }
}

object! {
    /// When a contact changed.
    pub struct SyncMetadata {
        /// In seconds; a number in types of one consumer.
        timestamp: Option<Timestamp>,
        /// Number of the state. Seen in tests of one consumer.
        version: Option<Number>,
    }
}

open_enum! {
    /// What was done to a contact.
    pub enum SyncAction {
        /// It was added or edited; nothing tells which.
        "add" as Add,
        /// It was removed.
        "remove" as Remove,
    }
}
