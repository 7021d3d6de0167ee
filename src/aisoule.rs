//! AiSoule: a WhatsApp inbox with bots, campaigns and agents.
//!
//! AiSoule posts these bodies to the URLs that an account registers. A body is an envelope: `event`
//! is the event type, `timestamp` is the time of the event, and `data` is an object with the
//! content. AiSoule documents the format twice, with different names for the same facts, and a
//! third form is known from the open-source engine that the product seems to be built on. All three
//! [dialects](Dialect) are read, and each type has the members of all three; [`Webhook::dialect`]
//! returns the one that a body follows.
//!
//! | `event` | [`EventData`] | help | docs | engine |
//! | --- | --- | --- | --- | --- |
//! | `message.incoming` | [`MessageIncoming`](EventData::MessageIncoming) | sample | – | observed |
//! | `message.received` | [`MessageReceived`](EventData::MessageReceived) | – | sample | – |
//! | `message.outgoing` | [`MessageOutgoing`](EventData::MessageOutgoing) | – | – | observed |
//! | `message.sent` | [`MessageSent`](EventData::MessageSent) | sample | name | observed |
//! | `message.delivered` | [`MessageDelivered`](EventData::MessageDelivered) | name | name | – |
//! | `message.read` | [`MessageRead`](EventData::MessageRead) | name | sample | – |
//! | `message.failed` | [`MessageFailed`](EventData::MessageFailed) | sample | name | – |
//! | `contact.created` | [`ContactCreated`](EventData::ContactCreated) | sample | – | observed |
//! | `contact.updated` | [`ContactUpdated`](EventData::ContactUpdated) | name | – | a fork |
//! | `campaign.completed` | [`CampaignCompleted`](EventData::CampaignCompleted) | sample | – | – |
//! | `transfer.created` | [`TransferCreated`](EventData::TransferCreated) | sample | – | observed |
//! | `transfer.assigned` | [`TransferAssigned`](EventData::TransferAssigned) | – | – | observed |
//! | `transfer.resumed` | [`TransferResumed`](EventData::TransferResumed) | – | – | observed |
//! | `ping` | [`Ping`](EventData::Ping) | – | sample | – |
//! | `test` | [`Test`](EventData::Test) | – | – | observed |
//!
//! # Evidence
//!
//! Not very. The help center (*Webhook event types reference* and *Receiving messages via webhooks*
//! on aisoule.com) and the developer pages (*Webhook events*) contradict each other, and neither
//! shows a body that was really sent. What is called *observed* here was read in the source of
//! Whatomate, an open-source product that shares so much with AiSoule, from event types to headers,
//! that it is very probably the engine inside, although neither product says so. It is therefore
//! possible that the published bodies are never sent, and that those of the engine are the real
//! ones. So every member is optional, and `data` itself may be missing.
//!
//! The engine's manual prints event types with a colon (`message:incoming`), but its code sends
//! them with a dot; an event type with a colon is an unknown event here. Forks of the engine send
//! further events, about tasks, bookings, invoices or payments, of which only the names are known.
//! One fork sends events from a durable queue, up to ten times, with an ID in
//! `data.outbox_event_id`.
//!
//! # Delivery
//!
//! | | help | docs | engine |
//! | --- | --- | --- | --- |
//! | signature header | `X-Webhook-Signature` | `X-AISoule-Signature` | `X-Webhook-Signature` |
//! | signature format | hex | `sha256=` and hex | `sha256=` and hex |
//! | signature is present | always | always | if a secret is set |
//! | success | status 200 | not documented | any 2xx status |
//! | retries | after 10 s, 60 s and 5 min | not documented | two, after 2 s and 4 s |
//!
//! The signature is an HMAC-SHA256 over the bytes of the body, with the secret of the webhook as
//! the key, in every dialect. Be prepared for both headers, with and without the prefix. No time is
//! signed, so an old body can be replayed. The engine sends the `User-Agent`
//! `Whatomate-Webhook/1.0` and the headers that the user defined, waits 30 s for a response (10 s
//! in 2025), and gives up after 2 min in all. It follows redirects, and loses the body if they are
//! 301 or 302. The help center requires HTTPS, and says that a webhook is marked as failing after
//! all retries are used up.
//!
//! A body may arrive twice, and only the fork mentioned above sends an ID of the event. The help
//! center advises to deduplicate by `message_id`; **that alone drops events**, because
//! `message.sent`, `message.delivered` and `message.read` of one message share it: combine it with
//! the event type. In the help dialect, events about contacts, campaigns and transfers have no
//! other key than the ID of the object. A retry of the engine has the same bytes as the first
//! attempt; its `timestamp` is the time at which the event was dispatched, so two URLs receive
//! different times for one event. The fork sets a new `timestamp` for each attempt.
//!
//! ```
//! use chathooks::aisoule::{Dialect, EventData, Webhook};
//!
//! let webhook = Webhook::parse(
//!     br#"{"event":"message.received","timestamp":1780050600,
//!         "data":{"message_id":"msg_1","sender":"919800000001","type":"text","body":"Hello"}}"#,
//! )?;
//! assert_eq!(webhook.dialect(), Some(Dialect::Docs));
//! if let EventData::MessageIncoming(message) | EventData::MessageReceived(message) = webhook.event {
//!     assert_eq!(message.plain_text(), Some("Hello"));
//!     assert_eq!(message.customer_phone().unwrap().to_string(), "+919800000001");
//! }
//! # Ok::<(), chathooks::ParseError>(())
//! ```
//!
//! # Building a body
//!
//! A body can be made from values, as for a test of a handler. What a type requires is an argument of its
//! `new`; everything else is absent until it is set.
//!
//! ```
//! use chathooks::aisoule::{EventData, IncomingMessage, MessageType, Webhook};
//!
//! let mut message = IncomingMessage::default();
//! message.id = Some("msg_1".into());
//! message.sender = Some("919800000001".into());
//! message.kind = Some(MessageType::Text);
//! message.body = Some("Hello".into());
//! let mut webhook = Webhook::new(EventData::MessageReceived(message.into()));
//! webhook.timestamp = Some(1_780_050_600.into());
//!
//! let body = serde_json::to_vec(&webhook)?;
//! assert_eq!(Webhook::parse(&body)?, webhook);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod campaign;
mod contact;
mod data;
mod dialect;
mod incoming;
mod message;
mod outgoing;
mod place;
mod queued;
mod receipt;
mod test;
mod transfer;

