use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Id, Text};
use crate::wire::Json;

/// A campaign: messages that a business sends to many contacts.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Campaign {
    /// The ID of the campaign, unique within the account.
    pub id: Option<Id>,
    /// The name that the business gave to the campaign.
    pub name: Option<Text>,
    /// The state of the campaign, as the platform names it, such as `completed`.
    pub status: Option<Cow<'static, str>>,
    /// The state before the change.
    pub previous: Option<Cow<'static, str>>,
    /// When the state changed.
    pub updated_at: Option<DateTime<Utc>>,
    /// The number of messages in each delivery state.
    pub counts: Counts,
    /// All data about a change of state, as sent, such as why the campaign was paused.
    pub data: Option<Json>,
}

/// The number of messages of a campaign in each delivery state.
///
/// The counts are independent: they need not add up, and an absent one is unknown, not zero. Only
/// AiSoule sends them.
#[skip_serializing_none]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Counts {
    /// The number of all messages.
    pub total: Option<u64>,
    /// The number of messages that were handed to the network.
    pub sent: Option<u64>,
    /// The number of messages that reached a device of their recipient.
    pub delivered: Option<u64>,
    /// The number of messages that were shown to their recipient.
    pub read: Option<u64>,
    /// The number of messages that could not be delivered.
    pub failed: Option<u64>,
}
