use super::{
    Account, Attachment, CampaignId, Changes, Contact, ContentAttributes, Conversation, Inbox,
    MessageId, MessageSourceId, MessageType, Party, view::views,
};
use crate::wire::{Free, Id, Json, Secret, Text, Timestamp, Undocumented, object, open_enum};

object! {
    /// Payload of `message_created` and `message_updated`: the message of the event.
    ///
    /// Messages in both directions and of the server itself are told, private notes included;
    /// activity lines never. An update tells any saved change, without saying which: receipts and
    /// errors of delivery, an answered form, a deletion, a call that ended, an audio file that was
    /// attached or transcribed. Nothing but the copy in [`Conversation::messages`] shows how far
    /// the delivery is, and that copy need not be of this message.
    ///
    /// The messages in a conversation have other members: [`NestedMessage`](super::NestedMessage).
    pub struct Message {
        /// The account.
        account: Option<Account>,
        /// Free map, typed by [`additional_view`](Self::additional_view). Observed since 2.10.
        additional_attributes: Option<Free<MessageAttributes>>,
        /// Free map, typed by [`content_view`](Self::content_view). A deletion replaces it by
        /// `{"deleted":true}`, a retry by `{}`.
        content_attributes: Option<Free<ContentAttributes>>,
        /// What sort of content it is; absent in some rows of 2020 and 2021.
        content_type: Option<ContentType>,
        /// The text, up to 150,000 characters; absent on files without a caption, a localized
        /// sentence after a deletion.
        ///
        /// As the agent or customer wrote it up to 4.8 and in 4.12.1; rendered for the channel, for
        /// web widgets as HTML, from 4.9.0 to 4.12.0; without hard-break backslashes and trailing
        /// line ends since 4.13.0. A survey that goes not to a web widget has its link here, and
        /// not in the nested copy.
        content: Option<Text>,
        /// The conversation it belongs to, as it was when the body was built.
        conversation: Option<Box<Conversation>>,
        /// When the message was made, also in `message_updated`. ISO 8601; in 1.2
        /// `2020-03-03 13:05:57 UTC`.
        created_at: Option<Timestamp>,
        /// The message. The page's sample shows a text; the server sends a number.
        id: MessageId,
        /// The inbox it came or went through.
        inbox: Option<Inbox>,
        /// Which way it went: a text here, and never `activity`.
        message_type: Option<MessageType>,
        /// Whether it is a note that only agents see; since 1.8.
        private: Option<bool>,
        /// Who wrote it; absent for the server's own messages, automations and campaigns, and for
        /// what was written in the provider's own app. Up to 1.5 the agent, next to `contact`.
        sender: Option<Box<Party>>,
        /// Id of the message at the channel's provider, such as a `wamid`; may be empty.
        source_id: Option<MessageSourceId>,
        /// Files and other things that came with it; absent when there are none, with a null in the
        /// place of a row without a kind. Observed since 2.10.
        attachments: Option<Vec<Option<Attachment>>>,
        /// The customer. Documented, but sent only by 1.2 to 1.5.
        contact: Option<Box<Contact>>,
        /// How far the delivery is. Sent by no release up to 4.15; proposed.
        status: Option<MessageStatus>,
        /// What was changed. Sent by no release up to 4.15; proposed.
        changed_attributes: Option<Changes>,
        /// The same as a map. Forks.
        changed_attributes_map: Option<Json>,
        /// When it was changed. Forks.
        changed_at: Option<Timestamp>,
        /// Who changed it. Forks; the shape is not known.
        performed_by: Option<Undocumented<Box<Party>>>,
        /// The same for two changes within a second, so no proof that one is the other. Forks.
        idempotency_key: Option<Id>,
        /// The page that the visitor is on; the shape is not known. Forks.
        visitor_page: Option<Json>,
        /// A token of the account, in clear. Forks (Chatwit).
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
    /// What the server puts into the `additional_attributes` of a message. Observed.
    pub struct MessageAttributes {
        /// The campaign that sent it.
        campaign_id: Option<CampaignId>,
        /// The provider template it was made of.
        template_params: Option<Json>,
        /// Name of the artificial agent that wrote it.
        agent_name: Option<Text>,
        /// The message was planned ahead, under this id. Forks (fazer-ai).
        scheduled_message_id: Option<Id>,
    }
}

open_enum! {
    /// What sort of content a message has; says which members its `content_attributes` hold.
    ///
    /// The page knows `text`, `input_select`, `cards` and `form`; the others are observed.
    pub enum ContentType {
        /// Text, or files with or without one.
        "text" as Text,
        /// Asks the customer for a text.
        "input_text" as InputText,
        /// Asks the customer for a longer text.
        "input_textarea" as InputTextarea,
        /// Asks the customer for an e-mail address.
        "input_email" as InputEmail,
        /// Offers choices.
        "input_select" as InputSelect,
        /// Cards with pictures and buttons.
        "cards" as Cards,
        /// A form with several fields.
        "form" as Form,
        /// Links to articles of the help center.
        "article" as Article,
        /// An e-mail that came in.
        "incoming_email" as IncomingEmail,
        /// Asks for a rating; since 1.18.
        "input_csat" as InputCsat,
        /// A call of an integrated service; since 2.13.
        "integrations" as Integrations,
        /// A sticker; since 3.4.
        "sticker" as Sticker,
        /// A phone call; since 4.6.
        "voice_call" as VoiceCall,
        /// Apple Messages: a list to pick from. Forks.
        "apple_list_picker" as AppleListPicker,
        /// Apple Messages: times to pick from. Forks.
        "apple_time_picker" as AppleTimePicker,
        /// Apple Messages: short answers to pick from. Forks.
        "apple_quick_reply" as AppleQuickReply,
        /// Apple Messages: a link with a preview. Forks.
        "apple_rich_link" as AppleRichLink,
        /// Apple Messages: a form. Forks.
        "apple_form" as AppleForm,
        /// Apple Messages: a payment. Forks.
        "apple_pay" as ApplePay,
    }
}

open_enum! {
    /// How far a message has come. Observed.
    pub enum MessageStatus {
        /// Not yet handed to the channel. Forks (unoapi).
        "progress" as Progress,
        /// Handed to the channel, or about to be: every message starts here.
        "sent" as Sent,
        /// It reached the customer's device.
        "delivered" as Delivered,
        /// The customer has seen it.
        "read" as Read,
        /// It was not sent; `external_error` of the content attributes says why.
        "failed" as Failed,
        /// Not how far it has come: it was deleted. Forks (unoapi).
        "deleted" as Deleted,
    }
}
