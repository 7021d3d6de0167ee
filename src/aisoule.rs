//! AiSoule: a WhatsApp inbox with bots, campaigns and agents.
//!
//! Sent by AiSoule to the URLs that an account registers. A body is an envelope: `event` names what
//! happened, `timestamp` says when, and `data` holds the content. AiSoule describes it twice, with
//! different names for the same facts, and a third way is known from the open-source engine that
//! the product seems to be built on. All three [dialects](Dialect) are read, and the types have the
//! members of all three; [`Webhook::dialect`] tells which one a body speaks.
//!
//! | `event` | [`Event`] | help | docs | engine |
//! | --- | --- | --- | --- | --- |
//! | `message.incoming` | [`MessageIncoming`](Event::MessageIncoming) | sample | – | observed |
//! | `message.received` | [`MessageReceived`](Event::MessageReceived) | – | sample | – |
//! | `message.outgoing` | [`MessageOutgoing`](Event::MessageOutgoing) | – | – | observed |
//! | `message.sent` | [`MessageSent`](Event::MessageSent) | sample | name | observed |
//! | `message.delivered` | [`MessageDelivered`](Event::MessageDelivered) | name | name | – |
//! | `message.read` | [`MessageRead`](Event::MessageRead) | name | sample | – |
//! | `message.failed` | [`MessageFailed`](Event::MessageFailed) | sample | name | – |
//! | `contact.created` | [`ContactCreated`](Event::ContactCreated) | sample | – | observed |
//! | `contact.updated` | [`ContactUpdated`](Event::ContactUpdated) | name | – | a fork |
//! | `campaign.completed` | [`CampaignCompleted`](Event::CampaignCompleted) | sample | – | – |
//! | `transfer.created` | [`TransferCreated`](Event::TransferCreated) | sample | – | observed |
//! | `transfer.assigned` | [`TransferAssigned`](Event::TransferAssigned) | – | – | observed |
//! | `transfer.resumed` | [`TransferResumed`](Event::TransferResumed) | – | – | observed |
//! | `ping` | [`Ping`](Event::Ping) | – | sample | – |
//! | `test` | [`Test`](Event::Test) | – | – | observed |
//!
//! # How sure this is
//!
//! Not very. The help center (*Webhook event types reference* and *Receiving messages via webhooks*
//! on aisoule.com) and the developer pages (*Webhook events*) contradict each other, and neither
//! shows a body that was really sent. What is called *observed* here was read in the source of
//! Whatomate, an open-source product that shares so much with AiSoule, from event names to headers,
//! that it is very probably the engine inside; nobody has said so. That makes the published bodies
//! perhaps never sent, and those of the engine perhaps the real ones. So every member is optional,
//! and `data` may be missing altogether.
//!
//! The engine's manual prints the names with a colon (`message:incoming`), its code sends them with
//! a dot: a name with a colon is an unknown event here. Forks of the engine send more events, about
//! tasks, bookings, invoices or payments, of which nothing but the names is known. One fork sends
//! events from a durable queue, up to ten times, with an id in `data.outbox_event_id`.
//!
//! # Delivery
//!
//! | | help | docs | engine |
//! | --- | --- | --- | --- |
//! | signature in | `X-Webhook-Signature` | `X-AISoule-Signature` | `X-Webhook-Signature` |
//! | written as | hex | `sha256=` and hex | `sha256=` and hex |
//! | is there | always | always | if a secret is set |
//! | accepted by | status 200 | not said | any status 2xx |
//! | tried again | after 10 s, 60 s and 5 min | not said | twice, after 2 s and 4 s |
//!
//! The signature is HMAC-SHA256 with the secret of the webhook over the bytes of the body, in every
//! dialect. Be ready for both headers, with and without prefix. No time is signed, so an old body
//! can be replayed. The engine calls itself `Whatomate-Webhook/1.0` in `User-Agent`, adds the
//! headers that the user defined, waits 30 s for an answer (10 s in 2025), and gives up after 2 min
//! in all. It follows redirects, and so loses the body where they are 301 or 302. The help center
//! wants HTTPS, and marks a webhook as failing when all tries are used up.
//!
//! A body may arrive twice, and only that fork sends an id of the event. The help center advises to
//! deduplicate by `message_id`; **that alone drops events**, as `message.sent`, `message.delivered`
//! and `message.read` of one message share it: take the name of the event with it. In the help
//! dialect events about contacts, campaigns and transfers have no such key but the id of the thing.
//! A retry of the engine has the same bytes as the first try; its `timestamp` is taken when the
//! event is dispatched, so two URLs get two times for one event. That of the fork is taken anew at
//! each try.
//!
//! ```
//! use chathooks::aisoule::{Dialect, Event, Webhook};
//!
//! let webhook = Webhook::parse(
//!     br#"{"event":"message.received","timestamp":1780050600,
//!         "data":{"message_id":"msg_1","sender":"919800000001","type":"text","body":"Hello"}}"#,
//! )?;
//! assert_eq!(webhook.dialect(), Some(Dialect::Docs));
//! if let Event::MessageIncoming(message) | Event::MessageReceived(message) = webhook.event {
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
//! use chathooks::aisoule::{Event, IncomingMessage, MessageType, Webhook};
//!
//! let mut message = IncomingMessage::default();
//! message.id = Some("msg_1".into());
//! message.sender = Some("919800000001".into());
//! message.kind = Some(MessageType::Text);
//! message.body = Some("Hello".into());
//! let mut webhook = Webhook::new(Event::MessageReceived(message.into()));
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
    /// One webhook body.
    #[tag = "event"]
    pub struct Webhook {
        /// When it happened or, in the engine, when it was dispatched. Help: RFC 3339 in whole
        /// seconds, absent in most samples. Docs: epoch seconds. Engine: RFC 3339 with up to nine
        /// decimals, always there.
        timestamp: Option<Timestamp>,
        /// What happened: `event` names it, `data` holds it.
        "data" as event: Event,
    }
}

