use super::{CatalogId, GroupId, MessageId, MessageType, ProductId};
use crate::wire::{Json, Text, Timestamp, WaId, object};

object! {
    /// The message that a message replies to, or the fact that it was forwarded.
    ///
    /// A reply has an ID, a forwarded message does not. Quick replies have been observed without
    /// any context.
    pub struct Context {
        /// The author of the quoted message, usually the business. Observed with a plus.
        from: Option<WaId>,
        /// The ID of the quoted message. Absent if the message was forwarded. In an answer to a
        /// call permission request, it may be the ID of a call; inside edits, it was observed as
        /// `M0`.
        id: Option<MessageId>,
        /// The ID of the quoted message, under the key used in requests to the API and by one
        /// relay.
        message_id: Option<Box<MessageId>>,
        /// Whether the message was forwarded up to five times. Absent if it was forwarded more
        /// often.
        forwarded: Option<bool>,
        /// Whether the message was forwarded more than five times; `forwarded` is then absent.
        frequently_forwarded: Option<bool>,
        /// The product that the customer is asking about, if they wrote from its page in the
        /// catalog.
        referred_product: Option<Box<ReferredProduct>>,
        /// The type of the quoted message. Documented for answers to flows, as `interactive`.
        "type" as kind: Option<MessageType>,
        /// The people mentioned in the message. Legacy; the format is not known.
        mentions: Option<Json>,
        /// The group that the quoted message was sent in. Legacy.
        group_id: Option<GroupId>,
    }
}

impl Context {
    /// Returns whether the message was forwarded, no matter how often.
    #[must_use]
    pub fn is_forwarded(&self) -> bool {
        self.forwarded == Some(true) || self.frequently_forwarded == Some(true)
    }
}

object! {
    /// A summary of the conversation so far, for the agent or app that takes it over.
    pub struct ConversationContext {
        /// The form in which the conversation is described. The only known value is `summary`.
        "type" as kind: Option<Text>,
        /// The description in a few sentences, written by a language model.
        summary: Option<ContextSummary>,
    }
}

impl ConversationContext {
    /// Returns the text of the summary, or `None` if it is absent or empty.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.summary.as_ref()?.text.as_deref().filter(|text| !text.is_empty())
    }
}

object! {
    /// A summary of the conversation so far, in a few sentences.
    pub struct ContextSummary {
        /// The sentences of the summary.
        text: Option<Text>,
    }
}

object! {
    /// A product in a business's catalog.
    pub struct ReferredProduct {
        /// The ID of the catalog that contains the product.
        catalog_id: Option<CatalogId>,
        /// The ID of the product, unique within its catalog.
        product_retailer_id: Option<ProductId>,
    }
}

object! {
    /// The state of a customer's security code. Legacy; still found in test bodies.
    pub struct Identity {
        /// Whether the business has confirmed the code.
        acknowledged: Option<bool>,
        /// When the code was created, as Unix time: a string in seconds, or a number in
        /// milliseconds.
        created_timestamp: Option<Timestamp>,
        /// The hash of the security code.
        hash: Option<Text>,
    }
}
