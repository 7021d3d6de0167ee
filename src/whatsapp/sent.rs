use super::{
    ContactCard, Context, Interactive, Location, Media, MessageType, Order, Reaction, System,
    TextBody, Unsupported, UserId,
};
use crate::wire::{Json, Text, WaId, object};

object! {
    /// A message of the business as it was given to the API: the body of the call that sent it.
    ///
    /// Only in copies for one who listens while another holds the conversation.
    pub struct SentMessage {
        /// Always `whatsapp`.
        messaging_product: Option<Text>,
        /// Whom it goes to: `individual` or `group`.
        recipient_type: Option<Text>,
        /// Number of the customer, or id of the group.
        to: Option<WaId>,
        /// Business-scoped id of the customer, where the number is not known.
        recipient: Option<UserId>,
        /// What the message is.
        "type" as kind: Option<MessageType>,
        /// What the message replies to.
        context: Option<Box<Context>>,
        /// The template and what it was filled in with.
        template: Option<Box<SentTemplate>>,
        /// What the business gave to know the message again.
        biz_opaque_callback_data: Option<Box<super::CallbackData>>,
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
        /// Content of a `button`, which no business sends.
        button: Option<Box<super::Button>>,
        /// Content of an `interactive`.
        interactive: Option<Box<Interactive>>,
        /// Content of a `reaction`.
        reaction: Option<Box<Reaction>>,
        /// Content of an `order`, which no business sends.
        order: Option<Box<Order>>,
        /// Content of a `system`, which no business sends.
        system: Option<Box<System>>,
        /// Content of an `unsupported`, which no business sends.
        unsupported: Option<Box<Unsupported>>,
    }
}

object! {
    /// A template that was sent.
    pub struct SentTemplate {
        /// Name that the business gave.
        name: Option<Text>,
        /// Its language.
        language: Option<TemplateLanguage>,
        /// What it was filled in with.
        components: Option<Json>,
    }
}

object! {
    /// Language of a template.
    pub struct TemplateLanguage {
        /// The language, such as `en_US`.
        code: Option<Text>,
        /// Always `deterministic`.
        policy: Option<Text>,
    }
}
