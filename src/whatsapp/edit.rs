use super::{
    Button, CardOrigin, ContactCard, Context, Error, Interactive, Location, Media, MessageId,
    MessageType, Order, Reaction, Referral, System, TextBody, Unsupported,
};
use crate::wire::object;

object! {
    /// Another content for a message of before. The notice has an id of its own.
    pub struct Edit {
        /// The message that changed.
        original_message_id: Option<MessageId>,
        /// What it says now.
        message: Option<EditedMessage>,
    }
}

object! {
    /// A message was taken back. The notice has an id of its own.
    pub struct Revoke {
        /// The message that was taken back.
        original_message_id: Option<MessageId>,
    }
}

object! {
    /// New version of a message: its type and content without what tells the message itself.
    ///
    /// It may hold every block that a message may, but those that change other messages.
    pub struct EditedMessage {
        /// What the message replies to; its id is observed as `M0`.
        context: Option<Box<Context>>,
        /// What the message is.
        "type" as kind: Option<MessageType>,
        /// Ad or post through which the customer came.
        referral: Option<Box<Referral>>,
        /// What went wrong with the message.
        errors: Option<Vec<Error>>,
        /// Content of a `text`.
        text: Option<TextBody>,
        /// Content of an `image`.
        image: Option<Box<Media>>,
        /// Content of a `video`.
        video: Option<Box<Media>>,
        /// Content of an `audio`.
        audio: Option<Box<Media>>,
        /// Content of a `voice`.
        voice: Option<Box<Media>>,
        /// Content of a `ptv`.
        ptv: Option<Box<Media>>,
        /// Content of a `document`.
        document: Option<Box<Media>>,
        /// Content of a `sticker`.
        sticker: Option<Box<Media>>,
        /// Content of a `location`.
        location: Option<Box<Location>>,
        /// Content of a `contacts`.
        contacts: Option<Vec<ContactCard>>,
        /// How the cards of a `contacts` came to be shared.
        origin: Option<Box<CardOrigin>>,
        /// Content of a `button`.
        button: Option<Box<Button>>,
        /// Content of an `interactive`.
        interactive: Option<Box<Interactive>>,
        /// Content of a `reaction`.
        reaction: Option<Box<Reaction>>,
        /// Content of an `order`.
        order: Option<Box<Order>>,
        /// Content of a `system`.
        system: Option<Box<System>>,
        /// Content of an `unsupported`.
        unsupported: Option<Box<Unsupported>>,
    }
}
