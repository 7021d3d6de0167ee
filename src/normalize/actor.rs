use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Id, Text, internally_tagged::internally_tagged};
use crate::wire::open_enum;

impl Actor {
    /// Returns the display name of the agent or bot.
    ///
    /// `None` for other actors, or if the event does not name the agent or bot. The name of a
    /// contact is [`Contact::name`](super::Contact::name) of the event's contact.
    #[must_use]
    pub fn display_name(&self) -> Option<&str> {
        match self {
            Self::Agent(agent) | Self::Bot(agent) => agent.name.as_deref(),
            Self::Contact | Self::System | Self::Unknown => None,
        }
    }

    pub(crate) fn is_unknown(&self) -> bool {
        *self == Self::Unknown
    }
}

internally_tagged! {
    /// Who did what an event reports, or who wrote a message.
    #[derive(Default)]
    pub enum Actor: ActorType by "type" {
        /// The customer.
        "contact" => Contact,
        /// A person who works for the business.
        "agent" => Agent(Box<Agent>) in "agent",
        /// A program that acts for the business: a bot, an assistant or an automation.
        "bot" => Bot(Box<Agent>) in "bot",
        /// The platform itself, because of a timer or on behalf of the network.
        "system" => System,
        /// The body does not say who: a person, a program or a campaign.
        #[default]
        "unknown" => Unknown,
    }
}

/// A person, program or team that acts for the business.
///
/// It holds only what the event says about them.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Agent {
    /// Whether this is a person, a program or a team. Absent where the event does not say.
    pub kind: Option<AgentKind>,
    /// The ID given by the platform, unique within the account and the kind: a bot, an assistant
    /// and a user may have the same ID.
    pub id: Option<Id>,
    /// The display name.
    pub name: Option<Text>,
    /// The email address.
    pub email: Option<Text>,
}

impl Agent {
    /// Creates an agent of a kind, with its ID if it is known.
    #[must_use]
    pub fn new(kind: AgentKind, id: Option<Id>) -> Self {
        Self { kind: Some(kind), id, ..Self::default() }
    }
}

open_enum! {
    /// The kind of an [`Agent`].
    pub enum AgentKind {
        /// A person.
        "user" as User,
        /// A group of people.
        "team" as Team,
        /// A program that is connected to the platform.
        "bot" as Bot,
        /// An AI agent of the platform itself, such as Captain in Chatwoot.
        "assistant" as Assistant,
        /// A rule that acts by itself, such as an automation of Chatwoot.
        "automation" as Automation,
    }
}
