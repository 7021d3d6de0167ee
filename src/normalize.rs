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
//! # In a store
//!
//! The JSON of an event is deterministic: the same event gives the same bytes in every process and
//! release of this minor version. Later minor versions read what earlier ones wrote; tests read kept
//! events. Store it as text: JSON columns of databases refuse some of what bodies hold, such as
//! `\u0000`, half of a surrogate pair, `1e400`, or a hundred levels.
//!
//! The [key](EventKey) identifies an event within one installation, and says
//! [how long](EventKey::expires_after) it has to be kept. [`Milestones::rows`] are rows that a
//! database merges. With the feature `digest` there are `EventKey::digest`, which has one length, and
//! `Revision`, which orders events for rows where the last one counts.
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
//! Meta's `messages` are called `message` and `status`, as Smartflow's are; under its own name there
//! is what is left of such a change. An event without a model becomes `unknown`, with its body; but for Chatwoot's
//! `workflow_event.` and a number, of forks, which becomes `rule.triggered`. Each change in Meta's
//! envelope is an event of its own, named by its field where that is unknown. Zero events come from
//! one body alone: that of Smartflow whose `statuses` hold nothing but the id of the delivery.
//!
//! # Times
//!
//! [`Event::occurred_at`] is the time that the provider gives for this very fact; else the time at
//! which the object was made or changed; else that of the envelope; else it is absent.
//! [`Event::occurred_at_from`] says which it was. Of a chat window that was opened there is only the
//! time of the visitor's device, which may be wrong. What lies outside the years 2000 to 2099 is no
//! time: year 1 and 1970 are the zeros of programming languages. Never used are the start of a
//! report's period, and the time at which anything was received.
//!
//! # What is left out
//!
//! A test changes every leaf of every fixture, one at a time, and reads the body again. A leaf whose
//! change shows in no event and in no key is in this table; everything else that a model knows is
//! told. A row names members, `*` stands for all members of an object, and what is below a member
//! goes with it. Members that the provider's model does not know are in [`Event::extra`] if they
//! are in the object that the event is made of.
//!
//! | provider | members | why |
//! | --- | --- | --- |
//! | smartflow | `Webhook.object`, `Webhook.messaging_product`, `Value.messaging_product` | always the same word |
//! | smartflow | `Webhook.id`, `Webhook.statuses[]`, `Status.id` | of an element that is no status: the id of the delivery |
//! | smartflow | `Webhook.contacts[]`, `Value.contacts[]` | a person beside nothing that is theirs |
//! | smartflow | `Contact.user_id`, `Contact.parent_user_id`, `Contact.identity_key_hash` | beside the one of the message: the same |
//! | smartflow | `Message.from` | of what the business wrote: its own number, beside the line |
//! | smartflow | `Context.type` | what the quoted message is, which has events of its own |
//! | smartflow | `Context.mentions`, `Context.group_id`, `Media.file`, `StatusMessage.recipient_id` | of the on-premises API, beside what replaced it |
//! | smartflow | `CardEmail.type`, `CardUrl.type` | labels |
//! | smartflow | `Message.origin` | beside the one of the card itself |
//! | smartflow | `Error.href` | link to the documentation of the error's code |
//! | smartflow | `Identity.*` | whether and when the hash, which events have, was acknowledged |
//! | smartflow | `Media.animated`, `InteractiveHeader.type` | presentation |
//! | smartflow | `Media.sha256`, `Media.status` | of a relay: a digest as bytes, and how far the file is |
//! | smartflow | `Context.message_id` | of a relay, beside the id: the same |
//! | smartflow | `Message.from_logical_id`, `Status.recipient_logical_id`, `InternalData.*`, `AccountContext.*` | Meta's own |
//! | smartflow | `Status.recipient_type`, `Status.type` | chooses what a status is about, beside members that do |
//! | smartflow | `Status.timestamp` | of a status without id or status |
//! | smartflow | `UserPreference.signup_id` | id of a form |
//! | meta | `Value.messaging_product`, `AccountSettings.messaging_product`, `Handover.messaging_product`, `SentMessage.messaging_product` | always the same word |
//! | meta | `Value.contacts[]` | a person beside nothing that is theirs |
//! | meta | `Contact.user_id`, `Contact.parent_user_id` | beside the one of the message: the same |
//! | meta | `Message.from` | of what the business wrote: its own number, beside the line |
//! | meta | `HistoryThread.id` | beside the numbers of its messages: the same |
//! | meta | `HistoryMetadata.*` | which piece of a history it is |
//! | meta | `CallSession.*` | how to connect to a caller, which is secret |
//! | meta | `ConversationContext.type`, `AccountSettings.type`, `TemplateLanguage.policy` | always the same word |
//! | meta | `SentMessage.recipient_type`, `SentMessage.type` | labels of the block and recipient beside them |
//! | meta | `SyncMetadata.version` | number of the app's own state |
//! | meta | `Error.href` | link to the documentation of the error's code |
//! | meta | `Status.recipient_type` | beside the group or its member: the same |
//! | meta | `UserPreference.signup_id` | id of a form |
//! | meta | `UserIdUpdate.detail` | a sentence that repeats the members beside it |
//! | meta | `SipServer.sip_user_password` | a credential |
//! | meta | `Entry.time` | beside a time of the change's own |
//! | aisoule | `IncomingMessage.direction`, `OutgoingMessage.direction`, `Receipt.status`, `IncomingMessage.event_type`, `IncomingMessage.category`, `Contact.event_type`, `Contact.category` | the same as the name of the event |
//! | aisoule | `IncomingMessage.recipient`, `OutgoingMessage.sender`, `Receipt.sender` | beside `waba_number`: the same |
//! | aisoule | `Receipt.type`, `Receipt.body`, `OutgoingMessage.type`, `OutgoingMessage.body` | of a report: they are of the message |
//! | aisoule | `Test.test`, `Test.message`, `Test.timestamp` | words of a trial, and its time beside that of the envelope |
//! | aisoule | `IncomingMessage.title`, `IncomingMessage.summary`, `Contact.title`, `Contact.summary` | presentation, of a fork |
//! | aisoule | `IncomingMessage.activity_event_id`, `Contact.activity_event_id` | second id of the event, of a fork |
//! | aisoule | `IncomingMessage.source_type`, `IncomingMessage.source_id`, `IncomingMessage.lead_id`, `Contact.source_type`, `Contact.source_id`, `Contact.lead_id` | records of a fork's CRM |
//! | aisoule | `IncomingMessage.actor_type`, `IncomingMessage.actor_user_id`, `Contact.actor_type` | of a message the customer is the actor; the words of the type are not known |
//! | aisoule | `Webhook.timestamp` | beside `occurred_at`: the time of the delivery |
//! | aisoule | `IncomingMessage.content` | beside a text of another dialect |
//! | azeer | `Message.direction`, `Message.type`, `Contact.type`, `Notice.type`, `StatusChange.type`, `TemplateChange.type` | the same as the name of the event, or coarser |
//! | azeer | `Message.local_timestamp` | local time of a place |
//! | azeer | `Broadcast.timestamp` | beside `broadcast_updated_at`: the time of the delivery |
//! | azeer | `Message.message_type` | beside a choice or a file: the same |
//! | azeer | `Message.text` | beside a nested text: the same |
//! | chatwoot | `Conversation.messages` | preview of the last message, which has events of its own |
//! | chatwoot | `Conversation.last_non_activity_message` | as `messages` |
//! | chatwoot | `Conversation.agent_last_seen_at`, `Conversation.contact_last_seen_at`, `Conversation.user_last_seen_at` | when the page was last looked at, not when a message was read |
//! | chatwoot | `Conversation.last_activity_at`, `Conversation.timestamp` | when anything last happened; each happening has an event of its own |
//! | chatwoot | `Conversation.updated_at` | beside a message or a change that has a time of its own |
//! | chatwoot | `Conversation.account`, `Conversation.account_id`, `Conversation.inbox_id` | beside the account and inbox of a message: the same |
//! | chatwoot | `Conversation.sla_policy_id` | beside `applied_sla`: the same |
//! | chatwoot | `Conversation.changed_attributes_map` | the same as `changed_attributes` |
//! | chatwoot | `Conversation.conversation_id` | row of the database, which nothing else names |
//! | chatwoot | `Conversation.idempotency_key`, `Message.idempotency_key` | the same for two changes within a second |
//! | chatwoot | `Conversation.ACCESS_TOKEN`, `Message.ACCESS_TOKEN`, `Party.api_key` | credentials |
//! | chatwoot | `AppliedSla.*`, `SlaEvent.updated_at` | limits of the policy, and times of the rows |
//! | chatwoot | `ContactInbox.contact_id`, `ContactInbox.inbox_id` | the same as the contact and the inbox |
//! | chatwoot | `ContactInbox.created_at`, `ContactInbox.updated_at` | times of the row |
//! | chatwoot | `ContactInbox.hmac_verified` | beside `Meta.hmac_verified`: the same |
//! | chatwoot | `ContactInbox.pubsub_token`, `Party.pubsub_token` | credentials |
//! | chatwoot | `Meta.sender` | beside the sender of a message: the same person |
//! | chatwoot | `Meta.assignee_type` | beside the type of the assignee: the same |
//! | chatwoot | `Party.type`, `Contact.type` | chooses what a party is; another word says nothing |
//! | chatwoot | `Party.account`, `Contact.account` | beside the account of the event: the same |
//! | chatwoot | `Party.avatar_url`, `Party.thumbnail`, `Contact.thumbnail`, `Team.icon`, `Team.icon_color` | pictures of agents, and second pictures of contacts |
//! | chatwoot | `Party.available_name`, `Party.availability_status`, `Party.description`, `Party.created_at` | how the dashboard shows an agent |
//! | chatwoot | `Attachment.account_id`, `Attachment.message_id` | the same as the account and the message |
//! | chatwoot | `Attachment.extension`, `Attachment.width`, `Attachment.height` | presentation; events have the MIME type |
//! | chatwoot | `Email.content_type`, `Email.multipart`, `Email.number_of_attachments`, `Email.headers` | how the mail was built |
//! | chatwoot | `EmailContent.reply` | beside `full`: a part of it |
//! | chatwoot | `InboxSettings.allow_messages_after_resolved`, `InboxSettings.lock_to_single_conversation`, `InboxSettings.auto_assignment_config`, `InboxSettings.enable_auto_assignment`, `InboxSettings.enable_email_collect`, `InboxSettings.csat_survey_enabled`, `InboxSettings.sender_name_type`, `InboxSettings.business_name`, `InboxSettings.timezone` | settings; what changed of them is told |
//! | chatwoot | `InboxSettings.greeting_enabled`, `InboxSettings.greeting_message`, `InboxSettings.out_of_office_message`, `InboxSettings.working_hours`, `InboxSettings.working_hours_enabled` | working hours and greetings |
//! | chatwoot | `InboxSettings.channel` | settings and credentials of the channel, but for its address |
//! | chatwoot | `Conversation.changed_attributes` | of `conversation_status_changed`, but for the status before |
//! | chatwoot | `Message.content_type` | chooses what a message says; of one that was deleted it chooses nothing |
//! | chatwoot | `Message.changed_attributes`, `Message.status` | of an update that reports a status, which is among the changes |
//! | chatwoot | `Message.content` | beside `rich`, whose text it repeats, and of a reaction that was taken back |
//! | chatwoot | `Message.created_at` | beside `external_created_at`: when it was brought in |
//! | chatwoot | `MessageAttributes.agent_name` | beside the sender: the same |
//! | chatwoot | `Attachment.id`, `Attachment.file_type`, `Attachment.fallback_title`, `Message.attachments[]` | of a place or a card, which is no file, of a sticker, and of a card without a number |
//! | chatwoot | `ContentAttributes.cc_email`, `ContentAttributes.bcc_email` | beside `email`: the same |
//! | chatwoot | `ContentAttributes.deleted` | of a reaction that was taken back, whose text is empty as well |
//! | chatwoot | `ContentAttributes.pending_source_id`, `MessageAttributes.scheduled_message_id` | rows of the platform before the message was sent |
//! | chatwoot | `LabelChanges.added`, `LabelChanges.removed` | beside `current`; what changed is among the changes |
//! | chatwoot | `Conversation.group_type` | beside the address of a group: the same |
//! | chatwoot | `Meta.provider`, `Party.outgoing_url` | settings of the channel and of a bot |
//! | chatwoot | `ContentAttributes.media_url`, `ContentAttributes.display_url` | of tweets, which no release connects any more |
//! | chatwoot | `WidgetTriggered.source_id` | beside a conversation, whose contact has it |
//! | chatwoot | `InboxSettings.created_at`, `InboxSettings.updated_at` | beside a change that has a time of its own |

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
#[cfg(feature = "digest")]
mod digest;
mod email;
mod event;
mod events;
mod exact;
#[cfg(any(feature = "aisoule", feature = "azeer"))]
mod file;
mod fingerprint;
mod flow;
mod id;
mod inbox;
mod json_pointer;
mod key;
mod mark;
mod members;
mod message;
#[cfg(feature = "meta")]
mod meta;
mod milestones;
mod moment;
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
mod variants;
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
pub use milestones::Milestones;
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

/// The text, if there is one and it is not empty.
fn some(text: Option<Text>) -> Option<Text> {
    text.filter(|text| !text.raw_bytes().is_empty())
}

/// Whether a text may be a phone number: digits, with no letter among them.
#[cfg(feature = "chatwoot")]
fn is_number(text: &str) -> bool {
    text.contains(|char: char| char.is_ascii_digit()) && !text.contains(char::is_alphabetic)
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
