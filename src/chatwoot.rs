//! Chatwoot: open-source customer support over live chat, email, WhatsApp and other channels.
//!
//! A Chatwoot server, hosted or self-hosted, posts these bodies to the webhooks of an account, to
//! the callback URL of an API inbox, to agent bots, and to the URLs in automation rules and macros.
//! A body is flat: `event` is the event type, and the members of the object that the event is about
//! are at the same level.
//!
//! | `event` | [`Webhook`] | sent since |
//! | --- | --- | --- |
//! | `message_created` | [`MessageCreated`](Webhook::MessageCreated) | 1.2 |
//! | `message_updated` | [`MessageUpdated`](Webhook::MessageUpdated) | 1.4 |
//! | `conversation_created` | [`ConversationCreated`](Webhook::ConversationCreated) | 2.2 |
//! | `conversation_updated` | [`ConversationUpdated`](Webhook::ConversationUpdated) | 2.4 |
//! | `conversation_status_changed` | [`ConversationStatusChanged`](Webhook::ConversationStatusChanged) | 1.16.1 |
//! | `webwidget_triggered` | [`WebwidgetTriggered`](Webhook::WebwidgetTriggered) | 1.4 |
//! | `contact_created` | [`ContactCreated`](Webhook::ContactCreated) | 2.14, observed |
//! | `contact_updated` | [`ContactUpdated`](Webhook::ContactUpdated) | 2.14, observed |
//! | `conversation_typing_on` | [`ConversationTypingOn`](Webhook::ConversationTypingOn) | 4.2, observed |
//! | `conversation_typing_off` | [`ConversationTypingOff`](Webhook::ConversationTypingOff) | 4.2, observed |
//! | `inbox_created` | [`InboxCreated`](Webhook::InboxCreated) | 3.2, observed |
//! | `inbox_updated` | [`InboxUpdated`](Webhook::InboxUpdated) | 3.2, observed |
//! | `conversation_opened` | [`ConversationOpened`](Webhook::ConversationOpened) | 1.4, observed |
//! | `conversation_resolved` | [`ConversationResolved`](Webhook::ConversationResolved) | 1.4, observed |
//! | `automation_event.conversation_created` | [`AutomationConversationCreated`](Webhook::AutomationConversationCreated) | 2.3, observed |
//! | `automation_event.conversation_updated` | [`AutomationConversationUpdated`](Webhook::AutomationConversationUpdated) | 2.3, observed |
//! | `automation_event.conversation_opened` | [`AutomationConversationOpened`](Webhook::AutomationConversationOpened) | 2.3, observed |
//! | `automation_event.conversation_resolved` | [`AutomationConversationResolved`](Webhook::AutomationConversationResolved) | 2.3, observed |
//! | `automation_event.message_created` | [`AutomationMessageCreated`](Webhook::AutomationMessageCreated) | 2.3, observed |
//! | `macro.executed` | [`MacroExecuted`](Webhook::MacroExecuted) | 2.8, observed |
//! | `account_created` | [`AccountCreated`](Webhook::AccountCreated) | 1.8, observed |
//! | `message_incoming` | [`MessageIncoming`](Webhook::MessageIncoming) | forks (fazer-ai) |
//! | `message_outgoing` | [`MessageOutgoing`](Webhook::MessageOutgoing) | forks (fazer-ai) |
//! | `conversation_recording` | [`ConversationRecording`](Webhook::ConversationRecording) | forks (fazer-ai) |
//! | `inbox_deleted` | [`InboxDeleted`](Webhook::InboxDeleted) | forks |
//! | `kanban.column_action` | [`KanbanColumnAction`](Webhook::KanbanColumnAction) | forks |
//!
//! No event reports a deleted contact or conversation, or that an agent has read a message. Labels
//! and ratings have no event of their own: changed labels come in `conversation_updated`, ratings
//! in `message_updated`.
//!
//! # Forks
//!
//! Many servers that call themselves Chatwoot run a fork. What the most widespread forks add to the
//! bodies is modeled and marked "in forks only", with the name of the fork of which the source was
//! read: fazer-ai, Evo CRM (where IDs are UUIDs and bodies have no account), unoapi and Chatwit.
//! The forks' own events, such as those of boards, deals or chats among agents, are
//! [`Unknown`](Webhook::Unknown), except for the five in the table above, of which the body is
//! known.
//!
//! # Evidence
//!
//! The page *How to use webhooks?* (chatwoot.com) documents six events with schemas, and has one
//! sample in the format of 2020. What the server really sends was read from its source, releases
//! 1.2 to 4.15, and compared with captured bodies. Where the page and the source disagree, the docs
//! of the field say so, and both forms are read. A version given for a field is the first release
//! that sends it; older servers leave the field out. Upstream, IDs are integers, although the
//! sample shows strings. A member, type or event that the page does not have is marked as observed.
//!
//! Every object has two forms, one at the top level of a body and one inside a conversation. They
//! differ in their members and, under the same names, in their types. Messages have a type for each
//! form, [`Message`] and [`NestedMessage`]; contacts, users and bots have one type for both.
//!
//! Bodies contain credentials: nearly all of them have the `pubsub_token` of a contact, and
//! `inbox_created` and `inbox_updated` have the tokens and passwords of a channel. `Debug` shows
//! neither.
//!
//! # Delivery
//!
//! A body is posted once. Only deliveries to agent bots are retried, since 4.11.2: after a response
//! of 429 or 500, with three attempts in all, 3 seconds apart. The server waits 5 seconds unless
//! configured otherwise, accepts any 2xx as success, and ignores the content of the response.
//! Bodies arrive in any order, so an update may arrive before the creation, and show the state at
//! the time they were built. A body that contains email can be several megabytes large.
//!
//! Since 4.11.2 (since 4.13.0 for callbacks of API inboxes and for agent bots) requests have three
//! more headers. `X-Chatwoot-Signature` is `sha256=` and the lowercase hex of an HMAC-SHA256 over
//! `X-Chatwoot-Timestamp`, a dot, and the bytes of the body as received; the key is the secret of
//! the webhook. `X-Chatwoot-Timestamp` is in epoch seconds. `X-Chatwoot-Delivery` is an ID that
//! stays the same when a body is retried. Requests for automation rules, macros and
//! `account_created` have none of the three, and builds under another brand use other names for
//! them. The same fact can be sent twice with two delivery IDs, so deduplicate by the event type
//! and the ID of its object as well.
//!
//! ```
//! use chathooks::chatwoot::{MessageKind, Webhook};
//!
//! let webhook = Webhook::parse(
//!     br#"{"id":7,"content":"Hi","message_type":"incoming","event":"message_created"}"#,
//! )?;
//! if let Webhook::MessageCreated(message) = webhook {
//!     assert_eq!(message.content.as_deref(), Some("Hi"));
//!     assert_eq!(*message.message_type.unwrap().kind(), MessageKind::Incoming);
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
//! use chathooks::chatwoot::{Account, Conversation, Message, MessageKind, Webhook};
//!
//! let mut conversation = Conversation::default();
//! conversation.id = Some(12.into());
//! let mut message = Message::new(7);
//! message.content = Some("Hi".into());
//! message.message_type = Some(MessageKind::Incoming.into());
//! message.account = Some(Account::new(1));
//! message.conversation = Some(Box::new(conversation));
//! let webhook = Webhook::MessageCreated(Box::new(message));
//!
//! let body = serde_json::to_vec(&webhook)?;
//! assert_eq!(Webhook::parse(&body)?, webhook);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod account;
mod attachment;
mod call;
mod changes;
mod channel;
mod contact;
mod contact_attributes;
mod contact_inbox;
mod content_attributes;
mod content_item;
mod conversation;
mod conversation_attributes;
mod email;
mod flag;
mod inbox;
mod labels;
mod message;
mod message_type;
mod meta;
mod nested_message;
mod party;
mod sla;
mod typing;
mod view;
mod widget;

