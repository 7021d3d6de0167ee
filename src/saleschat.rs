//! SalesChat: sales conversations over WhatsApp.
//!
//! SalesChat posts these bodies to the URL of an organization. A body is an envelope: `type` is the
//! event type, `version` is the version of the format, and `payload` is an object with the content.
//!
//! | `type` | [`EventData`] | documented for |
//! | --- | --- | --- |
//! | `CONTACT_ASSIGNED` | [`ContactAssigned`](EventData::ContactAssigned) | 1.0 |
//! | `CHATROOM_CREATED` | [`ChatroomCreated`](EventData::ChatroomCreated) | 1.0, 1.1 |
//! | `CHATROOM_ACTIVATED` | [`ChatroomActivated`](EventData::ChatroomActivated) | 1.0, 1.1 |
//! | `CHATROOM_DEACTIVATED` | [`ChatroomDeactivated`](EventData::ChatroomDeactivated) | 1.0, 1.1 |
//! | `CHATROOM_EXPIRED` | [`ChatroomExpired`](EventData::ChatroomExpired) | 1.0, 1.1 |
//! | `CONTACT_EXPIRED` | [`ContactExpired`](EventData::ContactExpired) | 1.0, 1.1 |
//! | `SEND_TEMPLATE_MESSAGE_STATUS` | [`TemplateMessageStatus`](EventData::TemplateMessageStatus) | 1.0, 1.1 |
//! | `MEDIA_FILE` | [`MediaFile`](EventData::MediaFile) | 1.0, 1.1 |
//! | `MEDIA_FILE_WITH_CLASSIFICATION` | [`MediaFileWithClassification`](EventData::MediaFileWithClassification) | 1.0, 1.1 |
//! | `CONTACT_OPT_OUT` | [`ContactOptOut`](EventData::ContactOptOut) | 1.0, 1.1 |
//! | `ANALYTICS_DUMP_FILE` | [`AnalyticsDump`](EventData::AnalyticsDump) | 1.0, 1.1 |
//!
//! # Evidence
//!
//! Everything here is taken from the provider's page *Webhooks* (docs.saleschat.pro), which shows
//! schemas with placeholders and never a real body. So every member of a payload is optional, and
//! times are read in every form. The page prints one schema for both versions; 1.0 and 1.1 differ
//! in the events that they document and, as the page warns, in the files that `ANALYTICS_DUMP_FILE`
//! announces. No event reports an incoming text message.
//!
//! # Delivery
//!
//! `MEDIA_FILE` is retried for up to three days; nothing is published about retries of other
//! events, about signatures, or about headers. No body has a delivery ID, and only the three
//! chatroom status events and `CONTACT_OPT_OUT` state when they happened. The responses of the
//! "download" calls that `file_id` and `media_id` belong to are not webhooks, and are not modeled
//! here.
//!
//! ```
//! use chathooks::saleschat::{EventData, Webhook};
//!
//! let webhook = Webhook::parse(
//!     br#"{"type":"CONTACT_EXPIRED","version":1.1,"payload":{"contact_id":"c-17"}}"#,
//! )?;
//! if let EventData::ContactExpired(contact) = webhook.event {
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
//! use chathooks::saleschat::{Contact, EventData, Version, Webhook};
//!
//! let mut contact = Contact::default();
//! contact.id = Some("c-17".into());
//! let mut webhook = Webhook::new(EventData::ContactExpired(contact));
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
    /// A SalesChat webhook payload: the envelope with the version and the event.
    #[tag = "type"]
    pub struct Webhook {
        /// The version of the format; present in every documented body.
        version: Option<Version>,
        /// The event: its type is in `type`, and its content in `payload`.
        "payload" as event: EventData,
    }
}

tagged! {
    /// An event, with one variant per event type.
    pub enum EventData: EventType {
        /// A contact was assigned to an agent, or lost its agent. Documented for 1.0 only.
        "CONTACT_ASSIGNED" as ContactAssigned(Assignment),
        /// A chatroom was created.
        "CHATROOM_CREATED" as ChatroomCreated(Chatroom),
        /// A chatroom became active.
        "CHATROOM_ACTIVATED" as ChatroomActivated(ChatroomStatus),
        /// A chatroom became inactive, because no messages were exchanged for some time.
        "CHATROOM_DEACTIVATED" as ChatroomDeactivated(ChatroomStatus),
        /// A chatroom reached its maximum age, counted from its creation. Expired does not mean
        /// closed.
        "CHATROOM_EXPIRED" as ChatroomExpired(ChatroomStatus),
        /// A contact expired. This is not the same as the expiry of its chatroom.
        "CONTACT_EXPIRED" as ContactExpired(Contact),
        /// A template message sent through the API was delivered, or failed permanently.
        "SEND_TEMPLATE_MESSAGE_STATUS" as TemplateMessageStatus(Box<TemplateMessageStatus>),
        /// A customer sent a file.
        "MEDIA_FILE" as MediaFile(Box<Media>),
        /// A customer sent a file, which was classified.
        "MEDIA_FILE_WITH_CLASSIFICATION" as MediaFileWithClassification(Box<Media>),
        /// A customer opted out of further messages.
        "CONTACT_OPT_OUT" as ContactOptOut(OptOut),
        /// A file with analytics data is ready for download.
        "ANALYTICS_DUMP_FILE" as AnalyticsDump(AnalyticsDump),
    }
}

impl Root for Webhook {
    const NAMES: &'static [&'static str] = EventType::NAMES;

    fn additional_drift(&self) -> Option<Drift> {
        let version = self.version.as_ref().filter(|version| !version.documents(&self.event))?;
        Some(Drift {
            pointer: "/version".to_owned(),
            kind: DriftKind::Version(version.to_text().into_owned()),
        })
    }
}

payload!(SalesChat);

impl Webhook {
    /// Returns the event type as it was sent.
    #[must_use]
    pub fn name(&self) -> &str {
        self.event.name()
    }

    /// Returns the model that the body was read with.
    ///
    /// It is the model of the body's version, or the newest one if the version is missing or newer
    /// than all documented versions.
    #[must_use]
    pub fn model(&self) -> Model {
        self.version.as_ref().map_or(Model::NEWEST, Version::model)
    }
}

ids! {
    /// The ID of a contact in SalesChat, which is not its ID in the CRM. Unique within the
    /// organization.
    ContactId,
    /// The ID of an agent. Unique within the organization.
    UserId,
    /// The ID of a chatroom, which is one contact on one business phone number.
    ///
    /// A contact may have several, and a new one replaces an expired one, so it is not a permanent
    /// ID of the conversation with a contact.
    ChatroomId,
    /// The ID of an organization, which is an account at SalesChat.
    OrgId,
    /// The ID of a file that a customer sent.
    MediaId,
    /// The ID of a file that SalesChat produced, for the call that returns its signed download URL.
    FileId,
    /// The ID that the send call responded with.
    RequestId,
    /// Meta's ID of a business phone number.
    RemotePhoneId,
    /// Meta's ID of a WhatsApp business account.
    RemoteWabaId,
    /// Meta's ID of a message template.
    RemoteTemplateId,
    /// The code of an error, from Meta (six digits) or from SalesChat (seven digits); which of them
    /// is not documented.
    ErrorCode,
}
