//! WhatsApp Cloud API: messages, statuses and contacts as Meta sends them.
//!
//! Not a provider of its own: [`smartflow`](crate::smartflow) relays these objects unchanged. A
//! [`Message`] is what a customer wrote, a [`Status`] what became of a message of the business, a
//! [`Contact`] who wrote or was written to. What a [`Change`] in Meta's envelope means, its
//! [`Update`] says.
//!
//! | `type` of a message | [`Content`] | known from |
//! | --- | --- | --- |
//! | `text` | [`Text`](Content::Text) | documented |
//! | `image` | [`Image`](Content::Image) | documented |
//! | `video` | [`Video`](Content::Video) | documented |
//! | `audio` | [`Audio`](Content::Audio) | documented |
//! | `voice` | [`Voice`](Content::Voice) | older |
//! | `ptv` | [`RoundVideo`](Content::RoundVideo) | source of a relay |
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
//! | `unknown` | [`Unsupported`](Content::Unsupported) | older, test bodies |
//! | `request_welcome` | [`RequestWelcome`](Content::RequestWelcome) | long undocumented, test bodies |
//! | `media_placeholder` | [`MediaPlaceholder`](Content::MediaPlaceholder) | documented by name |
//!
//! # How sure this is
//!
//! What is not marked otherwise is documented by Meta in 2026, on
//! `developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages`
//! and in the changelog there. The other marks, from strong to weak:
//!
//! | mark | means |
//! | --- | --- |
//! | Meta's OpenAPI file | `business-messaging-api_v23.0.yaml` of November 2025 |
//! | observed, seen | recorded bodies, and test bodies and code of software that runs on them |
//! | other providers | documentation of those who resell the API |
//! | older | the on-premises API, switched off on 23 October 2025, and pages of 2021 to 2023 |
//!
//! Nothing is mandatory, as every member that is called so has been seen to be absent; every list
//! of words is open; numbers come bare and in quotes.
//!
//! # Traps
//!
//! - Who wrote: [`Message::from`], or else [`Message::from_user_id`]. Since 2026 people may have a
//!   user name, and no number that is shown: not in `from`, not in `wa_id`, not in `recipient_id`.
//! - A reply has a [`Context::id`], a forwarded message a context without. Reactions, edits and
//!   revocations point to their message from their own blocks.
//! - A status may be of a payment or of a call and is then no step of a delivery:
//!   [`Status::subject`].
//! - A message may be the business's own, though it stands in the list of those from customers: then
//!   [`Message::from`] is the number of [`Value::metadata`].
//! - Errors stand beside any type: an `image` that could not be fetched is still an `image`.
//! - [`Message::contacts`] are cards that were shared, [`Contact`]s are the people in the chat.
//! - What the API sends changes several times a year; [`drift`](crate::Webhook::drift) tells.

mod account;
mod alert;
mod automatic_event;
mod business;
mod call;
mod campaign;
mod capability;
mod card;
mod contact;
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
mod part;
mod partner;
mod payment;
mod payment_configuration;
mod people;
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
pub use business::BusinessStatus;
pub use call::{Call, CallFile, CallSession};
pub use campaign::CampaignStatus;
pub use capability::Capability;
pub use card::{
    CardAddress, CardEmail, CardName, CardOrganization, CardOrigin, CardPhone, CardUrl, ContactCard,
};
pub use contact::{Contact, Profile};
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
pub use part::Part;
pub use partner::{CertificationInfo, CertificationNeededInfo, DisconnectionInfo, WabaInfo};
pub use payment::{Amount, Payment, Transaction};
pub use payment_configuration::PaymentConfiguration;
pub(crate) use people::People;
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
    /// Id of a message: `wamid.` and base64, some 60 to 90 characters without a promised limit,
    /// upper and lower case apart; older ones begin with `ABGG` or `gBGG`.
    ///
    /// Whoever decodes it finds the number or id of the other side: it is **personal data**, which
    /// does not belong into logs.
    MessageId,
    /// Business-scoped id of a person, since February 2026: the two letters of a country, a dot,
    /// and up to 128 letters and digits, as in `US.1349…`. Across linked business
    /// portfolios it is a parent id, `US.ENT.…`, observed without the `ENT`.
    ///
    /// Unique within a business portfolio. It changes when the person's number does.
    UserId: Personal,
    /// Id of a person whose sort is not known. Observed in 2026, undocumented.
    LogicalId: Personal,
    /// Id of a group, an opaque text; `…@g.us` in older material.
    GroupId,
    /// Id of a file, to be fetched by; digits, too many for 32 bits.
    MediaId,
    /// Id of a catalog of products.
    CatalogId,
    /// Id of a product, as the business named it. Unique within its catalog.
    ProductId,
    /// Id of an ad or of a post; digits.
    SourceId,
    /// Id of a click on an ad that leads to WhatsApp.
    ClickId,
    /// Id of a conversation, which is a window of billing; 32 hexadecimal digits.
    ConversationId,
    /// Id of a message template.
    TemplateId,
    /// Id of a business phone number; not the number.
    PhoneNumberId,
    /// Id of a WhatsApp business account.
    BusinessAccountId,
    /// Id of a business portfolio, which owns business accounts.
    BusinessId,
    /// Id of an app of a partner.
    AppId,
    /// Id of a solution of several partners.
    SolutionId,
    /// Id of an ad account.
    AdAccountId,
    /// Id of a flow.
    FlowId,
    /// Id of a campaign.
    CampaignId,
    /// To how many customers a business may write first within 24 hours: a number, where -1 means
    /// no limit, or a word such as `TIER_2K`, `TIER_UNLIMITED` or `TIER_NOT_SET`.
    MessagingLimit,
    /// What the business gave when it sent a message, to know it again. Opaque; often JSON in a
    /// text.
    CallbackData: Personal,
    /// Code of an [`Error`]; equal to an integer if it is that one, in quotes or not.
    ///
    /// | code | of | means |
    /// | --- | --- | --- |
    /// | 2026 | status `warning` | items of the catalog were left out (older) |
    /// | 130472 | status | the customer takes part in an experiment of Meta's |
    /// | 131000 | message, status | something went wrong |
    /// | 131014 | status | the file behind the URL of the business could not be had (older) |
    /// | 131026 | status | nothing can be delivered to this number |
    /// | 131047 | status | the customer last wrote more than 24 hours ago |
    /// | 131049 | status | withheld "to maintain healthy ecosystem engagement" |
    /// | 131050 | status | the customer stopped marketing messages |
    /// | 131051 | message | the type is not supported |
    /// | 131052 | message | the customer's file could not be fetched; the type is still `image` or so |
    /// | 131053 | status | the file of the business could not be uploaded |
    /// | 131060 | message | not available for now, from linked devices; no `unsupported` block |
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
