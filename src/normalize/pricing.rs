use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::Id;

/// What WhatsApp charges for a message.
///
/// All strings are the values that WhatsApp uses.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Pricing {
    /// Whether the message is charged.
    pub billable: Option<bool>,
    /// How messages are charged: `CBP` for each conversation (up to June 2025), `PMP` for each
    /// message (since July 2025).
    pub model: Option<Cow<'static, str>>,
    /// The category that the message is charged as, such as `utility` or `marketing`.
    pub category: Option<Cow<'static, str>>,
    /// Which price applies: `regular`, or one that says why the message is free:
    /// `free_customer_service` or `free_entry_point`.
    pub kind: Option<Cow<'static, str>>,
}

/// The period in which WhatsApp lets a business write freely, and by which it bills.
///
/// WhatsApp calls it a conversation, but it is not a thread. Since version 24.0 of its API (October
/// 2025), Meta sends it only for free entry points.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct MessagingWindow {
    /// The ID of the window, 32 hexadecimal digits that are unique within the network.
    pub id: Option<Id>,
    /// What opened the window, as a category such as `service`.
    pub origin: Option<Cow<'static, str>>,
    /// When the window closes. WhatsApp sends it only with the status `sent`.
    pub expires_at: Option<DateTime<Utc>>,
}
