//! SalesChat: sales conversations over WhatsApp.
//!
//! Sent by SalesChat to the URL of an organization. A body is an envelope: `type` names the event,
//! `version` the format, and `payload` holds the content.
//!
//! | `type` | [`Event`] | documented for |
//! | --- | --- | --- |
//! | `CONTACT_ASSIGNED` | [`ContactAssigned`](Event::ContactAssigned) | 1.0 |
//! | `CHATROOM_CREATED` | [`ChatroomCreated`](Event::ChatroomCreated) | 1.0, 1.1 |
//! | `CHATROOM_ACTIVATED` | [`ChatroomActivated`](Event::ChatroomActivated) | 1.0, 1.1 |
//! | `CHATROOM_DEACTIVATED` | [`ChatroomDeactivated`](Event::ChatroomDeactivated) | 1.0, 1.1 |
//! | `CHATROOM_EXPIRED` | [`ChatroomExpired`](Event::ChatroomExpired) | 1.0, 1.1 |
//! | `CONTACT_EXPIRED` | [`ContactExpired`](Event::ContactExpired) | 1.0, 1.1 |
//! | `SEND_TEMPLATE_MESSAGE_STATUS` | [`TemplateMessageStatus`](Event::TemplateMessageStatus) | 1.0, 1.1 |
//! | `MEDIA_FILE` | [`MediaFile`](Event::MediaFile) | 1.0, 1.1 |
//! | `MEDIA_FILE_WITH_CLASSIFICATION` | [`MediaFileWithClassification`](Event::MediaFileWithClassification) | 1.0, 1.1 |
//! | `CONTACT_OPT_OUT` | [`ContactOptOut`](Event::ContactOptOut) | 1.0, 1.1 |
//! | `ANALYTICS_DUMP_FILE` | [`AnalyticsDump`](Event::AnalyticsDump) | 1.0, 1.1 |
//!
//! # How sure this is
//!
//! Everything here stands on the provider's page *Webhooks* (docs.saleschat.pro), which shows
//! schemas with placeholders and never a real body. So every member of a payload is optional, and
//! times are read in every form. The page prints one schema for both versions; 1.0 and 1.1 differ
//! in the events that they document and, so the page warns, in the files behind
//! `ANALYTICS_DUMP_FILE`. No event tells of an incoming text.
//!
//! # Delivery
//!
//! `MEDIA_FILE` is retried for up to three days; nothing is published about retries of the others,
//! about signatures, or about headers. No body carries a delivery id, and only three events carry
//! the time at which something happened. The answers to the "download" calls that `file_id` and
//! `media_id` belong to are not webhooks and not modelled here.
//!
//! ```
//! use chathooks::saleschat::{Event, Webhook};
//!
//! let webhook = Webhook::parse(
//!     br#"{"type":"CONTACT_EXPIRED","version":1.1,"payload":{"contact_id":"c-17"}}"#,
//! )?;
//! if let Event::ContactExpired(contact) = webhook.event {
//!     assert_eq!(contact.id.unwrap().to_string(), "c-17");
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
//! use chathooks::saleschat::{Contact, Event, Version, Webhook};
//!
//! let mut contact = Contact::default();
//! contact.id = Some("c-17".into());
//! let mut webhook = Webhook::new(Event::ContactExpired(contact));
//! webhook.version = Some(Version::new(1, 1));
//!
//! let body = serde_json::to_string(&webhook)?;
//! assert_eq!(body, r#"{"type":"CONTACT_EXPIRED","version":1.1,"payload":{"contact_id":"c-17"}}"#);
//! assert_eq!(Webhook::parse(body.as_bytes())?, webhook);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod chatroom;
mod contact;
mod media;
mod report;
mod template;
mod version;

