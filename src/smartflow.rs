//! Smartflow: WhatsApp through Tata Tele Business Services ("Omni").
//!
//! Sent by Smartflow to the URLs in its panel, one each for messages, for statuses and for other
//! events; many accounts give one URL for all. A body has no event name: it is what Meta's
//! [`whatsapp`](crate::whatsapp) API sends, taken out of its envelope, with a few members added.
//!
//! | the body has | [`name`](Webhook::name) | known from |
//! | --- | --- | --- |
//! | [`messages`](Webhook::messages()) | `message` | documented |
//! | [`message_echoes`](Part::echoes), [`history`](Part::histories) | `message` | Meta sends this to others |
//! | [`statuses`](Webhook::statuses()) of messages, calls or payments | `status` | documented for messages |
//! | [`calls`](Part::calls) | `calls` | Meta sends this to others |
//! | [`user_preferences`](Part::preferences) | `user_preferences` | Meta sends this to others |
//! | a decision about a template | `message_template_status_update` | Meta sends this to others |
//! | nothing of these, such as `account_settings_update` | `other` | named in notes of a consumer, no body known |
//! | a call, with [`call_id`](Webhook::call_id) | `other` | observed on the same URL, few members known |
//!
//! A body may hold several of these; then it is called after the first in this table. What a message
//! is, [`Message::content`] tells; what a status is about, [`Status::subject`]. A body with a text in `event` or `webhook_event_type` at its top is
//! another provider's and is refused.
//!
//! # How sure this is
//!
//! The provider's page shows bodies of a status and of messages of the types text, image, video,
//! audio, document, location and contacts; it names `context` without showing it, and its tables
//! are partly mixed up. Observed through code and notes of consumers: `businessPhoneNumber`,
//! `custom_callback_data`, buttons, and interactive replies. Everything else is what Meta sends to
//! others, as Smartflow passes on what it gets; whether it passes on edits, echoes, calls, statuses
//! of groups or contacts beside statuses, nobody has shown.
//!
//! `messages` is an object on the page and in practice, and a list at Meta. One consumer reads
//! Meta's whole envelope; no body is known that has it. [`messages()`](Webhook::messages()),
//! [`statuses()`](Webhook::statuses()) and [`contacts()`](Webhook::contacts()) hide the
//! difference, and [`parts`](Webhook::parts) tells which of them belong together.
//!
//! # Delivery
//!
//! By `POST`, one message at a time. No signature, token or handshake is known, so the URL should
//! have a part that nobody guesses. What is not answered with 2xx is sent again, who knows how
//! often; consumers saw bodies three times. Messages are told apart by their [id](Message::id),
//! statuses by [id](Status::id), [status](Status::status) and, of a payment, transaction; [`Webhook::id`] is the delivery's.
//! The call that sends a message answers with an id that is not the message's, so only
//! [`callback_data`](Status::callback_data) joins the two for sure.
//!
//! Neither the account nor, most of the time, the business number is in the body.
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
//! for part in webhook.parts() {
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

pub use crate::whatsapp::Part;

use std::iter;

use crate::{
    ParseError, json,
    payload::{Root, names_event, payload},
    whatsapp::{
        Call, Change, Contact, ConversationContext, Entry, Error, FieldName, Message, Metadata,
        Status, UserAction, UserPreference,
    },
    wire::{Id, OneOrMany, Phone, Text, ids, names, object},
};

