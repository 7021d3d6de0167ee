use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Id, Text};

/// The service level agreement (SLA) that applies to a conversation.
///
/// Observed since 3.8 of Chatwoot, in the enterprise edition.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Sla {
    /// The ID of the agreement for this conversation, unique within the platform.
    pub id: Option<Id>,
    /// The ID of the policy that the agreement follows, unique within the platform.
    pub policy_id: Option<Id>,
    /// The name of the policy.
    pub policy_name: Option<Text>,
    /// Whether the agreement was kept, as the platform names it: `active` or `active_with_misses`
    /// while it is undecided, then `hit` or `missed`.
    pub status: Option<Cow<'static, str>>,
    /// The parts of the agreement that were missed so far.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub misses: Vec<SlaMiss>,
}

/// A part of a service level agreement that was missed.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct SlaMiss {
    /// The ID of the miss, unique within the platform.
    pub id: Option<Id>,
    /// What was missed, as the platform names it: `frt` for the first response time, `nrt` for the
    /// next response time, `rt` for the resolution time.
    pub kind: Option<Cow<'static, str>>,
    /// When the platform noticed the miss.
    pub missed_at: Option<DateTime<Utc>>,
    /// The ID of the message that was answered too late; absent where the platform gives none.
    pub message_id: Option<Id>,
}
