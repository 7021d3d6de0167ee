//! One domain model for all providers: write the logic once.
//!
//! [`Normalize::normalize`] turns a body into the [`Event`]s that it stands for. It invents nothing:
//! a field is absent unless the body says it, and there is no clock. It loses nothing in silence:
//! what the model has no words for is listed below. And it cannot fail.
//!
//! ```
//! use chathooks::{Webhook, normalize::{Kind, Normalize}};
//!
//! let body = br#"{"from":"919876543210","id":"wamid.A","message_type":"text","text":"Hello",
//!     "timestamp":"2024-03-08T06:44:54Z","webhook_event_type":"incoming_msg"}"#;
//!
//! for event in Webhook::parse(body)?.normalize() {
//!     let phone = event.contact.as_ref().and_then(|contact| contact.phone());
//!     match &event.kind {
//!         Kind::MessageReceived(message) => {
//!             assert_eq!(message.content.text(), Some("Hello"));
//!             assert_eq!(phone.unwrap().to_string(), "+919876543210");
//!         }
//!         Kind::MessageStatusChanged(change) => println!("{:?}", change.status),
//!         other => println!("{}", other.name()),
//!     }
//! }
//! # Ok::<(), chathooks::ParseError>(())
//! ```
//!
//! # What a consumer needs
//!
//! - **Match on the [`Kind`].** One arm serves every provider. `_ =>` keeps it compiling when a kind
//!   is added.
//! - **Drop what comes twice.** [`Event::key`] tells a second delivery from a second event, and its
//!   strength says how far to trust that.
//! - **Merge statuses.** They come late, twice and out of order; [`Milestones`] ends in the same
//!   state whatever the order.
//! - **Take people by their addresses.** A contact need not have a phone number, nor an id.
//!   [`Contact::phone`] is there only where the number is certain.
//!
//! # Which event becomes what
//!
//! | provider | event | kinds |
//! | --- | --- | --- |
//! | saleschat | `CONTACT_ASSIGNED` | `conversation.assigned` |
//! | saleschat | `CHATROOM_CREATED` | `conversation.created` |
//! | saleschat | `CHATROOM_ACTIVATED` | `conversation.status_changed` |
//! | saleschat | `CHATROOM_DEACTIVATED` | `conversation.status_changed` |
//! | saleschat | `CHATROOM_EXPIRED` | `conversation.status_changed` |
//! | saleschat | `CONTACT_EXPIRED` | `contact.expired` |
//! | saleschat | `SEND_TEMPLATE_MESSAGE_STATUS` | `message.status_changed` |
//! | saleschat | `MEDIA_FILE` | `media.received` |
//! | saleschat | `MEDIA_FILE_WITH_CLASSIFICATION` | `media.received` |
//! | saleschat | `CONTACT_OPT_OUT` | `consent.changed` |
//! | saleschat | `ANALYTICS_DUMP_FILE` | `report.available` |
//! | smartflow | `message` | `message.deleted`, `message.received`, `message.sent`, `message.updated` |
//! | smartflow | `status` | `call.status_changed`, `message.status_changed`, `payment.status_changed` |
//! | smartflow | `smb_message_echoes` | `message.received`, `message.sent` |
//! | smartflow | `message_echoes` | `message.sent` |
//! | smartflow | `history` | `message.received`, `message.sent`, `unknown` |
//! | smartflow | `standby` | `message.received`, `message.status_changed` |
//! | smartflow | `calls` | `call.status_changed` |
//! | smartflow | `user_preferences` | `consent.changed` |
//! | smartflow | `message_template_status_update` | `template.status_changed` |
//! | smartflow | `messages` | `unknown` |
//! | smartflow | `account_update` | `unknown` |
//! | smartflow | `account_settings_update` | `unknown` |
//! | smartflow | `other` | `unknown` |
//! | aisoule | `message.incoming` | `message.received` |
//! | aisoule | `message.received` | `message.received` |
//! | aisoule | `message.outgoing` | `message.sent` |
//! | aisoule | `message.sent` | `message.sent`, `message.status_changed` |
//! | aisoule | `message.delivered` | `message.status_changed` |
//! | aisoule | `message.read` | `message.status_changed` |
//! | aisoule | `message.failed` | `message.status_changed` |
//! | aisoule | `contact.created` | `contact.created` |
//! | aisoule | `contact.updated` | `contact.updated` |
//! | aisoule | `campaign.completed` | `campaign.completed` |
//! | aisoule | `transfer.created` | `conversation.assigned` |
//! | aisoule | `transfer.assigned` | `conversation.assigned` |
//! | aisoule | `transfer.resumed` | `conversation.assigned` |
//! | aisoule | `ping` | `test` |
//! | aisoule | `test` | `test` |
//! | azeer | `incoming_msg` | `message.received` |
//! | azeer | `outgoing_msg` | `message.sent` |
//! | azeer | `message_status_changed` | `message.status_changed` |
//! | azeer | `new_contact` | `contact.created`, `contact.updated` |
//! | azeer | `broadcast_complete` | `campaign.completed` |
//! | azeer | `chat_assigned` | `conversation.assigned` |
//! | azeer | `chat_closed` | `conversation.status_changed` |
//! | azeer | `chat_mentioned` | `conversation.mentioned` |
//! | azeer | `template_approved` | `template.status_changed` |
//! | azeer | `billing_alert` | `billing.alert` |
//! | azeer | `for_rules` | `rule.triggered` |
//! | chatwoot | `message_created` | `message.received`, `message.sent` |
//! | chatwoot | `message_updated` | `message.deleted`, `message.status_changed`, `message.updated` |
//! | chatwoot | `conversation_created` | `conversation.created` |
//! | chatwoot | `conversation_updated` | `conversation.updated` |
//! | chatwoot | `conversation_status_changed` | `conversation.status_changed` |
//! | chatwoot | `conversation_opened` | `conversation.status_changed` |
//! | chatwoot | `conversation_resolved` | `conversation.status_changed` |
//! | chatwoot | `webwidget_triggered` | `session.started` |
//! | chatwoot | `contact_created` | `contact.created` |
//! | chatwoot | `contact_updated` | `contact.updated` |
//! | chatwoot | `inbox_created` | `inbox.created` |
//! | chatwoot | `inbox_updated` | `inbox.updated` |
//! | chatwoot | `conversation_typing_on` | `conversation.typing` |
//! | chatwoot | `conversation_typing_off` | `conversation.typing` |
//! | chatwoot | `automation_event.conversation_created` | `rule.triggered` |
//! | chatwoot | `automation_event.conversation_updated` | `rule.triggered` |
//! | chatwoot | `automation_event.conversation_opened` | `rule.triggered` |
//! | chatwoot | `automation_event.conversation_resolved` | `rule.triggered` |
//! | chatwoot | `automation_event.message_created` | `rule.triggered` |
//! | chatwoot | `macro.executed` | `rule.triggered` |
//! | chatwoot | `account_created` | `unknown` |
//!
//! An event without a model becomes `unknown`, with its body; of Smartflow's each change in Meta's
//! envelope is an event, named by its field. Zero events come from one body alone: that of Smartflow
//! whose `statuses` hold nothing but the id of the delivery.
//!
//! # Times
//!
//! [`Event::occurred_at`] is the time that the provider gives for this very fact; else the time at
//! which the object was made or changed; else that of the envelope; else it is absent.
//! [`Event::occurred_at_from`] says which it was. What lies outside the years 2000 to 2099 is no
//! time: year 1 and 1970 are the zeros of programming languages. Never used are the time of a
//! visitor's browser, the start of a report's period, and the time at which anything was received.
//!
//! # What is left out
//!
//! These members have a field in the provider's model and none here: profile pictures, tags and
//! languages of agents; previews of a conversation's other messages, its last-seen times and service
//! levels (Chatwoot); headers and copies of an e-mail but for its subject; settings and credentials
//! of an inbox; the description of a call's connection, internal ids of Meta's, the progress of a
//! history, labels of addresses and sites on contact cards (WhatsApp); the local time of a place and
//! the coarse type of an event (Azeer). Members that the provider's model does not know either are
//! in [`Event::extra`] if they stood in the object that the event was made of, and where they are a
//! list beside the lists that are known (WhatsApp), in an event of their own.

