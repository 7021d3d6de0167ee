//! Chatwoot: customer support over live chat, mail, WhatsApp and other channels, open source.
//!
//! Sent by a Chatwoot server, hosted or one's own, to the webhooks of an account, to the callback
//! of an API inbox, to agent bots, and to the URLs in automations and macros. A body is flat:
//! `event` names the event, and the members of whatever the event is about stand beside it.
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
//! No event tells of a deleted contact or conversation, of an agent who has read, or of labels and
//! ratings by themselves: labels come with `conversation_updated`, ratings with `message_updated`.
//!
//! # Forks
//!
//! Many servers that call themselves Chatwoot are not upstream. What the widest-spread of them add to
//! the bodies is modelled, marked as of forks, with the name of the one that was read: fazer-ai, Evo
//! CRM (whose ids are UUIDs, and whose bodies have no account), unoapi, Chatwit. Their own events,
//! such as those of boards, deals or talk among agents, are [`Unknown`](Webhook::Unknown), but for
//! the five above, whose bodies are known.
//!
//! # How sure this is
//!
//! The page *How to use webhooks?* (chatwoot.com) documents six events with schemas, and one sample
//! in the shape of 2020. What the server sends was read from its source, from 1.2 to 4.15, and
//! compared with captured bodies; where the page and the source disagree, the docs of the field say
//! so, and both are read. A version given for a field is the first release that sends it; an older
//! server leaves it out. What the page does not have is marked as observed, at the member, the type
//! or the event.
//!
//! Every object has two forms: one at the top level of a body and one inside of a conversation,
//! with other members and, under the same names, other types. Messages have a type for each,
//! [`Message`] and [`NestedMessage`]; contacts, users and bots have one type for both.
//!
//! Bodies hold credentials: the `pubsub_token` of a contact in nearly all of them, and the tokens
//! and passwords of a channel in `inbox_created` and `inbox_updated`. `Debug` shows neither.
//!
//! # Delivery
//!
//! A body is posted once. Only for agent bots it is tried again, three attempts in all and 3
//! seconds apart, when the answer was 429 or 500 (since 4.11.2). The server waits 5 seconds unless
//! it was set up otherwise, takes any 2xx for success and does not read the answer. Bodies come in
//! any order, also an update before its creation, and show the state at the time they were built.
//! With mail in them they can be megabytes large.
//!
//! Since 4.11.2 (callbacks of API inboxes and agent bots: 4.13.0) three headers come along.
//! `X-Chatwoot-Signature` is `sha256=` and the lower-case hex of HMAC-SHA256 over
//! `X-Chatwoot-Timestamp`, a point, and the bytes of the body as received, with the secret of the
//! webhook as the key; `X-Chatwoot-Timestamp` is in epoch seconds; `X-Chatwoot-Delivery` is an id
//! that stays the same when a body is tried again. Automations, macros and `account_created` have
//! none of them, and builds under another brand have other names for them. The same fact can be
//! sent twice with two delivery ids, so what is to be done once needs the event and the id of its
//! object as well.
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
mod conversation;
mod conversation_attributes;
mod email;
mod flag;
mod inbox;
mod item;
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
pub use conversation::{Conversation, ConversationStatus, GroupType, Priority};
pub use conversation_attributes::{ConversationAttributes, ConversationType, TiktokCapabilities};
pub use email::{Email, EmailContent};
pub use flag::Flag;
pub use inbox::{Inbox, InboxSettings, SenderNameType, WorkingHours};
pub use item::{Action, ActionType, Item, ItemOption};
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
    /// One webhook body.
    #[tag = "event"]
    pub enum Webhook: EventType {
        /// A message was added to a conversation.
        "message_created" as MessageCreated(Box<Message>),
        /// A message was changed; which of its members is not said.
        "message_updated" as MessageUpdated(Box<Message>),
        /// A message came in: the same as `message_created`, sent beside it. Forks (fazer-ai).
        "message_incoming" as MessageIncoming(Box<Message>),
        /// A message went out: the same as `message_created`, sent beside it. Forks (fazer-ai).
        "message_outgoing" as MessageOutgoing(Box<Message>),
        /// A conversation began. Its nested message may already be a later one.
        "conversation_created" as ConversationCreated(Box<Conversation>),
        /// A conversation was changed: its team, assignee, status, labels, priority, custom
        /// attributes, or the times when it is waited for, sleeps or was first answered.
        "conversation_updated" as ConversationUpdated(Box<Conversation>),
        /// A conversation got another status.
        "conversation_status_changed" as ConversationStatusChanged(Box<Conversation>),
        /// A conversation was opened. Observed: sent to agent bots, up to 2.4 to all.
        "conversation_opened" as ConversationOpened(Box<Conversation>),
        /// A conversation was resolved. Observed: sent to agent bots, up to 2.4 to all.
        "conversation_resolved" as ConversationResolved(Box<Conversation>),
        /// A visitor opened the live chat.
        "webwidget_triggered" as WebwidgetTriggered(Box<WidgetTriggered>),
        /// A contact was made. Observed.
        "contact_created" as ContactCreated(Box<Contact>),
        /// A contact was changed, be it by its own next message. Observed.
        "contact_updated" as ContactUpdated(Box<Contact>),
        /// An inbox was made. Observed.
        "inbox_created" as InboxCreated(Box<InboxSettings>),
        /// The settings of an inbox were changed, or its channel lost its authorization or got it
        /// back. Observed.
        "inbox_updated" as InboxUpdated(Box<InboxSettings>),
        /// An inbox was deleted. Forks.
        "inbox_deleted" as InboxDeleted(Box<InboxSettings>),
        /// Somebody began to type. Observed.
        "conversation_typing_on" as ConversationTypingOn(Box<Typing>),
        /// Somebody stopped to type. Observed.
        "conversation_typing_off" as ConversationTypingOff(Box<Typing>),
        /// A person began to record a voice message. Forks (fazer-ai).
        "conversation_recording" as ConversationRecording(Box<Typing>),
        /// An automation ran, on a conversation that began. Observed.
        "automation_event.conversation_created" as AutomationConversationCreated(Box<Conversation>),
        /// An automation ran, on a conversation that was changed. Observed.
        "automation_event.conversation_updated" as AutomationConversationUpdated(Box<Conversation>),
        /// An automation ran, on a conversation that was opened. Observed.
        "automation_event.conversation_opened" as AutomationConversationOpened(Box<Conversation>),
        /// An automation ran, on a conversation that was resolved. Observed.
        "automation_event.conversation_resolved" as
            AutomationConversationResolved(Box<Conversation>),
        /// An automation ran, on a message; the body is the conversation all the same. Observed.
        "automation_event.message_created" as AutomationMessageCreated(Box<Conversation>),
        /// An agent ran a macro on a conversation. Observed.
        "macro.executed" as MacroExecuted(Box<Conversation>),
        /// A column of a board ran an action on a conversation. Forks.
        "kanban.column_action" as KanbanColumnAction(Box<Conversation>),
        /// An account was made in the installation. Observed.
        "account_created" as AccountCreated(Box<AccountCreated>),
    }
}