object! {
    /// One webhook body.
    pub struct Webhook {
        /// Who wrote the messages, or whom the statuses are about; absent beside notices and, on
        /// the page, beside statuses. [`contacts()`](Self::contacts()) finds them everywhere.
        contacts: Option<Vec<Contact>>,
        /// Messages at the top of the body: one, as an object. [`messages()`](Self::messages())
        /// finds them everywhere.
        messages: Option<OneOrMany<Message>>,
        /// What became of messages of the business, at the top of the body; the last element
        /// [may be no status](Status::is_status). [`statuses()`](Self::statuses()) finds them
        /// everywhere.
        statuses: Option<Vec<Status>>,
        /// Id of the delivery, not of a message; observed to be absent.
        id: Option<DeliveryId>,
        /// The business number, with a plus. Observed, not on the page.
        "businessPhoneNumber" as business_phone_number: Option<Phone>,
        /// What is wrong with the account. Meta sends this; not seen from Smartflow.
        errors: Option<Vec<Error>>,
        /// What was said in the chat before. Meta sends this; not seen from Smartflow.
        conversation_context: Option<Box<ConversationContext>>,
        /// Clicks on links of marketing messages. Meta sends this; not seen from Smartflow.
        user_actions: Option<Vec<UserAction>>,
        /// Calls. Meta sends this; not seen from Smartflow.
        calls: Option<Vec<Call>>,
        /// What customers want to get. Meta sends this; not seen from Smartflow.
        user_preferences: Option<Vec<UserPreference>>,
        /// Messages that the business sent from its phone app. Meta sends this; not seen from
        /// Smartflow.
        message_echoes: Option<Vec<Message>>,
        /// What was subscribed to, where a relay sends the inside of Meta's envelope with it.
        field: Option<Box<FieldName>>,
        /// `whatsapp`. Meta sends this; not seen from Smartflow.
        messaging_product: Option<Box<Text>>,
        /// The business number. Meta sends this; not seen from Smartflow.
        metadata: Option<Box<Metadata>>,
        /// `whatsapp_business_account`, the start of Meta's envelope; not seen from Smartflow.
        object: Option<Text>,
        /// Meta's envelope, read by one consumer; not seen from Smartflow.
        entry: Option<Vec<Entry>>,
        /// The inbox, as a relay of Meta's envelope names it; not seen from Smartflow.
        gs_app_id: Option<Box<Id>>,
        /// Number of the caller, in a body about a call. Observed.
        caller_id_number: Option<Phone>,
        /// The call, in a body about one. Observed.
        call_id: Option<CallId>,
    }
}

names! {
    /// What a body holds, by its [`name`](Webhook::name).
    ///
    /// `parse` of a name without a variant is an error.
    pub enum EventType {
        /// Messages, of whichever direction or age.
        "message" as Message,
        /// What became of messages, calls or payments.
        "status" as Status,
        /// Calls.
        "calls" as Calls,
        /// What customers want to get.
        "user_preferences" as UserPreferences,
    }
}

impl Root for Webhook {
    const NAMES: &'static [&'static str] = EventType::NAMES;

    fn foreign(&self, text: &str, error: Option<&json::Error>) -> Option<ParseError> {
        names_event(&self.extra, text, error)
    }
}

payload!(Smartflow);

impl Webhook {
    /// What the body holds: `message` if there is a message of whichever direction or age, or else
    /// `status` if there is a status; or else the first list that is known, or the field of the
    /// first change that is; or else `other`.
    #[must_use]
    pub fn name(&self) -> &str {
        let mut name = "other";
        for part in self.parts() {
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

    /// Every change in Meta's envelope.
    fn changes(&self) -> impl Iterator<Item = &Change> {
        self.entry.iter().flatten().flat_map(|entry| entry.changes.iter().flatten())
    }

    /// What stands at the top of the body, and then what stands in Meta's envelope.
    pub fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        iter::once(Part::from(self)).chain(Part::of_changes(self.changes()))
    }

    /// Every message, wherever it stands.
    pub fn messages(&self) -> impl Iterator<Item = &Message> {
        self.parts().flat_map(|part| part.messages())
    }

    /// Every status, wherever it stands, without elements that are
    /// [no status](Status::is_status).
    pub fn statuses(&self) -> impl Iterator<Item = &Status> {
        self.parts().flat_map(|part| part.statuses())
    }

    /// Every contact, wherever it stands.
    pub fn contacts(&self) -> impl Iterator<Item = &Contact> {
        self.parts().flat_map(|part| part.contacts())
    }
}

impl<'a> From<&'a Webhook> for Part<'a> {
    /// The lists at the top of the body.
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
    /// Id of a delivery, a UUID; the same in the last element of `statuses`. Possibly the id that
    /// the call answered with that sent the message.
    DeliveryId,
    /// Id of a telephone call. Observed.
    CallId,
}