tagged! {
    /// What happened.
    pub enum Event: EventType {
        /// A customer sent a message. Help, engine.
        "message.incoming" as MessageIncoming(Data<IncomingMessage>),
        /// A customer sent a message. Docs, for `message.incoming`.
        "message.received" as MessageReceived(Data<IncomingMessage>),
        /// The business sends a message. Observed: engine.
        "message.outgoing" as MessageOutgoing(Data<OutgoingMessage>),
        /// A message was handed to WhatsApp: a mere receipt in help, the whole message in the
        /// engine. Help, docs (name only), engine.
        "message.sent" as MessageSent(Data<OutgoingMessage>),
        /// A message reached the customer's phone. Help, docs (names only).
        "message.delivered" as MessageDelivered(Data<Receipt>),
        /// A customer opened a message. Help (name only), docs.
        "message.read" as MessageRead(Data<Receipt>),
        /// A message could not be delivered. Help, docs (name only).
        "message.failed" as MessageFailed(Data<Receipt>),
        /// There is a new contact. Help, engine.
        "contact.created" as ContactCreated(Data<Contact>),
        /// Name, tags, stage or custom fields of a contact changed. Help (name only).
        "contact.updated" as ContactUpdated(Data<Contact>),
        /// A campaign is complete. Help.
        "campaign.completed" as CampaignCompleted(Data<Campaign>),
        /// A conversation is handed to a human. Help, engine.
        "transfer.created" as TransferCreated(Data<Transfer>),
        /// A transfer got another agent or team, or lost its agent. Observed: engine.
        "transfer.assigned" as TransferAssigned(Data<Transfer>),
        /// A transfer is over, and the bot is back. Observed: engine.
        "transfer.resumed" as TransferResumed(Data<Transfer>),
        /// Somebody tries the URL; documented as a body with nothing but its name. Docs.
        "ping" as Ping(Data<Test>),
        /// Somebody pressed the button that tries the URL. Observed: engine.
        "test" as Test(Data<Test>),
    }
}

impl Root for Webhook {
    const NAMES: &'static [&'static str] = EventType::NAMES;
}

payload!(AiSoule);

impl Webhook {
    /// Name of the event as it was sent.
    #[must_use]
    pub fn name(&self) -> &str {
        self.event.name()
    }

    /// Which description of the format the body follows, told by the members of `data`; `None` if
    /// none of them is special to one dialect, or if those of two stand side by side.
    #[must_use]
    pub fn dialect(&self) -> Option<Dialect> {
        self.event.dialect()
    }
}

ids! {
    /// Id of a message; no key alone, as all reports about a message share it. Help: that of
    /// WhatsApp (`wamid.…`). Docs: `msg_` and 15 hex digits. Engine: a UUID of its own.
    MessageId,
    /// Id of a contact, a UUID. Unique within the installation.
    ContactId,
    /// Id of an agent, who is a user of the account; a UUID. Unique within the installation.
    AgentId,
    /// Id of a team of agents, a UUID. Unique within the installation.
    TeamId,
    /// Id of a transfer, a UUID. Unique within the installation.
    TransferId,
    /// Id of a campaign, a UUID. Unique within the installation.
    CampaignId,
    /// Id of an event in the queue of a fork of the engine. Unique within the installation.
    OutboxEventId,
    /// Id of a connected WhatsApp account, a UUID. Unique within the installation.
    WhatsAppAccountId,
    /// Code of an error, one of Meta's. The help center explains 368, 130429, 131047, 131048,
    /// 131049, 131051, 131052, 131053, 131056 and 131057, and reasons without a code.
    ErrorCode,
}
