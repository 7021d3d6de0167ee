use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::Id;

/// What a message costs, in the network's words.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Pricing {
    /// Whether it is charged.
    pub billable: Option<bool>,
    /// How it is charged: `CBP` per conversation, `PMP` per message.
    pub model: Option<String>,
    /// What it is charged as, such as `utility`.
    pub category: Option<String>,
    /// Why it is free, or `regular`.
    pub kind: Option<String>,
}

/// The time in which WhatsApp lets a business write freely, and by which it bills. WhatsApp calls
/// it a conversation; it is not a thread.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct MessagingWindow {
    /// Unique within the network.
    pub id: Option<Id>,
    /// What opened it, such as `service`.
    pub origin: Option<String>,
    /// When it ends.
    pub expires_at: Option<DateTime<Utc>>,
}
