use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Id, Text};

/// The email that a message was received as, or is sent as.
///
/// Only Chatwoot sends one.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Email {
    /// The `Message-ID` of the email.
    pub id: Option<Id>,
    /// The subject of the email.
    pub subject: Option<Text>,
    /// When the email was sent, by its `Date` header and so by the sender's clock.
    pub sent_at: Option<DateTime<Utc>>,
    /// The addresses of the senders.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<Text>,
    /// The addresses of the recipients.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<Text>,
    /// The addresses of those who receive a copy.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cc: Vec<Text>,
    /// The addresses of those who receive a copy without the others seeing it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bcc: Vec<Text>,
    /// The `Message-ID`s of the emails that this one answers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub in_reply_to: Vec<Text>,
    /// The `Message-ID`s of the emails in the thread.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Text>,
    /// The plain text in full, including quoted text.
    pub text: Option<Text>,
    /// The plain text without quoted text.
    pub new_text: Option<Text>,
    /// The HTML in full, including quoted text.
    pub html: Option<Text>,
    /// The HTML without quoted text.
    pub new_html: Option<Text>,
}