pub use campaign::Campaign;
pub use contact::{Contact, ContactSource};
pub use data::Data;
pub use dialect::Dialect;
pub use incoming::IncomingMessage;
pub use message::{Direction, MessageStatus, MessageType};
pub use outgoing::OutgoingMessage;
pub use place::{Card, Place};
pub use queued::Queued;
pub use receipt::Receipt;
pub use test::Test;
pub use transfer::{Transfer, TransferSource};

use crate::{
    payload::{Root, payload},
    wire::{Timestamp, ids, object, tagged},
};

object! {
    /// An AiSoule webhook payload: the envelope with the time and the event.
    #[tag = "event"]
    pub struct Webhook {
        /// The time of the event; in the engine dialect, the time at which it was dispatched.
        ///
        /// In the help dialect it is in RFC 3339 in whole seconds, and absent from most samples. In
        /// the docs dialect it is in epoch seconds. In the engine dialect it is in RFC 3339 with up
        /// to nine decimals, and always present.
        timestamp: Option<Timestamp>,
        /// The event: its type is in `event`, and its content in `data`.
        "data" as event: EventData,
    }
}

tagged! {
    /// An event, with one variant per event type.
    pub enum EventData: EventType {
        /// A customer sent a message. Dialects: help, engine.
        "message.incoming" as MessageIncoming(Data<IncomingMessage>),
        /// A customer sent a message: the name of `message.incoming` in the docs dialect.
        "message.received" as MessageReceived(Data<IncomingMessage>),
        /// The business sends a message. Observed in the engine dialect only.
        "message.outgoing" as MessageOutgoing(Data<OutgoingMessage>),
        /// A message was accepted by WhatsApp: only a receipt in the help dialect, and the whole
        /// message in the engine dialect. In docs, only the name is documented.
        ///
        /// The engine does not send it for replies of the bot or messages of campaigns, and sends
        /// nothing if WhatsApp refused the message.
        "message.sent" as MessageSent(Data<OutgoingMessage>),
        /// A message was delivered to the customer's phone. Dialects: help, docs (names only).
        "message.delivered" as MessageDelivered(Data<Receipt>),
        /// A customer read a message. Dialects: help (name only), docs.
        "message.read" as MessageRead(Data<Receipt>),
        /// A message could not be delivered. Dialects: help, docs (name only).
        "message.failed" as MessageFailed(Data<Receipt>),
        /// A contact was created. Dialects: help, engine.
        ///
        /// The engine sends it only for contacts that wrote first, and not for those created
        /// through its API or an import.
        "contact.created" as ContactCreated(Data<Contact>),
        /// The name, tags, stage or custom fields of a contact were changed. Dialect: help (name
        /// only); observed in a fork of the engine.
        "contact.updated" as ContactUpdated(Data<Contact>),
        /// A campaign has ended. Dialect: help.
        "campaign.completed" as CampaignCompleted(Data<Campaign>),
        /// A conversation was handed over to a human. Dialects: help, engine.
        ///
        /// The engine sends it only for transfers that were requested by hand or through the API.
        "transfer.created" as TransferCreated(Data<Transfer>),
        /// A transfer was assigned to another agent or team, or lost its agent. Observed in the
        /// engine dialect only.
        "transfer.assigned" as TransferAssigned(Data<Transfer>),
        /// A transfer has ended, and the bot has resumed. Observed in the engine dialect only.
        "transfer.resumed" as TransferResumed(Data<Transfer>),
        /// A user tested the URL. Documented as a body with nothing but the event type. Dialect:
        /// docs.
        "ping" as Ping(Data<Test>),
        /// A user pressed the button that tests the URL. Observed in the engine dialect only.
        "test" as Test(Data<Test>),
    }
}

