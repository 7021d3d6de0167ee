use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_with::{serde_as, skip_serializing_none};

use super::{Agent, AgentKind, Contact, FieldChange, Id, Sla, Text, exact::Exact, id};
use crate::wire::{self, Json, Number, open_enum};

/// A thread between a contact and the business. Never the billing window that WhatsApp calls a
/// conversation; that is a [`MessagingWindow`](super::MessagingWindow).
#[serde_as]
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Conversation {
    /// Id that the platform gave; unique within the account.
    pub id: Option<Id>,
    /// Number that people see, where the id is another; unique within the account.
    pub number: Option<Id>,
    /// The business's own reference.
    pub external_ref: Option<Id>,
    /// Whom it is with.
    pub kind: Option<ConversationKind>,
    /// Whether the customer's side wrote first, where that is said.
    pub inbound: Option<bool>,
    /// The group, where the platform keeps one like a contact.
    pub group: Option<Box<Contact>>,
    /// State as the event reports it.
    pub status: Option<ConversationStatus>,
    /// When it was begun.
    pub created_at: Option<DateTime<Utc>>,
    /// When the business first answered.
    pub first_reply_at: Option<DateTime<Utc>>,
    /// Since when the contact waits for an answer.
    pub waiting_since: Option<DateTime<Utc>>,
    /// Until when it is put off.
    pub snoozed_until: Option<DateTime<Utc>>,
    /// How urgent it is, in the platform's word.
    pub priority: Option<Cow<'static, str>>,
    /// Labels that the business put on it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<Text>,
    /// Messages that no agent has read; some platforms stop counting early.
    #[serde_as(as = "Option<Exact>")]
    pub unread_count: Option<Number>,
    /// Whether the channel lets the business write now.
    pub can_reply: Option<bool>,
    /// Who takes care of it: an agent or a bot.
    pub assignee: Option<Agent>,
    /// Team that takes care of it.
    pub team: Option<Agent>,
    /// The service level agreement.
    pub sla: Option<Box<Sla>>,
    /// What was said so far, for whoever takes over.
    pub summary: Option<Text>,
    /// Attributes that the business defined, as they came.
    pub custom_attributes: Option<Json>,
    /// Attributes that the platform keeps, as they came.
    pub additional_attributes: Option<Json>,
}

impl Conversation {
    pub(crate) fn with_id(id: impl Into<Id>) -> Box<Self> {
        // Made where it stays.
        let mut conversation = Box::<Self>::default();
        conversation.id = Some(id.into());
        conversation
    }
}

open_enum! {
    /// Whom a conversation is with.
    pub enum ConversationKind {
        /// A customer.
        "contact" as Contact,
        /// An affiliate of the business.
        "affiliate" as Affiliate,
        /// Several customers at once.
        "group" as Group,
    }
}

open_enum! {
    /// State of a conversation. The words of the platforms are kept apart where they mean different
    /// things.
    pub enum ConversationStatus {
        /// Somebody takes care of it.
        "open" as Open,
        /// Waits for an agent, often while a bot takes care of it.
        "pending" as Pending,
        /// Put off.
        "snoozed" as Snoozed,
        /// Done; a new message opens it again.
        "resolved" as Resolved,
        /// Done.
        "closed" as Closed,
        /// In use.
        "active" as Active,
        /// Nobody has written for a while.
        "inactive" as Inactive,
        /// Too old.
        "expired" as Expired,
        /// Nobody may write, as the network found.
        "suspended" as Suspended,
    }
}

/// A change of [`ConversationStatus`]; the new one is that of the conversation too.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct ConversationStatusChange {
    /// State after the change.
    pub status: Option<ConversationStatus>,
    /// State before the change.
    pub previous: Option<ConversationStatus>,
}

/// Somebody writes, or has stopped to.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Typing {
    /// Whether somebody writes now.
    pub on: bool,
    /// Whether it is a note that the contact will not see.
    pub internal: Option<bool>,
    /// Whether a voice message is being recorded, rather than a text written.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub recording: bool,
}

/// A conversation or contact went into other hands.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Assignment {
    /// Id of the hand-over itself; unique within the account.
    pub id: Option<Id>,
    /// Whether somebody has it now.
    pub assigned: Option<bool>,
    /// Who has it now.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<Agent>,
    /// Who had it before.
    pub from: Option<Agent>,
    /// Whether the new one takes over from a bot only when the contact has answered.
    pub handover: Option<bool>,
    /// What led to it, in the platform's word.
    pub source: Option<Cow<'static, str>>,
    /// Note for the new one.
    pub note: Option<Text>,
}

impl Assignment {
    /// What changes of a conversation tell about who takes care of it.
    pub(crate) fn among(changes: &[FieldChange]) -> Option<Self> {
        const FIELDS: [(&str, AgentKind); 3] = [
            ("assignee_id", AgentKind::User),
            ("team_id", AgentKind::Team),
            ("assignee_agent_bot_id", AgentKind::Bot),
        ];
        let mut assignment = Self::default();
        let mut told = false;
        for change in changes {
            let Some((_, kind)) = FIELDS.iter().find(|(field, _)| *field == change.field) else {
                continue;
            };
            told = true;
            let assignee = |value: &Option<Json>| {
                let id = id(value.as_ref()?.to::<wire::Id>().ok())?;
                Some(Agent::new(kind.clone(), Some(id)))
            };
            assignment.to.extend(assignee(&change.current));
            assignment.from = assignment.from.or_else(|| assignee(&change.previous));
        }
        assignment.assigned = Some(!assignment.to.is_empty());
        told.then_some(assignment)
    }
}
