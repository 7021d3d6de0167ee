//! The five providers side by side.

use std::{fmt, str::FromStr};

/// A platform that sends webhooks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Provider {
    /// SalesChat.
    SalesChat,
    /// Omni Smartflow.
    Smartflow,
    /// AiSoule.
    AiSoule,
    /// Azeer.
    Azeer,
    /// Chatwoot.
    Chatwoot,
}

impl Provider {
    /// The name in lower case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SalesChat => "saleschat",
            Self::Smartflow => "smartflow",
            Self::AiSoule => "aisoule",
            Self::Azeer => "azeer",
            Self::Chatwoot => "chatwoot",
        }
    }
}

impl fmt::Display for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
