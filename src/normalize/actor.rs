use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Id, Text, variants::variants};

impl Actor {
    pub(crate) fn is_unknown(&self) -> bool {
        *self == Self::Unknown
    }
}

variants! {
    /// Who did it.
    #[derive(Default)]
    pub enum Actor by "type" {
        /// The customer.
        "contact" => Contact,
        /// A person of the business.
        "agent" => Agent(Agent) in "agent",
        /// A program of the business.
        "bot" => Bot(Agent) in "bot",
        /// The platform itself, by a timer or on behalf of the network.
        "system" => System,
        /// Not said: a person, a program or a campaign.
        #[default]
        "unknown" => Unknown,
    }
}

/// A person or program that acts for the business.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Agent {
    /// Unique within the account.
    pub id: Option<Id>,
    /// Name to show.
    pub name: Option<Text>,
    /// E-mail address.
    pub email: Option<Text>,
}
