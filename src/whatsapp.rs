//! WhatsApp Cloud API: messages, statuses and contacts as Meta sends them.
//!
//! This module is not a provider of its own: Meta sends these objects in its envelope, and
//! [`smartflow`](crate::smartflow) relays them unchanged. A [`Message`] was sent by a customer, a
//! [`Status`] reports the delivery of a message that the business sent, and a [`Contact`]
//! identifies the sender or recipient. Each [`Change`] in Meta's envelope contains an [`Update`].
//!
//! | `type` of a message | [`Content`] | known from |
//! | --- | --- | --- |
//! | `text` | [`Text`](Content::Text) | documented |
//! | `image` | [`Image`](Content::Image) | documented |
//! | `video` | [`Video`](Content::Video) | documented |
//! | `audio` | [`Audio`](Content::Audio) | documented |
//! | `voice` | [`Voice`](Content::Voice) | legacy |
//! | `ptv` | [`RoundVideo`](Content::RoundVideo) | source code of a relay |
//! | `document` | [`Document`](Content::Document) | documented |
//! | `sticker` | [`Sticker`](Content::Sticker) | documented |
//! | `location` | [`Location`](Content::Location) | documented |
//! | `contacts` | [`Contacts`](Content::Contacts) | documented |
//! | `button` | [`Button`](Content::Button) | documented |
//! | `interactive` | [`Interactive`](Content::Interactive) | documented |
//! | `reaction` | [`Reaction`](Content::Reaction) | documented |
//! | `order` | [`Order`](Content::Order) | documented |
//! | `system` | [`System`](Content::System) | documented |
//! | `edit` | [`Edit`](Content::Edit) | documented since 2026, test bodies |
//! | `revoke` | [`Revoke`](Content::Revoke) | documented since 2026, test bodies |
//! | `unsupported` | [`Unsupported`](Content::Unsupported) | documented |
//! | `unknown` | [`Unsupported`](Content::Unsupported) | legacy, test bodies |
//! | `request_welcome` | [`RequestWelcome`](Content::RequestWelcome) | long undocumented, test bodies |
//! | `media_placeholder` | [`MediaPlaceholder`](Content::MediaPlaceholder) | documented by name |
//!
//! # Evidence
//!
//! Anything without a note was documented by Meta in 2026, on
//! `developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages`
//! and in the changelog there. The notes, from strong to weak evidence:
//!
//! | note | meaning |
//! | --- | --- |
//! | Meta's OpenAPI file | `business-messaging-api_v23.0.yaml` of November 2025 |
//! | observed | recorded bodies, and the test bodies and code of software that consumes webhooks |
//! | other providers | the documentation of companies that resell the API |
//! | legacy | the on-premises API, switched off on 23 October 2025, and pages from 2021 to 2023 |
//!
//! All members are optional, because each one that the documentation requires has been observed to
//! be absent. All enums are open, and numbers are accepted both as numbers and as strings.
//!
//! # Pitfalls
//!
//! - The sender is [`Message::from`] or, if that is absent, [`Message::from_user_id`]. Since 2026,
//!   customers may have a username and hide their number; then it is missing from `from`, `wa_id`
//!   and `recipient_id` alike.
//! - A reply has a [`Context::id`], a forwarded message has a context without one. Reactions, edits
//!   and revocations refer to their message in their own content instead.
//! - A status may be about a payment or a call, and is then not a step of a delivery:
//!   [`Status::subject`].
//! - A message may be the business's own although it is in the array of messages from customers.
//!   Then [`Message::from`] is the phone number in [`Value::metadata`].
//! - Errors may accompany any type: an `image` that could not be fetched is still an `image`.
//! - [`Message::contacts`] are contact cards that were shared, [`Contact`]s are the people in the
//!   chat.
//! - The API changes several times a year; [`drift`](crate::Webhook::drift) reports what is new.

