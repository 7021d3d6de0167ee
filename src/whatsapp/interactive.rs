use serde::de::DeserializeOwned;

use super::{CatalogId, Media, ProductId, content::select};
use crate::wire::{Json, RawId, Text, Timestamp, Unrecognized, object, open_enum};

object! {
    /// An answer to an interactive message. In messages of the business or from a relay, the
    /// interactive message itself.
    ///
    /// The `type` names the member that holds the answer; [`reply`](Self::reply) returns it.
    pub struct Interactive {
        /// The type of the answer. Sent before or after the member that it names.
        "type" as kind: Option<InteractiveType>,
        /// The button that the customer pressed.
        button_reply: Option<Box<ButtonReply>>,
        /// The list row that the customer selected.
        list_reply: Option<Box<ListReply>>,
        /// The flow that the customer completed, or the address that they entered.
        nfm_reply: Option<Box<NfmReply>>,
        /// The customer's answer to a call permission request.
        call_permission_reply: Option<Box<CallPermissionReply>>,
        /// The payment method that the customer selected for a one-click payment, in Brazil. The
        /// format is not known.
        payment_method: Option<Json>,
        /// The product that the answer is about. Documented by name only; its members are known
        /// from the code of consumers.
        product: Option<Box<ProductReply>>,
        /// The header of the interactive message itself; absent from answers.
        header: Option<Box<InteractiveHeader>>,
        /// The body text of the interactive message itself; absent from answers.
        body: Option<Box<InteractiveText>>,
        /// The footer text of the interactive message itself; absent from answers.
        footer: Option<Box<InteractiveText>>,
        /// The options that the interactive message itself offers, in the form documented for
        /// sending messages.
        action: Option<Box<Json>>,
    }
}

object! {
    /// The header of an interactive message.
    pub struct InteractiveHeader {
        /// The type of the header: `text`, `image`, `video` or `document`.
        "type" as kind: Option<Text>,
        /// The text of the header, if its type is `text`.
        text: Option<Text>,
        /// The image of the header, if its type is `image`.
        image: Option<Box<Media>>,
        /// The video of the header, if its type is `video`.
        video: Option<Box<Media>>,
        /// The document of the header, if its type is `document`.
        document: Option<Box<Media>>,
    }
}

object! {
    /// The body or the footer of an interactive message.
    pub struct InteractiveText {
        /// The text of the body or the footer.
        text: Option<Text>,
    }
}

