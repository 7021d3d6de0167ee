use super::{
    Account, AccountId, AppliedSla, Changes, ChannelType, ContactInbox, ConversationAttributes,
    ConversationId, InboxId, Labels, Meta, NestedMessage, Party, SlaEvent, SlaPolicyId,
    view::views,
};
use crate::wire::{Free, Json, Number, RawId, Secret, Timestamp, Undocumented, object, open_enum};

object! {
    /// A conversation: the thread of messages between one contact and the agents of one inbox.
    ///
    /// It is the payload of all events about conversations, automation rules and macros, and a part
    /// of others. It shows the state at the time the body was built, which may be newer than the
    /// change that the event reports. Times in epoch seconds that use `0` for *never* or *none* are
    /// marked.
    pub struct Conversation {
        /// The free-form attributes that the server and the channel set, typed by
        /// [`additional_view`](Self::additional_view); null in old rows.
        additional_attributes: Option<Free<ConversationAttributes>>,
        /// Whether the channel currently allows agents to reply; since 1.7.
        can_reply: Option<bool>,
        /// The type of the inbox's channel.
        channel: Option<ChannelType>,
        /// The link between the contact and the inbox, with the contact's address; since 1.13.
        contact_inbox: Option<Box<ContactInbox>>,
        /// The number of the conversation in its account, as the dashboard shows it. See
        /// [`number`](Self::number).
        id: Option<ConversationId>,
        /// The number of the conversation in 1.2, which had no `id`; also in the sample of the
        /// page.
        display_id: Option<ConversationId>,
        /// The ID of the inbox that the conversation belongs to.
        inbox_id: Option<InboxId>,
        /// The account's ID. Documented, but never sent; see `account`.
        account_id: Option<AccountId>,
        /// The last public message that is not an activity line; empty if there is none, and never
        /// more than one.
        messages: Option<Vec<NestedMessage>>,
        /// The names of the conversation's labels. Observed since 2.11.
        labels: Option<Labels>,
        /// The participants of the conversation.
        meta: Option<Meta>,
        /// The status of the conversation, such as open or resolved.
        status: Option<ConversationStatus>,
        /// The free-form attributes that the account defines. Observed since 2.2.
        custom_attributes: Option<Json>,
        /// The time until which the conversation is snoozed, in ISO 8601 with milliseconds; absent
        /// if it is not snoozed, or snoozed until the customer writes. Observed since 1.21.
        snoozed_until: Option<Timestamp>,
        /// The number of the customer's messages that no agent has seen, at most 10.
        unread_count: Option<Number>,
        /// The time of an agent's first reply, in ISO 8601 with milliseconds; absent before that.
        /// Observed since 2.12.
        first_reply_created_at: Option<Timestamp>,
        /// The priority of the conversation; absent if none was set. Observed since 2.17.
        priority: Option<Priority>,
        /// The time since which the customer has been waiting for a reply, in epoch seconds; 0 if
        /// not waiting. Observed since 3.0.
        waiting_since: Option<Timestamp>,
        /// The time at which an agent last viewed the conversation, in epoch seconds; 0 for never.
        agent_last_seen_at: Option<Timestamp>,
        /// The time at which the contact last viewed the conversation, in epoch seconds; 0 for
        /// never. Since 1.8.
        contact_last_seen_at: Option<Timestamp>,
        /// The time at which the contact last viewed the conversation, in epoch seconds; 0 for
        /// never. Observed before 1.8, in place of `contact_last_seen_at`.
        user_last_seen_at: Option<Timestamp>,
        /// The time of the last activity in the conversation, in epoch seconds. Observed since
        /// 3.12.
        last_activity_at: Option<Timestamp>,
        /// The time of the last activity, the same as `last_activity_at`; before 1.8 the time of
        /// creation. Epoch seconds.
        timestamp: Option<Timestamp>,
        /// The time at which the conversation was created, in epoch seconds. Observed since 2.14.
        created_at: Option<Timestamp>,
        /// The time at which the conversation was last changed, in epoch seconds with up to six
        /// decimals. Observed since 4.0.2.
        ///
        /// No member is closer to the time of the event. Changes of service levels do not change
        /// it.
        updated_at: Option<Timestamp>,
        /// The account that the conversation belongs to. Observed since 4.14.2.
        account: Option<Account>,
        /// The service level agreement of the conversation; only in the enterprise edition with
        /// that feature. Observed since 3.8.
        applied_sla: Option<Box<AppliedSla>>,
        /// The targets of the service level agreement that were missed; present as `applied_sla`
        /// is.
        sla_events: Option<Vec<SlaEvent>>,
        /// The ID of the service level policy, absent if there is none; present as `applied_sla`
        /// is.
        sla_policy_id: Option<SlaPolicyId>,
        /// The attributes that were changed.
        ///
        /// Only in `conversation_updated`, where it is null for changes of service levels, and in
        /// `conversation_status_changed`, where it is null in all observed bodies: the change of
        /// status is in the `conversation_updated` sent at the same moment.
        changed_attributes: Option<Changes>,
        /// The attributes that were changed, as an object by name. In forks only.
        changed_attributes_map: Option<Json>,
        /// The time of the change. In forks only.
        changed_at: Option<Box<Timestamp>>,
        /// The party who made the change. In forks only; the format is not known.
        performed_by: Option<Undocumented<Box<Party>>>,
        /// A key that two changes within the same second share, so equal keys do not prove that
        /// they are the same change. In forks only.
        idempotency_key: Option<Box<RawId>>,
        /// The page that the visitor is on; the format is not known. In forks only.
        visitor_page: Option<Json>,
        /// A token of the account, in clear. In forks only (Chatwit).
        "ACCESS_TOKEN" as access_token: Option<Box<Secret>>,
        /// The ID of the conversation's database row, in addition to `id`. In forks only.
        conversation_id: Option<Box<RawId>>,
        /// Whether the conversation is with a person or a group. In forks only (fazer-ai).
        group_type: Option<GroupType>,
        /// Whether the business has left the group; only for groups. In forks only (fazer-ai).
        group_left: Option<bool>,
        /// The last message that is not an activity line, which **may be a private note**. In forks
        /// only (fazer-ai).
        last_non_activity_message: Option<Box<NestedMessage>>,
        /// The number of the conversation from which the customer was redirected. In forks only
        /// (fazer-ai).
        redirect_origin_display_id: Option<Box<ConversationId>>,
        /// The conversation's card on a Kanban board; the format is not known. In forks only
        /// (fazer-ai).
        kanban_task: Option<Json>,
    }
}