mod actor;
mod address;
#[cfg(feature = "aisoule")]
mod aisoule;
mod attachment;
#[cfg(feature = "azeer")]
mod azeer;
mod call;
mod campaign;
#[cfg(feature = "chatwoot")]
mod chatwoot;
mod consent;
mod contact;
mod content;
mod conversation;
mod email;
mod event;
mod events;
mod exact;
mod id;
mod inbox;
mod json_pointer;
mod key;
mod mark;
mod message;
mod milestones;
mod moment;
mod payment;
mod pricing;
mod report;
#[cfg(feature = "saleschat")]
mod saleschat;
mod session;
mod sla;
#[cfg(feature = "smartflow")]
mod smartflow;
mod status;
mod story;
mod variants;
#[cfg(feature = "smartflow")]
mod whatsapp;

pub use crate::wire::Text;
pub use actor::{Actor, Agent, AgentKind};
pub use address::{Address, AddressKind};
pub use attachment::{Attachment, AttachmentKind, Labels};
pub use call::{Call, CallStatus};
pub use campaign::{Campaign, Counts};
pub use consent::{Consent, ConsentState};
pub use contact::Contact;
pub use content::{
    Button, CardPhone, ContactCard, Content, Deleted, InteractiveReply, Location, Media, Order,
    OrderItem, PostalAddress, Reaction, ReplyKind, Structured, System, Unsupported,
};
pub use conversation::{
    Assignment, Conversation, ConversationKind, ConversationStatus, ConversationStatusChange,
    Typing,
};
pub use email::Email;
pub use event::{Event, Kind, TimeSource};
pub use events::Events;
pub use id::Id;
pub use inbox::{Account, Channel, Inbox};
pub use json_pointer::JsonPointer;
pub use key::EventKey;
pub use mark::Mark;
pub use message::{Direction, Edit, Message, MessageRef, Product, Template, Visibility};
pub use milestones::Milestones;
pub use payment::{Payment, PaymentStatus};
pub use pricing::{MessagingWindow, Pricing};
pub use report::Report;
pub use session::{FieldChange, Session, Trigger};
pub use sla::{Sla, SlaMiss};
pub use status::{DeliveryError, DeliveryStatus, ErrorCategory, StatusChange};
pub use story::Story;

#[cfg(feature = "schema")]
use crate::schema::tidy;
use id::id;

/// The text, if there is one and it is not empty.
fn some(text: Option<Text>) -> Option<Text> {
    text.filter(|text| !text.raw_bytes().is_empty())
}

/// The list of one thing, if there is one.
fn list<T>(thing: Option<T>) -> Vec<T> {
    thing.map_or_else(Vec::new, |thing| vec![thing])
}

/// Maps a body onto the domain model.
pub trait Normalize {
    /// The events that the body stands for, in its order, one by one.
    fn normalize(self) -> Events;
}
