use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_with::{serde_as, skip_serializing_none};

use super::{
    Attachment, Call, Id, MessageRef, Template, Text, internally_tagged::internally_tagged,
    literal::Literal,
};
use crate::wire::{Json, Number, Phone, open_enum};

internally_tagged! {
    /// The content of a message.
    #[derive(Default)]
    pub enum Content: ContentType by "type" {
        /// A text message.
        "text" => Text(Text) in "text",
        /// One or more files, perhaps with a caption.
        "media" => Media(Media) in "media",
        /// A location.
        "location" => Location(Location) in "location",
        /// One or more contact cards.
        "contact_cards" => ContactCards(Vec<ContactCard>) in "cards",
        /// An answer to an interactive message: the choice of an option, or a completed form.
        "interactive_reply" => InteractiveReply(InteractiveReply) in "reply",
        /// A reaction to an earlier message.
        "reaction" => Reaction(Reaction) in "reaction",
        /// An order of products.
        "order" => Order(Order) in "order",
        /// A template with the values that the business filled in.
        "template" => Template(Box<Template>) in "template",
        /// Content with a structure of its own, such as a form, cards, a survey or an article.
        "structured" => Structured(Box<Structured>) in "structured",
        /// A notice from the platform or the network.
        "system" => System(System) in "system",
        /// A phone call.
        "call" => Call(Box<Call>) in "call",
        /// What is left of a message that was deleted.
        "deleted" => Deleted(Deleted) in "deleted",
        /// Content that the network or the platform does not pass on, or of a type that is not
        /// known yet.
        "unsupported" => Unsupported(Unsupported) in "unsupported",
        /// No content, or none that the event shows.
        #[default]
        "empty" => Empty,
    }
}

impl Content {
    /// Returns the files that came with the message, whatever else it contains.
    #[must_use]
    pub fn attachments(&self) -> &[Attachment] {
        match self {
            Self::Media(media) => &media.attachments,
            Self::Structured(structured) => &structured.attachments,
            Self::Text(_)
            | Self::Location(_)
            | Self::ContactCards(_)
            | Self::InteractiveReply(_)
            | Self::Reaction(_)
            | Self::Order(_)
            | Self::Template(_)
            | Self::System(_)
            | Self::Call(_)
            | Self::Deleted(_)
            | Self::Unsupported(_)
            | Self::Empty => &[],
        }
    }

    /// Returns the text of the message, if it has one.
    ///
    /// That is the text itself, the caption of files, the label of a choice, the text beside a
    /// location, an order or structured content, the sentence of a notice, or what a deleted
    /// message said.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Media(media) => media.caption.as_deref(),
            Self::InteractiveReply(reply) => reply.title.as_deref(),
            Self::Order(order) => order.text.as_deref(),
            Self::Structured(structured) => structured.text.as_deref(),
            Self::System(system) => system.text.as_deref(),
            Self::Location(location) => location.text.as_deref(),
            Self::Deleted(deleted) => deleted.text.as_deref(),
            Self::ContactCards(_)
            | Self::Reaction(_)
            | Self::Template(_)
            | Self::Call(_)
            | Self::Unsupported(_)
            | Self::Empty => None,
        }
    }
}

impl Content {
    /// Creates content of a type for which there is no variant, with the text that goes with it.
    pub(crate) fn other(kind: impl Into<Cow<'static, str>>, text: Option<Text>) -> Self {
        let kind = Some(kind.into());
        match text {
            None => Self::Unsupported(Unsupported { kind, placeholder: None }),
            text => Self::Structured(Box::new(Structured { kind, text, ..Structured::default() })),
        }
    }
}

/// One or more files, perhaps with a caption.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Media {
    /// The text that goes with the files.
    pub caption: Option<Text>,
    /// The files, usually one.
    pub attachments: Vec<Attachment>,
}

/// A geographic location.
#[serde_as]
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Location {
    /// The latitude in degrees, negative in the south.
    #[serde_as(as = "Option<Literal>")]
    pub latitude: Option<f64>,
    /// The longitude in degrees, negative in the west.
    #[serde_as(as = "Option<Literal>")]
    pub longitude: Option<f64>,
    /// The name of the location.
    pub name: Option<Text>,
    /// The postal address of the location.
    pub address: Option<Text>,
    /// The URL of a web page about the location.
    pub url: Option<Text>,
    /// The text that goes with the location.
    pub text: Option<Text>,
}

/// A contact card that someone shared in a message.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct ContactCard {
    /// The full name as it is displayed.
    pub formatted_name: Option<Text>,
    /// The given name.
    pub first_name: Option<Text>,
    /// The middle name.
    pub middle_name: Option<Text>,
    /// The family name.
    pub last_name: Option<Text>,
    /// The prefix of the name, such as `Dr.`
    pub name_prefix: Option<Text>,
    /// The suffix of the name, such as `Jr.`
    pub name_suffix: Option<Text>,
    /// The phone numbers; a card may have none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<CardPhone>,
    /// The email addresses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<Text>,
    /// The URLs of websites.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub urls: Vec<Text>,
    /// The postal addresses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<PostalAddress>,
    /// The company or other organization that the person belongs to.
    pub organization: Option<Text>,
    /// The person's department in the organization.
    pub department: Option<Text>,
    /// The person's position in the organization.
    pub job_title: Option<Text>,
    /// The date of birth, usually as `YYYY-MM-DD`.
    pub birthday: Option<Text>,
    /// The whole card as a vCard. WhatsApp sends it, since 2026, only if the card was shared on
    /// request.
    pub vcard: Option<Text>,
    /// How the card came to be shared, as the network names it, such as `contact_request`.
    pub origin: Option<Cow<'static, str>>,
}

