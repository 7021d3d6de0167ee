use super::UserId;
use crate::wire::{Number, Text, Timestamp, WaId, object, open_enum};

object! {
    /// A contact in the business's phone app that was added, edited or removed.
    pub struct StateSync {
        /// The type of object that changed: `contact`.
        "type" as kind: Option<Text>,
        /// The contact that changed. Its names are absent if it was removed.
        contact: Option<Box<AppContact>>,
        /// The action performed on the contact. Edits are reported as `add`.
        action: Option<SyncAction>,
        /// When the contact changed.
        metadata: Option<SyncMetadata>,
    }
}

object! {
    /// A contact in the address book of the business's phone app.
    pub struct AppContact {
        /// The full name that the business saved. Absent if the contact was removed.
        full_name: Option<Text>,
        /// The first name that the business saved. Absent if the contact was removed.
        first_name: Option<Text>,
        /// The contact's phone number, without a plus. Absent for people whose number is hidden.
        phone_number: Option<WaId>,
        /// The contact's business-scoped ID, such as `US.1349…`; since 2026.
        user_id: Option<UserId>,
        /// The contact's ID across linked business portfolios. Present only where portfolios are
        /// linked.
        parent_user_id: Option<UserId>,
        /// The contact's username, which may change. Absent without one.
        username: Option<Text>,
        /// The contact's country. May be absent.
        country_code: Option<Text>,
    }
}

object! {
    /// When a contact changed, and the version of the synchronized state.
    pub struct SyncMetadata {
        /// When the contact changed, as Unix time in seconds. A number in the types of one
        /// consumer.
        timestamp: Option<Timestamp>,
        /// The version number of the synchronized state. Found in one consumer's tests.
        version: Option<Number>,
    }
}

open_enum! {
    /// An action performed on a contact of the phone app.
    pub enum SyncAction {
        /// The contact was added or edited; the two cannot be distinguished.
        "add" as Add,
        /// The contact was removed. Its names are absent then.
        "remove" as Remove,
    }
}
