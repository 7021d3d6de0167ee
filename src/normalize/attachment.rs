use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_with::{serde_as, skip_serializing_none};

use super::{Id, Text, literal::Literal};
use crate::wire::{Number, open_enum};

/// A file of a message, or something that platforms list among the files, such as a link.
///
/// All fields except the kind are absent unless the platform gives them.
///
/// The content of the file is in no body. It is downloaded from the [`url`](Self::url), or
/// requested from the platform by the [`id`](Self::id); [`source`](Self::source) says which:
///
/// | provider | found by | request | credentials | valid for |
/// | --- | --- | --- | --- | --- |
/// | `meta` | ID, and since November 2025 a URL | `GET https://graph.facebook.com/{version}/{id}` returns a URL | `Authorization: Bearer …` in both requests | the URL for minutes, the ID for days |
/// | `smartflow` | ID | `…/whatsapp-cloud/media/download/{id}` returns a URL | those of its API | not published |
/// | `saleschat` | ID | `GET /v1/orgs/{orgId}/file/{id}/download/signed_url` returns a URL | those of its API | not published |
/// | `aisoule` | URL, absent if the platform could not download the file itself | `GET`, of a path relative to the installation | those of its API | not published |
/// | `azeer` | URL, and WhatsApp's ID | `GET` | none, as far as observed | not published |
/// | `chatwoot` | URL | `GET`, which redirects to the storage | none; whoever has the link has the file | as long as the message |
///
/// Chatwoot passes on links of Instagram unchanged, and these expire.
///
/// A URL comes from the body and is not to be trusted: make sure that it cannot lead your server
/// into your own network.
#[serde_as]
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[non_exhaustive]
pub struct Attachment {
    /// The kind of file.
    pub kind: AttachmentKind,
    /// The ID of the file. Platforms that send no URL return the content for it.
    pub id: Option<Id>,
    /// The URL of the content. It may expire, redirect or need credentials, and its host is not to
    /// be trusted.
    pub url: Option<Text>,
    /// The URL of a small preview image. Only Chatwoot sends it.
    pub thumbnail_url: Option<Text>,
    /// The MIME type as sent. Parameters such as `codecs=opus` may follow a semicolon.
    pub mime_type: Option<Text>,
    /// The name of the file.
    pub file_name: Option<Text>,
    /// The title of what was shared, such as that of a linked page.
    pub title: Option<Text>,
    /// The SHA-256 digest of the content as sent, in base64 or hexadecimal. Only Meta and Smartflow
    /// send it.
    pub sha256: Option<Text>,
    /// The size of the file in bytes. Only Chatwoot sends it.
    #[serde_as(as = "Option<Literal>")]
    pub size: Option<Number>,
    /// The words that are spoken in the file. Only Chatwoot sends them.
    pub transcript: Option<Text>,
    /// A description of what the file shows. Only Chatwoot sends it.
    pub description: Option<Text>,
    /// The text that can be read in the file. Only Chatwoot sends it.
    pub extracted_text: Option<Text>,
    /// The labels that a classifier and a user gave to the file. Only SalesChat sends them.
    pub labels: Option<Labels>,
}

/// Where to get the content of an [`Attachment`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileSource<'a> {
    /// From the platform's API, by this ID.
    Id(&'a Id),
    /// From this URL.
    Url(&'a str),
}

impl Attachment {
    /// Returns where to get the content: from the URL if there is one, or else by the ID.
    ///
    /// `None` if the body gives neither.
    #[must_use]
    pub fn source(&self) -> Option<FileSource<'_>> {
        let url = self.url.as_deref().map(FileSource::Url);
        url.or_else(|| self.id.as_ref().map(FileSource::Id))
    }

    /// Creates an attachment of a kind, with all other fields absent.
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
    /// The kind of an [`Attachment`].
    pub enum AttachmentKind {
        /// An image.
        "image" as Image,
        /// A video.
        "video" as Video,
        /// An audio file.
        "audio" as Audio,
        /// A voice message that was recorded in the chat.
        "voice" as Voice,
        /// A document, or any other file.
        "document" as Document,
        /// A sticker: a small image from a set.
        "sticker" as Sticker,
        /// A location.
        "location" as Location,
        /// A contact card.
        "contact" as Contact,
        /// A post, story or reel of a social network.
        "share" as Share,
        /// A link, perhaps with a preview.
        "link" as Link,
        /// A file of unspecified kind.
        "file" as File,
    }
}

impl AttachmentKind {
    /// Returns the kind that the first half of a MIME type indicates.
    pub(crate) fn of_mime(mime_type: Option<&str>) -> Self {
        match mime_type.and_then(|mime_type| mime_type.split('/').next()) {
            Some("image") => Self::Image,
            Some("video") => Self::Video,
            Some("audio") => Self::Audio,
            _ => Self::File,
        }
    }
}

/// The labels of a file: those that a classifier proposed, and those that a user gave.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Labels {
    /// The labels that the classifier proposed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub suggested: Vec<Text>,
    /// Whether the proposed labels were accepted, as the platform names it.
    pub status: Option<Cow<'static, str>>,
    /// The labels that a user gave.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub user: Vec<Text>,
}
