use super::{AccountId, AttachmentId, MessageId, view::views};
use crate::wire::{Free, Number, Text, object, open_enum};

object! {
    /// A file that came with a message, or a place, a contact or a link.
    ///
    /// Which members there are depends on the kind. Observed; the page does not mention
    /// attachments.
    ///
    /// | kind | members beside the ids |
    /// | --- | --- |
    /// | image, video, file, and stories that were stored | `extension`, `content_type`, `data_url`, `thumb_url`, `file_size`, `width`, `height` |
    /// | audio | the same, and `transcribed_text` |
    /// | share, `ig_reel`, `ig_post`, `ig_story`, and stories that were not stored | `data_url`, which may be null, and `thumb_url` |
    /// | location | `coordinates_lat`, `coordinates_long`, `fallback_title`, `data_url` |
    /// | fallback | `fallback_title`, `data_url` |
    /// | contact | `fallback_title` with the phone number, `meta` |
    /// | embed | `data_url` |
    pub struct Attachment {
        /// The attachment.
        id: AttachmentId,
        /// The message it came with.
        message_id: Option<MessageId>,
        /// The account.
        account_id: Option<AccountId>,
        /// What it is. There is no attachment without: a row without a kind is sent as null.
        "file_type" as kind: Option<FileType>,
        /// Extension of the file; before 4.13 always absent.
        extension: Option<Text>,
        /// MIME type of the file; since 4.13.
        content_type: Option<Text>,
        /// Where the content lies. The server answers with a redirect to its storage; an address of
        /// the provider, which may soon be dead, for what was not stored. Absent for contacts, and
        /// when nothing is known.
        data_url: Option<Text>,
        /// Where a small picture lies; empty when there is none, the same as `data_url` for what
        /// came in from Instagram.
        thumb_url: Option<Text>,
        /// Size of the file in bytes; since 2.7.
        file_size: Option<Number>,
        /// Width of a picture or video in pixels; absent until the server has looked. Since 3.7.
        width: Option<Number>,
        /// Height of a picture or video in pixels; absent until the server has looked. Since 3.7.
        height: Option<Number>,
        /// What is said in the audio; empty until it was written down. Since 4.3.
        transcribed_text: Option<Text>,
        /// Latitude in degrees, positive is north. 0.0 is what the column holds when nothing was
        /// set, so 0.0 and 0.0 is not a place.
        coordinates_lat: Option<Number>,
        /// Longitude in degrees, positive is east; 0.0 as above.
        coordinates_long: Option<Number>,
        /// Name of a place, title of a link, phone number of a contact; may be absent.
        fallback_title: Option<Text>,
        /// Free map, typed by [`meta_view`](Self::meta_view). Since
        /// 2.14.
        meta: Option<Free<AttachmentMeta>>,
    }
}

views! {
    Attachment {
        meta by meta_view: AttachmentMeta,
    }
}

object! {
    /// Free map of an attachment: the name of a contact, in the spelling of its channel, and what
    /// forks know of a file. Observed.
    pub struct AttachmentMeta {
        /// Given name, in the spelling of WhatsApp; may be absent.
        "firstName" as whatsapp_first_name: Option<Text>,
        /// Family name, in the spelling of WhatsApp; may be absent.
        "lastName" as whatsapp_last_name: Option<Text>,
        /// Given name, in the spelling of Telegram; may be absent.
        "first_name" as telegram_first_name: Option<Text>,
        /// Family name, in the spelling of Telegram; may be absent.
        "last_name" as telegram_last_name: Option<Text>,
        /// True if a sound was recorded in the chat. Forks (fazer-ai).
        is_recorded_audio: Option<bool>,
        /// What is to be seen in a picture, in words. In test bodies of a fork.
        image_description: Option<Text>,
        /// Words that are to be seen in a picture. In test bodies of a fork.
        extracted_text: Option<Text>,
    }
}

impl AttachmentMeta {
    /// Given name, in whichever spelling it came.
    #[must_use]
    pub fn first_name(&self) -> Option<&str> {
        self.whatsapp_first_name.as_deref().or(self.telegram_first_name.as_deref())
    }

    /// Family name, in whichever spelling it came.
    #[must_use]
    pub fn last_name(&self) -> Option<&str> {
        self.whatsapp_last_name.as_deref().or(self.telegram_last_name.as_deref())
    }
}

open_enum! {
    /// What an attachment is.
    pub enum FileType {
        /// A picture.
        "image" as Image,
        /// Sound, also a voice message.
        "audio" as Audio,
        /// A video.
        "video" as Video,
        /// Any other file.
        "file" as File,
        /// A place.
        "location" as Location,
        /// A link that the channel offers in place of what it cannot pass on.
        "fallback" as Fallback,
        /// A post that was shared.
        "share" as Share,
        /// A story that mentions the account; since 2.3.
        "story_mention" as StoryMention,
        /// A contact card; since 2.14.
        "contact" as Contact,
        /// A reel on Instagram; since 3.12.
        "ig_reel" as IgReel,
        /// A post on Instagram.
        "ig_post" as IgPost,
        /// A story on Instagram.
        "ig_story" as IgStory,
        /// Something that is shown in place, from its own address; since 4.9.
        "embed" as Embed,
    }
}
