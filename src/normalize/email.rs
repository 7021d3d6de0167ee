use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Id, Text};

/// The e-mail that a message came as, or goes out as.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Email {
    /// Its Message-ID.
    pub id: Option<Id>,
    /// Its subject.
    pub subject: Option<Text>,
    /// Its `Date` header: when it was sent, by the clock of the sender.
    pub sent_at: Option<DateTime<Utc>>,
    /// Addresses of the senders.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<Text>,
    /// Addresses of the recipients.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<Text>,
    /// Addresses of those who get a copy.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cc: Vec<Text>,
    /// Addresses of those who get a copy that the others do not see.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bcc: Vec<Text>,
    /// Message-IDs of the e-mails that it answers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub in_reply_to: Vec<Text>,
    /// Message-IDs of the thread.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Text>,
    /// The whole plain text, with what it quotes.
    pub text: Option<Text>,
    /// The plain text without what it quotes.
    pub new_text: Option<Text>,
    /// The whole HTML.
    pub html: Option<Text>,
    /// The HTML without what it quotes.
    pub new_html: Option<Text>,
}
