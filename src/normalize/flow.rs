use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Id, Text};
use crate::wire::Json;

/// A form of WhatsApp's, called a flow, changed its state or does not work well.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Flow {
    /// Unique within the platform.
    pub id: Option<Id>,
    /// What happened, in the platform's word, such as `ENDPOINT_LATENCY`.
    pub event: Option<Cow<'static, str>>,
    /// State, in the platform's word, such as `PUBLISHED`.
    pub status: Option<Cow<'static, str>>,
    /// State before.
    pub previous: Option<Cow<'static, str>>,
    /// Whether a warning began or ended, in the platform's word, such as `ACTIVATED`.
    pub alert: Option<Cow<'static, str>>,
    /// A sentence about it.
    pub text: Option<Text>,
    /// All that was sent of it, as it came: rates, latencies, thresholds.
    pub data: Option<Json>,
}
