//! One domain model for all providers.
mod actor;
mod address;
mod aisoule;
mod attachment;
mod azeer;
mod campaign;
mod chatwoot;
mod consent;
mod contact;
mod content;
mod conversation;
mod event;
mod exact;
mod id;
mod inbox;
mod key;
mod message;
mod milestones;
mod pricing;
mod report;
mod saleschat;
mod session;
mod smartflow;
mod status;
mod time;
mod variants;
mod whatsapp;

pub use actor::{Actor, Agent};
pub use address::{Address, AddressKind};
pub use attachment::{Attachment, AttachmentKind, Labels};
pub use campaign::{Campaign, Counts};
pub use consent::{Consent, ConsentState};
pub use contact::Contact;
pub use content::{
    CardPhone, ContactCard, Content, InteractiveReply, Location, Media, Order, OrderItem, Reaction,
    ReplyKind, Structured, System, Unsupported,
};
pub use conversation::{
    Assignee, AssigneeKind, Assignment, Conversation, ConversationKind, ConversationStatus,
    ConversationStatusChange, Typing,
};
pub use event::{Event, Kind, TimeSource};
pub use id::Id;
pub use inbox::{Account, Channel, Inbox};
pub use key::EventKey;
pub use message::{Direction, Message, MessageRef, Product, Template, Visibility};
pub use milestones::Milestones;
pub use pricing::{MessagingWindow, Pricing};
pub use report::Report;
pub use session::{FieldChange, Session};
pub use status::{DeliveryError, DeliveryStatus, ErrorCategory, StatusChange};

/// The text, if there is one and it is not empty.
fn some(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.is_empty())
}

/// Maps a body onto the domain model.
pub trait Normalize {
    /// The events that the body stands for, in its order.
    fn normalize(self) -> Vec<Event>;
}

impl Normalize for crate::Webhook {
    fn normalize(self) -> Vec<Event> {
        match self {
            Self::SalesChat(webhook) => webhook.normalize(),
            Self::Smartflow(webhook) => webhook.normalize(),
            Self::AiSoule(webhook) => webhook.normalize(),
            Self::Azeer(webhook) => webhook.normalize(),
            Self::Chatwoot(webhook) => webhook.normalize(),
        }
    }
}
