//! Smartflow: WhatsApp through Tata Tele Business Services ("Omni").
//!
//! Smartflow sends webhooks to the URLs configured in its panel: one for messages, one for
//! statuses, and one for other events. Many accounts use the same URL for all three. A body has no
//! event name: it is what Meta's [`whatsapp`](crate::whatsapp) API sends, without the envelope and
//! with a few additional members.
//!
//! | the body has | [`name`](Webhook::name) | known from |
//! | --- | --- | --- |
//! | [`messages`](Webhook::messages()) | `message` | documented |
//! | [`message_echoes`](Batch::echoes), [`history`](Batch::histories) | `message` | sent by Meta to others |
//! | [`statuses`](Webhook::statuses()) of messages, calls or payments | `status` | documented for messages |
//! | [`calls`](Batch::calls) | `calls` | sent by Meta to others |
//! | [`user_preferences`](Batch::preferences) | `user_preferences` | sent by Meta to others |
//! | a template update | `other` | sent by Meta to others |
//! | none of these, such as `account_settings_update` | `other` | mentioned in a consumer's notes, no body known |
//! | a call, with [`call_id`](Webhook::call_id) | `other` | observed on the same URL, few members known |
//!
//! If a body has several of these, its name is that of the first one in this table.
//! [`Message::content`] returns the content of a message, and [`Status::subject`] what a status is
//! about. A body with a string in `event` or `webhook_event_type` at its top level belongs to
//! another provider and is rejected.
//!
//! # Evidence
//!
//! The provider's page shows the bodies of a status and of messages of the types text, image,
//! video, audio, document, location and contacts. It mentions `context` without showing it, and its
//! tables are partly mixed up. `businessPhoneNumber`, `custom_callback_data`, buttons and
//! interactive replies are known from the code and notes of consumers. Everything else is what Meta
//! sends to others, because Smartflow passes on what it receives. There is no evidence on whether
//! it passes on edits, echoes, calls, statuses of groups, or contacts next to statuses.
//!
//! `messages` is an object on the page and in practice, but an array at Meta. One consumer reads
//! Meta's whole envelope, although no body that has it is known.
//! [`messages()`](Webhook::messages()), [`statuses()`](Webhook::statuses()) and
//! [`contacts()`](Webhook::contacts()) hide the difference, and [`batches`](Webhook::batches) keeps
//! those together that belong together.
//!
//! # Delivery
//!
//! Webhooks are sent by `POST`, one message at a time. No signature, token or handshake is known,
//! so the URL should contain a part that cannot be guessed. A delivery that is not answered with
//! 2xx is retried; how often is not known, but consumers saw the same body three times. A message
//! is identified by its [ID](Message::id). A status is identified by its [ID](Status::id) and
//! [status](Status::status) and, for a payment, its transaction. [`Webhook::id`] identifies the
//! delivery. The request that sends a message returns an ID that is not the message's, so only
//! [`callback_data`](Status::callback_data) links the two reliably.
//!
//! The account is not in the body, and the business phone number usually is not, either.
//!
//! ```
//! use chathooks::{smartflow::Webhook, whatsapp::Content};
//!
//! let webhook = Webhook::parse(
//!     br#"{
//!         "contacts": [{"profile": {"name": "Asha"}, "wa_id": "919800000001"}],
//!         "messages": {"from": "919800000001", "id": "wamid.A", "timestamp": "1687327462",
//!             "text": {"body": "Hi"}, "type": "text"},
//!         "id": "187a2eb3-f3e9-41a2-8be3-b249fc6e125c"
//!     }"#,
//! )?;
//! for part in webhook.batches() {
//!     for (message, sender) in part.senders() {
//!         let sender = sender.and_then(|contact| contact.profile.as_ref());
//!         assert_eq!(sender.unwrap().name.as_deref(), Some("Asha"));
//!         if let Content::Text(text) = message.content() {
//!             assert_eq!(text.body.as_deref(), Some("Hi"));
//!         }
//!     }
//!     for status in part.statuses() {
//!         println!("{:?} is {:?}", status.id, status.status);
//!     }
//! }
//! # Ok::<(), chathooks::ParseError>(())
//! ```
//!
//! # Building a body
//!
//! A body can be made from values, as for a test of a handler; what is not set is absent.
//!
//! ```
//! use chathooks::{smartflow::Webhook, whatsapp::{Contact, DeliveryStatus, Message, MessageType, Status}};
//!
//! let mut contact = Contact::default();
//! contact.wa_id = Some("919800000001".into());
//! let mut message = Message::default();
//! message.from = Some("919800000001".into());
//! message.id = Some("wamid.A".into());
//! message.kind = Some(MessageType::Text);
//! message.text = Some("Hi".into());
//! let mut webhook = Webhook::default();
//! webhook.contacts = Some(vec![contact]);
//! webhook.messages = Some(message.into());
//! webhook.id = Some("187a2eb3-f3e9-41a2-8be3-b249fc6e125c".into());
//! assert_eq!(Webhook::parse(&serde_json::to_vec(&webhook)?)?, webhook);
//!
//! let mut status = Status::default();
//! status.id = Some("wamid.B".into());
//! status.status = Some(DeliveryStatus::Read);
//! status.timestamp = Some("1687327462".into());
//! let mut webhook = Webhook::default();
//! webhook.statuses = Some(vec![status]);
//! assert_eq!(Webhook::parse(&serde_json::to_vec(&webhook)?)?, webhook);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub use crate::whatsapp::Batch;

