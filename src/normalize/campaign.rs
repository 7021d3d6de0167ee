use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Id, Text};
use crate::wire::Json;

/// Messages that were sent to many.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Campaign {
    /// Unique within the account.
    pub id: Option<Id>,
    /// Name that the business gave.
    pub name: Option<Text>,
    /// State in the platform's word, such as `completed`.
    pub status: Option<Cow<'static, str>>,
    /// State before.
    pub previous: Option<Cow<'static, str>>,
    /// When the state changed.
    pub updated_at: Option<DateTime<Utc>>,
    /// How many messages came how far.
    pub counts: Counts,
    /// All that was sent of a change of the state, as it came: why it was paused.
    pub data: Option<Json>,
}

/// How many messages came how far. Each count stands for itself: they need not add up, and an
/// absent one is unknown, not zero.
#[skip_serializing_none]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Counts {
    /// All messages.
    pub total: Option<u64>,
    /// Handed to the network.
    pub sent: Option<u64>,
    /// On the devices of the contacts.
    pub delivered: Option<u64>,
    /// Shown to the contacts.
    pub read: Option<u64>,
    /// Not delivered.
    pub failed: Option<u64>,
}
