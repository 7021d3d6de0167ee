//! Meta: the WhatsApp Cloud API itself.
//!
//! Sent by Meta to the URL of an app, for every business account that has subscribed it; and by
//! those who relay it unchanged. A body is an envelope: entries, one for each business account, with
//! changes, each of which reports one [`Update`](crate::whatsapp::Update). What an update is, its
//! `field` says:
//!
//! | `field` | [`Update`](crate::whatsapp::Update) holds |
//! | --- | --- |
//! | `messages` | messages from customers, and what became of those of the business: lists of a [`Value`](crate::whatsapp::Value) |
//! | `smb_message_echoes`, `message_echoes`, `history`, `standby` | other messages: lists of a `Value` |
//! | `calls`, `user_preferences`, `smb_app_state_sync`, `user_id_update`, `automatic_events`, `tracking_events` | other lists of a `Value` |
//! | `group_lifecycle_update`, `group_participants_update`, `group_participant_update`, `group_settings_update`, `group_status_update` | groups: a list of a `Value` |
//! | `messaging_handovers` | [`Handover`](crate::whatsapp::Handover) |
//! | `message_template_status_update`, `message_template_quality_update`, `message_template_components_update`, `template_category_update`, `template_correct_category_detection` | [`TemplateUpdate`](crate::whatsapp::TemplateUpdate) |
//! | `account_update` | [`AccountUpdate`](crate::whatsapp::AccountUpdate) |
//! | `account_alerts`, `account_review_update`, `account_settings_update`, `business_capability_update`, `business_status_update` | a type each |
//! | `business_username_updates`, `business_username_update`, `phone_number_username_update` | [`BusinessUsername`](crate::whatsapp::BusinessUsername) |
//! | `phone_number_name_update`, `phone_number_quality_update`, `security` | a type each |
//! | `payment_configuration_update`, `partner_solutions`, `flows`, `campaign_status_update` | a type each |
//! | any other | [`Unknown`](crate::wire::Unknown), with its name and its value |
//!
//! The objects are those of [`whatsapp`](crate::whatsapp). [`Webhook::name`] is the field of the
//! first change that this version knows.
//!
//! # How sure this is
//!
//! Meta documents most fields, on
//! `developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference`; the docs
//! of a member say where it is known from else. Samples on these pages misprint some things, which
//! are endured: the `field` may be a member of the value, a quality update may be called a status
//! update, and an id may be a number or a string.
//!
//! Relays speak this format as well, and add to it: a message of the business among those of
//! customers, a group that only the contact names, an entry or a value without the envelope around
//! it. What they add is modelled and marked so.
//!
//! # Delivery
//!
//! By `POST`, with up to 1,000 updates in one body, of several accounts and fields; signed, see
//! [`verify::meta`](crate::verify). What is not answered with 200 is sent again for up to seven days,
//! possibly in other batches, so what is to be done once needs
//! [`Event::key`](crate::normalize::Event::key), which does not depend on the batch. An app's URL is
//! checked by a `GET` with `hub.challenge`, which is to be answered.
//!
//! The same URL may get what other products of Meta's send, Instagram or Messenger; their `object`
//! is another, and such a body is one unknown event.
//!
//! ```
//! use chathooks::meta::Webhook;
//!
//! let webhook = Webhook::parse(
//!     br#"{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{
//!         "value":{"messaging_product":"whatsapp",
//!             "metadata":{"display_phone_number":"15550100200","phone_number_id":"106540352242922"},
//!             "contacts":[{"profile":{"name":"Asha"},"wa_id":"919800000001"}],
//!             "messages":[{"from":"919800000001","id":"wamid.A","timestamp":"1749416383",
//!                 "type":"text","text":{"body":"Hi"}}]},
//!         "field":"messages"}]}]}"#,
//! )?;
//! assert_eq!(webhook.name(), "messages");
//! for part in webhook.parts() {
//!     for (message, sender) in part.senders() {
//!         let name = sender.and_then(|contact| contact.profile.as_ref()?.name.as_deref());
//!         assert_eq!((name, message.text.as_ref().unwrap().body.as_deref()), (Some("Asha"), Some("Hi")));
//!     }
//! }
//! # Ok::<(), chathooks::ParseError>(())
//! ```
//!
//! # Building a body
//!
//! A body can be made from values, as for a test of a handler: the value, the update that it is, the
//! change that reports it, and the envelope around that. What is not set is absent.
//!
//! ```
//! use chathooks::{meta::Webhook, whatsapp::{Entry, Message, MessageType, Metadata, Update, Value}};
//!
//! let mut line = Metadata::default();
//! line.phone_number_id = Some("106540352242922".into());
//! let mut message = Message::default();
//! message.from = Some("919800000001".into());
//! message.id = Some("wamid.A".into());
//! message.timestamp = Some("1749416383".into());
//! message.kind = Some(MessageType::Text);
//! message.text = Some("Hi".into());
//! let mut value = Value::default();
//! value.messaging_product = Some("whatsapp".into());
//! value.metadata = Some(Box::new(line));
//! value.messages = Some(vec![message].into());
//!
//! let mut entry = Entry::default();
//! entry.id = Some("102290129340398".into());
//! entry.changes = Some(vec![Update::Messages(Box::new(value)).into()]);
//! let mut webhook = Webhook::default();
//! webhook.object = Some("whatsapp_business_account".into());
//! webhook.entry = Some(vec![entry]);
//!
//! let body = serde_json::to_vec(&webhook)?;
//! assert_eq!(Webhook::parse(&body)?, webhook);
//! assert_eq!(webhook.name(), "messages");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod field;