pub use chatroom::{Chatroom, ChatroomStatus, ChatroomType};
pub use contact::{Assignment, Contact, OptOut, OptOutSource, OptOutSourceType};
pub use media::{Classification, LabelStatus, Media};
pub use report::{AnalyticsDump, Granularity, MetricType};
pub use template::{TemplateMessageStatus, TemplateStatus};
pub use version::{Model, Version};

use crate::{
    Drift, DriftKind,
    payload::{Root, payload},
    wire::{ids, object, tagged},
};

object! {
    /// One webhook body.
    #[tag = "type"]
    pub struct Webhook {
        /// Version of the format; absent in no documented body.
        version: Option<Version>,
        /// What happened: `type` names it, `payload` holds it.
        "payload" as event: Event,
    }
}

tagged! {
    /// What happened.
    pub enum Event: EventType {
        /// A contact got an agent, or lost one. Documented for 1.0 only.
        "CONTACT_ASSIGNED" as ContactAssigned(Assignment),
        /// A chatroom was made.
        "CHATROOM_CREATED" as ChatroomCreated(Chatroom),
        /// A chatroom became active.
        "CHATROOM_ACTIVATED" as ChatroomActivated(ChatroomStatus),
        /// A chatroom became inactive, because nobody wrote for a while.
        "CHATROOM_DEACTIVATED" as ChatroomDeactivated(ChatroomStatus),
        /// A chatroom reached its age, counted from its creation. Not the same as closed.
        "CHATROOM_EXPIRED" as ChatroomExpired(ChatroomStatus),
        /// A contact expired. Not the same as its chatroom.
        "CONTACT_EXPIRED" as ContactExpired(Contact),
        /// A template message sent through the API was delivered, or failed for good.
        "SEND_TEMPLATE_MESSAGE_STATUS" as TemplateMessageStatus(Box<TemplateMessageStatus>),
        /// The customer sent a file.
        "MEDIA_FILE" as MediaFile(Box<Media>),
        /// The customer sent a file, and it was classified.
        "MEDIA_FILE_WITH_CLASSIFICATION" as MediaFileWithClassification(Box<Media>),
        /// The customer wants no more messages.
        "CONTACT_OPT_OUT" as ContactOptOut(OptOut),
        /// A file with figures is ready.
        "ANALYTICS_DUMP_FILE" as AnalyticsDump(AnalyticsDump),
    }
}

impl Root for Webhook {
    const NAMES: &'static [&'static str] = EventType::NAMES;

    fn more_drift(&self) -> Option<Drift> {
        let version = self.version.as_ref().filter(|version| !version.documents(&self.event))?;
        Some(Drift {
            pointer: "/version".to_owned(),
            kind: DriftKind::Version(version.to_text().into_owned()),
        })
    }
}

payload!(SalesChat);

impl Webhook {
    /// Name of the event as it was sent.
    #[must_use]
    pub fn name(&self) -> &str {
        self.event.name()
    }

    /// The model that the body was read with: that of its version, or the newest one if the version
    /// is missing or newer than all that are documented.
    #[must_use]
    pub fn model(&self) -> Model {
        self.version.as_ref().map_or(Model::NEWEST, Version::model)
    }
}

ids! {
    /// Id of a contact in SalesChat; not its id in the CRM. Unique within the organization.
    ContactId,
    /// Id of an agent. Unique within the organization.
    UserId,
    /// Id of a chatroom: one contact on one business number. A contact may have several.
    ChatroomId,
    /// Id of an organization, the account at SalesChat.
    OrgId,
    /// Id of a received file.
    MediaId,
    /// Id of a produced file, for the call that signs its download.
    FileId,
    /// Id that the send call answered with.
    RequestId,
    /// Meta's id of a business phone number.
    RemotePhoneId,
    /// Meta's id of a WhatsApp business account.
    RemoteWabaId,
    /// Meta's id of a message template.
    RemoteTemplateId,
    /// Code of an error, from Meta (six digits) or from SalesChat (seven); which one is not said.
    ErrorCode,
}