mod account;
mod alert;
mod automatic_event;
mod batch;
mod business;
mod call;
mod campaign;
mod capability;
mod card;
mod contact;
mod contact_index;
mod content;
mod context;
mod edit;
mod envelope;
mod error;
mod flow;
mod group;
mod handover;
mod history;
mod interactive;
mod internal;
mod line_name;
mod line_quality;
mod location;
mod media;
mod message;
mod order;
mod partner;
mod payment;
mod payment_configuration;
mod preference;
mod pricing;
mod rates;
mod reaction;
mod referral;
mod restriction;
mod review;
mod security;
mod sent;
mod settings;
mod solution;
mod state_sync;
mod status;
mod system;
mod template;
mod tracking;
mod unsupported;
mod update;
mod user_action;
mod user_id_update;
mod username;

pub use account::{AccountEvent, AccountUpdate};
pub use alert::{AccountAlert, AlertInfo, AlertSeverity};
pub use automatic_event::{AutomaticEvent, CustomData};
pub use batch::Batch;
pub use business::BusinessStatus;
pub use call::{Call, CallFile, CallSession};
pub use campaign::CampaignStatus;
pub use capability::Capability;
pub use card::{
    CardAddress, CardEmail, CardName, CardOrganization, CardOrigin, CardPhone, CardUrl, ContactCard,
};
pub use contact::{Contact, Profile};
pub(crate) use contact_index::ContactIndex;
pub(crate) use content::Block;
pub use content::Content;
pub use context::{Context, ContextSummary, ConversationContext, Identity, ReferredProduct};
pub use edit::{Edit, EditedMessage, Revoke};
pub use envelope::{Entry, Metadata, Value};
pub use error::{Error, ErrorData};
pub use flow::{Flow, FlowError, FlowEvent, FlowState};
pub use group::{Group, GroupEvent, GroupSetting, Participant};
pub use handover::{Control, Handover, HandoverSender};
pub use history::{History, HistoryContext, HistoryMetadata, HistoryThread, ThreadContext};
pub use interactive::{
    ButtonReply, CallPermission, CallPermissionReply, CallPermissionSource, Interactive,
    InteractiveHeader, InteractiveText, InteractiveType, ListReply, NfmReply, ProductReply, Reply,
};
pub use internal::{AccountContext, InternalData};
pub use line_name::LineName;
pub use line_quality::LineQuality;
pub use location::Location;
pub use media::{Media, TextBody};
pub use message::{Message, MessageType};
pub use order::{Order, ProductItem};
pub use partner::{CertificationInfo, CertificationNeededInfo, DisconnectionInfo, WabaInfo};
pub use payment::{Amount, Payment, Transaction};
pub use payment_configuration::PaymentConfiguration;
pub use preference::{Preference, UserPreference};
pub use pricing::{Category, Conversation, ConversationOrigin, Pricing, PricingModel, PricingType};
pub use rates::{AuthenticationRates, RateException, VolumeTier};
pub use reaction::{Button, Reaction};
pub use referral::{Referral, ReferralMedia, ReferralSource, WelcomeMessage};
pub use restriction::{BanInfo, BanState, RestrictionInfo, RestrictionType, ViolationInfo};
pub use review::{AccountReview, Decision};
pub use security::{Security, SecurityEvent};
pub use sent::{SentMessage, SentTemplate, TemplateLanguage};
pub use settings::{
    AccountSettings, CallHours, CallSettings, HolidayHours, LineSettings, SipServer, SipSettings,
    WeeklyHours,
};
pub use solution::PartnerSolution;
pub use state_sync::{AppContact, StateSync, SyncAction, SyncMetadata};
pub use status::{DeliveryStatus, RecipientType, Status, StatusMessage, StatusType};
pub use system::{System, SystemType};
pub use template::{
    QualityScore, TemplateButton, TemplateDisabling, TemplateEvent, TemplateNotice,
    TemplateRejection, TemplateUpdate,
};
pub use tracking::{TrackingData, TrackingEvent};
pub use unsupported::{Unsupported, UnsupportedType};
pub use update::{Change, FieldName, Update, UpdateType};
pub use user_action::{ActionType, LinkClick, UserAction};
pub use user_id_update::{ChangedId, UserIdUpdate};
pub use username::{BusinessUsername, UsernameStatus};

