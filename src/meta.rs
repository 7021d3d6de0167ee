//! Meta: the WhatsApp Cloud API itself.
//!
//! Meta sends these webhooks to the URL of an app, for every business account that the app is
//! subscribed to. Relays pass them on unchanged. A body is an envelope: it has an entry for each
//! business account, and each entry has changes. A change reports one [`Update`](crate::whatsapp::Update), the type of which
//! is determined by its `field`:
//!
//! | `field` | [`Update`](crate::whatsapp::Update) holds |
//! | --- | --- |
//! | `messages` | messages from customers, and statuses of messages of the business: arrays of a [`Value`](crate::whatsapp::Value) |
//! | `smb_message_echoes`, `message_echoes`, `history`, `standby` | other messages: arrays of a `Value` |
//! | `calls`, `user_preferences`, `smb_app_state_sync`, `user_id_update`, `automatic_events`, `tracking_events` | other arrays of a `Value` |
//! | `group_lifecycle_update`, `group_participants_update`, `group_participant_update`, `group_settings_update`, `group_status_update` | groups: an array of a `Value` |
//! | `messaging_handovers` | [`Handover`](crate::whatsapp::Handover) |
//! | `message_template_status_update`, `message_template_quality_update`, `message_template_components_update`, `template_category_update`, `template_correct_category_detection` | [`TemplateUpdate`](crate::whatsapp::TemplateUpdate) |
//! | `account_update` | [`AccountUpdate`](crate::whatsapp::AccountUpdate) |
//! | `account_alerts`, `account_review_update`, `account_settings_update`, `business_capability_update`, `business_status_update` | a separate type each |
//! | `business_username_updates`, `business_username_update`, `phone_number_username_update` | [`BusinessUsername`](crate::whatsapp::BusinessUsername) |
//! | `phone_number_name_update`, `phone_number_quality_update`, `security` | a separate type each |
//! | `payment_configuration_update`, `partner_solutions`, `flows`, `campaign_status_update` | a separate type each |
//! | any other | [`Unknown`](crate::wire::Unknown), with its name and its value |
//!
//! The types of the objects are in [`whatsapp`](crate::whatsapp). [`Webhook::name`] returns the
//! field of the first change that this version knows.
//!
//! # Evidence
//!
//! Meta documents most fields, on
//! `developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference`. The docs
//! of a member name any other source. Some samples on these pages contain mistakes, which are
//! accepted: the `field` may be a member of the value, a quality update may be called a status
//! update, and an ID may be a number or a string.
//!
//! Relays use this format as well and extend it: they may send a message of the business among
//! those of customers, or name a group only in the contact. Some pass on only a part of the
//! envelope, which is an entry, a change or a value; see [`Webhook`]. Their extensions are modeled,
//! and the docs mark them. If a relay sends an array of such parts, as n8n does, each element is a
//! [`Webhook`]. If it sends the entry as JSON in a string, as AWS does, the entry is in
//! [`whats_app_webhook_entry`](Envelope::whats_app_webhook_entry).
//!
//! # Delivery
//!
//! Webhooks are sent by `POST`, with up to 1,000 updates in one body, for several accounts and
//! fields. They are signed; see [`verify::meta`](crate::verify). A delivery that is not answered
//! with 200 is retried for up to seven days, possibly in different batches. To process each event
//! only once, use [`Event::key`](crate::normalize::Event::key), which does not depend on the batch.
//! Meta verifies the URL of an app by a `GET` with `hub.challenge`, which the receiver has to
//! return.
//!
//! The same URL may receive webhooks of other Meta products, such as Instagram or Messenger. They
//! have a different `object`, and such a body is a single unknown event.
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
//! for part in webhook.batches() {
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
//! use chathooks::{meta::{Envelope, Webhook}, whatsapp::{Entry, Message, MessageType, Metadata, Update, Value}};
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
//! let mut envelope = Envelope::default();
//! envelope.object = Some("whatsapp_business_account".into());
//! envelope.entry = Some(vec![entry]);
//!
//! let webhook = Webhook::Envelope(envelope);
//! let body = serde_json::to_vec(&webhook)?;
//! assert_eq!(Webhook::parse(&body)?, webhook);
//! assert_eq!(webhook.name(), "messages");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod body;
mod field;

pub use crate::whatsapp::UpdateType as EventType;
pub use body::{Bare, Envelope, Webhook};

pub(crate) use field::find as find_field;
