use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::Id;

/// A file with figures that is ready for download, as SalesChat announces it.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Report {
    /// What the figures are about, as the platform names it: `MESSAGE_DUMP` or `AGENT_ANALYTICS`.
    pub metric: Option<Cow<'static, str>>,
    /// The length of the period, as the platform names it: `DAILY` or `WEEKLY`.
    pub granularity: Option<Cow<'static, str>>,
    /// The start of the period that the figures cover, which is not the time of the event.
    pub period_start: Option<DateTime<Utc>>,
    /// The ID of the file, for the platform's download call.
    pub file_id: Option<Id>,
}