/// The answer to an interactive message, as an enum for matching.
///
/// The variant follows the `type` or, if there is none, the member that is present.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Reply<'a> {
    /// The customer pressed a button of a message with buttons.
    ButtonReply(&'a ButtonReply),
    /// The customer selected a row of a message with a list.
    ListReply(&'a ListReply),
    /// The customer completed a flow or entered an address.
    NfmReply(&'a NfmReply),
    /// The customer answered a call permission request.
    CallPermissionReply(&'a CallPermissionReply),
    /// The customer selected a payment method. The format of the value is not known.
    PaymentMethod(&'a Json),
    /// The answer is about a product.
    Product(&'a ProductReply),
    /// This is not an answer but the interactive message itself: buttons, a list or a carousel to
    /// choose from.
    Question(&'a InteractiveType),
    /// The answer has this type, but the member that the type names is absent.
    Missing(&'a InteractiveType),
    /// The answer has a type that this version does not know. Its content is in `extra`.
    Other(&'a Unrecognized),
    /// The answer has neither a type nor any known content.
    Empty,
}

impl Interactive {
    /// Returns the answer, selected by the `type` or, if there is none, by the member that is
    /// present.
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
                    kind @ (InteractiveType::Button
                    | InteractiveType::List
                    | InteractiveType::Carousel)
                ) => Reply::Question(kind),
            }
        }
    }
}

open_enum! {
    /// The type of an answer to an interactive message.
    pub enum InteractiveType {
        /// An answer to a message with buttons.
        "button_reply" as ButtonReply,
        /// An answer to a message with a list.
        "list_reply" as ListReply,
        /// A completed flow or address form, both of which are "native flow messages".
        "nfm_reply" as NfmReply,
        /// An answer to a call permission request.
        "call_permission_reply" as CallPermissionReply,
        /// An answer to a one-click payment request; Brazil only.
        "payment_method" as PaymentMethod,
        /// An answer to a message with products.
        "product" as Product,
        /// The interactive message itself, with buttons; not an answer. Known from a relay's source
        /// code and from copies of what the business sent.
        "button" as Button,
        /// The interactive message itself, with a list; not an answer. Known from a relay's source
        /// code and from copies of what the business sent.
        "list" as List,
        /// The interactive message itself, with cards; not an answer. Known from a
        /// relay's source code and from copies of what the business sent.
        "carousel" as Carousel,
    }
}

object! {
    /// The button that a customer pressed in an interactive message. The quick reply to a template
    /// is a [`Button`](super::Button) instead.
    pub struct ButtonReply {
        /// The ID that the business assigned to the button.
        id: Option<RawId>,
        /// The text on the button.
        title: Option<Text>,
    }
}

object! {
    /// The row that a customer selected from a list.
    pub struct ListReply {
        /// The ID that the business assigned to the row.
        id: Option<RawId>,
        /// The title of the row.
        title: Option<Text>,
        /// The description below the title. Absent if the row has none.
        description: Option<Text>,
    }
}

object! {
    /// The form that a customer completed, such as a flow or an address.
    pub struct NfmReply {
        /// The completed form as JSON in a string: an object in practice, which may hold a
        /// `flow_token` next to fields of any type. It is not guaranteed to be valid JSON.
        response_json: Option<Text>,
        /// The name of the kind of form, such as `flow` or `address_message`.
        name: Option<Text>,
        /// The text that the chat displays for the answer, such as `Sent`.
        body: Option<Text>,
    }
}

impl NfmReply {
    /// Returns the completed form as a `T`, or `None` if it is absent.
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
    /// Returns an error if the string is not valid JSON, or if the JSON does not match `T`.
    pub fn response<T: DeserializeOwned>(&self) -> Result<Option<T>, serde_json::Error> {
        self.response_json.as_deref().map(serde_json::from_str).transpose()
    }
}

object! {
    /// A customer's answer to a call permission request.
    pub struct CallPermissionReply {
        /// Whether the customer allowed the business to call.
        response: Option<CallPermission>,
        /// Whether the permission is permanent.
        is_permanent: Option<bool>,
        /// When the permission expires, as Unix time in seconds. Absent if it is permanent or was
        /// refused.
        expiration_timestamp: Option<Timestamp>,
        /// Whether the customer answered, or WhatsApp did so automatically.
        response_source: Option<CallPermissionSource>,
    }
}

open_enum! {
    /// A customer's decision on whether the business may call.
    pub enum CallPermission {
        /// The business may call the customer.
        "accept" as Accept,
        /// The business may not call the customer.
        "reject" as Reject,
    }
}

open_enum! {
    /// The source of an answer to a call permission request.
    pub enum CallPermissionSource {
        /// The customer answered the request.
        "user_action" as UserAction,
        /// WhatsApp answered automatically, without the customer.
        "automatic" as Automatic,
    }
}

object! {
    /// The product that an answer is about.
    pub struct ProductReply {
        /// The ID of the product. Known only from the code of consumers.
        product_retailer_id: Option<ProductId>,
        /// The ID of the catalog that contains the product. Known only from the code of consumers.
        catalog_id: Option<CatalogId>,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_type_selects_the_block() {
        for (json, reply) in [
            (
                r#"{"list_reply":{"id":"a"},"button_reply":{"id":"b"},"type":"button_reply"}"#,
                r#"ButtonReply(ButtonReply { id: RawId("b") })"#,
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