impl Root for Webhook {
    const NAMES: &'static [&'static str] = EventType::NAMES;
}

payload!(Chatwoot);

ids! {
    /// Id of an account. Unique within the installation.
    AccountId,
    /// Id of an inbox. Unique within the installation.
    InboxId,
    /// Id of a message. Unique within the installation.
    MessageId,
    /// Number of a conversation, as the dashboard shows it. Unique within the account only; the id
    /// of the database is in no body, but by accident in the changes of a new conversation.
    ConversationId,
    /// Id of a contact. Unique within the installation.
    ContactId,
    /// Id of a user, who is an agent or administrator. Unique within the installation.
    UserId,
    /// Id of a contact, user, bot or assistant. Unique within the installation among its own kind.
    PartyId,
    /// Id of a contact in an inbox. Unique within the installation.
    ContactInboxId,
    /// Id of an attachment. Unique within the installation.
    AttachmentId,
    /// Id of a team. Unique within the installation.
    TeamId,
    /// Id of a company. Unique within the installation.
    CompanyId,
    /// Id of the row of a channel. Unique within the installation among channels of its kind, and
    /// not the id of the inbox.
    ChannelId,
    /// Id of the working hours of an inbox on one day. Unique within the installation.
    WorkingHoursId,
    /// Id of a campaign. Unique within the installation.
    CampaignId,
    /// Id of an automation. Unique within the installation.
    AutomationRuleId,
    /// Id of a service level agreed for one conversation. Unique within the installation.
    AppliedSlaId,
    /// Id of a policy for service levels. Unique within the installation.
    SlaPolicyId,
    /// Id of a missed service level. Unique within the installation.
    SlaEventId,
    /// Id of a phone call. Unique within the installation.
    CallId,
    /// Id of a phone call at the provider. Unique there.
    ProviderCallId,
    /// Id of a contact in the account owner's own systems. Unique within the account.
    ContactIdentifier: Personal,
    /// Address of a contact in a channel. Unique within the inbox. What it is depends on the
    /// channel: the phone number without plus for WhatsApp, `whatsapp:` and the number for WhatsApp
    /// through Twilio, a UUID of Chatwoot's own for web widgets, mostly an id of the provider for
    /// others.
    ContactSourceId: Personal,
    /// Id of a message at the channel's provider, such as a Message-ID; may be empty. On WhatsApp it
    /// is WhatsApp's own id, the `wamid.…` that Meta and its relays send for the same message. Unique
    /// within the inbox at most: a message with several shared contacts becomes one for each, all
    /// with this id.
    MessageSourceId,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands in lists is not larger than it needs to be, and what is boxed stays below the
    /// size up to which allocators are quick.
    #[test]
    fn sizes() {
        for (name, size, limit) in [
            ("Webhook", size_of::<Webhook>(), 40),
            ("Party", size_of::<Party>(), 512),
            ("NestedMessage", size_of::<NestedMessage>(), 512),
            ("Attachment", size_of::<Option<Attachment>>(), 512),
            ("Item", size_of::<Item>(), 512),
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
