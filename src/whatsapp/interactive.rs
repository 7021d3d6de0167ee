use serde::de::DeserializeOwned;

use super::{CatalogId, Media, ProductId, content::select};
use crate::wire::{Id, Json, Text, Timestamp, Unrecognized, object, open_enum};

object! {
    /// Answer to an interactive message; or, of the business or from a relay, such a message itself.
    /// The type word says which block holds it; [`reply`](Self::reply) picks it.
    pub struct Interactive {
        /// What was answered. Stands before or after its block.
        "type" as kind: Option<InteractiveType>,
        /// A button was pressed.
        button_reply: Option<Box<ButtonReply>>,
        /// A row of a list was picked.
        list_reply: Option<Box<ListReply>>,
        /// A flow was completed, or an address given.
        nfm_reply: Option<Box<NfmReply>>,
        /// A request for permission to call was answered.
        call_permission_reply: Option<Box<CallPermissionReply>>,
        /// A way to pay was chosen, for payments with one click in Brazil; the shape is not known.
        payment_method: Option<Json>,
        /// A product was named. Documented by name only; the members are from code of consumers.
        product: Option<Box<ProductReply>>,
        /// Headline of a question.
        header: Option<Box<InteractiveHeader>>,
        /// Text of a question.
        body: Option<Box<InteractiveText>>,
        /// Small print of a question.
        footer: Option<Box<InteractiveText>>,
        /// What a question offers, as the documentation of the call that sends shows it.
        action: Option<Box<Json>>,
    }
}

object! {
    /// Headline of a question.
    pub struct InteractiveHeader {
        /// What it is: `text`, `image`, `video`, `document`.
        "type" as kind: Option<Text>,
        /// The headline, if it is a text.
        text: Option<Text>,
        /// The image, if it is one.
        image: Option<Box<Media>>,
        /// The film, if it is one.
        video: Option<Box<Media>>,
        /// The file, if it is one.
        document: Option<Box<Media>>,
    }
}

object! {
    /// Words of a question.
    pub struct InteractiveText {
        /// The words.
        text: Option<Text>,
    }
}

