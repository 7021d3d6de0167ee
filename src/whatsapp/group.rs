use super::{Error, GroupId, UserId};
use crate::wire::{Id, Text, Timestamp, WaId, object, open_enum};

object! {
    /// Something about a group: it was made or deleted, a member joined or left, a setting changed,
    /// or nobody may write any more. All four fields about groups have this shape.
    pub struct Group {
        /// When, in seconds; seen as a number, too.
        timestamp: Option<Timestamp>,
        /// The group.
        group_id: Option<GroupId>,
        /// What happened.
        "type" as kind: Option<GroupEvent>,
        /// Id of the request of the business that led to it; absent if none did.
        request_id: Option<Id>,
        /// Why it could not be done; absent if it was.
        errors: Option<Vec<Error>>,
        /// Name of the group; only when it is made.
        subject: Option<Text>,
        /// What the group is about; only when it is made.
        description: Option<Text>,
        /// Link by which one comes in; only when it is made.
        invite_link: Option<Text>,
        /// Whether those with the link come in at once: `auto_approve` or `approval_required`; only
        /// when it is made.
        join_approval_mode: Option<Text>,
        /// How the member joined: `invite_link`; absent otherwise.
        reason: Option<Text>,
        /// Who came in.
        added_participants: Option<Vec<Participant>>,
        /// Who left or was removed.
        removed_participants: Option<Vec<Participant>>,
        /// Who could not be added or removed.
        failed_participants: Option<Vec<Participant>>,
        /// Who removed the member: `business`, or `participant` for one who left. Misplaced in one
        /// sample.
        initiated_by: Option<Text>,
        /// Request of a customer to come in.
        join_request_id: Option<Id>,
        /// Number of the customer who asks to come in.
        wa_id: Option<WaId>,
        /// Business-scoped id of the customer who asks to come in.
        user_id: Option<UserId>,
        /// The same across linked business portfolios.
        parent_user_id: Option<UserId>,
        /// User name of the customer who asks to come in.
        username: Option<Text>,
        /// Country of the customer who asks to come in.
        country_code: Option<Text>,
        /// The picture, if that was to change.
        profile_picture: Option<Box<GroupSetting>>,
        /// The name, if that was to change.
        group_subject: Option<Box<GroupSetting>>,
        /// The description, if that was to change.
        group_description: Option<Box<GroupSetting>>,
    }
}

open_enum! {
    /// What happened to a group.
    pub enum GroupEvent {
        /// It was made, or could not be.
        "group_create" as Create,
        /// It was deleted, or could not be.
        "group_delete" as Delete,
        /// A member joined.
        "group_participants_add" as Add,
        /// The same, as one page spells it.
        "group_add_participants" as AddOlder,
        /// A member left or was removed.
        "group_participants_remove" as Remove,
        /// The same, as one page spells it.
        "group_remove_participants" as RemoveOlder,
        /// A customer asked to come in.
        "group_join_request_created" as JoinRequestCreated,
        /// A customer took that back.
        "group_join_request_revoked" as JoinRequestRevoked,
        /// Settings changed.
        "group_settings_update" as SettingsUpdate,
        /// Nobody may write any more.
        "group_suspend" as Suspend,
        /// It may be written again.
        "group_suspend_cleared" as SuspendCleared,
    }
}

object! {
    /// A member of a group, or one that could not be added or removed.
    pub struct Participant {
        /// The number or id as the business gave it; absent if it did not.
        input: Option<WaId>,
        /// Number of the customer.
        wa_id: Option<WaId>,
        /// Business-scoped id of the customer.
        user_id: Option<UserId>,
        /// The same across linked business portfolios.
        parent_user_id: Option<UserId>,
        /// User name of the customer.
        username: Option<Text>,
        /// Country of the customer.
        country_code: Option<Text>,
        /// Why the customer could not be added or removed; absent otherwise.
        errors: Option<Vec<Error>>,
    }
}

object! {
    /// A setting of a group that was to change.
    pub struct GroupSetting {
        /// The new name or description.
        text: Option<Text>,
        /// MIME type of the new picture.
        mime_type: Option<Text>,
        /// SHA-256 of the new picture.
        sha256: Option<Text>,
        /// Whether it did change.
        update_successful: Option<bool>,
        /// Why it did not.
        errors: Option<Vec<Error>>,
    }
}
