use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::Id;

/// What a message costs, in the network's words.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Pricing {
    /// Whether it is charged.
    pub billable: Option<bool>,
    /// How it is charged: `CBP` per conversation, `PMP` per message.
    pub model: Option<Cow<'static, str>>,
    /// What it is charged as, such as `utility`.
    pub category: Option<Cow<'static, str>>,
    /// Why it is free, or `regular`.
    pub kind: Option<Cow<'static, str>>,
}

/// The time in which WhatsApp lets a business write freely, and by which it bills. WhatsApp calls
/// it a conversation; it is not a thread.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct MessagingWindow {
    /// Unique within the network.
    pub id: Option<Id>,
    /// What opened it, such as `service`.
    pub origin: Option<Cow<'static, str>>,
    /// When it ends.
    pub expires_at: Option<DateTime<Utc>>,
}