pub use crate::whatsapp::UpdateType as EventType;

pub(crate) use field::find as find_field;

use std::iter;

use crate::{
    ParseError, json,
    payload::{Root, names_event, payload},
    whatsapp::{
        BusinessAccountId, Call, Change, Contact, Entry, Error, FieldName, Message, Metadata, Part,
        Status, UserPreference,
    },
    wire::{OneOrMany, Text, Timestamp, object},
};

object! {
    /// One webhook body.
    pub struct Webhook {
        /// `whatsapp_business_account`.
        object: Option<Text>,
        /// What happened, account by account.
        entry: Option<Vec<Entry>>,
        /// The business account, in an entry without the envelope around it. Relays.
        id: Option<BusinessAccountId>,
        /// When it was sent, in such an entry. Relays.
        time: Option<Timestamp>,
        /// What happened, in such an entry. Relays.
        changes: Option<Vec<Change>>,
        /// What was subscribed to, beside the inside of a value. Relays.
        field: Option<Box<FieldName>>,
        /// As in a [`Value`](crate::whatsapp::Value) without the envelope around it. Relays.
        messaging_product: Option<Text>,
        /// As in a `Value`. Relays.
        metadata: Option<Box<Metadata>>,
        /// As in a `Value`. Relays.
        contacts: Option<Vec<Contact>>,
        /// As in a `Value`. Relays.
        messages: Option<OneOrMany<Message>>,
        /// As in a `Value`. Relays.
        statuses: Option<Vec<Status>>,
        /// As in a `Value`. Relays.
        message_echoes: Option<Vec<Message>>,
        /// As in a `Value`. Relays.
        calls: Option<Vec<Call>>,
        /// As in a `Value`. Relays.
        user_preferences: Option<Vec<UserPreference>>,
        /// As in a `Value`. Relays.
        errors: Option<Vec<Error>>,
    }
}

/// `object` of WhatsApp.
const OBJECT: &str = "whatsapp_business_account";

impl Root for Webhook {
    const NAMES: &'static [&'static str] = EventType::NAMES;

    fn foreign(&self, text: &str, error: Option<&json::Error>) -> Option<ParseError> {
        names_event(&self.extra, text, error)
    }
}

payload!(Meta);

impl Webhook {
    /// Field of the first change that this version knows, or else of the first one; `messages` for
    /// messages and statuses without a change around them, and `other` if there is nothing. Of another
    /// product, its `object`.
    #[must_use]
    pub fn name(&self) -> &str {
        if let Some(product) = self.other_product() {
            return product;
        }
        let own = self.field.as_ref().map(|field| field.0.as_str());
        let is_bare = Part::from(self).name().is_some();
        let first = own.or(is_bare.then_some("messages"));
        let fields = first.into_iter().chain(self.changes().filter_map(Change::name));
        let mut other = None;
        for field in fields {
            if EventType::NAMES.contains(&field) {
                return field;
            }
            other = other.or(Some(field));
        }
        other.unwrap_or("other")
    }

    /// What `object` names, if that is another product than WhatsApp.
    pub(crate) fn other_product(&self) -> Option<&str> {
        self.object.as_deref().filter(|object| *object != OBJECT)
    }

    /// Every change, wherever it is.
    pub fn changes(&self) -> impl Iterator<Item = &Change> {
        let entries = self.entry.iter().flatten().flat_map(|entry| entry.changes.iter().flatten());
        self.changes.iter().flatten().chain(entries)
    }

    /// Messages, statuses and other lists, change by change; first those without a change around
    /// them.
    pub fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        iter::once(Part::from(self)).chain(Part::of_changes(self.changes()))
    }
}

impl<'a> From<&'a Webhook> for Part<'a> {
    /// The lists at the top of the body.
    fn from(webhook: &'a Webhook) -> Self {
        Self {
            field: webhook.field.as_ref().map(|field| field.0.as_str()),
            metadata: webhook.metadata.as_deref(),
            contacts: webhook.contacts.as_deref().unwrap_or_default(),
            messages: webhook.messages.as_deref().unwrap_or_default(),
            statuses: webhook.statuses.as_deref().unwrap_or_default(),
            echoes: webhook.message_echoes.as_deref().unwrap_or_default(),
            calls: webhook.calls.as_deref().unwrap_or_default(),
            preferences: webhook.user_preferences.as_deref().unwrap_or_default(),
            errors: webhook.errors.as_deref().unwrap_or_default(),
            ..Self::default()
        }
    }
}
