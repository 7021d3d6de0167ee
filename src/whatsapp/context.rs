use super::{CatalogId, GroupId, MessageId, MessageType, ProductId};
use crate::wire::{Json, Text, Timestamp, WaId, object};

object! {
    /// What a message replies to, or that it was forwarded.
    ///
    /// A reply has an id, a forwarded message has none. Quick replies are observed without any
    /// context.
    pub struct Context {
        /// Author of the quoted message, usually the business; seen with a plus.
        from: Option<WaId>,
        /// The quoted message; absent when the message was forwarded. For an answer to a call
        /// permission request it may be the id of a call, and `M0` is observed inside edits.
        id: Option<MessageId>,
        /// The quoted message, as the body of a call that sends names it and one relay does.
        message_id: Option<Box<MessageId>>,
        /// Whether the message was forwarded, up to five times.
        forwarded: Option<bool>,
        /// Whether the message was forwarded more than five times; `forwarded` is then absent.
        frequently_forwarded: Option<bool>,
        /// The product that the customer asks about, from its page in the catalog.
        referred_product: Option<Box<ReferredProduct>>,
        /// What the quoted message is; documented for answers to flows as `interactive`.
        "type" as kind: Option<MessageType>,
        /// Who is mentioned. Older; the shape is not known.
        mentions: Option<Json>,
        /// Group of the quoted message. Older.
        group_id: Option<GroupId>,
    }
}

impl Context {
    /// Whether the message was forwarded, however often.
    #[must_use]
    pub fn is_forwarded(&self) -> bool {
        self.forwarded == Some(true) || self.frequently_forwarded == Some(true)
    }
}

object! {
    /// What was said in a chat before, for whoever takes it over.
    pub struct ConversationContext {
        /// In which form: `summary`.
        "type" as kind: Option<Text>,
        /// In a few sentences, which a model wrote.
        summary: Option<ContextSummary>,
    }
}

impl ConversationContext {
    /// The sentences, if there are any.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.summary.as_ref()?.text.as_deref().filter(|text| !text.is_empty())
    }
}

object! {
    /// What was said in a chat before, in a few sentences.
    pub struct ContextSummary {
        /// The sentences.
        text: Option<Text>,
    }
}

object! {
    /// A product of a catalog.
    pub struct ReferredProduct {
        /// The catalog.
        catalog_id: Option<CatalogId>,
        /// The product in it.
        product_retailer_id: Option<ProductId>,
    }
}

object! {
    /// State of a customer's security code. Older; still in test bodies.
    pub struct Identity {
        /// Whether the business has confirmed the code.
        acknowledged: Option<bool>,
        /// When the code was made; seconds in quotes, or milliseconds without.
        created_timestamp: Option<Timestamp>,
        /// Hash of the code.
        hash: Option<Text>,
    }
}
