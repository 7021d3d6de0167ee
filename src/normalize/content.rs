use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_with::{serde_as, skip_serializing_none};

use super::{Attachment, Call, Id, MessageRef, Template, Text, exact::Exact, variants::variants};
use crate::wire::{Json, Number, Phone, open_enum};

variants! {
    /// What a message says.
    #[derive(Default)]
    pub enum Content: ContentType by "type" {
        /// A text.
        "text" => Text(Text) in "text",
        /// Files, perhaps with a caption.
        "media" => Media(Media) in "media",
        /// A place.
        "location" => Location(Location) in "location",
        /// Address cards.
        "contact_cards" => ContactCards(Vec<ContactCard>) in "cards",
        /// A choice among what an earlier message offered, or a form filled in.
        "interactive_reply" => InteractiveReply(InteractiveReply) in "reply",
        /// A reaction to an earlier message.
        "reaction" => Reaction(Reaction) in "reaction",
        /// An order of products.
        "order" => Order(Order) in "order",
        /// A template that the business filled in.
        "template" => Template(Box<Template>) in "template",
        /// Something with a structure of its own: a form, cards, a survey, an article.
        "structured" => Structured(Box<Structured>) in "structured",
        /// A notice of the platform or the network.
        "system" => System(System) in "system",
        /// A phone call.
        "call" => Call(Box<Call>) in "call",
        /// Nothing more: the message was deleted.
        "deleted" => Deleted(Deleted) in "deleted",
        /// Something that the network or the platform does not pass on, or that nobody knows yet.
        "unsupported" => Unsupported(Unsupported) in "unsupported",
        /// Nothing, or nothing that the event tells.
        #[default]
        "empty" => Empty,
    }
}

impl Content {
    /// Returns the files that came with the message, whatever else it holds.
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

    /// The words in it that a person wrote: the text, a caption, or the label of a choice.
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
    /// Something of a sort that the model has no words for, with the text that goes with it.
    pub(crate) fn other(kind: impl Into<Cow<'static, str>>, text: Option<Text>) -> Self {
        let kind = Some(kind.into());
        match text {
            None => Self::Unsupported(Unsupported { kind, placeholder: None }),
            text => Self::Structured(Box::new(Structured { kind, text, ..Structured::default() })),
        }
    }
}

/// Files, perhaps with a caption.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Media {
    /// Text beside the files.
    pub caption: Option<Text>,
    /// The files; mostly one.
    pub attachments: Vec<Attachment>,
}

/// A place on Earth.
#[serde_as]
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Location {
    /// Degrees north; negative in the south.
    #[serde_as(as = "Option<Exact>")]
    pub latitude: Option<f64>,
    /// Degrees east; negative in the west.
    #[serde_as(as = "Option<Exact>")]
    pub longitude: Option<f64>,
    /// Name of the place.
    pub name: Option<Text>,
    /// Address of the place.
    pub address: Option<Text>,
    /// Web page of the place.
    pub url: Option<Text>,
    /// Text beside it.
    pub text: Option<Text>,
}

/// An address card.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct ContactCard {
    /// Name in full.
    pub formatted_name: Option<Text>,
    /// Given name.
    pub first_name: Option<Text>,
    /// Second given name.
    pub middle_name: Option<Text>,
    /// Family name.
    pub last_name: Option<Text>,
    /// Prefix of the name, such as `Dr.`
    pub name_prefix: Option<Text>,
    /// Suffix of the name, such as `Jr.`
    pub name_suffix: Option<Text>,
    /// Phone numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<CardPhone>,
    /// E-mail addresses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<Text>,
    /// Web pages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub urls: Vec<Text>,
    /// Postal addresses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<PostalAddress>,
    /// Company or other organization.
    pub organization: Option<Text>,
    /// Department of the organization.
    pub department: Option<Text>,
    /// What the person is in the organization.
    pub job_title: Option<Text>,
    /// Day of birth, mostly `YYYY-MM-DD`.
    pub birthday: Option<Text>,
    /// The whole card as vCard text.
    pub vcard: Option<Text>,
    /// How the card came to be shared, in the network's word, such as `contact_request`.
    pub origin: Option<Cow<'static, str>>,
}

