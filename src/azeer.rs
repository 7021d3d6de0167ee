//! Azeer: a WhatsApp inbox for the Arab world, also called Mottasl, AVC and Avocado.
//!
//! Sent by Azeer to the URL of a webhook, which has one event each. A body is flat:
//! `webhook_event_type` names the event, and the content stands beside it. A coarser name in `type`
//! is [kept](Kind) and decides nothing.
//!
//! | `webhook_event_type` | [`Webhook`] | |
//! | --- | --- | --- |
//! | `incoming_msg` | [`IncomingMessage`](Webhook::IncomingMessage) | samples |
//! | `outgoing_msg` | [`OutgoingMessage`](Webhook::OutgoingMessage) | samples |
//! | `message_status_changed` | [`MessageStatusChanged`](Webhook::MessageStatusChanged) | name only |
//! | `new_contact` | [`NewContact`](Webhook::NewContact) | samples |
//! | `broadcast_complete` | [`BroadcastComplete`](Webhook::BroadcastComplete) | sample |
//! | `chat_assigned` | [`ChatAssigned`](Webhook::ChatAssigned) | name only |
//! | `chat_closed` | [`ChatClosed`](Webhook::ChatClosed) | name only |
//! | `chat_mentioned` | [`ChatMentioned`](Webhook::ChatMentioned) | name only |
//! | `template_approved` | [`TemplateApproved`](Webhook::TemplateApproved) | name only |
//! | `billing_alert` | [`BillingAlert`](Webhook::BillingAlert) | name only |
//! | `for_rules` | [`ForRules`](Webhook::ForRules) | name only |
//!
//! # How sure this is
//!
//! The bodies with samples stand on the page *Webhook Events* (docs.azeer.com, as of May 2025), of
//! which another version named more types of messages. A receiver in production reads the text of a
//! message from `message_body`, which the page does not show; that is called *observed* here. Of
//! seven events nothing is published but the name. Their types have the members that Azeer's other
//! bodies share.
//!
//! What is guessed is an [`Undocumented`]: read if it is there and fits,
//! kept as it came if it does not. So are times and tags, of which the samples show one form and
//! the REST API another: they are not worth the loss of a message.
//!
//! It shows that the sender is written in Go: keys come in alphabetical order, times have up to
//! nine decimals, empty members are left out, and a time that is not set is sent as the first
//! moment of the year 1. The page shortens the UUID of the business in most of its samples.
//!
//! # Delivery
//!
//! A webhook is registered with a `securetoken`, but it is written nowhere how the token travels:
//! which header, plain or as the key of a signature. Nor is anything published about time limits,
//! order, or what answer counts as success; of retries there is only the word, as the sample value
//! of the webhook's `policy`. No body carries a delivery id: deduplicate by event and
//! [`Message::id`] or [`Message::message_id`].
//!
//! Messages that the business sends come to the same receiver if it subscribes to `outgoing_msg`.
//! A bot must not answer them.
//!
//! ```
//! use chathooks::azeer::Webhook;
//!
//! let webhook = Webhook::parse(
//!     br#"{"from":"919800000001","message_type":"text","parent_message_id":0,
//!         "text":"hello","webhook_event_type":"incoming_msg"}"#,
//! )?;
//! if let Webhook::IncomingMessage(message) = webhook {
//!     assert_eq!(message.plain_text(), Some("hello"));
//!     assert_eq!(message.parent(), None);
//! }
//! # Ok::<(), chathooks::ParseError>(())
//! ```
//!
//! # Building a body
//!
//! A body can be made from values, as for a test of a handler; what is not set is absent.
//!
//! ```
//! use chathooks::azeer::{Message, MessageType, Webhook};
//! use chathooks::wire::Timestamp;
//!
//! let mut message = Message::default();
//! message.from = Some("919800000001".into());
//! message.message_id = Some(4711.into());
//! message.message_type = Some(MessageType::Text);
//! message.text = Some("hello".into());
//! message.timestamp = Some(Timestamp::from("2024-03-08T06:44:54Z").into());
//! let webhook = Webhook::IncomingMessage(Box::new(message));
//!
//! let body = serde_json::to_vec(&webhook)?;
//! assert_eq!(Webhook::parse(&body)?, webhook);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod broadcast;
mod contact;
mod message;
mod notice;
mod platform;
mod status;
mod tags;
mod template;

pub use broadcast::{Broadcast, BroadcastStatus};
pub use contact::{Action, Contact, ContactStatus};
pub use message::{Direction, Message, MessageBody, MessageBodyText, MessageType};
pub use notice::Notice;
pub use platform::{Kind, Platform};
pub use status::StatusChange;
pub use template::TemplateChange;

use chrono::{DateTime, Utc};

use crate::{
    payload::{Root, payload},
    wire::{Timestamp, Undocumented, ids, tagged},
};

tagged! {
    /// One webhook body.
    #[tag = "webhook_event_type"]
    pub enum Webhook: EventType {
        /// A customer sent a message.
        "incoming_msg" as IncomingMessage(Box<Message>),
        /// The business sent a message: an agent, a bot or a broadcast, which is not said.
        "outgoing_msg" as OutgoingMessage(Box<Message>),
        /// How far a message has come, presumably. Only the name is documented.
        "message_status_changed" as MessageStatusChanged(Box<StatusChange>),
        /// A contact is new, or changed: [`Contact::action`] tells.
        "new_contact" as NewContact(Box<Contact>),
        /// A broadcast is over.
        "broadcast_complete" as BroadcastComplete(Box<Broadcast>),
        /// A chat got an agent, presumably. Only the name is documented.
        "chat_assigned" as ChatAssigned(Box<Notice>),
        /// A chat was closed, presumably. Only the name is documented.
        "chat_closed" as ChatClosed(Box<Notice>),
        /// Somebody was mentioned in a chat, presumably. Only the name is documented.
        "chat_mentioned" as ChatMentioned(Box<Notice>),
        /// A message template was approved, presumably. Only the name is documented.
        "template_approved" as TemplateApproved(Box<TemplateChange>),
        /// Something about money, presumably. Only the name is documented.
        "billing_alert" as BillingAlert(Box<Notice>),
        /// A rule of automation fired, presumably. Only the name is documented.
        "for_rules" as ForRules(Box<Notice>),
    }
}

impl Root for Webhook {
    const NAMES: &'static [&'static str] = EventType::NAMES;
}

payload!(Azeer);

/// The moment, if it is one: the zero times of Go and of the epoch mean that there is none.
fn instant(time: Option<&Undocumented<Timestamp>>) -> Option<DateTime<Utc>> {
    time?.get().ok()?.instant().filter(|instant| instant.timestamp() > 0)
}

ids! {
    /// Id of a business, the account at Azeer: a UUID, which most samples cut off after 18
    /// characters.
    BusinessId,
    /// Id of a contact, an integer. Unique within the business, if not beyond.
    ContactId,
    /// Azeer's id of a message, an integer; 0 stands for none. Unique within the business, if not
    /// beyond.
    MessageId,
    /// WhatsApp's id of a message, `wamid.…`. Holds the customer's number in encoded form.
    WhatsAppMessageId,
    /// Id of a file: WhatsApp's number in messages that came in, 32 hex digits in those that went
    /// out.
    MediaId,
    /// Id of a button or a row of a list, such as `$0`. Unique within its message.
    ReplyId,
    /// Id of a broadcast, an integer. Unique within the business, if not beyond.
    BroadcastId,
    /// A tag: its name or, as in Azeer's REST API, its id, an integer.
    Tag: Personal,
}
