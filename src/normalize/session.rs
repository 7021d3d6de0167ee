use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{DeliveryError, Id, MessageRef, Text};
use crate::wire::Json;

/// A visitor opened the chat window of a web site.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Session {
    /// Id of the visitor in this inbox; unique within the platform.
    pub id: Option<Id>,
    /// When it began, as the visitor's browser wrote it; its clock may be wrong.
    pub initiated_at: Option<Text>,
    /// The page that the window is on.
    pub referer: Option<Text>,
    /// Language of the window.
    pub widget_language: Option<Text>,
    /// Language of the browser.
    pub browser_language: Option<Text>,
    /// Names and versions of browser, platform and device, as they came.
    pub browser: Option<Json>,
}

/// What set a rule off.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Trigger {
    /// The message, where a message did; the last of the conversation, as only that is sent.
    pub message: Option<MessageRef>,
}

/// One attribute of a conversation, contact or inbox changed.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[non_exhaustive]
pub struct FieldChange {
    /// Name of the attribute in the platform's word.
    pub field: String,
    /// Value before, as it came; `null` in it stands for none.
    pub previous: Option<Json>,
    /// Value after, as it came; of a change that was not made, the value that was wanted.
    pub current: Option<Json>,
    /// Whether the change was made, where that is said.
    pub succeeded: Option<bool>,
    /// Why it was not made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<DeliveryError>,
}

impl FieldChange {
    /// A change that was made.
    pub(crate) fn new(
        field: impl Into<String>,
        previous: Option<Json>,
        current: Option<Json>,
    ) -> Self {
        Self { field: field.into(), previous, current, succeeded: None, errors: Vec::new() }
    }
}
