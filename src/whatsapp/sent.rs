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
        /// The content of a `text` message.
        text: Option<TextBody>,
        /// The content of an `image` message.
        image: Option<Box<Media>>,
        /// The content of a `video` message.
        video: Option<Box<Media>>,
        /// The content of an `audio` message.
        audio: Option<Box<Media>>,
        /// The content of a `voice` message.
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
        /// The content of a `button` message, which businesses do not send.
        button: Option<Box<super::Button>>,
        /// The content of an `interactive` message.
        interactive: Option<Box<Interactive>>,
        /// The content of a `reaction` message.
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
