use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Id, Text};

/// A story or post of a social network that a message replies to or mentions.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Story {
    /// The kind of story or post, as the platform names it, such as `story_mention`.
    pub kind: Option<Cow<'static, str>>,
    /// The ID that the network gave the story or post.
    pub id: Option<Id>,
    /// The URL of the story or post, which may expire.
    pub url: Option<Text>,
    /// The user who published the story or post.
    pub sender: Option<Text>,
}
