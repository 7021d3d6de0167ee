use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Id, Text};

/// The service level agreement that applies to a conversation.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Sla {
    /// Id of the agreement for this conversation; unique within the platform.
    pub id: Option<Id>,
    /// Id of the policy that it follows; unique within the platform.
    pub policy_id: Option<Id>,
    /// Name of the policy.
    pub policy_name: Option<Text>,
    /// Whether it was kept, in the platform's word, such as `active_with_misses`.
    pub status: Option<Cow<'static, str>>,
    /// What was missed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub misses: Vec<SlaMiss>,
}

/// Something that a service level agreement asks for and that was missed.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct SlaMiss {
    /// Unique within the platform.
    pub id: Option<Id>,
    /// What was missed, in the platform's word, such as `frt` for the first response time.
    pub kind: Option<Cow<'static, str>>,
    /// When that was noticed.
    pub missed_at: Option<DateTime<Utc>>,
    /// The message that was answered too late.
    pub message_id: Option<Id>,
}
