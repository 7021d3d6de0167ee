use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Id, Text, variants::variants};
use crate::wire::open_enum;

impl Actor {
    /// Returns the name of the agent or bot; of a contact it is
    /// [`Contact::name`](super::Contact::name) of the event.
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

variants! {
    /// Who did something: what the event reports, or writing a message.
    #[derive(Default)]
    pub enum Actor: ActorType by "type" {
        /// The customer.
        "contact" => Contact,
        /// A person of the business.
        "agent" => Agent(Box<Agent>) in "agent",
        /// A program of the business.
        "bot" => Bot(Box<Agent>) in "bot",
        /// The platform itself, by a timer or on behalf of the network.
        "system" => System,
        /// Not said: a person, a program or a campaign.
        #[default]
        "unknown" => Unknown,
    }
}

/// A person, program or team that acts for the business, by what the event says of it.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Agent {
    /// What it is; absent where that is not said.
    pub kind: Option<AgentKind>,
    /// Unique within the account and the kind: a bot, an assistant and a user may have the same.
    pub id: Option<Id>,
    /// Name to show.
    pub name: Option<Text>,
    /// E-mail address.
    pub email: Option<Text>,
}

impl Agent {
    /// An agent by what it is and by its id.
    #[must_use]
    pub fn new(kind: AgentKind, id: Option<Id>) -> Self {
        Self { kind: Some(kind), id, ..Self::default() }
    }
}

open_enum! {
    /// What acts for a business.
    pub enum AgentKind {
        /// A person.
        "user" as User,
        /// A group of persons.
        "team" as Team,
        /// A program that is connected to the platform.
        "bot" as Bot,
        /// An artificial agent of the platform's own.
        "assistant" as Assistant,
        /// A rule, such as an automation.
        "automation" as Automation,
    }
}