/// What was answered to an interactive message, to match on.
///
/// Chosen by the type word; in an answer without one, by the block that is there.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Reply<'a> {
    /// A button was pressed.
    ButtonReply(&'a ButtonReply),
    /// A row of a list was picked.
    ListReply(&'a ListReply),
    /// A flow was completed, or an address given.
    NfmReply(&'a NfmReply),
    /// A request for permission to call was answered.
    CallPermissionReply(&'a CallPermissionReply),
    /// A way to pay was chosen.
    PaymentMethod(&'a Json),
    /// A product was named.
    Product(&'a ProductReply),
    /// No answer but a question: buttons, a list or cards to choose from.
    Question(&'a InteractiveType),
    /// The answer has this type and lacks the block of it.
    Missing(&'a InteractiveType),
    /// The answer has a type that this version does not know; its block is in `extra`.
    Other(&'a Unrecognized),
    /// The answer has neither a type nor a block.
    Empty,
}

impl Interactive {
    /// What was answered.
    #[must_use]
    pub fn reply(&self) -> Reply<'_> {
        select! {
            &self.kind => Reply by InteractiveType {
                ButtonReply: self.button_reply.as_deref(),
                ListReply: self.list_reply.as_deref(),
                NfmReply: self.nfm_reply.as_deref(),
                CallPermissionReply: self.call_permission_reply.as_deref(),
                PaymentMethod: self.payment_method.as_ref(),
                Product: self.product.as_deref(),
                ..;
                Some(
                    word @ (InteractiveType::Button
                    | InteractiveType::List
                    | InteractiveType::Carousel)
                ) => Reply::Question(word),
            }
        }
    }
}

open_enum! {
    /// What was answered.
    pub enum InteractiveType {
        /// A message with buttons.
        "button_reply" as ButtonReply,
        /// A message with a list.
        "list_reply" as ListReply,
        /// A flow or an address form, both of which are "native flow messages".
        "nfm_reply" as NfmReply,
        /// A request for permission to call.
        "call_permission_reply" as CallPermissionReply,
        /// A request for a payment with one click; Brazil only.
        "payment_method" as PaymentMethod,
        /// A message with products.
        "product" as Product,
        /// None: a question with buttons. From the source of a relay, and in copies of what the
        /// business sent.
        "button" as Button,
        /// None: a question with a list, likewise.
        "list" as List,
        /// None: a question with cards, likewise.
        "carousel" as Carousel,
    }
}

object! {
    /// A button that was pressed. Not the quick reply of a template, which is a
    /// [`Button`](super::Button).
    pub struct ButtonReply {
        /// Id that the business gave the button.
        id: Option<Id>,
        /// Text on the button.
        title: Option<Text>,
    }
}

object! {
    /// A row that was picked from a list.
    pub struct ListReply {
        /// Id that the business gave the row.
        id: Option<Id>,
        /// Text of the row.
        title: Option<Text>,
        /// Second line of the row; absent when it had none.
        description: Option<Text>,
    }
}

object! {
    /// A form that was filled in.
    pub struct NfmReply {
        /// What was filled in, as JSON in a text: an object in practice, which may hold a
        /// `flow_token` beside fields of any type. Nothing promises that it is valid.
        response_json: Option<Text>,
        /// Which form it was: `flow`, `address_message` …
        name: Option<Text>,
        /// Text of the answer in the chat, such as `Sent`.
        body: Option<Text>,
    }
}

impl NfmReply {
    /// What was filled in, as a `T`; `None` if it is absent.
    ///
    /// ```
    /// use chathooks::whatsapp::NfmReply;
    ///
    /// let reply: NfmReply = serde_json::from_str(r#"{"response_json":"{\"seats\":\"2\"}"}"#)?;
    /// let form: serde_json::Value = reply.response()?.unwrap();
    /// assert_eq!(form["seats"], "2");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the text is no JSON, or the JSON is no `T`.
    pub fn response<T: DeserializeOwned>(&self) -> Result<Option<T>, serde_json::Error> {
        self.response_json.as_deref().map(serde_json::from_str).transpose()
    }
}

object! {
    /// Answer to a request for permission to call.
    pub struct CallPermissionReply {
        /// Whether the customer agreed.
        response: Option<CallPermission>,
        /// Whether the permission lasts.
        is_permanent: Option<bool>,
        /// When the permission ends, in seconds; absent for one that lasts, and for a refusal.
        expiration_timestamp: Option<Timestamp>,
        /// Who answered.
        response_source: Option<CallPermissionSource>,
    }
}

open_enum! {
    /// Whether a customer may be called.
    pub enum CallPermission {
        /// Yes.
        "accept" as Accept,
        /// No.
        "reject" as Reject,
    }
}

open_enum! {
    /// Who answered a request for permission to call.
    pub enum CallPermissionSource {
        /// The customer.
        "user_action" as UserAction,
        /// WhatsApp, without the customer.
        "automatic" as Automatic,
    }
}

object! {
    /// A product that was named.
    pub struct ProductReply {
        /// The product. Observed in code of consumers only.
        product_retailer_id: Option<ProductId>,
        /// The catalog it is in. Observed in code of consumers only.
        catalog_id: Option<CatalogId>,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_selects_the_block() {
        for (json, reply) in [
            (
                r#"{"list_reply":{"id":"a"},"button_reply":{"id":"b"},"type":"button_reply"}"#,
                r#"ButtonReply(ButtonReply { id: Id("b") })"#,
            ),
            (r#"{"payment_method":{"x":1}}"#, "PaymentMethod(Json(object, 7 bytes))"),
            (r#"{"type":"nfm_reply"}"#, "Missing(NfmReply)"),
            (r#"{"type":"slot_reply","slot_reply":{}}"#, r#"Other("slot_reply")"#),
            ("{}", "Empty"),
        ] {
            let interactive: Interactive = serde_json::from_str(json).unwrap();
            assert_eq!(format!("{:?}", interactive.reply()), reply, "{json}");
        }
    }

    #[test]
    fn a_form_need_not_be_json() {
        let reply = |json| serde_json::from_str::<NfmReply>(json).unwrap();
        assert_eq!(reply("{}").response::<Json>().unwrap(), None);
        assert_eq!(reply(r#"{"response_json":"[1]"}"#).response().unwrap(), Some(vec![1]));
        assert!(reply(r#"{"response_json":"Sent"}"#).response::<Json>().is_err());
    }
}
