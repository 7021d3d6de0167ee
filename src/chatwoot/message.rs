use super::{
    Account, Attachment, CampaignId, Changes, Contact, ContentAttributes, Conversation, Inbox,
    MessageId, MessageSourceId, MessageType, Party, view::views,
};
use crate::wire::{Free, Json, RawId, Secret, Text, Timestamp, Undocumented, object, open_enum};

object! {
    /// The payload of `message_created` and `message_updated`: the message that the event is about.
    ///
    /// These events are sent for incoming messages, outgoing messages and the server's own,
    /// including private notes, but never for activity lines. An update is sent for any saved
    /// change, without saying which: a delivery status or error, a submitted form, a deletion, a
    /// call that ended, or an audio file that was attached or transcribed. The delivery status is
    /// only in the copy in [`Conversation::messages`], which need not be a copy of this message.
    ///
    /// The messages inside a conversation have other members:
    /// [`NestedMessage`](super::NestedMessage).
    pub struct Message {
        /// The account that the message belongs to.
        account: Option<Account>,
        /// The free-form attributes about the origin of the message, typed by
        /// [`additional_view`](Self::additional_view). Observed since 2.10.
        additional_attributes: Option<Free<MessageAttributes>>,
        /// The free-form attributes of the content, typed by [`content_view`](Self::content_view).
        /// A deletion replaces them by `{"deleted":true}`, and a retry by `{}`.
        content_attributes: Option<Free<ContentAttributes>>,
        /// The type of the content; absent in some rows of 2020 and 2021.
        content_type: Option<ContentType>,
        /// The text of the message, up to 150,000 characters; absent for files without a caption,
        /// and a localized sentence after a deletion.
        ///
        /// Up to 4.8 and in 4.12.1 it is as the agent or customer wrote it. From 4.9.0 to 4.12.0 it
        /// is rendered for the channel, as HTML for web widgets. Since 4.13.0 it has no hard-break
        /// backslashes and no trailing line ends. A survey outside of web widgets has its link
        /// here, but not in the nested copy.
        content: Option<Text>,
        /// The conversation that the message belongs to, as it was when the body was built.
        conversation: Option<Box<Conversation>>,
        /// The time at which the message was created, also in `message_updated`. ISO 8601 with
        /// milliseconds; in 1.2 in the form `2020-03-03 13:05:57 UTC`.
        created_at: Option<Timestamp>,
        /// The message's ID, unique within the installation. The server sends a number, although
        /// the page's sample shows a string.
        id: MessageId,
        /// The inbox through which the message was received or sent.
        inbox: Option<Inbox>,
        /// The direction of the message: a string here, and never `activity`.
        message_type: Option<MessageType>,
        /// Whether the message is a private note, visible to agents only; since 1.8.
        private: Option<bool>,
        /// The author of the message. Up to 1.5 it was the agent, next to `contact`.
        ///
        /// Absent for messages from the server itself, automation rules and campaigns, and for
        /// those written in the provider's own app.
        sender: Option<Box<Party>>,
        /// The message's ID at the channel's provider, such as a `wamid`; may be empty.
        source_id: Option<MessageSourceId>,
        /// The files and other attachments of the message; absent if there are none. An element is
        /// null if its row has no kind. Observed since 2.10.
        attachments: Option<Vec<Option<Attachment>>>,
        /// The customer. Documented, but sent only by 1.2 to 1.5.
        contact: Option<Box<Contact>>,
        /// The delivery status of the message. Proposed upstream; not sent by any release up to
        /// 4.15.
        status: Option<MessageStatus>,
        /// The attributes that were changed. Proposed upstream; not sent by any release up to 4.15.
        changed_attributes: Option<Changes>,
        /// The attributes that were changed, as an object by name. In forks only.
        changed_attributes_map: Option<Json>,
        /// The time of the change. In forks only.
        changed_at: Option<Timestamp>,
        /// The party who made the change. In forks only; the format is not known.
        performed_by: Option<Undocumented<Box<Party>>>,
        /// A key that two changes within the same second share, so equal keys do not prove that
        /// they are the same change. In forks only.
        idempotency_key: Option<RawId>,
        /// The page that the visitor is on; the format is not known. In forks only.
        visitor_page: Option<Json>,
        /// A token of the account, in clear. In forks only (Chatwit).
        "ACCESS_TOKEN" as access_token: Option<Secret>,
    }
}

views! {
    Message {
        content_attributes by content_view: ContentAttributes,
        additional_attributes by additional_view: MessageAttributes,
    }
}

object! {
    /// The members that the server puts into the `additional_attributes` of a message. Observed,
    /// not documented.
    pub struct MessageAttributes {
        /// The ID of the campaign that sent the message.
        campaign_id: Option<CampaignId>,
        /// The provider's message template that the message was made from, with its parameters.
        template_params: Option<Json>,
        /// The name of the AI agent that wrote the message.
        agent_name: Option<Text>,
        /// The ID under which the message was scheduled in advance. In forks only (fazer-ai).
        scheduled_message_id: Option<RawId>,
    }
}

open_enum! {
    /// The type of a message's content, which determines the members of its `content_attributes`.
    ///
    /// The page documents `text`, `input_select`, `cards` and `form`; the others are observed.
    pub enum ContentType {
        /// Text, or files with or without text.
        "text" as Text,
        /// A request to the customer for a text.
        "input_text" as InputText,
        /// A request to the customer for a longer text.
        "input_textarea" as InputTextarea,
        /// A request to the customer for an email address.
        "input_email" as InputEmail,
        /// Choices for the customer to select from.
        "input_select" as InputSelect,
        /// Cards with images and buttons.
        "cards" as Cards,
        /// A form with one or more fields.
        "form" as Form,
        /// Links to articles of the help center.
        "article" as Article,
        /// A received email.
        "incoming_email" as IncomingEmail,
        /// A request to the customer for a rating (customer satisfaction survey); since 1.18.
        "input_csat" as InputCsat,
        /// A call of an integrated service; since 2.13.
        "integrations" as Integrations,
        /// A sticker; since 3.4.
        "sticker" as Sticker,
        /// A phone call; since 4.6.
        "voice_call" as VoiceCall,
        /// A list of choices, in Apple Messages. In forks only.
        "apple_list_picker" as AppleListPicker,
        /// A choice of times, in Apple Messages. In forks only.
        "apple_time_picker" as AppleTimePicker,
        /// A choice of short replies, in Apple Messages. In forks only.
        "apple_quick_reply" as AppleQuickReply,
        /// A link with a preview, in Apple Messages. In forks only.
        "apple_rich_link" as AppleRichLink,
        /// A form, in Apple Messages. In forks only.
        "apple_form" as AppleForm,
        /// A payment, in Apple Messages. In forks only.
        "apple_pay" as ApplePay,
    }
}

open_enum! {
    /// The delivery status of a message. Observed, not documented.
    pub enum MessageStatus {
        /// The message was not yet handed to the channel. In forks only (unoapi).
        "progress" as Progress,
        /// The message was handed to the channel, or is about to be: every message starts with this
        /// status.
        "sent" as Sent,
        /// The message was delivered to the customer's device.
        "delivered" as Delivered,
        /// The customer has read the message.
        "read" as Read,
        /// The message could not be sent; `external_error` of the content attributes has the
        /// reason.
        "failed" as Failed,
        /// The message was deleted, which is not a delivery status. In forks only (unoapi).
        "deleted" as Deleted,
    }
}
