use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_with::{serde_as, skip_serializing_none};

use super::{Agent, FieldChange, Id, Text, exact::Exact};
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
    /// The business's own reference.
    pub external_ref: Option<Id>,
    /// Whom it is with.
    pub kind: Option<ConversationKind>,
    /// State as the event reports it.
    pub status: Option<ConversationStatus>,
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
    pub to: Vec<Assignee>,
    /// Who had it before.
    pub from: Option<Assignee>,
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
        const FIELDS: [(&str, AssigneeKind); 3] = [
            ("assignee_id", AssigneeKind::User),
            ("team_id", AssigneeKind::Team),
            ("assignee_agent_bot_id", AssigneeKind::Bot),
        ];
        let mut assignment = Self::default();
        let mut told = false;
        for change in changes {
            let Some((_, kind)) = FIELDS.iter().find(|(field, _)| *field == change.field) else {
                continue;
            };
            told = true;
            let assignee = |value: &Option<Json>| {
                let id = value.as_ref()?.to::<wire::Id>().ok()?;
                Some(Assignee::new(kind.clone(), id))
            };
            assignment.to.extend(assignee(&change.current));
            assignment.from = assignment.from.or_else(|| assignee(&change.previous));
        }
        assignment.assigned = Some(!assignment.to.is_empty());
        told.then_some(assignment)
    }
}

/// Who takes care of a conversation.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[non_exhaustive]
pub struct Assignee {
    /// What it is.
    pub kind: AssigneeKind,
    /// Unique within the account and the kind.
    pub id: Option<Id>,
    /// Name to show.
    pub name: Option<Text>,
}

impl Assignee {
    /// An assignee by its id.
    #[must_use]
    pub fn new(kind: AssigneeKind, id: impl Into<Id>) -> Self {
        Self { kind, id: Some(id.into()), name: None }
    }
}

open_enum! {
    /// A sort of assignee.
    pub enum AssigneeKind {
        /// A person of the business.
        "user" as User,
        /// A group of such persons.
        "team" as Team,
        /// A program.
        "bot" as Bot,
    }
}
