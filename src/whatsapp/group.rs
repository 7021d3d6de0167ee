use super::{Error, GroupId, UserId};
use crate::wire::{RawId, Text, Timestamp, WaId, object, open_enum};

object! {
    /// An event of a group: it was created or deleted, a participant joined or left, a setting
    /// changed, or it was suspended. All four fields about groups have this form.
    pub struct Group {
        /// When the event happened, as Unix time in seconds. A string, observed as a number as
        /// well.
        timestamp: Option<Timestamp>,
        /// The ID of the group, an opaque string. Observed with the ending `@g.us`.
        group_id: Option<GroupId>,
        /// The kind of event that happened to the group.
        "type" as kind: Option<GroupEvent>,
        /// The ID of the business's request that caused the event. Absent if no request did.
        request_id: Option<RawId>,
        /// The reasons why the request failed. Absent if it succeeded.
        errors: Option<Vec<Error>>,
        /// The name of the group. Present only when the group is created.
        subject: Option<Text>,
        /// The description of the group. Present only when the group is created.
        description: Option<Text>,
        /// The link for joining the group. Present only when the group is created.
        invite_link: Option<Text>,
        /// Whether people with the link join immediately: `auto_approve` or `approval_required`.
        /// Present only when the group is created.
        join_approval_mode: Option<Text>,
        /// How the participant joined: `invite_link`. Absent otherwise.
        reason: Option<Text>,
        /// The participants who joined the group.
        added_participants: Option<Vec<Participant>>,
        /// The participants who left the group or were removed.
        removed_participants: Option<Vec<Participant>>,
        /// The people who could not be added or removed, each with errors.
        failed_participants: Option<Vec<Participant>>,
        /// Who removed the participant: `business`, or `participant` for someone who left.
        /// Misplaced in one sample.
        initiated_by: Option<Text>,
        /// The ID of a customer's request to join the group.
        join_request_id: Option<RawId>,
        /// The phone number of the customer who asks to join. Absent if the customer hides it.
        wa_id: Option<WaId>,
        /// The business-scoped ID of the customer who asks to join, such as `US.1349…`.
        user_id: Option<UserId>,
        /// The ID, across linked business portfolios, of the customer who asks to join. Present
        /// only where portfolios are linked.
        parent_user_id: Option<UserId>,
        /// The username of the customer who asks to join, which may change. Absent without one.
        username: Option<Text>,
        /// The country of the customer who asks to join. May be absent.
        country_code: Option<Text>,
        /// The result of changing the group's picture. Present only if a change was requested.
        profile_picture: Option<Box<GroupSetting>>,
        /// The result of changing the group's name. Present only if a change was requested.
        group_subject: Option<Box<GroupSetting>>,
        /// The result of changing the group's description. Present only if a change was requested.
        group_description: Option<Box<GroupSetting>>,
    }
}

open_enum! {
    /// The kind of event that happened to a group.
    pub enum GroupEvent {
        /// The group was created, or its creation failed with [`errors`](Group::errors).
        "group_create" as Create,
        /// The group was deleted, or its deletion failed with [`errors`](Group::errors).
        "group_delete" as Delete,
        /// Participants joined the group; see [`added_participants`](Group::added_participants).
        "group_participants_add" as Add,
        /// Participants joined the group, as one page spells it; see
        /// [`added_participants`](Group::added_participants).
        "group_add_participants" as AddOlder,
        /// Participants left the group or were removed; see
        /// [`removed_participants`](Group::removed_participants).
        "group_participants_remove" as Remove,
        /// Participants left the group or were removed, as one page spells it; see
        /// [`removed_participants`](Group::removed_participants).
        "group_remove_participants" as RemoveOlder,
        /// A customer asked to join the group, identified by
        /// [`join_request_id`](Group::join_request_id).
        "group_join_request_created" as JoinRequestCreated,
        /// A customer withdrew their request to join the group, identified by
        /// [`join_request_id`](Group::join_request_id).
        "group_join_request_revoked" as JoinRequestRevoked,
        /// The settings of the group were changed.
        "group_settings_update" as SettingsUpdate,
        /// The group was suspended, so no one can send messages to it.
        "group_suspend" as Suspend,
        /// The suspension was lifted, so messages can be sent to the group again.
        "group_suspend_cleared" as SuspendCleared,
    }
}

object! {
    /// A participant of a group, or someone who could not be added or removed.
    pub struct Participant {
        /// The phone number or ID as the business specified it in its request. Absent if it did
        /// not.
        input: Option<WaId>,
        /// The phone number of the participant. Absent if the participant hides it.
        wa_id: Option<WaId>,
        /// The business-scoped ID of the participant, such as `US.1349…`.
        user_id: Option<UserId>,
        /// The participant's ID across linked business portfolios. Present only where portfolios
        /// are linked.
        parent_user_id: Option<UserId>,
        /// The username of the participant, which may change. Absent without one.
        username: Option<Text>,
        /// The country of the participant. May be absent.
        country_code: Option<Text>,
        /// The reasons why the person could not be added or removed. Absent otherwise.
        errors: Option<Vec<Error>>,
    }
}

object! {
    /// The result of a requested change to a group setting.
    pub struct GroupSetting {
        /// The new name or description of the group. Absent for a picture.
        text: Option<Text>,
        /// The MIME type of the new picture. Absent for a name or description.
        mime_type: Option<Text>,
        /// The SHA-256 hash of the new picture. Absent for a name or description.
        sha256: Option<Text>,
        /// Whether the setting was changed.
        update_successful: Option<bool>,
        /// The reasons why the setting was not changed. Absent if it was.
        errors: Option<Vec<Error>>,
    }
}
