use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Id, Text};
use crate::wire::Json;

/// A change of state of a flow, or a problem with one.
///
/// A flow is a form on WhatsApp.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Flow {
    /// The ID of the flow, unique within the platform.
    pub id: Option<Id>,
    /// What happened, as the platform names it, such as `ENDPOINT_LATENCY`.
    pub event: Option<Cow<'static, str>>,
    /// The state of the flow, as the platform names it, such as `PUBLISHED`. Present only if the
    /// state changed.
    pub status: Option<Cow<'static, str>>,
    /// The state before the change. Absent if the flow was just created.
    pub previous: Option<Cow<'static, str>>,
    /// Whether a warning began or ended, as the platform names it, such as `ACTIVATED`.
    pub alert: Option<Cow<'static, str>>,
    /// A sentence that explains what happened.
    pub text: Option<Text>,
    /// Everything that was sent about the flow, as sent: rates, latencies, thresholds.
    pub data: Option<Json>,
}