use crate::wire::ids;

ids! {
    /// The ID of a message: `wamid.` and base64, about 60 to 90 characters without a guaranteed
    /// limit. It is case-sensitive. Older IDs begin with `ABGG` or `gBGG`.
    ///
    /// It can be decoded to the phone number or ID of the other party. It is therefore **personal
    /// data** that should not be logged.
    MessageId,
    /// The business-scoped ID of a person: a two-letter country code, a dot, and up to 128 letters
    /// and digits, as in `US.1349…`. Since February 2026.
    ///
    /// It is unique within a business portfolio and changes when the person's phone number changes.
    /// Linked business portfolios share a parent ID in the form `US.ENT.…`, which was also observed
    /// without `ENT`.
    UserId: Personal,
    /// An ID of a person, of an unknown kind. Observed in 2026, undocumented.
    LogicalId: Personal,
    /// The ID of a group, an opaque string. In older material it ends in `@g.us`.
    GroupId,
    /// The ID for downloading a media file: digits, too many for 32 bits.
    MediaId,
    /// The ID of a product catalog: a string of digits, which a relay may send as a number.
    CatalogId,
    /// The ID that the business assigned to a product. Unique within its catalog.
    ProductId,
    /// The ID of an ad or a post, as digits.
    SourceId,
    /// The ID of a click on an ad that opens a WhatsApp chat, or on a link in a marketing message.
    ClickId,
    /// The ID of a conversation in the sense of a billing window: 32 hexadecimal digits.
    ConversationId,
    /// The ID of a message template.
    TemplateId,
    /// The ID of a business phone number; not the number itself.
    PhoneNumberId,
    /// The ID of a WhatsApp business account. `0` in test deliveries.
    BusinessAccountId,
    /// The ID of a business portfolio, which owns business accounts. A number in some test
    /// deliveries.
    BusinessId,
    /// The ID of a partner's app that a business granted permissions to.
    AppId,
    /// The ID of a solution that several partners share.
    SolutionId,
    /// The ID of an ad account that is linked to a business account.
    AdAccountId,
    /// The ID of a flow, which is an interactive form.
    FlowId,
    /// The ID of a marketing campaign.
    CampaignId,
    /// The number of customers that a business may contact first within 24 hours: a number, where
    /// -1 means no limit, or a string such as `TIER_2K`, `TIER_UNLIMITED` or `TIER_NOT_SET`.
    MessagingLimit,
    /// Custom data that the business attached to a message in order to recognize it later. Opaque;
    /// often JSON in a string.
    CallbackData: Personal,
    /// The code of an [`Error`]. It equals an integer if it has that value, whether it was sent as
    /// a number or as a string.
    ///
    /// | code | of | meaning |
    /// | --- | --- | --- |
    /// | 2026 | status `warning` | some items of the catalog were left out (legacy) |
    /// | 130472 | status | the customer is part of an experiment of Meta's |
    /// | 131000 | message, status | something went wrong |
    /// | 131014 | status | the media file at the business's URL could not be fetched (legacy) |
    /// | 131026 | status | messages cannot be delivered to this number |
    /// | 131047 | status | the customer's last message is more than 24 hours old |
    /// | 131049 | status | withheld "to maintain healthy ecosystem engagement" |
    /// | 131050 | status | the customer stopped marketing messages |
    /// | 131051 | message | the message type is not supported |
    /// | 131052 | message | the customer's media file could not be fetched; the type is still `image` or similar |
    /// | 131053 | status | the business's media file could not be uploaded |
    /// | 131060 | message | currently unavailable, from linked devices; without `unsupported` |
    ///
    /// ```
    /// use chathooks::whatsapp::Error;
    ///
    /// let error: Error = serde_json::from_str(r#"{"code":"131047","title":"Re-engagement"}"#)?;
    /// assert!(error.code.is_some_and(|code| code == 131_047));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    ErrorCode,
}
