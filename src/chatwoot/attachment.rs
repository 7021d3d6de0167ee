use super::{AccountId, AttachmentId, MessageId, view::views};
use crate::wire::{Free, Number, Text, object, open_enum};

object! {
    /// A file that is part of a message, or a location, a shared contact or a link.
    ///
    /// Observed; the page does not mention attachments. The kind determines which members are
    /// present:
    ///
    /// | kind | members in addition to the IDs |
    /// | --- | --- |
    /// | image, video, file, and stories that were stored | `extension`, `content_type`, `data_url`, `thumb_url`, `file_size`, `width`, `height` |
    /// | audio | the same, and `transcribed_text` |
    /// | share, `ig_reel`, `ig_post`, `ig_story`, and stories that were not stored | `data_url`, which may be null, and `thumb_url` |
    /// | location | `coordinates_lat`, `coordinates_long`, `fallback_title`, `data_url` |
    /// | fallback | `fallback_title`, `data_url` |
    /// | contact | `fallback_title` with the phone number, `meta` |
    /// | embed | `data_url` |
    pub struct Attachment {
        /// The attachment's ID, unique within the installation.
        id: AttachmentId,
        /// The ID of the message that the attachment is part of.
        message_id: Option<MessageId>,
        /// The ID of the account that the attachment belongs to.
        account_id: Option<AccountId>,
        /// The kind of the attachment. Every attachment has one: a row without a kind is sent as
        /// null.
        "file_type" as kind: Option<FileType>,
        /// The file's extension; always absent before 4.13.
        extension: Option<Text>,
        /// The file's MIME type; since 4.13.
        content_type: Option<Text>,
        /// The URL of the content; absent for contacts, and if no URL is known.
        ///
        /// The server responds to it with a redirect to its storage. For content that was not
        /// stored it is a URL of the provider, which may expire soon.
        data_url: Option<Text>,
        /// The URL of a small image; empty if there is none, and the same as `data_url` for
        /// incoming Instagram files.
        thumb_url: Option<Text>,
        /// The file's size in bytes; since 2.7.
        file_size: Option<Number>,
        /// The width of an image or video in pixels; absent until the server has analyzed it. Since
        /// 3.7.
        width: Option<Number>,
        /// The height of an image or video in pixels; absent until the server has analyzed it.
        /// Since 3.7.
        height: Option<Number>,
        /// The transcript of an audio file; empty until it was transcribed. Since 4.3.
        transcribed_text: Option<Text>,
        /// The latitude of a location in degrees, positive to the north.
        ///
        /// The default of the column is 0.0, so 0.0 for both coordinates is not a location.
        coordinates_lat: Option<Number>,
        /// The longitude of a location in degrees, positive to the east; 0.0 as in
        /// `coordinates_lat`.
        coordinates_long: Option<Number>,
        /// The name of a location, the title of a link, or the phone number of a contact; may be
        /// absent.
        ///
        /// A location without a name has an empty string, and a WhatsApp contact without a phone
        /// number has a fixed English sentence.
        fallback_title: Option<Text>,
        /// The free-form metadata, typed by [`meta_view`](Self::meta_view). Since 2.14.
        meta: Option<Free<AttachmentMeta>>,
    }
}

views! {
    Attachment {
        meta by meta_view: AttachmentMeta,
    }
}

object! {
    /// The known metadata of an attachment: the name of a shared contact, spelled as its channel
    /// does, and what forks add about a file. Observed, not documented.
    pub struct AttachmentMeta {
        /// The contact's given name, under the key that WhatsApp contacts have; may be absent.
        "firstName" as whatsapp_first_name: Option<Text>,
        /// The contact's family name, under the key that WhatsApp contacts have; may be absent.
        "lastName" as whatsapp_last_name: Option<Text>,
        /// The contact's given name, under the key that Telegram contacts have; may be absent.
        "first_name" as telegram_first_name: Option<Text>,
        /// The contact's family name, under the key that Telegram contacts have; may be absent.
        "last_name" as telegram_last_name: Option<Text>,
        /// Whether the audio is a voice message that was recorded in the chat. In forks only
        /// (fazer-ai).
        is_recorded_audio: Option<bool>,
        /// A description of what an image shows. In test bodies of a fork.
        image_description: Option<Text>,
        /// The text that was recognized in an image. In test bodies of a fork.
        extracted_text: Option<Text>,
    }
}

impl AttachmentMeta {
    /// Returns the contact's given name, under whichever key it was sent.
    #[must_use]
    pub fn first_name(&self) -> Option<&str> {
        self.whatsapp_first_name.as_deref().or(self.telegram_first_name.as_deref())
    }

    /// Returns the contact's family name, under whichever key it was sent.
    #[must_use]
    pub fn last_name(&self) -> Option<&str> {
        self.whatsapp_last_name.as_deref().or(self.telegram_last_name.as_deref())
    }
}

open_enum! {
    /// The kind of an attachment, which determines its members. Observed, not documented.
    pub enum FileType {
        /// An image.
        "image" as Image,
        /// An audio file, including voice messages.
        "audio" as Audio,
        /// A video.
        "video" as Video,
        /// A file of any other type, such as a document.
        "file" as File,
        /// A location, as coordinates.
        "location" as Location,
        /// A link that the channel provides in place of content it cannot pass on.
        "fallback" as Fallback,
        /// A post that was shared in the chat.
        "share" as Share,
        /// A story that mentions the account; since 2.3.
        "story_mention" as StoryMention,
        /// A shared contact; since 2.14.
        "contact" as Contact,
        /// An Instagram reel; since 3.12.
        "ig_reel" as IgReel,
        /// An Instagram post.
        "ig_post" as IgPost,
        /// An Instagram story.
        "ig_story" as IgStory,
        /// Content that is displayed in place, loaded from its own URL; since 4.9.
        "embed" as Embed,
    }
}
