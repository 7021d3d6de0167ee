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
        /// The new version of the message, which replaces the earlier one.
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
        /// The ad or post that led the customer to the chat. Absent otherwise.
        referral: Option<Box<Referral>>,
        /// The errors that occurred with the message. Absent if there were none.
        errors: Option<Vec<Error>>,
        /// The text of a `text` message.
        text: Option<TextBody>,
        /// The image of an `image` message, with an optional caption.
        image: Option<Box<Media>>,
        /// The video of a `video` message, with an optional caption.
        video: Option<Box<Media>>,
        /// The audio file of an `audio` message, which may be a voice message.
        audio: Option<Box<Media>>,
        /// The audio file of a `voice` message. Legacy: voice messages are now `audio`.
        voice: Option<Box<Media>>,
        /// The video of a `ptv` message, which is round.
        ptv: Option<Box<Media>>,
        /// The file of a `document` message, with an optional file name and caption.
        document: Option<Box<Media>>,
        /// The sticker of a `sticker` message, which may be animated.
        sticker: Option<Box<Media>>,
        /// The coordinates of a `location` message, with an optional name and address.
        location: Option<Box<Location>>,
        /// The contact cards of a `contacts` message.
        contacts: Option<Vec<ContactCard>>,
        /// How the cards of a `contacts` message came to be shared.
        origin: Option<Box<CardOrigin>>,
        /// The button of a template that the customer pressed, in a `button` message.
        button: Option<Box<Button>>,
        /// The answer to an interactive message, in an `interactive` message.
        interactive: Option<Box<Interactive>>,
        /// The emoji of a `reaction` message and the message that it refers to.
        reaction: Option<Box<Reaction>>,
        /// The shopping cart of an `order` message.
        order: Option<Box<Order>>,
        /// The notice about the customer in a `system` message.
        system: Option<Box<System>>,
        /// The type of a message that the API does not deliver, in an `unsupported` message.
        unsupported: Option<Box<Unsupported>>,
    }
}
