use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::Id;

/// A file with figures is ready.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Report {
    /// What the figures are about, in the platform's word.
    pub metric: Option<Cow<'static, str>>,
    /// Length of the period, in the platform's word.
    pub granularity: Option<Cow<'static, str>>,
    /// Start of the period, which is not when the event happened.
    pub period_start: Option<DateTime<Utc>>,
    /// Id for the platform's download call.
    pub file_id: Option<Id>,
}
