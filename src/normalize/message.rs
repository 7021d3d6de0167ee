use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Actor, Address, Content, DeliveryError, DeliveryStatus, Email, Id, Mark, Story, Text};
use crate::wire::{Json, open_enum};

/// A message, as far as the event describes it.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Message {
    /// The IDs by which the message is known.
    // Flattened to `{"id":…}`; serde buffers such members, which is lossless as IDs are strings.
    #[serde(flatten)]
    pub ids: MessageRef,
    /// The ID of the change itself, where an update or deletion has one: on WhatsApp, the ID of the
    /// message that edits or revokes this one.
    pub revision_id: Option<Id>,
    /// Whether the message comes from the contact or from the business; absent where the body
    /// does not say.
    pub direction: Option<Direction>,
    /// Who wrote the message. Who caused the event is in [`Event::actor`](super::Event::actor).
    #[serde(skip_serializing_if = "Actor::is_unknown")]
    pub author: Actor,
    /// What to know about the message before a program answers it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// Who may see the message; absent where the platform has no internal messages. Only Chatwoot
    /// has them.
    pub visibility: Option<Visibility>,
    /// What the message contains, such as text, files or a location.
    pub content: Content,
    /// The message that this one replies to. The target of a reaction is in
    /// [`Reaction::target`](super::Reaction::target) instead.
    pub reply_to: Option<MessageRef>,
    /// The address of the author of the message that this one replies to. Only WhatsApp gives it.
    pub reply_to_author: Option<Box<Address>>,
    /// The story or post that the message replies to or mentions. Only Chatwoot gives it.
    pub story: Option<Box<Story>>,
    /// How the message was edited; absent if it was not.
    pub edit: Option<Box<Edit>>,
    /// Whether the message was forwarded. WhatsApp says so only if it was; otherwise this is
    /// absent.
    pub forwarded: Option<bool>,
    /// The template that the message was made from.
    pub template: Option<Box<Template>>,
    /// The headers and body of the email, if the message is one. Only Chatwoot gives them.
    pub email: Option<Box<Email>>,
    /// Translations of the text by language code, as sent. Only Chatwoot gives them.
    pub translations: Option<Json>,
    /// The ID of the campaign that the message belongs to. Only Chatwoot gives it.
    pub campaign_id: Option<Id>,
    /// When the message was sent, or when it was written where the platform does not say when it
    /// was sent. Absent where the body gives only the time of the delivery, as AiSoule's does, or
    /// that of a change.
    pub sent_at: Option<DateTime<Utc>>,
    /// The delivery state of the message when the event was written. It is a snapshot, not a
    /// change.
    pub status: Option<DeliveryStatus>,
    /// The errors of the message as of when the event was written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<DeliveryError>,
    /// The advertisement or post that led the contact to write, as sent by WhatsApp or, since 4.15,
    /// by Chatwoot.
    pub referral: Option<Json>,
    /// The product that the contact asks about. Only WhatsApp gives it.
    pub product: Option<Box<Product>>,
}

impl Message {
    /// Creates a message of which nothing else is known.
    #[inline]
    pub(crate) fn new(ids: MessageRef, direction: Option<Direction>, content: Content) -> Self {
        Self {
            ids,
            revision_id: None,
            direction,
            author: Actor::Unknown,
            marks: Vec::new(),
            visibility: None,
            content,
            reply_to: None,
            reply_to_author: None,
            story: None,
            edit: None,
            forwarded: None,
            template: None,
            email: None,
            translations: None,
            campaign_id: None,
            sent_at: None,
            status: None,
            errors: Vec::new(),
            referral: None,
            product: None,
        }
    }
}

/// How a message was edited, as sent by some forks of Chatwoot.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Edit {
    /// When the message was last edited; absent where the fork does not say.
    pub edited_at: Option<DateTime<Utc>>,
    /// The text before the first edit.
    pub previous_text: Option<Text>,
}

/// A product in a catalog of the business.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Product {
    /// The ID that the business gave the product, unique within the catalog.
    pub id: Option<Id>,
    /// The ID of the catalog that the product is in.
    pub catalog_id: Option<Id>,
}

/// The IDs by which a message is known.
///
/// At least one of them is present, unless the event gives none.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct MessageRef {
    /// The ID that the platform gave the message, unique within the account.
    pub id: Option<Id>,
    /// The ID that the network gave the message, such as `wamid.…`. It may encode a phone number.
    pub external_id: Option<Id>,
    /// The ID of the request with which the business had the message sent. It is the only ID that
    /// SalesChat gives.
    pub client_request_id: Option<Id>,
}

impl MessageRef {
    /// Returns whether both refer to the same message of the network.
    ///
    /// Only [`external_id`](Self::external_id) is compared, which is the same on every platform
    /// that carries the message: Chatwoot's `source_id` of a WhatsApp message is the `wamid.…` that
    /// Meta, Smartflow and Azeer send. Without it, the result is `false`.
    ///
    /// One message of the network may be several messages in Chatwoot, which turns shared contacts
    /// into one message for each person.
    ///
    /// ```
    /// use chathooks::{Webhook, normalize::Normalize};
    ///
    /// let ids = |body: &[u8]| {
    ///     let event = Webhook::parse(body).unwrap().normalize().next().unwrap();
    ///     event.message().unwrap().ids.clone()
    /// };
    /// let azeer = ids(br#"{"id":"wamid.A","webhook_event_type":"incoming_msg"}"#);
    /// let chatwoot = ids(br#"{"id":7,"source_id":"wamid.A","event":"message_created"}"#);
    /// assert!(azeer.is_same_on_network(&chatwoot));
    /// ```
    #[must_use]
    pub fn is_same_on_network(&self, other: &Self) -> bool {
        self.external_id.is_some() && self.external_id == other.external_id
    }
}

open_enum! {
    /// The direction of a message or call.
    pub enum Direction {
        /// The message or call goes from the contact to the business.
        "inbound" as Inbound,
        /// The message or call goes from the business to the contact.
        "outbound" as Outbound,
    }
}

open_enum! {
    /// Who may see a message.
    pub enum Visibility {
        /// The contact and the business may see the message.
        "public" as Public,
        /// Only the business may see the message, as with a private note.
        "internal" as Internal,
    }
}

/// A message template of the business.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Template {
    /// The ID that Meta gave the template.
    pub id: Option<Id>,
    /// The name that the business gave the template.
    pub name: Option<Text>,
    /// The language of the template, such as `en_US`.
    pub language: Option<Text>,
    /// The category of the template, such as `MARKETING`.
    pub category: Option<Cow<'static, str>>,
    /// The category before a change; absent if the category did not change.
    pub previous_category: Option<Cow<'static, str>>,
    /// The category that the template should have in the platform's view. If a change is announced,
    /// it is the category to come.
    pub correct_category: Option<Cow<'static, str>>,
    /// The quality rating of the template, as Meta names it: `GREEN`, `YELLOW`, `RED` or `UNKNOWN`.
    pub quality: Option<Cow<'static, str>>,
    /// The state of the template after a change, such as `approved`.
    pub status: Option<Cow<'static, str>>,
    /// Why the template is in this state, such as `INVALID_FORMAT`; absent where Meta sends `NONE`.
    pub reason: Option<Text>,
    /// The values that the business filled in, as sent.
    pub parameters: Option<Json>,
    /// What else the platform says about the state of the template, as sent.
    pub details: Option<Json>,
}

impl Template {
    pub(crate) fn with_id(id: impl Into<Id>) -> Box<Self> {
        Box::new(Self { id: Some(id.into()), ..Self::default() })
    }
}
