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
//! | smartflow | `status` | `call.status_changed`, `message.status_changed`, `payment.status_changed`, `test` |
//! | smartflow | `calls` | `call.status_changed` |
//! | smartflow | `errors` | `account.status_changed` |
//! | smartflow | `user_actions` | `link.clicked` |
//! | smartflow | `user_preferences` | `consent.changed` |
//! | smartflow | `other` | `unknown` |
//! | meta | `message` | `message.deleted`, `message.received`, `message.updated` |
//! | meta | `status` | `message.status_changed`, `payment.status_changed` |
//! | meta | `account_alerts` | `account.status_changed` |
//! | meta | `account_review_update` | `account.status_changed` |
//! | meta | `account_settings_update` | `inbox.updated`, `unknown` |
//! | meta | `account_update` | `account.status_changed` |
//! | meta | `automatic_events` | `conversion.reported` |
//! | meta | `business_capability_update` | `account.status_changed` |
//! | meta | `business_status_update` | `account.status_changed` |
//! | meta | `business_username_update` | `inbox.updated` |
//! | meta | `business_username_updates` | `inbox.updated` |
//! | meta | `calls` | `call.status_changed` |
//! | meta | `campaign_status_update` | `campaign.status_changed` |
//! | meta | `errors` | `account.status_changed` |
//! | meta | `flows` | `flow.status_changed` |
//! | meta | `group_lifecycle_update` | `conversation.created`, `conversation.deleted`, `conversation.updated` |
//! | meta | `group_participant_update` | `conversation.members_changed` |
//! | meta | `group_participants_update` | `conversation.members_changed` |
//! | meta | `group_settings_update` | `conversation.updated` |
//! | meta | `group_status_update` | `conversation.status_changed` |
//! | meta | `history` | `message.received`, `message.sent`, `unknown` |
//! | meta | `message_echoes` | `message.sent` |
//! | meta | `message_template_components_update` | `template.updated` |
//! | meta | `message_template_quality_update` | `template.updated` |
//! | meta | `message_template_status_update` | `template.status_changed`, `template.updated` |
//! | meta | `messages` | `unknown` |
//! | meta | `messaging_handovers` | `conversation.assigned` |
//! | meta | `partner_solutions` | `account.status_changed` |
//! | meta | `payment_configuration_update` | `account.status_changed` |
//! | meta | `phone_number_name_update` | `inbox.updated` |
//! | meta | `phone_number_quality_update` | `inbox.updated` |
//! | meta | `phone_number_username_update` | `inbox.updated` |
//! | meta | `security` | `account.status_changed` |
//! | meta | `smb_app_state_sync` | `contact.deleted`, `contact.updated` |
//! | meta | `smb_message_echoes` | `message.deleted`, `message.received`, `message.sent`, `message.updated` |
//! | meta | `standby` | `message.received`, `message.sent`, `message.status_changed`, `message.updated` |
//! | meta | `template_category_update` | `template.updated` |
//! | meta | `template_correct_category_detection` | `template.updated` |
//! | meta | `tracking_events` | `conversion.reported`, `link.clicked` |
//! | meta | `user_actions` | `link.clicked` |
//! | meta | `user_id_update` | `contact.updated` |
//! | meta | `user_preferences` | `consent.changed` |
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
//! | chatwoot | `message_created` | `call.status_changed`, `message.received`, `message.sent` |
//! | chatwoot | `message_updated` | `call.status_changed`, `message.deleted`, `message.status_changed`, `message.updated` |
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
//! | chatwoot | `account_created` | `account.created` |
//! | chatwoot | `message_incoming` | `message.received` |
//! | chatwoot | `message_outgoing` | `message.sent` |
//! | chatwoot | `conversation_recording` | `conversation.typing` |
//! | chatwoot | `inbox_deleted` | `inbox.deleted` |
//! | chatwoot | `kanban.column_action` | `rule.triggered` |
//!
//! The events in a change of Meta's field `messages` are called `message` and `status`, as those of
//! Smartflow are. The name `messages` is left for what remains of such a change. Every other change
//! in Meta's envelope is an event of its own; an unknown one has the name of its field.
//!
//! An event without a model becomes `unknown`, with its body. The exceptions are the events
//! `workflow_event.` followed by a number, which forks of Chatwoot send: they become
//! `rule.triggered`.
//!
//! Only one body gives no event at all: one of Smartflow with `statuses` that contain nothing but
//! the ID of the delivery.
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
//!
//! # What is left out
//!
//! A test changes every leaf of every fixture, one at a time, and reads the body again. A leaf is
//! in this table if its change shows in no event and in no key. Everything else that a model knows
//! is in the events.
//!
//! A row names members, with everything below them; `*` means all members of an object. A member
//! that *repeats* or *yields to* another one is left out only where the body has the other one,
//! too. Members that the provider's model does not know are in [`Event::extra`] if they belong to
//! the object that the event is made of.
//!
//! | provider | members | why |
//! | --- | --- | --- |
//! | smartflow | `Webhook.object`, `Webhook.messaging_product`, `Value.messaging_product` | always the same value |
//! | smartflow | `Webhook.id`, `Webhook.statuses[]`, `Status.id` | the ID of the delivery, in an element that is not a status |
//! | smartflow | `Webhook.contacts[]`, `Value.contacts[]` | a person without a message or status of theirs |
//! | smartflow | `Contact.user_id`, `Contact.parent_user_id`, `Contact.identity_key_hash` | repeats the one in the message |
//! | smartflow | `Message.from` | in a message from the business, repeats the business phone number |
//! | smartflow | `Context.type` | the type of the quoted message, which has events of its own |
//! | smartflow | `Context.mentions`, `Context.group_id`, `Media.file`, `StatusMessage.recipient_id` | from the on-premises API; yields to what replaced it |
//! | smartflow | `CardEmail.type`, `CardUrl.type` | labels |
//! | smartflow | `Message.origin` | yields to the origin of the card itself |
//! | smartflow | `Error.href` | a link to the documentation of the error code |
//! | smartflow | `Identity.*` | whether and when the hash, which events have, was acknowledged |
//! | smartflow | `Media.animated`, `InteractiveHeader.type` | presentation |
//! | smartflow | `Media.sha256`, `Media.status` | from a relay: a digest as bytes, and the state of the file |
//! | smartflow | `Context.message_id` | from a relay; repeats the ID |
//! | smartflow | `Message.from_logical_id`, `Status.recipient_logical_id`, `InternalData.*`, `AccountContext.*` | internal to Meta |
//! | smartflow | `Status.recipient_type`, `Status.type` | says what a status is about, as other members do |
//! | smartflow | `Status.timestamp` | in a status without ID or status |
//! | smartflow | `UserPreference.signup_id` | the ID of a form |
//! | meta | `Value.messaging_product`, `AccountSettings.messaging_product`, `Handover.messaging_product`, `SentMessage.messaging_product` | always the same value |
//! | meta | `Value.contacts[]` | a person without a message or status of theirs |
//! | meta | `Contact.user_id`, `Contact.parent_user_id` | repeats the one in the message |
//! | meta | `Message.from` | in a message from the business, repeats the business phone number |
//! | meta | `HistoryThread.id` | repeats the numbers in its messages |
//! | meta | `HistoryMetadata.*` | which part of a history it is |
//! | meta | `CallSession.*` | how to connect to a caller, which is secret |
//! | meta | `ConversationContext.type`, `AccountSettings.type`, `TemplateLanguage.policy` | always the same value |
//! | meta | `SentMessage.recipient_type`, `SentMessage.type` | labels of the block and the recipient |
//! | meta | `SyncMetadata.version` | the number of the app's own state |
//! | meta | `Error.href` | a link to the documentation of the error code |
//! | meta | `Status.recipient_type` | repeats what the group or its member shows |
//! | meta | `UserPreference.signup_id` | the ID of a form |
//! | meta | `UserIdUpdate.detail` | a sentence that repeats other members |
//! | meta | `SipServer.sip_user_password` | a credential |
//! | meta | `Entry.time` | yields to a time of the change itself |
//! | aisoule | `IncomingMessage.direction`, `OutgoingMessage.direction`, `Receipt.status`, `IncomingMessage.event_type`, `IncomingMessage.category`, `Contact.event_type`, `Contact.category` | repeats the event type |
//! | aisoule | `IncomingMessage.recipient`, `OutgoingMessage.sender`, `Receipt.sender` | repeats `waba_number` |
//! | aisoule | `Receipt.type`, `Receipt.body`, `OutgoingMessage.type`, `OutgoingMessage.body` | in a receipt; they belong to the message |
//! | aisoule | `Test.test`, `Test.message`, `Test.timestamp` | the texts of a test, and a time that yields to that of the envelope |
//! | aisoule | `IncomingMessage.title`, `IncomingMessage.summary`, `Contact.title`, `Contact.summary` | presentation, from a fork |
//! | aisoule | `IncomingMessage.activity_event_id`, `Contact.activity_event_id` | a second ID of the event, from a fork |
//! | aisoule | `IncomingMessage.source_type`, `IncomingMessage.source_id`, `IncomingMessage.lead_id`, `Contact.source_type`, `Contact.source_id`, `Contact.lead_id` | records of the CRM of a fork |
//! | aisoule | `IncomingMessage.actor_type`, `IncomingMessage.actor_user_id`, `Contact.actor_type` | for a message, the contact is the actor; the values of the type are not known |
//! | aisoule | `Webhook.timestamp` | the time of the delivery; yields to `occurred_at` |
//! | aisoule | `IncomingMessage.content` | yields to the text of another dialect |
//! | azeer | `Message.direction`, `Message.type`, `Contact.type`, `UndocumentedEvent.type`, `StatusChange.type`, `TemplateChange.type` | repeats the event type, or is less specific |
//! | azeer | `Message.local_timestamp` | a local time |
//! | azeer | `Broadcast.timestamp` | the time of the delivery; yields to `broadcast_updated_at` |
//! | azeer | `Message.message_type` | repeats what a choice or a file shows |
//! | azeer | `Message.text` | repeats the nested text |
//! | chatwoot | `Conversation.messages` | a preview of the last message, which has events of its own |
//! | chatwoot | `Conversation.last_non_activity_message` | as for `messages` |
//! | chatwoot | `Conversation.agent_last_seen_at`, `Conversation.contact_last_seen_at`, `Conversation.user_last_seen_at` | when someone last looked at the page, not when a message was read |
//! | chatwoot | `Conversation.last_activity_at`, `Conversation.timestamp` | when anything last happened; each happening has an event of its own |
//! | chatwoot | `Conversation.updated_at` | yields to the time of a message or a change |
//! | chatwoot | `Conversation.account`, `Conversation.account_id`, `Conversation.inbox_id` | repeats the account and the inbox of the message |
//! | chatwoot | `Conversation.sla_policy_id` | repeats `applied_sla` |
//! | chatwoot | `Conversation.changed_attributes_map` | repeats `changed_attributes` |
//! | chatwoot | `Conversation.conversation_id` | a row of the database, which nothing else names |
//! | chatwoot | `Conversation.idempotency_key`, `Message.idempotency_key` | the same for two changes within a second |
//! | chatwoot | `Conversation.ACCESS_TOKEN`, `Message.ACCESS_TOKEN`, `Party.api_key` | credentials |
//! | chatwoot | `AppliedSla.*`, `SlaEvent.updated_at` | limits of the policy, and times of the rows |
//! | chatwoot | `ContactInbox.contact_id`, `ContactInbox.inbox_id` | repeats the contact and the inbox |
//! | chatwoot | `ContactInbox.created_at`, `ContactInbox.updated_at` | times of the row |
//! | chatwoot | `ContactInbox.hmac_verified` | repeats `Meta.hmac_verified` |
//! | chatwoot | `ContactInbox.pubsub_token`, `Party.pubsub_token` | credentials |
//! | chatwoot | `Meta.sender` | repeats the sender of the message |
//! | chatwoot | `Meta.assignee_type` | repeats the type of the assignee |
//! | chatwoot | `Party.type`, `Contact.type` | selects what a party is; other values mean nothing |
//! | chatwoot | `Party.account`, `Contact.account` | repeats the account of the event |
//! | chatwoot | `Party.avatar_url`, `Party.thumbnail`, `Contact.thumbnail`, `Team.icon`, `Team.icon_color` | images of agents, and second images of contacts |
//! | chatwoot | `Party.available_name`, `Party.availability_status`, `Party.description`, `Party.created_at` | how the dashboard shows an agent |
//! | chatwoot | `Attachment.account_id`, `Attachment.message_id` | repeats the account and the message |
//! | chatwoot | `Attachment.extension`, `Attachment.width`, `Attachment.height` | presentation; events have the MIME type |
//! | chatwoot | `Email.content_type`, `Email.multipart`, `Email.number_of_attachments`, `Email.headers` | how the email was built |
//! | chatwoot | `EmailContent.reply` | repeats a part of `full` |
//! | chatwoot | `InboxSettings.allow_messages_after_resolved`, `InboxSettings.lock_to_single_conversation`, `InboxSettings.auto_assignment_config`, `InboxSettings.enable_auto_assignment`, `InboxSettings.enable_email_collect`, `InboxSettings.csat_survey_enabled`, `InboxSettings.sender_name_type`, `InboxSettings.business_name`, `InboxSettings.timezone` | settings; events have those that changed |
//! | chatwoot | `InboxSettings.greeting_enabled`, `InboxSettings.greeting_message`, `InboxSettings.out_of_office_message`, `InboxSettings.working_hours`, `InboxSettings.working_hours_enabled` | working hours and greetings |
//! | chatwoot | `InboxSettings.channel` | settings and credentials of the channel, except for its address |
//! | chatwoot | `Conversation.changed_attributes` | in `conversation_status_changed`, all but the previous status |
//! | chatwoot | `Message.content_type` | selects what a message says; in a deleted one it selects nothing |
//! | chatwoot | `Message.changed_attributes`, `Message.status` | in an update that reports a status, which is among the changes |
//! | chatwoot | `Message.content` | repeats the text of `rich`; also left out in a removed reaction |
//! | chatwoot | `Message.created_at` | when the message was imported; yields to `external_created_at` |
//! | chatwoot | `MessageAttributes.agent_name` | repeats the sender |
//! | chatwoot | `Attachment.id`, `Attachment.file_type`, `Attachment.fallback_title`, `Message.attachments[]` | in a location or a card, which is not a file; in a sticker; and in a card without a number |
//! | chatwoot | `ContentAttributes.cc_email`, `ContentAttributes.bcc_email` | repeats `email` |
//! | chatwoot | `ContentAttributes.deleted` | in a removed reaction, which has no text either |
//! | chatwoot | `ContentAttributes.pending_source_id`, `MessageAttributes.scheduled_message_id` | rows of the platform from before the message was sent |
//! | chatwoot | `LabelChanges.added`, `LabelChanges.removed` | yields to `current`; what changed is among the changes |
//! | chatwoot | `Conversation.group_type` | repeats the address of a group |
//! | chatwoot | `Meta.provider`, `Party.outgoing_url` | settings of the channel and of a bot |
//! | chatwoot | `ContentAttributes.media_url`, `ContentAttributes.display_url` | from tweets, which no release connects any more |
//! | chatwoot | `WidgetTriggered.source_id` | repeats the contact of the conversation |
//! | chatwoot | `InboxSettings.created_at`, `InboxSettings.updated_at` | yields to the time of a change |

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