/// A postal address on an address card.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct PostalAddress {
    /// Street and number.
    pub street: Option<Text>,
    /// City.
    pub city: Option<Text>,
    /// State or region.
    pub state: Option<Text>,
    /// Postal code.
    pub zip: Option<Text>,
    /// Country by name.
    pub country: Option<Text>,
    /// Country by its ISO 3166 code.
    pub country_code: Option<Text>,
    /// Label, in the language of the phone it was written on.
    pub label: Option<Text>,
}

/// A phone number on an address card.
#[serde_as]
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct CardPhone {
    /// The number as it stands on the card.
    #[serde_as(as = "Option<Exact>")]
    pub phone: Option<Phone>,
    /// Account on WhatsApp, if there is one.
    pub wa_id: Option<Text>,
    /// Label, in the language of the phone it was written on.
    pub label: Option<Text>,
}

/// A choice among what an earlier message offered, or a form filled in.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct InteractiveReply {
    /// What was offered.
    pub kind: Option<ReplyKind>,
    /// Id that the business gave to the choice.
    pub id: Option<Id>,
    /// Label of the choice.
    pub title: Option<Text>,
    /// Small print of the choice.
    pub description: Option<Text>,
    /// What the form was filled in with, or what else came with the answer.
    pub data: Option<Json>,
}

open_enum! {
    /// What an interactive message offered.
    pub enum ReplyKind {
        /// Buttons of a message.
        "button" as Button,
        /// Rows of a list.
        "list" as List,
        /// Quick replies of a template.
        "template_button" as TemplateButton,
        /// A form.
        "form" as Form,
        /// Leave to call.
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
    /// The message.
    pub target: MessageRef,
    /// The sign; absent if the reaction was taken back.
    pub emoji: Option<Text>,
    /// Whether the reaction was taken back.
    pub removed: bool,
}

/// An order of products.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Order {
    /// The catalog.
    pub catalog_id: Option<Id>,
    /// What the customer wrote with it.
    pub text: Option<Text>,
    /// The products.
    pub items: Vec<OrderItem>,
}

/// A product of an order.
#[serde_as]
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct OrderItem {
    /// Id that the business gave.
    pub product_id: Option<Id>,
    /// How many.
    #[serde_as(as = "Option<Exact>")]
    pub quantity: Option<Number>,
    /// Price of one, by its literal.
    #[serde_as(as = "Option<Exact>")]
    pub price: Option<Number>,
    /// ISO 4217 code.
    pub currency: Option<Text>,
}

/// Something with a structure of its own.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Structured {
    /// What it is, in the platform's word, such as `input_csat`.
    pub kind: Option<Cow<'static, str>>,
    /// Headline.
    pub title: Option<Text>,
    /// Text that goes with it.
    pub text: Option<Text>,
    /// Small print below the text.
    pub footer: Option<Text>,
    /// Buttons below the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<Button>,
    /// What it holds, as it came.
    pub data: Option<Json>,
    /// What the contact answered, as it came.
    pub answer: Option<Json>,
    /// Files that go with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
}

/// A button that goes with a message.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Button {
    /// What is written on it.
    pub text: Option<Text>,
    /// The page that it opens.
    pub url: Option<Text>,
    /// The number that it calls.
    pub phone: Option<Text>,
}

/// What is left of a message that was deleted.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Deleted {
    /// What it said, where the platform keeps that.
    pub text: Option<Text>,
    /// The sentence that the platform shows in its place, in the language of the account.
    pub placeholder: Option<Text>,
}

/// A notice of the platform or the network.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct System {
    /// What it is, in the sender's word, such as `user_changed_number`.
    pub kind: Option<Cow<'static, str>>,
    /// A sentence for people.
    pub text: Option<Text>,
    /// The new address, where somebody changed it.
    pub new_address: Option<super::Address>,
}

/// Something that is not passed on, or that nobody knows yet.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Unsupported {
    /// What it is, in the sender's word. Why it is not passed on stands in the message's errors.
    pub kind: Option<Cow<'static, str>>,
    /// The sentence that the platform or the network shows in its place.
    pub placeholder: Option<Text>,
}
