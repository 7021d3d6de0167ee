use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Actor, Address, Content, DeliveryError, DeliveryStatus, Email, Id, Mark, Story, Text};
use crate::wire::{Json, open_enum};

/// A message, as far as the event tells it.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Message {
    /// Ids of the message.
    // `{"id":…}` and not `{"ids":{"id":…}}`. As ids of events are texts, serde's buffer keeps them.
    #[serde(flatten)]
    pub ids: MessageRef,
    /// Id of the change itself, where an update or deletion has one of its own.
    pub revision_id: Option<Id>,
    /// Which way it goes; absent where that is not said.
    pub direction: Option<Direction>,
    /// Who wrote it. Who did what the event reports is [`Event::actor`](super::Event::actor).
    #[serde(skip_serializing_if = "Actor::is_unknown")]
    pub author: Actor,
    /// What to know before a program answers it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// Who may see it; absent where the platform has no internal messages.
    pub visibility: Option<Visibility>,
    /// What it says.
    pub content: Content,
    /// The message it answers.
    pub reply_to: Option<MessageRef>,
    /// Who wrote the message that it answers.
    pub reply_to_author: Option<Box<Address>>,
    /// The story or post that it answers or mentions.
    pub story: Option<Box<Story>>,
    /// How it was edited, if it was.
    pub edit: Option<Box<Edit>>,
    /// Whether it was forwarded.
    pub forwarded: Option<bool>,
    /// The template it was made from.
    pub template: Option<Box<Template>>,
    /// The e-mail that it is.
    pub email: Option<Box<Email>>,
    /// The text in other languages, as it came.
    pub translations: Option<Json>,
    /// The campaign it belongs to.
    pub campaign_id: Option<Id>,
    /// When it was sent, or written where the platform does not say when it was sent. Absent where the
    /// body gives only the time of the delivery, as AiSoule does, or that of a change.
    pub sent_at: Option<DateTime<Utc>>,
    /// How far it had come when the event was written; a snapshot, not a change.
    pub status: Option<DeliveryStatus>,
    /// What went wrong with it, as of when the event was written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<DeliveryError>,
    /// The advertisement or post that made the contact write, as it came.
    pub referral: Option<Json>,
    /// The product that the contact asks about.
    pub product: Option<Box<Product>>,
}

impl Message {
    /// A message of which nothing else is known.
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

/// How a message was edited.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Edit {
    /// When it was last edited.
    pub edited_at: Option<DateTime<Utc>>,
    /// The text before the first edit.
    pub previous_text: Option<Text>,
}

/// A product of a catalog.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Product {
    /// Id that the business gave; unique within the catalog.
    pub id: Option<Id>,
    /// The catalog.
    pub catalog_id: Option<Id>,
}

/// The ids by which a message is known; at least one, unless the event gives none.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct MessageRef {
    /// Id that the platform gave; unique within the account.
    pub id: Option<Id>,
    /// Id that the network gave, such as a `wamid.…`; it may encode a phone number.
    pub external_id: Option<Id>,
    /// Id of the request by which the business had it sent.
    pub client_request_id: Option<Id>,
}

impl MessageRef {
    /// Whether both name one message by the id of the network, which is the same on every platform
    /// that carries it: Chatwoot's `source_id` of a WhatsApp message is the `wamid.…` that Meta,
    /// Smartflow and Azeer send.
    ///
    /// One message of the network may be several of Chatwoot's: of shared contacts it makes a
    /// message for each person.
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
    /// Which way a message goes.
    pub enum Direction {
        /// From the contact to the business.
        "inbound" as Inbound,
        /// From the business to the contact.
        "outbound" as Outbound,
    }
}

open_enum! {
    /// Who may see a message.
    pub enum Visibility {
        /// The contact and the business.
        "public" as Public,
        /// The business alone.
        "internal" as Internal,
    }
}

/// A message template.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Template {
    /// Id that Meta gave.
    pub id: Option<Id>,
    /// Name that the business gave.
    pub name: Option<Text>,
    /// Language, such as `en_US`.
    pub language: Option<Text>,
    /// Category, such as `MARKETING`.
    pub category: Option<Cow<'static, str>>,
    /// Category before, where it changed.
    pub previous_category: Option<Cow<'static, str>>,
    /// Category that it should have, in the platform's view; where a change is to come, that one.
    pub correct_category: Option<Cow<'static, str>>,
    /// How well it is liked, in the platform's word, such as `GREEN`.
    pub quality: Option<Cow<'static, str>>,
    /// State after a change, such as `approved`.
    pub status: Option<Cow<'static, str>>,
    /// Why it has this state, such as `INVALID_FORMAT`.
    pub reason: Option<Text>,
    /// What the business filled in, as it came.
    pub parameters: Option<Json>,
    /// What the platform says of its state besides, as it came.
    pub details: Option<Json>,
}

impl Template {
    pub(crate) fn with_id(id: impl Into<Id>) -> Box<Self> {
        Box::new(Self { id: Some(id.into()), ..Self::default() })
    }
}