impl Root for Webhook {
    const NAMES: &'static [&'static str] = EventType::NAMES;
}

payload!(AiSoule);

impl Webhook {
    /// Returns the event type as it was sent.
    #[must_use]
    pub fn name(&self) -> &str {
        self.event.name()
    }

    /// Returns the dialect that the body follows, recognized by the members of `data`.
    ///
    /// Returns `None` if no member is specific to one dialect, or if members of two dialects are
    /// present.
    #[must_use]
    pub fn dialect(&self) -> Option<Dialect> {
        self.event.dialect()
    }
}

ids! {
    /// The ID of a message, which all events about the message share, so it is not a key by itself.
    ///
    /// In the help dialect it is WhatsApp's own (`wamid.…`), in the docs dialect `msg_` and 15 hex
    /// digits, and in the engine dialect a UUID of the engine.
    MessageId,
    /// The ID of a contact, a UUID. Unique within the installation.
    ContactId,
    /// The ID of an agent, who is a user of the account; a UUID. Unique within the installation.
    AgentId,
    /// The ID of a team of agents, a UUID. Unique within the installation.
    TeamId,
    /// The ID of a transfer, a UUID. Unique within the installation.
    TransferId,
    /// The ID of a campaign, a UUID. Unique within the installation.
    CampaignId,
    /// The ID of an event in the queue of a fork of the engine. Unique within the installation.
    OutboxEventId,
    /// The ID of a connected WhatsApp account, a UUID. Unique within the installation.
    WhatsAppAccountId,
    /// The code of an error, one of Meta's.
    ///
    /// The help center explains 368, 130429, 131047, 131048, 131049, 131051, 131052, 131053, 131056
    /// and 131057, and some reasons without a code.
    ErrorCode,
}