pub use account::{Account, AccountCreated};
pub use attachment::{Attachment, AttachmentMeta, FileType};
pub use call::{Call, CallDirection, CallProvider, CallStatus};
pub use changes::{Change, Changes};
pub use channel::{ChannelRecord, ChannelType};
pub use contact::Contact;
pub use contact_attributes::ContactAttributes;
pub use contact_inbox::ContactInbox;
pub use content_attributes::{
    AcceptedBy, Answer, ContentAttributes, ContentData, CsatAnswer, CsatDisplayType, CsatResponse,
    ImageType, Integration, Rich, RichButton,
};
pub use content_item::{Action, ActionType, ContentItem, ItemOption};
pub use conversation::{Conversation, ConversationStatus, GroupType, Priority};
pub use conversation_attributes::{ConversationAttributes, ConversationType, TiktokCapabilities};
pub use email::{Email, EmailContent};
pub use flag::Flag;
pub use inbox::{Inbox, InboxSettings, SenderNameType, WorkingHours};
pub use labels::{LabelChanges, Labels};
pub use message::{ContentType, Message, MessageAttributes, MessageStatus};
pub use message_type::{MessageKind, MessageType};
pub use meta::{AssigneeType, Meta, Team};
pub use nested_message::{
    ExternalSourceIds, MessageConversation, NestedMessage, SenderType, Sentiment,
};
pub use party::{Availability, Party, PartyType};
pub use sla::{AppliedSla, SlaEvent, SlaEventType, SlaStatus};
pub use typing::Typing;
pub use widget::{Browser, EventInfo, Initiated, InitiatedAt, WidgetTriggered};