use std::iter;

use crate::{
    ParseError, json,
    payload::{Root, names_event, payload},
    whatsapp::{
        Call, Change, Contact, ConversationContext, Entry, Error, FieldName, Message, Metadata,
        Status, UserAction, UserPreference,
    },
    wire::{OneOrMany, Phone, RawId, Text, ids, names, object},
};

object! {
    /// A webhook body of Smartflow, which may contain messages, statuses and other objects.
    pub struct Webhook {
        /// The customers who sent the messages, or whom the statuses are about. Absent next to
        /// system notices and, according to the documentation, next to statuses.
        /// [`contacts()`](Self::contacts()) also finds those inside an envelope.
        contacts: Option<Vec<Contact>>,
        /// The messages at the top level of the body: one, as an object.
        /// [`messages()`](Self::messages()) also finds those inside an envelope.
        messages: Option<OneOrMany<Message>>,
        /// The statuses of messages that the business sent, at the top level of the body. The last
        /// element [need not be a status](Status::is_status). [`statuses()`](Self::statuses()) also
        /// finds those inside an envelope.
        statuses: Option<Vec<Status>>,
        /// The ID of the delivery, not of a message. Observed to be absent.
        id: Option<DeliveryId>,
        /// The business phone number, with a plus. Observed, undocumented.
        "businessPhoneNumber" as business_phone_number: Option<Phone>,
        /// The errors of the account. Sent by Meta, not observed from Smartflow.
        errors: Option<Vec<Error>>,
        /// A summary of the conversation so far. Sent by Meta, not observed from Smartflow.
        conversation_context: Option<Box<ConversationContext>>,
        /// Clicks on links in marketing messages. Sent by Meta, not observed from Smartflow.
        user_actions: Option<Vec<UserAction>>,
        /// The events of calls. Sent by Meta, not observed from Smartflow.
        calls: Option<Vec<Call>>,
        /// The choices of customers about which messages they receive. Sent by Meta, not observed
        /// from Smartflow.
        user_preferences: Option<Vec<UserPreference>>,
        /// Copies of messages that the business sent from its phone app. Sent by Meta, not observed
        /// from Smartflow.
        message_echoes: Option<Vec<Message>>,
        /// The name of the subscribed field, if a relay sends it along with the value from Meta's
        /// envelope.
        field: Option<Box<FieldName>>,
        /// The messaging product, `whatsapp`. Sent by Meta, not observed from Smartflow.
        messaging_product: Option<Box<Text>>,
        /// The business phone number and its ID. Sent by Meta, not observed from Smartflow.
        metadata: Option<Box<Metadata>>,
        /// The product that the webhook is about, `whatsapp_business_account`, as in Meta's
        /// envelope. Not observed from Smartflow.
        object: Option<Text>,
        /// The entries of Meta's envelope. Read by one consumer, not observed from Smartflow.
        entry: Option<Vec<Entry>>,
        /// The ID of the inbox, as a relay of Meta's envelope names it. Not observed from
        /// Smartflow.
        gs_app_id: Option<Box<RawId>>,
        /// The phone number of the caller, in a body about a telephone call. Observed.
        caller_id_number: Option<Phone>,
        /// The ID of the call, in a body about a telephone call. Observed.
        call_id: Option<CallId>,
    }
}

