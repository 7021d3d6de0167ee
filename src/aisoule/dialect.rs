use std::fmt;

use super::EventData;

/// A dialect of the format: which of its three descriptions a body follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Dialect {
    /// The dialect of the help center: `from`, `to`, `text`, and phone numbers with a plus.
    Help,
    /// The dialect of the developer pages: `sender`, `recipient`, `body`, and phone numbers as
    /// digits only.
    Docs,
    /// The dialect of the open-source engine: `contact_phone`, `content`, and phone numbers as
    /// WhatsApp has them. Observed, not documented.
    Engine,
}

impl Dialect {
    /// Returns the name of the dialect in lowercase.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Help => "help",
            Self::Docs => "docs",
            Self::Engine => "engine",
        }
    }

    /// Returns the dialect of which own members are present, if it is exactly one.
    pub(super) fn of(help: bool, docs: bool, engine: bool) -> Option<Self> {
        match (help, docs, engine) {
            (true, false, false) => Some(Self::Help),
            (false, true, false) => Some(Self::Docs),
            (false, false, true) => Some(Self::Engine),
            _ => None,
        }
    }
}

impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl EventData {
    pub(super) fn dialect(&self) -> Option<Dialect> {
        match self {
            Self::MessageIncoming(message) | Self::MessageReceived(message) => message.dialect(),
            Self::MessageOutgoing(message) | Self::MessageSent(message) => message.dialect(),
            Self::MessageDelivered(receipt)
            | Self::MessageRead(receipt)
            | Self::MessageFailed(receipt) => receipt.dialect(),
            Self::ContactCreated(contact) | Self::ContactUpdated(contact) => contact.dialect(),
            Self::CampaignCompleted(campaign) => campaign.dialect(),
            Self::TransferCreated(transfer)
            | Self::TransferAssigned(transfer)
            | Self::TransferResumed(transfer) => transfer.dialect(),
            Self::Ping(test) | Self::Test(test) => test.dialect(),
            Self::Unknown(_) => None,
        }
    }
}

/// Whether at least one of the given members of a payload is present.
macro_rules! any {
    ($payload:ident has $($member:ident)+) => {
        $($payload.$member.is_some())||+
    };
}

pub(super) use any;
