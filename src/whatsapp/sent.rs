use super::{
    ContactCard, Context, Interactive, Location, Media, MessageType, Order, Reaction, System,
    TextBody, Unsupported, UserId,
};
use crate::wire::{Json, Text, WaId, object};

object! {
    /// A message of the business as it was given to the API: the body of the request that sent it.
    ///
    /// Present only in copies for an app that listens while another app controls the conversation.
    pub struct SentMessage {
        /// The messaging product, always `whatsapp`.
        messaging_product: Option<Text>,
        /// The type of the recipient: `individual` or `group`.
        recipient_type: Option<Text>,
        /// The customer's phone number, or the ID of the group.
        to: Option<WaId>,
        /// The customer's business-scoped ID, used if the phone number is not known.
        recipient: Option<UserId>,
        /// The type of the message, which names the member that holds its content.
        "type" as kind: Option<MessageType>,
        /// The message that this message replies to.
        context: Option<Box<Context>>,
        /// The template and the values for its parameters.
        template: Option<Box<SentTemplate>>,
        /// The custom data that the business attached in order to recognize the message later.
        biz_opaque_callback_data: Option<Box<super::CallbackData>>,
        /// The text of a `text` message.
        text: Option<TextBody>,
        /// The image of an `image` message, with an optional caption.
        image: Option<Box<Media>>,
        /// The video of a `video` message, with an optional caption.
        video: Option<Box<Media>>,
        /// The audio file of an `audio` message.
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
        /// The content of a `button` message, which businesses do not send.
        button: Option<Box<super::Button>>,
        /// The question of an `interactive` message, such as buttons or a list.
        interactive: Option<Box<Interactive>>,
        /// The emoji of a `reaction` message and the message that it refers to.
        reaction: Option<Box<Reaction>>,
        /// The content of an `order` message, which businesses do not send.
        order: Option<Box<Order>>,
        /// The content of a `system` message, which businesses do not send.
        system: Option<Box<System>>,
        /// The content of an `unsupported` message, which businesses do not send.
        unsupported: Option<Box<Unsupported>>,
    }
}

object! {
    /// A template that was sent, with the values for its parameters.
    pub struct SentTemplate {
        /// The name that the business gave the template.
        name: Option<Text>,
        /// The language of the template.
        language: Option<TemplateLanguage>,
        /// The values for the parameters of the template, by component.
        components: Option<Json>,
    }
}

object! {
    /// The language of a template that was sent.
    pub struct TemplateLanguage {
        /// The language code, such as `en_US`.
        code: Option<Text>,
        /// The language policy, always `deterministic`.
        policy: Option<Text>,
    }
}
