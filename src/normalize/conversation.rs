use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_with::{serde_as, skip_serializing_none};

use super::{Agent, AgentKind, Contact, FieldChange, Id, Sla, Text, id, literal::Literal};
use crate::wire::{self, Json, Number, open_enum};

/// A thread of messages between a contact and the business.
///
/// It is never the billing window that WhatsApp calls a conversation; that is a
/// [`MessagingWindow`](super::MessagingWindow).
#[serde_as]
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Conversation {
    /// The ID given by the platform, unique within the account.
    pub id: Option<Id>,
    /// The number that users see, where it differs from the ID; unique within the account.
    pub number: Option<Id>,
    /// The business's own reference. Only SalesChat sends it.
    pub external_ref: Option<Id>,
    /// Whether the conversation is with a customer, an affiliate or a group.
    pub kind: Option<ConversationKind>,
    /// Whether the customer's side wrote first. Only SalesChat says so.
    pub inbound: Option<bool>,
    /// The group that the conversation is with, where the platform keeps groups like contacts.
    pub group: Option<Box<Contact>>,
    /// The state of the conversation as the event reports it.
    pub status: Option<ConversationStatus>,
    /// When the conversation was created.
    pub created_at: Option<DateTime<Utc>>,
    /// When the business first replied. Absent until then.
    pub first_reply_at: Option<DateTime<Utc>>,
    /// When the contact began to wait for a reply. Absent if the contact does not wait.
    pub waiting_since: Option<DateTime<Utc>>,
    /// When the conversation stops being snoozed. Absent if it is not snoozed, or if it is snoozed
    /// until the contact writes.
    pub snoozed_until: Option<DateTime<Utc>>,
    /// The priority, as the platform names it, such as `urgent`. Absent if none is set.
    pub priority: Option<Cow<'static, str>>,
    /// The labels that the business put on the conversation.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<Text>,
    /// The number of messages that no agent has read. Some platforms stop counting early: Chatwoot
    /// does at 10.
    #[serde_as(as = "Option<Literal>")]
    pub unread_count: Option<Number>,
    /// Whether the channel currently lets the business write.
    pub can_reply: Option<bool>,
    /// The agent or bot that the conversation is assigned to.
    pub assignee: Option<Agent>,
    /// The team that the conversation is assigned to.
    pub team: Option<Agent>,
    /// The service level agreement that applies to the conversation.
    pub sla: Option<Box<Sla>>,
    /// A summary of what was said so far, for whoever takes over. Only Meta sends it.
    pub summary: Option<Text>,
    /// The attributes that the business defined, as sent.
    pub custom_attributes: Option<Json>,
    /// The attributes that the platform keeps, as sent.
    pub additional_attributes: Option<Json>,
}

impl Conversation {
    pub(crate) fn with_id(id: impl Into<Id>) -> Box<Self> {
        // Allocated before it is filled, which saves a move.
        let mut conversation = Box::<Self>::default();
        conversation.id = Some(id.into());
        conversation
    }
}

open_enum! {
    /// Whom a conversation is with.
    pub enum ConversationKind {
        /// A single customer.
        "contact" as Contact,
        /// An affiliate of the business, who need not be a customer.
        "affiliate" as Affiliate,
        /// A group of customers.
        "group" as Group,
    }
}

open_enum! {
    /// The state of a conversation.
    ///
    /// States that mean different things on different platforms are kept apart. Chatwoot has
    /// `open`, `pending`, `snoozed` and `resolved`; SalesChat has `active`, `inactive` and
    /// `expired`; Azeer has `closed`; and groups on WhatsApp have `active` and `suspended`.
    pub enum ConversationStatus {
        /// Someone takes care of the conversation.
        "open" as Open,
        /// The conversation waits for an agent, often while a bot takes care of it.
        "pending" as Pending,
        /// The conversation is postponed.
        "snoozed" as Snoozed,
        /// The conversation is done. A new message reopens it.
        "resolved" as Resolved,
        /// The conversation is done.
        "closed" as Closed,
        /// The conversation is in use.
        "active" as Active,
        /// No one has written for a while.
        "inactive" as Inactive,
        /// The conversation is too old.
        "expired" as Expired,
        /// The network has suspended the conversation, so no one may write.
        "suspended" as Suspended,
    }
}

/// A change of the state of a conversation.
///
/// The new state is also that of [`Event::conversation`](super::Event::conversation), if the event
/// has one.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct ConversationStatusChange {
    /// The state after the change.
    pub status: Option<ConversationStatus>,
    /// The state before the change. Absent where the platform does not say.
    pub previous: Option<ConversationStatus>,
}

/// Someone started or stopped typing.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Typing {
    /// Whether someone is typing now.
    pub on: bool,
    /// Whether the text is a note that the contact will not see. Absent where the event does not
    /// say.
    pub internal: Option<bool>,
    /// Whether a voice message is being recorded, rather than a text typed.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub recording: bool,
}

/// A conversation or contact was assigned to someone, or is no longer assigned.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Assignment {
    /// The ID of the transfer itself, unique within the account. Only AiSoule sends it.
    pub id: Option<Id>,
    /// Whether anyone is assigned now. Absent where the event does not say.
    pub assigned: Option<bool>,
    /// The agents, bots or teams that are assigned now.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<Agent>,
    /// The agent, bot or team that was assigned before.
    pub from: Option<Agent>,
    /// Whether the new assignee takes over from a bot only after the contact has answered. Only
    /// SalesChat says so.
    pub handover: Option<bool>,
    /// What caused the change, as the platform names it, such as `keyword`.
    pub source: Option<Cow<'static, str>>,
    /// A note for the new assignee.
    pub note: Option<Text>,
}

impl Assignment {
    /// Returns what the changes of a conversation say about its assignment, if anything.
    pub(crate) fn from_changes(changes: &[FieldChange]) -> Option<Self> {
        const FIELDS: [(&str, AgentKind); 3] = [
            ("assignee_id", AgentKind::User),
            ("team_id", AgentKind::Team),
            ("assignee_agent_bot_id", AgentKind::Bot),
        ];
        let mut assignment = Self::default();
        let mut is_reported = false;
        for change in changes {
            let Some((_, kind)) = FIELDS.iter().find(|(field, _)| *field == change.field) else {
                continue;
            };
            is_reported = true;
            let assignee = |value: &Option<Json>| {
                let id = id(value.as_ref()?.to::<wire::RawId>().ok())?;
                Some(Agent::new(kind.clone(), Some(id)))
            };
            assignment.to.extend(assignee(&change.current));
            assignment.from = assignment.from.or_else(|| assignee(&change.previous));
        }
        assignment.assigned = Some(!assignment.to.is_empty());
        is_reported.then_some(assignment)
    }
}
