use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_with::{serde_as, skip_serializing_none};

use super::{Id, Text, exact::Exact};
use crate::wire::{Number, open_enum};

/// A file. Everything but the kind is there only where the platform gives it: WhatsApp gives an id,
/// whose content takes a call; Chatwoot gives a URL; Azeer gives both.
#[serde_as]
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[non_exhaustive]
pub struct Attachment {
    /// What it is.
    pub kind: AttachmentKind,
    /// Id for the platform's download call.
    pub id: Option<Id>,
    /// Where the content is. It may expire, redirect, or need credentials, and its host is not to
    /// be trusted.
    pub url: Option<Text>,
    /// Where a small picture of it is.
    pub thumbnail_url: Option<Text>,
    /// MIME type as sent; parameters such as `codecs=opus` may follow a semicolon.
    pub mime_type: Option<Text>,
    /// Name of the file.
    pub file_name: Option<Text>,
    /// Title of what is shared, such as that of a linked page.
    pub title: Option<Text>,
    /// SHA-256 of the content as sent, in base64 or hex.
    pub sha256: Option<Text>,
    /// Size in bytes.
    #[serde_as(as = "Option<Exact>")]
    pub size: Option<Number>,
    /// Words that were spoken in it.
    pub transcript: Option<Text>,
    /// What is to be seen in it, in words.
    pub description: Option<Text>,
    /// Words that are to be seen in it.
    pub extracted_text: Option<Text>,
    /// What a classifier sees in it.
    pub labels: Option<Labels>,
}

impl Attachment {
    /// An attachment of a kind, with nothing else known.
    #[must_use]
    pub fn new(kind: AttachmentKind) -> Self {
        Self {
            kind,
            id: None,
            url: None,
            thumbnail_url: None,
            mime_type: None,
            file_name: None,
            title: None,
            sha256: None,
            size: None,
            transcript: None,
            description: None,
            extracted_text: None,
            labels: None,
        }
    }
}

open_enum! {
    /// What an attachment is.
    pub enum AttachmentKind {
        /// A picture.
        "image" as Image,
        /// A film.
        "video" as Video,
        /// Sound.
        "audio" as Audio,
        /// Sound that was recorded in the chat.
        "voice" as Voice,
        /// Any other file.
        "document" as Document,
        /// A small picture from a set.
        "sticker" as Sticker,
        /// A place.
        "location" as Location,
        /// An address card.
        "contact" as Contact,
        /// A post, story or reel of a social network.
        "share" as Share,
        /// A link, perhaps with a preview.
        "link" as Link,
        /// A file whose kind is not told.
        "file" as File,
    }
}

impl AttachmentKind {
    /// What the first half of a MIME type tells.
    pub(crate) fn of_mime(mime_type: Option<&str>) -> Self {
        match mime_type.and_then(|mime_type| mime_type.split('/').next()) {
            Some("image") => Self::Image,
            Some("video") => Self::Video,
            Some("audio") => Self::Audio,
            _ => Self::File,
        }
    }
}

/// What a classifier sees in a file, and what people think of that.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Labels {
    /// Labels that the classifier proposed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub suggested: Vec<Text>,
    /// Whether they were accepted, in the platform's word.
    pub status: Option<Cow<'static, str>>,
    /// Labels that a person gave.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub user: Vec<Text>,
}
