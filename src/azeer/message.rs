use chrono::{DateTime, Utc};

use super::{
    BusinessId, ContactId, Kind, MediaId, MessageId, Platform, ReplyId, WhatsAppMessageId, instant,
};
use crate::wire::{Number, Text, Timestamp, Undocumented, WaId, object, open_enum};

object! {
    /// Body of `incoming_msg` and `outgoing_msg`: a message.
    pub struct Message {
        /// The business.
        business_id: Option<BusinessId>,
        /// The customer.
        contact_id: Option<ContactId>,
        /// Name of the customer.
        contact_name: Option<Text>,
        /// Which way the message goes.
        direction: Option<Direction>,
        /// Name of the file. In the sample `blob`, which a browser makes up; the extension in
        /// `filename_url` tells more. Outgoing messages only.
        filename: Option<Text>,
        /// Where the file is. It looks as if it could be fetched without credentials.
        filename_url: Option<Text>,
        /// Who sent it: number of the customer in an incoming message, of the business in an
        /// outgoing one. Digits without plus; on other platforms than WhatsApp no number.
        from: Option<WaId>,
        /// WhatsApp's id of the message.
        id: Option<WhatsAppMessageId>,
        /// The button or row that the customer chose; with `interactive` only.
        interactive_reply_id: Option<ReplyId>,
        /// Whether the business knew the customer. Outgoing messages only.
        is_existing_contact: Option<bool>,
        /// Degrees north; with `location` only. Neither name nor address comes with it.
        latitude: Option<Number>,
        /// In the sample of `location` not set, which is sent as the year 1.
        local_timestamp: Option<Undocumented<Timestamp>>,
        /// Degrees east; with `location` only.
        longitude: Option<Number>,
        /// The file.
        media_id: Option<MediaId>,
        /// Observed: text of an incoming message, nested, in place of `text` or beside it;
        /// [`plain_text`](Self::plain_text) reads both.
        message_body: Option<Undocumented<MessageBody>>,
        /// Azeer's id of the message.
        message_id: Option<MessageId>,
        /// What the message consists of.
        message_type: Option<MessageType>,
        /// MIME type of the file, also with a stray semicolon (`audio/mp4;`) or unregistered
        /// (`image/jpg`, `audio/mp3`); see [`bare_mime_type`](Self::bare_mime_type).
        mime_type: Option<Text>,
        /// The message that this one answers; 0 for none, see [`parent`](Self::parent). All samples
        /// of incoming messages have one, answers or not.
        parent_message_id: Option<MessageId>,
        /// The network.
        platform: Option<Platform>,
        /// Text of the message, or label of the button or row that the customer chose.
        text: Option<Text>,
        /// When it was sent or received: RFC 3339, in whole seconds for incoming and in nanoseconds
        /// for outgoing messages.
        timestamp: Option<Undocumented<Timestamp>>,
        /// Who gets it: number of the business in an incoming message, of the customer in an
        /// outgoing one. Digits without plus; on other platforms than WhatsApp no number.
        to: Option<WaId>,
        /// `message`.
        "type" as kind: Option<Kind>,
    }
}

impl Message {
    /// Text of the message, nested or not; `None` if it is empty.
    #[must_use]
    pub fn plain_text(&self) -> Option<&str> {
        let body = self.message_body.as_ref().and_then(|body| body.get().ok());
        let nested = body.and_then(|body| body.text.as_ref()?.body.as_ref());
        let texts = [nested, self.text.as_ref()];
        texts.into_iter().flatten().map(Text::as_str).find(|text| !text.is_empty())
    }

    /// The message that this one answers; `None` if it is 0, negative or empty.
    #[must_use]
    pub fn parent(&self) -> Option<&MessageId> {
        let parent = self.parent_message_id.as_ref()?;
        let is_one = parent.0.as_i64().map_or_else(|| !parent.0.to_text().is_empty(), |id| id > 0);
        is_one.then_some(parent)
    }

    /// MIME type of the file without parameters and stray semicolons; `None` if it is empty.
    #[must_use]
    pub fn bare_mime_type(&self) -> Option<&str> {
        let bare = self.mime_type.as_ref()?.split(';').next()?.trim();
        (!bare.is_empty()).then_some(bare)
    }

    /// When it was sent or received; `None` for a zero time.
    #[must_use]
    pub fn happened_at(&self) -> Option<DateTime<Utc>> {
        instant(self.timestamp.as_ref())
    }
}

object! {
    /// Content of a message, nested. Observed.
    pub struct MessageBody {
        /// Text of the message.
        text: Option<MessageBodyText>,
    }
}

object! {
    /// Text of a message, nested. Observed.
    pub struct MessageBodyText {
        /// The text itself.
        body: Option<Text>,
    }
}

open_enum! {
    /// Which way a message goes.
    pub enum Direction {
        /// From the customer.
        "in" as In,
        /// To the customer.
        "out" as Out,
    }
}

open_enum! {
    /// What a message consists of. The page has samples of [`Text`](Self::Text) to
    /// [`Location`](Self::Location), and names the others.
    pub enum MessageType {
        /// Text. A pressed button of a template perhaps comes as this, too.
        "text" as Text,
        /// A sound.
        "audio" as Audio,
        /// The choice of a button or a row of a list.
        "interactive" as Interactive,
        /// A place.
        "location" as Location,
        /// A video.
        "video" as Video,
        /// A voice message.
        "voice" as Voice,
        /// An image.
        "image" as Image,
        /// A file of another kind.
        "document" as Document,
        /// A sticker.
        "sticker" as Sticker,
    }
}
