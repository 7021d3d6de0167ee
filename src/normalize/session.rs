use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{DeliveryError, Id, MessageRef, Text};
use crate::wire::Json;

/// A session of a visitor who opened Chatwoot's chat window on a website.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Session {
    /// The ID of the visitor in this inbox, unique within the platform. It is the same as
    /// [`Contact::session_id`](super::Contact::session_id).
    pub id: Option<Id>,
    /// When the session began, as the visitor's browser wrote it. The clock of the browser may be
    /// wrong.
    pub initiated_at: Option<Text>,
    /// The URL of the page that shows the chat window.
    pub referer: Option<Text>,
    /// The language of the chat window, such as `en`.
    pub widget_language: Option<Text>,
    /// The language of the browser; absent where the browser does not report it.
    pub browser_language: Option<Text>,
    /// The names and versions of the browser, its platform and its device, as sent.
    pub browser: Option<Json>,
}

/// What triggered a rule of the business.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Trigger {
    /// The message that triggered the rule; absent if something else did. It is the last message of
    /// the conversation, because only that one is sent.
    pub message: Option<MessageRef>,
}

/// A change of one attribute of a conversation, contact or inbox.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[non_exhaustive]
pub struct FieldChange {
    /// The name of the attribute, as the platform names it.
    pub field: String,
    /// The value before the change, as sent; absent if there was none (`null` in the body).
    pub previous: Option<Json>,
    /// The value after the change, as sent; if the change was not made, the value that was
    /// requested.
    pub current: Option<Json>,
    /// Whether the change was made. Only changes of WhatsApp groups say so; otherwise this is
    /// absent.
    pub succeeded: Option<bool>,
    /// Why the change was not made; empty if it was.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<DeliveryError>,
}

impl FieldChange {
    /// Creates a change that was made.
    pub(crate) fn new(
        field: impl Into<String>,
        previous: Option<Json>,
        current: Option<Json>,
    ) -> Self {
        Self { field: field.into(), previous, current, succeeded: None, errors: Vec::new() }
    }
}