impl Conversation {
    /// Returns the number of the conversation in its account, under whichever key it was sent.
    #[must_use]
    pub fn number(&self) -> Option<&ConversationId> {
        self.id.as_ref().or(self.display_id.as_ref())
    }
}

views! {
    Conversation {
        additional_attributes by additional_view: ConversationAttributes,
    }
}

open_enum! {
    /// The status of a conversation. The page has no list; observed.
    pub enum ConversationStatus {
        /// The conversation is open, and handled by agents.
        "open" as Open,
        /// The conversation is done. A new message of the customer opens it again, if the inbox's
        /// settings allow it.
        "resolved" as Resolved,
        /// The conversation is handled by a bot, or waits for an agent; since 1.18.2.
        "pending" as Pending,
        /// The conversation is snoozed until a set time, or until the customer writes; since
        /// 1.18.2.
        "snoozed" as Snoozed,
        /// The conversation is handled by a bot: the name of `pending` before 1.18.2.
        "bot" as Bot,
    }
}

open_enum! {
    /// Whether a conversation or contact is a person or a group. In forks only (fazer-ai).
    pub enum GroupType {
        /// A single person.
        "individual" as Individual,
        /// A group of people.
        "group" as Group,
    }
}

open_enum! {
    /// The priority of a conversation. Observed, not documented.
    pub enum Priority {
        /// Low: the conversation can wait.
        "low" as Low,
        /// Medium: the conversation is handled in turn.
        "medium" as Medium,
        /// High: the conversation is handled before others.
        "high" as High,
        /// Urgent: the conversation is handled immediately.
        "urgent" as Urgent,
    }
}
