use super::MediaId;
use crate::wire::{self, Undocumented, object};

object! {
    /// The block of a text message.
    pub struct TextBody {
        /// The text itself: up to 4096 characters of any script, and possibly none.
        body: Option<wire::LooseText>,
    }
}

impl<T: Into<wire::Text>> From<T> for TextBody {
    fn from(text: T) -> Self {
        Self { body: Some(text.into().into()), ..Self::default() }
    }
}

object! {
    /// A file that a customer sent: image, video, audio, document or sticker.
    ///
    /// The content is fetched with the id, or from the URL as long as it lasts.
    pub struct Media {
        /// Id to fetch the file by.
        id: Option<MediaId>,
        /// MIME type, also with parameters: `audio/ogg; codecs=opus`.
        mime_type: Option<wire::Text>,
        /// SHA-256 of the file: base64; hexadecimal from the on-premises API. One relay sends bytes.
        sha256: Option<Undocumented<wire::Text>>,
        /// Words below an image, a video or a document.
        caption: Option<wire::Text>,
        /// Name of a document; not every document has one.
        filename: Option<wire::Text>,
        /// Whether an audio was recorded in the chat.
        voice: Option<bool>,
        /// Whether a sticker moves.
        animated: Option<bool>,
        /// Where the file is for a while; being rolled out since November 2025.
        url: Option<wire::Text>,
        /// Where the file is, from the on-premises API. Older.
        link: Option<wire::Text>,
        /// What became of the file, from the on-premises API. Older.
        status: Option<Box<wire::Text>>,
        /// Path of the file on the on-premises host. Older.
        file: Option<wire::Text>,
    }
}
