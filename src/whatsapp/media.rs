use super::MediaId;
use crate::wire::{self, Undocumented, object};

object! {
    /// The content of a text message.
    pub struct TextBody {
        /// The text of the message: up to 4,096 characters in any script. May be empty.
        body: Option<wire::LooseText>,
    }
}

impl<T: Into<wire::Text>> From<T> for TextBody {
    fn from(text: T) -> Self {
        Self { body: Some(text.into().into()), ..Self::default() }
    }
}

object! {
    /// A media file in a message: an image, video, audio, document or sticker.
    ///
    /// The content can be downloaded by the ID, or from the URL until that expires.
    pub struct Media {
        /// The ID for downloading the file.
        id: Option<MediaId>,
        /// The MIME type of the file, such as `image/webp` for a sticker. It may have parameters,
        /// as in `audio/ogg; codecs=opus`.
        mime_type: Option<wire::Text>,
        /// The SHA-256 hash of the file: base64, or hexadecimal from the on-premises API. One relay
        /// sends it as bytes.
        sha256: Option<Undocumented<wire::Text>>,
        /// The caption of an image, a video or a document. Absent if there is none.
        caption: Option<wire::Text>,
        /// The name of a document's file. Not every document has one.
        filename: Option<wire::Text>,
        /// Whether an audio is a voice message that was recorded in the chat.
        voice: Option<bool>,
        /// Whether a sticker is animated.
        animated: Option<bool>,
        /// The download URL of the file, which expires. Being rolled out since November 2025.
        url: Option<wire::Text>,
        /// The URL of the file from the on-premises API. Legacy.
        link: Option<wire::Text>,
        /// The state of the file from the on-premises API. Legacy.
        status: Option<Box<wire::Text>>,
        /// The path of the file on the host of the on-premises API. Legacy.
        file: Option<wire::Text>,
    }
}
