use super::{
    Account, AccountId, AppliedSla, Changes, ChannelType, ContactInbox, ConversationAttributes,
    ConversationId, InboxId, Labels, Meta, NestedMessage, Party, SlaEvent, SlaPolicyId,
    view::views,
};
use crate::wire::{Free, Id, Json, Number, Secret, Timestamp, Undocumented, object, open_enum};

object! {
    /// A conversation: the thread of one contact in one inbox. Payload of every event of a
    /// conversation, of automations and macros, and part of the others.
    ///
    /// It shows the state at the time the body was built, which may be newer than the change that
    /// the event tells. The epochs that say `0` for *never* or *none* are marked.
    pub struct Conversation {
        /// Free map, typed by [`additional_view`](Self::additional_view); null in old rows.
        additional_attributes: Option<Free<ConversationAttributes>>,
        /// Whether the channel lets agents answer now; since 1.7.
        can_reply: Option<bool>,
        /// Kind of the channel.
        channel: Option<ChannelType>,
        /// The contact in the inbox; since 1.13.
        contact_inbox: Option<Box<ContactInbox>>,
        /// Number of the conversation in its account, as the dashboard shows it. See
        /// [`number`](Self::number).
        id: Option<ConversationId>,
        /// The same number in 1.2, which had no `id`; in the sample of the page.
        display_id: Option<ConversationId>,
        /// The inbox.
        inbox_id: Option<InboxId>,
        /// The account. Documented, and never sent; see `account`.
        account_id: Option<AccountId>,
        /// The last public message that is no activity line, if there is one: never more than one.
        messages: Option<Vec<NestedMessage>>,
        /// Names of the labels. Observed since 2.11.
        labels: Option<Labels>,
        /// Who takes part.
        meta: Option<Meta>,
        /// Whether it is open.
        status: Option<ConversationStatus>,
        /// Free map with keys that the account made up. Observed since 2.2.
        custom_attributes: Option<Json>,
        /// Until when it sleeps. ISO 8601; absent when it does not, and when it sleeps until the
        /// customer writes. Observed since 1.21.
        snoozed_until: Option<Timestamp>,
        /// Messages of the customer that no agent has seen; counted up to 10.
        unread_count: Option<Number>,
        /// When an agent first answered. ISO 8601; absent before. Observed since 2.12.
        first_reply_created_at: Option<Timestamp>,
        /// How urgent it is; absent when nobody said. Observed since 2.17.
        priority: Option<Priority>,
        /// Since when the customer waits for an answer. Epoch seconds, 0 for not at all. Observed
        /// since 3.0.
        waiting_since: Option<Timestamp>,
        /// When an agent last looked. Epoch seconds, 0 for never.
        agent_last_seen_at: Option<Timestamp>,
        /// When the contact last looked. Epoch seconds, 0 for never. Since 1.8.
        contact_last_seen_at: Option<Timestamp>,
        /// When the contact last looked. Epoch seconds, 0 for never. Observed before 1.8.
        user_last_seen_at: Option<Timestamp>,
        /// When anything last happened in it. Epoch seconds. Observed since 3.12.
        last_activity_at: Option<Timestamp>,
        /// The same as `last_activity_at`; before 1.8 the time of creation. Epoch seconds.
        timestamp: Option<Timestamp>,
        /// When it began. Epoch seconds. Observed since 2.14.
        created_at: Option<Timestamp>,
        /// When it was last changed: the nearest to a time of the event. Epoch seconds with up to
        /// six decimals. Observed since 4.0.2.
        updated_at: Option<Timestamp>,
        /// The account. Observed since 4.14.2.
        account: Option<Account>,
        /// The service level that was agreed; only in the enterprise edition with that feature.
        /// Observed since 3.8.
        applied_sla: Option<Box<AppliedSla>>,
        /// Service levels that were missed; as `applied_sla`.
        sla_events: Option<Vec<SlaEvent>>,
        /// The policy of the service level, absent when there is none; as `applied_sla`.
        sla_policy_id: Option<SlaPolicyId>,
        /// What was changed. Only in `conversation_updated`, where null comes with changes of
        /// service levels, and in `conversation_status_changed`, where all observed bodies have
        /// null: the change of status is in the `conversation_updated` of the same moment.
        changed_attributes: Option<Changes>,
        /// The same as a map. Forks.
        changed_attributes_map: Option<Json>,
        /// When it was changed. Forks.
        changed_at: Option<Box<Timestamp>>,
        /// Who changed it. Forks; the shape is not known.
        performed_by: Option<Undocumented<Box<Party>>>,
        /// The same for two changes within a second, so no proof that one is the other. Forks.
        idempotency_key: Option<Box<Id>>,
        /// The page that the visitor is on; the shape is not known. Forks.
        visitor_page: Option<Json>,
        /// A token of the account, in clear. Forks (Chatwit).
        "ACCESS_TOKEN" as access_token: Option<Box<Secret>>,
        /// Id of the row in the database, beside `id`. Forks.
        conversation_id: Option<Box<Id>>,
        /// Whether it is with a person or with a group. Forks (fazer-ai).
        group_type: Option<GroupType>,
        /// Whether the business has left the group; of groups only. Forks (fazer-ai).
        group_left: Option<bool>,
        /// The last message, which **may be a private note**. Forks (fazer-ai).
        last_non_activity_message: Option<Box<NestedMessage>>,
        /// Number of the conversation that the customer was sent from. Forks (fazer-ai).
        redirect_origin_display_id: Option<Box<ConversationId>>,
        /// Its card on a board; the shape is not known. Forks (fazer-ai).
        kanban_task: Option<Json>,
    }
}

impl Conversation {
    /// Number of the conversation in its account, under whichever key it came.
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
    /// Whether a conversation is open. The page has no list; observed.
    pub enum ConversationStatus {
        /// Agents work on it.
        "open" as Open,
        /// It is done.
        "resolved" as Resolved,
        /// A bot works on it, or it waits for an agent; since 1.18.2.
        "pending" as Pending,
        /// It sleeps; since 1.18.2.
        "snoozed" as Snoozed,
        /// A bot works on it: what `pending` was called before 1.18.2.
        "bot" as Bot,
    }
}

open_enum! {
    /// Whether a conversation or contact is a person or a group. Forks (fazer-ai).
    pub enum GroupType {
        /// A person.
        "individual" as Individual,
        /// A group.
        "group" as Group,
    }
}

open_enum! {
    /// How urgent a conversation is. Observed.
    pub enum Priority {
        /// Can wait.
        "low" as Low,
        /// In its turn.
        "medium" as Medium,
        /// Before others.
        "high" as High,
        /// Now.
        "urgent" as Urgent,
    }
}
