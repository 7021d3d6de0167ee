//! One domain model for all providers, so that logic is written once.
//!
//! [`Normalize::normalize`] maps a body onto the [`Event`]s that it reports. It invents nothing: a
//! field is absent unless the body gives its value, and there is no clock. It drops nothing in
//! silence: what events leave out is listed below. And it cannot fail.
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
//! - **Match on the [`Kind`].** One arm serves every provider. An arm `_ =>` keeps the code
//!   compiling when a kind is added.
//! - **Drop duplicates.** [`Event::key`] distinguishes a second delivery from a second event. Its
//!   strength says how far to trust that.
//! - **Merge statuses.** They arrive late, twice and out of order. [`DeliveryProgress`] ends in the same
//!   state whatever the order.
//! - **Identify people by their addresses.** A contact need not have a phone number, nor an ID.
//!   [`Contact::phone`] is present only where the number is certain.
//!
//! # In a store
//!
//! The JSON of an event is deterministic: the same event gives the same bytes in every process and
//! in every release of this minor version. Later minor versions read what earlier ones wrote, and
//! tests read stored events to make sure of that. Store the JSON as text: JSON columns of databases
//! refuse some of what bodies contain, such as `\u0000`, half of a surrogate pair, `1e400`, or a
//! hundred levels of nesting.
//!
//! The [key](EventKey) identifies an event within one installation, and says [how
//! long](EventKey::expires_after) to keep it. [`DeliveryProgress::rows`] returns rows that a database can
//! merge. The feature `digest` adds `EventKey::digest`, a key of fixed length, and `Revision`,
//! which orders events for rows where the last one counts.
//! [`Provider::receive`](crate::Provider::receive) reads and maps a body in one call.
//!
#![doc = include_str!("normalize/mapping.md")]
//!
//! # Times
//!
//! [`Event::occurred_at`] is the first of these that the body gives:
//!
//! 1. The time of this very fact.
//! 2. The time at which the object was created or changed.
//! 3. The time of the envelope.
//!
//! Otherwise it is absent. [`Event::occurred_at_from`] says which of them it is. When a visitor
//! opens a chat window, the only time is that of the visitor's device, and its clock may be wrong.
//!
//! A time outside the years 2000 to 2099 counts as absent: year 1 and 1970 are the zero values of
//! programming languages. The start of a report's period, and the time at which anything was
//! received, are never used.
//!
#![doc = include_str!("normalize/coverage.md")]
#![doc = include_str!("normalize/left_out.md")]

mod account_change;
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
mod conversation_key;
mod conversion;
mod delivery_progress;
#[cfg(feature = "digest")]
mod digest;
mod email;
mod event;
mod event_time;
mod events;
#[cfg(any(feature = "aisoule", feature = "azeer"))]
mod file;
mod fingerprint;
mod flow;
mod id;
mod inbox;
mod internally_tagged;
mod json_pointer;
mod key;
mod key_builder;
mod literal;
mod mark;
mod members;
mod message;
#[cfg(feature = "meta")]
mod meta;
#[cfg(all(test, feature = "providers"))]
mod oracle;
mod payment;
mod pricing;
mod reply;
mod report;
#[cfg(feature = "digest")]
mod revision;
#[cfg(feature = "saleschat")]
mod saleschat;
mod session;
mod sla;
#[cfg(feature = "smartflow")]
mod smartflow;
mod status;
mod story;
#[cfg(any(feature = "smartflow", feature = "meta"))]
mod whatsapp;

pub use crate::wire::Text;
pub use account_change::{AccountChange, AccountStatus, Restriction};
pub use actor::{Actor, ActorType, Agent, AgentKind};
pub use address::{Address, AddressKind};
pub use attachment::{Attachment, AttachmentKind, FileSource, Labels};
pub use call::{Call, CallStatus};
pub use campaign::{Campaign, Counts};
pub use consent::{Consent, ConsentState};
pub use contact::Contact;
pub use content::{
    Button, CardPhone, ContactCard, Content, ContentType, Deleted, InteractiveReply, Location,
    Media, Order, OrderItem, PostalAddress, Reaction, ReplyKind, Structured, System, Unsupported,
};
pub use conversation::{
    Assignment, Conversation, ConversationKind, ConversationStatus, ConversationStatusChange,
    Typing,
};
pub use conversion::{Click, Conversion};
pub use delivery_progress::DeliveryProgress;
pub use email::Email;
pub use event::{Event, EventType, Kind, TimeSource};
pub use events::Events;
pub use flow::Flow;
pub use id::Id;
pub use inbox::{Account, Channel, Inbox};
pub use json_pointer::JsonPointer;
pub use key::EventKey;
pub use mark::Mark;
pub use members::Members;
pub use message::{Direction, Edit, Message, MessageRef, Product, Template, Visibility};
pub use payment::{Payment, PaymentStatus};
pub use pricing::{MessagingWindow, Pricing};
pub use reply::ReplyTo;
pub use report::Report;
#[cfg(feature = "digest")]
pub use revision::Revision;
pub use session::{FieldChange, Session, Trigger};
pub use sla::{Sla, SlaMiss};
pub use status::{DeliveryError, DeliveryStatus, ErrorCategory, StatusChange};
pub use story::Story;

#[cfg(feature = "schema")]
use crate::schema::tidy;
use id::id;

/// The text, unless it is empty.
fn non_empty(text: Option<Text>) -> Option<Text> {
    text.filter(|text| !text.raw_bytes().is_empty())
}

/// Whether a text may be a phone number: it has digits and no letters.
#[cfg(feature = "chatwoot")]
fn is_number(text: &str) -> bool {
    text.contains(|char: char| char.is_ascii_digit()) && !text.contains(char::is_alphabetic)
}

/// A list of the one thing, if there is one.
fn option_to_vec<T>(thing: Option<T>) -> Vec<T> {
    thing.map_or_else(Vec::new, |thing| vec![thing])
}

/// Maps a body onto the domain model.
///
/// The `Webhook` of every provider implements it, and so does [`Webhook`](crate::Webhook), the body
/// of any provider. Each also has `normalize` as an inherent method, so the trait need not be
/// imported.
pub trait Normalize {
    /// Returns the events that the body reports, one by one and in the order of the body.
    fn normalize(self) -> Events;
}
