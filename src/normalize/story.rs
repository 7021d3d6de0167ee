use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Id, Text};

/// The story or post of a social network that a message answers or mentions.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Story {
    /// What it is, in the platform's word, such as `story_mention`.
    pub kind: Option<Cow<'static, str>>,
    /// Id that the network gave.
    pub id: Option<Id>,
    /// Where it is; it may expire.
    pub url: Option<Text>,
    /// Whose story it is.
    pub sender: Option<Text>,
}
