//! Azeer: a WhatsApp inbox for the Arab world, also called Mottasl, AVC and Avocado.
//!
//! Azeer posts these bodies to the URL of a webhook; each webhook is registered for one event type.
//! A body is flat: `webhook_event_type` is the event type, and the content is at the same level.
//! The member `type` has a coarser name for the content, which is [kept](EventCategory) but not used to read
//! the body.
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
//! # Evidence
//!
//! The bodies with samples are on the page *Webhook Events* (docs.azeer.com, as of May 2025), of
//! which another version named more message types. A receiver in production reads the text of a
//! message from `message_body`, which the page does not show; that is called *observed* here. Of
//! seven events only the name is published. Their types have the members that Azeer's other bodies
//! share.
//!
//! A member that is guessed is an [`Undocumented`]: read if it is present and fits, and kept as
//! sent if it does not fit. So are times and tags, for which the samples show one form and the REST
//! API another: a time or tag in an unexpected form should not cost the message.
//!
//! The bodies show that the sender is written in Go: keys are in alphabetical order, times have up
//! to nine decimals, empty members are left out, and an unset time is sent as the first moment of
//! the year 1. The page shortens the UUID of the business in most of its samples.
//!
//! # Delivery
//!
//! A webhook is registered with a `securetoken`, but how the token is sent is not documented:
//! neither the header, nor whether it is sent as is or used as the key of a signature. Nothing is
//! published about time limits, order, or which response counts as success; of retries only the
//! word is known, as the sample value of the webhook's `policy`. No body has a delivery ID:
//! deduplicate by the event type and [`Message::id`] or [`Message::message_id`].
//!
//! Messages that the business sends arrive at the same receiver if it subscribes to `outgoing_msg`.
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
mod platform;
mod status;
mod tags;
mod template;
mod undocumented_event;

pub use broadcast::{Broadcast, BroadcastStatus};
pub use contact::{Action, Contact, ContactStatus};
pub use message::{Direction, Message, MessageBody, MessageBodyText, MessageType};
pub use platform::{EventCategory, Platform};
pub use status::StatusChange;
pub use template::TemplateChange;
pub use undocumented_event::UndocumentedEvent;

use chrono::{DateTime, Utc};

use crate::{
    payload::{Root, payload},
    wire::{Timestamp, Undocumented, ids, tagged},
};

tagged! {
    /// An Azeer webhook payload, with one variant per event type.
    #[tag = "webhook_event_type"]
    pub enum Webhook: EventType {
        /// A customer sent a message. Documented with samples.
        "incoming_msg" as IncomingMessage(Box<Message>),
        /// The business sent a message. Whether an agent, a bot or a broadcast did is not in the
        /// body.
        "outgoing_msg" as OutgoingMessage(Box<Message>),
        /// The delivery status of a message was changed, presumably. Only the name is documented.
        "message_status_changed" as MessageStatusChanged(Box<StatusChange>),
        /// A contact was created or changed; see [`Contact::action`].
        "new_contact" as NewContact(Box<Contact>),
        /// A broadcast has ended. Documented with a sample.
        "broadcast_complete" as BroadcastComplete(Box<Broadcast>),
        /// A chat was assigned to an agent, presumably. Only the name is documented.
        "chat_assigned" as ChatAssigned(Box<UndocumentedEvent>),
        /// A chat was closed, presumably. Only the name is documented.
        "chat_closed" as ChatClosed(Box<UndocumentedEvent>),
        /// A user was mentioned in a chat, presumably. Only the name is documented.
        "chat_mentioned" as ChatMentioned(Box<UndocumentedEvent>),
        /// A message template was approved, presumably. Only the name is documented.
        "template_approved" as TemplateApproved(Box<TemplateChange>),
        /// An alert about billing, presumably. Only the name is documented.
        "billing_alert" as BillingAlert(Box<UndocumentedEvent>),
        /// An automation rule was triggered, presumably. Only the name is documented.
        "for_rules" as ForRules(Box<UndocumentedEvent>),
    }
}

impl Root for Webhook {
    const NAMES: &'static [&'static str] = EventType::NAMES;
}

payload!(Azeer);

/// Returns the instant of a time; `None` for the zero times of Go and of the epoch, which mean
/// unset.
fn instant(time: Option<&Undocumented<Timestamp>>) -> Option<DateTime<Utc>> {
    time?.get().ok()?.instant().filter(|instant| instant.timestamp() > 0)
}

ids! {
    /// The ID of a business, which is an account at Azeer: a UUID, cut off after 18 characters in
    /// most samples.
    BusinessId,
    /// The ID of a contact, an integer. Unique within the business, and perhaps beyond it.
    ContactId,
    /// Azeer's ID of a message, an integer; 0 means none. Unique within the business, and perhaps
    /// beyond it.
    MessageId,
    /// WhatsApp's ID of a message, `wamid.…`. It contains the customer's phone number in encoded
    /// form.
    WhatsAppMessageId,
    /// The ID of a file: WhatsApp's number in incoming messages, and 32 hex digits in outgoing
    /// messages.
    MediaId,
    /// The ID of a button or of a row of a list, such as `$0`. Unique within its message.
    ReplyId,
    /// The ID of a broadcast, an integer. Unique within the business, and perhaps beyond it.
    BroadcastId,
    /// A tag of a contact: its name or, as in Azeer's REST API, its ID, an integer.
    Tag: Personal,
}