use crate::{
    payload::{Root, payload},
    wire::{ids, tagged},
};

tagged! {
    /// A Chatwoot webhook payload, with one variant per event type.
    #[tag = "event"]
    pub enum Webhook: EventType {
        /// A message was added to a conversation. Since 1.2.
        "message_created" as MessageCreated(Box<Message>),
        /// A message was changed. The body does not say which of its members were changed. Since
        /// 1.4.
        "message_updated" as MessageUpdated(Box<Message>),
        /// A message was received from the customer. Sent in addition to `message_created` and
        /// equal to it. In forks only (fazer-ai).
        "message_incoming" as MessageIncoming(Box<Message>),
        /// A message was sent to the customer. Sent in addition to `message_created` and equal to
        /// it. In forks only (fazer-ai).
        "message_outgoing" as MessageOutgoing(Box<Message>),
        /// A conversation was created. Its nested message may already be a later one than the
        /// first. Since 2.2.
        "conversation_created" as ConversationCreated(Box<Conversation>),
        /// A conversation was changed: its team, assignee, status, labels, priority, custom
        /// attributes, the time until which it is snoozed, the time of the first reply, or the time
        /// since which the customer has been waiting. Since 2.4.
        "conversation_updated" as ConversationUpdated(Box<Conversation>),
        /// The status of a conversation was changed, such as from open to resolved. Since 1.16.1.
        "conversation_status_changed" as ConversationStatusChanged(Box<Conversation>),
        /// A conversation was opened. Observed since 1.4; after 2.4 sent to agent bots only.
        "conversation_opened" as ConversationOpened(Box<Conversation>),
        /// A conversation was resolved. Observed since 1.4; after 2.4 sent to agent bots only.
        "conversation_resolved" as ConversationResolved(Box<Conversation>),
        /// A visitor opened the live chat widget of a web page. Since 1.4.
        "webwidget_triggered" as WebwidgetTriggered(Box<WidgetTriggered>),
        /// A contact was created. Observed since 2.14.
        "contact_created" as ContactCreated(Box<Contact>),
        /// A contact was changed, which includes each new message of the contact. Observed since
        /// 2.14.
        "contact_updated" as ContactUpdated(Box<Contact>),
        /// An inbox was created. Observed since 3.2.
        "inbox_created" as InboxCreated(Box<InboxSettings>),
        /// The settings of an inbox were changed, or its channel lost or regained its
        /// authorization. Observed since 3.2.
        "inbox_updated" as InboxUpdated(Box<InboxSettings>),
        /// An inbox was deleted. In forks only.
        "inbox_deleted" as InboxDeleted(Box<InboxSettings>),
        /// A user, a bot or the customer started typing. Observed since 4.2.
        "conversation_typing_on" as ConversationTypingOn(Box<Typing>),
        /// A user, a bot or the customer stopped typing. Observed since 4.2.
        "conversation_typing_off" as ConversationTypingOff(Box<Typing>),
        /// A person started recording a voice message. In forks only (fazer-ai).
        "conversation_recording" as ConversationRecording(Box<Typing>),
        /// An automation rule ran because a conversation was created. Observed since 2.3.
        "automation_event.conversation_created" as AutomationConversationCreated(Box<Conversation>),
        /// An automation rule ran because a conversation was changed. Observed since 2.3.
        "automation_event.conversation_updated" as AutomationConversationUpdated(Box<Conversation>),
        /// An automation rule ran because a conversation was opened. Observed since 2.3.
        "automation_event.conversation_opened" as AutomationConversationOpened(Box<Conversation>),
        /// An automation rule ran because a conversation was resolved. Observed since 2.3.
        "automation_event.conversation_resolved" as
            AutomationConversationResolved(Box<Conversation>),
        /// An automation rule ran because a message was created. The body is the conversation
        /// nevertheless. Observed since 2.3.
        "automation_event.message_created" as AutomationMessageCreated(Box<Conversation>),
        /// An agent ran a macro on a conversation. Observed since 2.8.
        "macro.executed" as MacroExecuted(Box<Conversation>),
        /// A column of a Kanban board ran an action on a conversation. In forks only.
        "kanban.column_action" as KanbanColumnAction(Box<Conversation>),
        /// An account was created in the installation. Observed since 1.8.
        "account_created" as AccountCreated(Box<AccountCreated>),
    }
}

