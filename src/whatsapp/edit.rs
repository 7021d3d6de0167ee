use super::{
    Button, CardOrigin, ContactCard, Context, Error, Interactive, Location, Media, MessageId,
    MessageType, Order, Reaction, Referral, System, TextBody, Unsupported,
};
use crate::wire::object;

object! {
    /// An edit of an earlier message. The notice about it has an ID of its own.
    pub struct Edit {
        /// The ID of the message that was edited.
        original_message_id: Option<MessageId>,
        /// The new version of the message.
        message: Option<EditedMessage>,
    }
}

object! {
    /// The deletion of an earlier message. The notice about it has an ID of its own.
    pub struct Revoke {
        /// The ID of the message that was deleted.
        original_message_id: Option<MessageId>,
    }
}

object! {
    /// The new version of an edited message: its type and content, without an ID, sender or time.
    ///
    /// It may have any content that a message may have, except an edit or a revocation.
    pub struct EditedMessage {
        /// The message that the edited message replies to. The ID in it was observed as `M0`.
        context: Option<Box<Context>>,
        /// The type of the edited message, which names the member that has its content.
        "type" as kind: Option<MessageType>,
        /// The ad or post that led the customer to the chat.
        referral: Option<Box<Referral>>,
        /// The errors that occurred with the message.
        errors: Option<Vec<Error>>,
        /// The content of a `text` message.
        text: Option<TextBody>,
        /// The content of an `image` message.
        image: Option<Box<Media>>,
        /// The content of a `video` message.
        video: Option<Box<Media>>,
        /// The content of an `audio` message.
        audio: Option<Box<Media>>,
        /// The content of a `voice` message. Legacy: voice messages are now `audio`.
        voice: Option<Box<Media>>,
        /// The content of a `ptv` message, a round video.
        ptv: Option<Box<Media>>,
        /// The content of a `document` message.
        document: Option<Box<Media>>,
        /// The content of a `sticker` message.
        sticker: Option<Box<Media>>,
        /// The content of a `location` message.
        location: Option<Box<Location>>,
        /// The contact cards of a `contacts` message.
        contacts: Option<Vec<ContactCard>>,
        /// How the cards of a `contacts` message came to be shared.
        origin: Option<Box<CardOrigin>>,
        /// The content of a `button` message, the quick reply to a template.
        button: Option<Box<Button>>,
        /// The content of an `interactive` message.
        interactive: Option<Box<Interactive>>,
        /// The content of a `reaction` message.
        reaction: Option<Box<Reaction>>,
        /// The content of an `order` message.
        order: Option<Box<Order>>,
        /// The content of a `system` message, a notice about the customer.
        system: Option<Box<System>>,
        /// The content of an `unsupported` message, which names what it was.
        unsupported: Option<Box<Unsupported>>,
    }
}