names! {
    /// The content of a body, as given by its [`name`](Webhook::name).
    ///
    /// Parsing a name without a variant is an error.
    pub enum EventType {
        /// Messages in either direction, including earlier ones.
        "message" as Message,
        /// The statuses of messages, calls or payments.
        "status" as Status,
        /// The events of calls.
        "calls" as Calls,
        /// Choices of customers about which messages they receive.
        "user_preferences" as UserPreferences,
    }
}

impl Root for Webhook {
    const NAMES: &'static [&'static str] = EventType::NAMES;

    fn other_provider_error(&self, text: &str, error: Option<&json::Error>) -> Option<ParseError> {
        names_event(&self.extra, text, error)
    }
}

payload!(Smartflow);

impl Webhook {
    /// Returns what the body contains.
    ///
    /// This is `message` if there is a message in either direction, including earlier ones, or else
    /// `status` if there is a status. Otherwise, it is the name of the first known array, or the
    /// field of the first known change. It is `other` if there is none of these.
    #[must_use]
    pub fn name(&self) -> &str {
        let mut name = "other";
        for part in self.batches() {
            name = match (name, part.name()) {
                (_, Some("message")) => return "message",
                ("other", Some(first)) | (_, Some(first @ "status")) => first,
                _ => name,
            };
        }
        if name == "other" {
            let mut fields = self.changes().filter_map(Change::name);
            name = fields.find(|field| EventType::NAMES.contains(field)).unwrap_or(name);
        }
        name
    }

    /// Returns all changes in Meta's envelope.
    fn changes(&self) -> impl Iterator<Item = &Change> {
        self.entry.iter().flatten().flat_map(|entry| entry.changes.iter().flatten())
    }

    /// Returns the content at the top level of the body, followed by the content of Meta's
    /// envelope.
    pub fn batches(&self) -> impl Iterator<Item = Batch<'_>> {
        iter::once(Batch::from(self)).chain(Batch::of_changes(self.changes()))
    }

    /// Returns all messages, both at the top level and in Meta's envelope.
    pub fn messages(&self) -> impl Iterator<Item = &Message> {
        self.batches().flat_map(|part| part.messages())
    }

    /// Returns all statuses, both at the top level and in Meta's envelope, without the elements
    /// that are [not a status](Status::is_status).
    pub fn statuses(&self) -> impl Iterator<Item = &Status> {
        self.batches().flat_map(|part| part.statuses())
    }

    /// Returns all contacts, both at the top level and in Meta's envelope.
    pub fn contacts(&self) -> impl Iterator<Item = &Contact> {
        self.batches().flat_map(|part| part.contacts())
    }
}

impl<'a> From<&'a Webhook> for Batch<'a> {
    /// Returns the arrays at the top level of the body.
    fn from(webhook: &'a Webhook) -> Self {
        Self {
            field: webhook.field.as_ref().map(|field| field.0.as_str()),
            metadata: webhook.metadata.as_deref(),
            business: webhook.business_phone_number.as_ref(),
            contacts: webhook.contacts.as_deref().unwrap_or_default(),
            messages: webhook.messages.as_deref().unwrap_or_default(),
            statuses: webhook.statuses.as_deref().unwrap_or_default(),
            echoes: webhook.message_echoes.as_deref().unwrap_or_default(),
            calls: webhook.calls.as_deref().unwrap_or_default(),
            preferences: webhook.user_preferences.as_deref().unwrap_or_default(),
            errors: webhook.errors.as_deref().unwrap_or_default(),
            user_actions: webhook.user_actions.as_deref().unwrap_or_default(),
            ..Self::default()
        }
    }
}

ids! {
    /// The ID of a delivery, a UUID. The last element of `statuses` has the same one. It may be the
    /// ID that was returned when the message was sent.
    DeliveryId,
    /// The ID of a telephone call. Observed.
    CallId,
}
