use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_with::{serde_as, skip_serializing_none};

use super::{Id, Text, exact::Exact};
use crate::wire::{Number, open_enum};

/// A file. Everything but the kind is present only where the platform gives it.
///
/// The content is not part of any body. It is fetched by [`id`](Self::id), by a call of the platform,
/// or from the [`url`](Self::url); [`source`](Self::source) says which:
///
/// | provider | by | how | with | for how long |
/// | --- | --- | --- | --- | --- |
/// | `meta` | id, and since November 2025 a URL | `GET https://graph.facebook.com/{version}/{id}` answers with a URL | `Authorization: Bearer …` in both requests | the URL for minutes, the id for days |
/// | `smartflow` | id | `…/whatsapp-cloud/media/download/{id}` answers with a URL | the credentials of its API | not published |
/// | `saleschat` | id | `GET /v1/orgs/{orgId}/file/{id}/download/signed_url` answers with a URL | the credentials of its API | not published |
/// | `aisoule` | URL | the path is relative to the installation; it is absent where the platform's own download failed | the credentials of its API | not published |
/// | `azeer` | URL, and WhatsApp's id | `GET` | nothing, as far as seen | not published |
/// | `chatwoot` | URL | `GET`, which redirects to the storage | nothing; whoever has the link has the file | as long as the message |
///
/// Chatwoot passes on links of Instagram as they are, which expire. A URL comes from the body: do not
/// let it lead your server into your own network.
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

/// Where the content of an [`Attachment`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileSource<'a> {
    /// A call of the platform gives it for this id.
    Id(&'a Id),
    /// It is at this URL.
    Url(&'a str),
}

impl Attachment {
    /// Returns where the content is: at the URL if there is one, or else by the id; `None` if the body
    /// gives neither.
    #[must_use]
    pub fn source(&self) -> Option<FileSource<'_>> {
        let url = self.url.as_deref().map(FileSource::Url);
        url.or_else(|| self.id.as_ref().map(FileSource::Id))
    }

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
