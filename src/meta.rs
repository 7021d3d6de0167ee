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
//! Relays use this format as well, and add to it: a message of the business among those of
//! customers, a group that only the contact names. Some pass on a part of the envelope, an entry, a
//! change or a value; see [`Webhook`]. What they add is modelled, and its docs say so. A relay that
//! sends an array of such parts, as n8n does, has one [`Webhook`] in each element; one that sends the
//! entry as JSON in a string, as AWS does, has it in
//! [`whats_app_webhook_entry`](Envelope::whats_app_webhook_entry).
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

mod body;

pub use crate::whatsapp::UpdateType as EventType;
pub use body::{Bare, Envelope, Webhook};