impl Root for Webhook {
    const NAMES: &'static [&'static str] = EventType::NAMES;
}

payload!(Chatwoot);

ids! {
    /// The ID of an account. Unique within the installation.
    AccountId,
    /// The ID of an inbox. Unique within the installation.
    InboxId,
    /// The ID of a message. Unique within the installation.
    MessageId,
    /// The number of a conversation, as the dashboard shows it. Unique within the account only.
    ///
    /// The database ID of a conversation is in no upstream body, except by accident in the list of
    /// changes of a new conversation.
    ConversationId,
    /// The ID of a contact. Unique within the installation.
    ContactId,
    /// The ID of a user, who is an agent or an administrator. Unique within the installation.
    UserId,
    /// The ID of a contact, user, bot or assistant. Unique within the installation among parties of
    /// the same type only.
    PartyId,
    /// The ID of the link between a contact and an inbox. Unique within the installation.
    ContactInboxId,
    /// The ID of an attachment. Unique within the installation.
    AttachmentId,
    /// The ID of a team of agents. Unique within the installation.
    TeamId,
    /// The ID of a company that contacts belong to. Unique within the installation.
    CompanyId,
    /// The ID of the database row of a channel. Unique within the installation among channels of
    /// the same type, and different from the ID of the inbox.
    ChannelId,
    /// The ID of the working hours of an inbox on one day of the week. Unique within the
    /// installation.
    WorkingHoursId,
    /// The ID of a campaign. Unique within the installation.
    CampaignId,
    /// The ID of an automation rule. Unique within the installation.
    AutomationRuleId,
    /// The ID of a service level agreement as applied to one conversation. Unique within the
    /// installation.
    AppliedSlaId,
    /// The ID of a service level policy, which can apply to many conversations. Unique within the
    /// installation.
    SlaPolicyId,
    /// The ID of the record of a missed service level target. Unique within the installation.
    SlaEventId,
    /// The ID of a phone call in Chatwoot. Unique within the installation.
    CallId,
    /// The ID of a phone call at the telephony provider. Unique within the provider.
    ProviderCallId,
    /// The ID of a contact in the account owner's own systems. Unique within the account.
    ContactIdentifier: Personal,
    /// The address of a contact in a channel. Unique within the inbox.
    ///
    /// Its form depends on the channel: the phone number without a plus for WhatsApp, `whatsapp:`
    /// and the phone number for WhatsApp through Twilio, a UUID made by Chatwoot for web widgets,
    /// and mostly an ID of the provider for other channels.
    ContactSourceId: Personal,
    /// The ID of a message at the channel's provider, such as the Message-ID of an email; may be
    /// empty.
    ///
    /// On WhatsApp it is the `wamid.…` that Meta and its relays send for the same message. It is
    /// unique within the inbox at most: a message that shares several contacts becomes one message
    /// for each contact, all with this ID.
    MessageSourceId,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Elements of lists are no larger than necessary, and boxed values stay below the size up to
    /// which allocators are fast.
    #[test]
    fn sizes() {
        for (name, size, limit) in [
            ("Webhook", size_of::<Webhook>(), 40),
            ("Party", size_of::<Party>(), 512),
            ("NestedMessage", size_of::<NestedMessage>(), 512),
            ("Attachment", size_of::<Option<Attachment>>(), 512),
            ("ContentItem", size_of::<ContentItem>(), 512),
            ("Message", size_of::<Message>(), 1024),
            ("Conversation", size_of::<Conversation>(), 1024),
            ("Contact", size_of::<Contact>(), 1024),
            ("InboxSettings", size_of::<InboxSettings>(), 1024),
            ("WidgetTriggered", size_of::<WidgetTriggered>(), 1024),
            ("Call", size_of::<Call>(), 1024),
            ("AppliedSla", size_of::<AppliedSla>(), 1024),
            ("ContentAttributes", size_of::<ContentAttributes>(), 1024),
        ] {
            assert!(size <= limit, "{name}: {size}");
        }
    }
}