/// A postal address on a contact card.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct PostalAddress {
    /// The street and the house number.
    pub street: Option<Text>,
    /// The city of the address.
    pub city: Option<Text>,
    /// The state or region of the address.
    pub state: Option<Text>,
    /// The postal code of the address.
    pub zip: Option<Text>,
    /// The name of the country.
    pub country: Option<Text>,
    /// The ISO 3166 code of the country.
    pub country_code: Option<Text>,
    /// The label of the address, in the language of the phone on which the card was written.
    pub label: Option<Text>,
}

/// A phone number on a contact card.
#[serde_as]
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct CardPhone {
    /// The number as it is written on the card.
    #[serde_as(as = "Option<Literal>")]
    pub phone: Option<Phone>,
    /// The WhatsApp account with this number, if there is one.
    pub wa_id: Option<Text>,
    /// The label of the number, such as `CELL`, in the language of the phone on which the card was
    /// written.
    pub label: Option<Text>,
}

/// An answer to an interactive message: the choice of an option, or a completed form.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct InteractiveReply {
    /// What the interactive message offered.
    pub kind: Option<ReplyKind>,
    /// The ID that the business gave to the chosen option.
    pub id: Option<Id>,
    /// The label of the chosen option.
    pub title: Option<Text>,
    /// The small print of the chosen option.
    pub description: Option<Text>,
    /// The values filled into the form, or anything else that came with the answer. Values of a
    /// form that are not JSON are kept as a string.
    pub data: Option<Json>,
}

open_enum! {
    /// What an interactive message offered.
    pub enum ReplyKind {
        /// Reply buttons below the message.
        "button" as Button,
        /// The rows of a list.
        "list" as List,
        /// The quick reply buttons of a template.
        "template_button" as TemplateButton,
        /// A form.
        "form" as Form,
        /// A request for permission to call.
        "call_permission" as CallPermission,
    }
}

/// A reaction to an earlier message.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Reaction {
    /// The message that the contact or the business reacted to.
    pub target: MessageRef,
    /// The emoji. Absent if the reaction was removed.
    pub emoji: Option<Text>,
    /// Whether the reaction was removed.
    pub removed: bool,
}

/// An order of products.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Order {
    /// The ID of the catalog that the products are in.
    pub catalog_id: Option<Id>,
    /// The text that the customer wrote with the order.
    pub text: Option<Text>,
    /// The products that were ordered.
    pub items: Vec<OrderItem>,
}

/// A product in an order.
#[serde_as]
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct OrderItem {
    /// The ID that the business gave to the product.
    pub product_id: Option<Id>,
    /// The ordered quantity.
    #[serde_as(as = "Option<Literal>")]
    pub quantity: Option<Number>,
    /// The price of one piece, as the literal that was sent.
    #[serde_as(as = "Option<Literal>")]
    pub price: Option<Number>,
    /// The currency of the price, as an ISO 4217 code.
    pub currency: Option<Text>,
}

/// Content with a structure of its own, such as a form, cards, a survey or an article.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Structured {
    /// The type of the content, as the platform names it, such as `input_csat`.
    pub kind: Option<Cow<'static, str>>,
    /// The headline.
    pub title: Option<Text>,
    /// The text that goes with the content.
    pub text: Option<Text>,
    /// The small print below the text.
    pub footer: Option<Text>,
    /// The buttons below the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<Button>,
    /// What the content holds, as sent.
    pub data: Option<Json>,
    /// What the contact answered, as sent.
    pub answer: Option<Json>,
    /// The files that go with the content.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
}

/// A button below the text of a message.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Button {
    /// The label of the button.
    pub text: Option<Text>,
    /// The URL that the button opens.
    pub url: Option<Text>,
    /// The phone number that the button calls.
    pub phone: Option<Text>,
}

/// What is left of a message that was deleted.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Deleted {
    /// What the message said, where the platform keeps that.
    pub text: Option<Text>,
    /// The sentence that the platform shows instead of the message, in the language of the account.
    pub placeholder: Option<Text>,
}

/// A notice from the platform or the network.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct System {
    /// The type of the notice, as the sender names it, such as `user_changed_number`.
    pub kind: Option<Cow<'static, str>>,
    /// The notice as a sentence for people.
    pub text: Option<Text>,
    /// The new address, where the notice reports that someone's address changed.
    pub new_address: Option<super::Address>,
}

/// Content that is not passed on, or of a type that is not known yet.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Unsupported {
    /// The type of the content, as the sender names it. The reason why it is not passed on is in
    /// [`Message::errors`](super::Message::errors).
    pub kind: Option<Cow<'static, str>>,
    /// The sentence that the platform or the network shows instead of the content.
    pub placeholder: Option<Text>,
}
