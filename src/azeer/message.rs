use chrono::{DateTime, Utc};

use super::{
    BusinessId, ContactId, EventCategory, MediaId, MessageId, Platform, ReplyId, WhatsAppMessageId,
    instant,
};
use crate::wire::{Number, Text, Timestamp, Undocumented, WaId, object, open_enum};

object! {
    /// The payload of `incoming_msg` and `outgoing_msg`: a message.
    pub struct Message {
        /// The ID of the business that received or sent the message.
        business_id: Option<BusinessId>,
        /// The customer's ID at Azeer, an integer.
        contact_id: Option<ContactId>,
        /// The customer's name.
        contact_name: Option<Text>,
        /// The direction of the message: `in` or `out`, although the page's prose says inbound and
        /// outbound.
        direction: Option<Direction>,
        /// The name of the file. Outgoing messages only.
        ///
        /// In the sample it is `blob`, a name made up by a browser; the extension in `filename_url`
        /// is more reliable.
        filename: Option<Text>,
        /// The URL of the file. It appears to need no credentials.
        filename_url: Option<Text>,
        /// The sender's phone number, as digits without a plus: the customer's in an incoming
        /// message, and that of the business in an outgoing one.
        ///
        /// On platforms other than WhatsApp it is not a phone number.
        from: Option<WaId>,
        /// WhatsApp's ID of the message, `wamid.…`.
        id: Option<WhatsAppMessageId>,
        /// The ID of the button or row that the customer chose; with the type `interactive` only.
        interactive_reply_id: Option<ReplyId>,
        /// Whether the business already had the customer as a contact. Outgoing messages only.
        is_existing_contact: Option<bool>,
        /// The latitude in degrees, positive to the north; with the type `location` only, which has
        /// neither name nor address.
        latitude: Option<Number>,
        /// A time that is unset in the sample of a location, where it is sent as the year 1.
        local_timestamp: Option<Undocumented<Timestamp>>,
        /// The longitude in degrees, positive to the east; with the type `location` only.
        longitude: Option<Number>,
        /// The file's ID: WhatsApp's number in incoming messages, and 32 hex digits in outgoing
        /// ones.
        media_id: Option<MediaId>,
        /// The text of an incoming message, nested, in place of `text` or in addition to it.
        /// Observed, not documented.
        ///
        /// [`plain_text`](Self::plain_text) reads both.
        message_body: Option<Undocumented<MessageBody>>,
        /// Azeer's own ID of the message, an integer.
        message_id: Option<MessageId>,
        /// The type of the message, such as text or location.
        message_type: Option<MessageType>,
        /// The MIME type of the file; see [`bare_mime_type`](Self::bare_mime_type).
        ///
        /// It may have a stray semicolon (`audio/mp4;`) or be unregistered (`image/jpg`,
        /// `audio/mp3`).
        mime_type: Option<Text>,
        /// The ID of the message that this one replies to; 0 means none, see
        /// [`parent`](Self::parent).
        ///
        /// In the samples all incoming messages have one, whether they are replies or not.
        parent_message_id: Option<MessageId>,
        /// The network through which the message is exchanged; only `whatsapp` is known.
        platform: Option<Platform>,
        /// The text of the message, or the label of the button or row that the customer chose;
        /// absent for other types.
        text: Option<Text>,
        /// The time at which the message was sent or received, in RFC 3339: in whole seconds for
        /// incoming messages, and with nanoseconds for outgoing ones.
        timestamp: Option<Undocumented<Timestamp>>,
        /// The recipient's phone number, as digits without a plus: that of the business in an
        /// incoming message, and the customer's in an outgoing one.
        ///
        /// On platforms other than WhatsApp it is not a phone number.
        to: Option<WaId>,
        /// The value `message`, which does not determine the event type.
        "type" as kind: Option<EventCategory>,
    }
}

impl Message {
    /// Returns the text of the message, nested or not; `None` if it is empty.
    #[must_use]
    pub fn plain_text(&self) -> Option<&str> {
        let body = self.message_body.as_ref().and_then(|body| body.get().ok());
        let nested = body.and_then(|body| body.text.as_ref()?.body.as_ref());
        let texts = [nested, self.text.as_ref()];
        texts.into_iter().flatten().map(Text::as_str).find(|text| !text.is_empty())
    }

    /// Returns the ID of the message that this one replies to; `None` if it is 0, negative or
    /// empty.
    #[must_use]
    pub fn parent(&self) -> Option<&MessageId> {
        let parent = self.parent_message_id.as_ref()?;
        let is_one = parent.0.as_i64().map_or_else(|| !parent.0.to_text().is_empty(), |id| id > 0);
        is_one.then_some(parent)
    }

    /// Returns the MIME type of the file without parameters and stray semicolons; `None` if it is
    /// empty.
    #[must_use]
    pub fn bare_mime_type(&self) -> Option<&str> {
        let bare = self.mime_type.as_ref()?.split(';').next()?.trim();
        (!bare.is_empty()).then_some(bare)
    }

    /// Returns the time at which the message was sent or received; `None` for a zero time.
    #[must_use]
    pub fn happened_at(&self) -> Option<DateTime<Utc>> {
        instant(self.timestamp.as_ref())
    }
}

object! {
    /// The content of a message, nested. Observed, not documented.
    pub struct MessageBody {
        /// The text of the message.
        text: Option<MessageBodyText>,
    }
}

object! {
    /// The text of a message, nested. Observed, not documented.
    pub struct MessageBodyText {
        /// The text itself.
        body: Option<Text>,
    }
}

open_enum! {
    /// The direction of a message. The page's prose calls the values inbound and outbound.
    pub enum Direction {
        /// From the customer to the business.
        "in" as In,
        /// From the business to the customer.
        "out" as Out,
    }
}

open_enum! {
    /// The type of a message.
    ///
    /// The page has samples of [`Text`](Self::Text) to [`Location`](Self::Location), and names the
    /// others.
    pub enum MessageType {
        /// A text message. A pressed button of a template is perhaps sent as this as well.
        "text" as Text,
        /// An audio message.
        "audio" as Audio,
        /// The choice of a button or of a row of a list.
        "interactive" as Interactive,
        /// A location that was shared.
        "location" as Location,
        /// A video message.
        "video" as Video,
        /// A voice message.
        "voice" as Voice,
        /// An image message.
        "image" as Image,
        /// A file of any other type.
        "document" as Document,
        /// A sticker message.
        "sticker" as Sticker,
    }
}
