use super::{
    AccountId, Attachment, Call, ContactInbox, ContentAttributes, ContentType, ConversationId,
    InboxId, MessageAttributes, MessageId, MessageSourceId, MessageStatus, MessageType, Party,
    PartyId, UserId, view::views,
};
use crate::wire::{Free, Id, Number, Text, Timestamp, object, open_enum};

object! {
    /// A message inside of a conversation: the last public one that is no activity line, at the
    /// time the body was built. It need not be the message of the event.
    ///
    /// It has other members than [`Message`](super::Message), and under the same names other types:
    /// `message_type` is a number and `created_at` an epoch. The page does not tell the two apart:
    /// what it has no member for is observed.
    pub struct NestedMessage {
        /// The message.
        id: MessageId,
        /// The text; see [`Message::content`](super::Message::content).
        content: Option<Text>,
        /// The account.
        account_id: Option<AccountId>,
        /// The inbox.
        inbox_id: Option<InboxId>,
        /// The conversation, by its number in the account.
        conversation_id: Option<ConversationId>,
        /// Which way it went: a number here.
        message_type: Option<MessageType>,
        /// When it was made. Epoch seconds.
        created_at: Option<Timestamp>,
        /// When it was last changed, receipts included. ISO 8601.
        updated_at: Option<Timestamp>,
        /// Whether only agents see it: always false here.
        private: Option<bool>,
        /// How far its delivery is.
        status: Option<MessageStatus>,
        /// Id of the message at the channel's provider; may be empty.
        source_id: Option<MessageSourceId>,
        /// What sort of content it is; absent in some rows of 2020 and 2021.
        content_type: Option<ContentType>,
        /// Free map, typed by [`content_view`](Self::content_view).
        content_attributes: Option<Free<ContentAttributes>>,
        /// What sort of sender `sender_id` is; absent when there is none.
        sender_type: Option<SenderType>,
        /// Who wrote it; absent when nobody did.
        sender_id: Option<PartyId>,
        /// Ids in services that the message was copied to: a free map, typed by
        /// [`external_source_ids_view`](Self::external_source_ids_view). Since 1.8.
        external_source_ids: Option<Free<ExternalSourceIds>>,
        /// Free map, typed by [`additional_view`](Self::additional_view); since 2.6.
        additional_attributes: Option<Free<MessageAttributes>>,
        /// The text without what a mail quotes; since 2.18.
        processed_message_content: Option<Text>,
        /// Mood of the text, `{}` when it was not looked at: a free map, typed by
        /// [`sentiment_view`](Self::sentiment_view). Since 3.0.
        sentiment: Option<Free<Sentiment>>,
        /// A little of the conversation.
        conversation: Option<Box<MessageConversation>>,
        /// As in [`Message::attachments`](super::Message::attachments).
        attachments: Option<Vec<Option<Attachment>>>,
        /// Who wrote it; absent when nobody did.
        sender: Option<Box<Party>>,
        /// The phone call it stands for; only in the enterprise edition since 4.14.
        call: Option<Box<Call>>,
        /// The sender's own mark, which the server keeps for its own dashboard; in no known body.
        echo_id: Option<Id>,
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
    /// What a message in a conversation says of the conversation. Observed.
    pub struct MessageConversation {
        /// The conversation. Forks (Evo CRM).
        id: Option<ConversationId>,
        /// The agent it is assigned to; absent when nobody is.
        assignee_id: Option<UserId>,
        /// Messages of the customer that no agent has seen.
        unread_count: Option<Number>,
        /// When anything was last written in it. Epoch seconds.
        last_activity_at: Option<Timestamp>,
        /// The contact in the inbox, with its `source_id` alone.
        contact_inbox: Option<ContactInbox>,
    }
}

object! {
    /// Ids of a message in services that it was copied to. Observed.
    pub struct ExternalSourceIds {
        /// The copy in Slack.
        slack: Option<Id>,
    }
}

object! {
    /// Mood of a text. Observed.
    pub struct Sentiment {
        /// Name of the mood.
        label: Option<Text>,
        /// How certain that is.
        score: Option<Number>,
        /// The mood as an integer.
        value: Option<Number>,
    }
}

open_enum! {
    /// Kind of a sender, by the name of its class in the server. Observed.
    pub enum SenderType {
        /// A customer.
        "Contact" as Contact,
        /// An agent.
        "User" as User,
        /// A bot.
        "AgentBot" as AgentBot,
        /// A Captain assistant; only in the enterprise edition.
        "Captain::Assistant" as CaptainAssistant,
    }
}
