use super::{
    AccountId, Attachment, Call, ContactInbox, ContentAttributes, ContentType, ConversationId,
    InboxId, MessageAttributes, MessageId, MessageSourceId, MessageStatus, MessageType, Party,
    PartyId, UserId, view::views,
};
use crate::wire::{Free, Number, RawId, Text, Timestamp, object, open_enum};

object! {
    /// A message inside a conversation: the last public one that is not an activity line, as of the
    /// time the body was built.
    ///
    /// It need not be the message that the event is about. It has other members than
    /// [`Message`](super::Message) and, under the same names, other types: `message_type` is a
    /// number, and `created_at` is in epoch seconds. The page does not distinguish the two forms;
    /// members that it does not have are observed.
    pub struct NestedMessage {
        /// The message's ID, unique within the installation.
        id: MessageId,
        /// The text of the message; see [`Message::content`](super::Message::content).
        content: Option<Text>,
        /// The ID of the account that the message belongs to.
        account_id: Option<AccountId>,
        /// The ID of the inbox through which the message was received or sent.
        inbox_id: Option<InboxId>,
        /// The number of the conversation in its account.
        conversation_id: Option<ConversationId>,
        /// The direction of the message: a number here.
        message_type: Option<MessageType>,
        /// The time at which the message was created, in epoch seconds.
        created_at: Option<Timestamp>,
        /// The time at which the message was last changed, in ISO 8601 with milliseconds. A new
        /// delivery status is such a change; an attached or transcribed audio file is not.
        updated_at: Option<Timestamp>,
        /// Whether the message is a private note: always false here.
        private: Option<bool>,
        /// The delivery status of the message.
        status: Option<MessageStatus>,
        /// The message's ID at the channel's provider; may be empty.
        source_id: Option<MessageSourceId>,
        /// The type of the content; absent in some rows of 2020 and 2021.
        content_type: Option<ContentType>,
        /// The free-form attributes of the content, typed by [`content_view`](Self::content_view).
        content_attributes: Option<Free<ContentAttributes>>,
        /// The type of the party that `sender_id` belongs to; absent if there is no sender.
        sender_type: Option<SenderType>,
        /// The ID of the author, unique among parties of the same type only; absent if there is no
        /// sender.
        sender_id: Option<PartyId>,
        /// The IDs of the message in services that it was copied to: a free-form object, typed by
        /// [`external_source_ids_view`](Self::external_source_ids_view). Since 1.8.
        external_source_ids: Option<Free<ExternalSourceIds>>,
        /// The free-form attributes about the origin of the message, typed by
        /// [`additional_view`](Self::additional_view); since 2.6.
        additional_attributes: Option<Free<MessageAttributes>>,
        /// The text of the message without the email that it quotes; since 2.18.
        processed_message_content: Option<Text>,
        /// The sentiment of the text, `{}` if it was not analyzed: a free-form object, typed by
        /// [`sentiment_view`](Self::sentiment_view). Since 3.0.
        sentiment: Option<Free<Sentiment>>,
        /// A summary of the conversation that the message belongs to.
        conversation: Option<Box<MessageConversation>>,
        /// The attachments of the message, as in
        /// [`Message::attachments`](super::Message::attachments).
        attachments: Option<Vec<Option<Attachment>>>,
        /// The author of the message; absent if there is no sender.
        sender: Option<Box<Party>>,
        /// The phone call that the message represents; only in the enterprise edition since 4.14.
        call: Option<Box<Call>>,
        /// The sender's own mark, which the server keeps for its dashboard; not in any known body.
        echo_id: Option<RawId>,
    }
}

views! {
    NestedMessage {
        content_attributes by content_view: ContentAttributes,
        additional_attributes by additional_view: MessageAttributes,
        external_source_ids by external_source_ids_view: ExternalSourceIds,
        sentiment by sentiment_view: Sentiment,
    }
}

object! {
    /// The summary of the conversation inside a nested message. Observed, not documented.
    pub struct MessageConversation {
        /// The conversation's ID. In forks only (Evo CRM).
        id: Option<ConversationId>,
        /// The ID of the agent that the conversation is assigned to; absent if there is none.
        assignee_id: Option<UserId>,
        /// The number of the customer's messages that no agent has seen.
        unread_count: Option<Number>,
        /// The time of the last activity in the conversation, in epoch seconds.
        last_activity_at: Option<Timestamp>,
        /// The link between the contact and the inbox, with its `source_id` only.
        contact_inbox: Option<ContactInbox>,
    }
}

object! {
    /// The IDs of a message in services that it was copied to. Observed, not documented.
    pub struct ExternalSourceIds {
        /// The ID of the copy in Slack.
        slack: Option<RawId>,
    }
}

object! {
    /// The result of a sentiment analysis of a text. Observed, not documented.
    pub struct Sentiment {
        /// The name of the detected sentiment.
        label: Option<Text>,
        /// The confidence of the analysis, as a decimal number.
        score: Option<Number>,
        /// The sentiment as an integer.
        value: Option<Number>,
    }
}

open_enum! {
    /// The type of a sender, as the name of its class in the server. Observed, not documented.
    pub enum SenderType {
        /// A customer or visitor.
        "Contact" as Contact,
        /// An agent or administrator of the account.
        "User" as User,
        /// A bot that is connected over webhooks.
        "AgentBot" as AgentBot,
        /// An assistant of Captain, the built-in AI agent; only in the enterprise edition.
        "Captain::Assistant" as CaptainAssistant,
    }
}
