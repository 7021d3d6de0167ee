use super::{
    BusinessAccountId, Call, Contact, ConversationContext, Error, History, Message, PhoneNumberId,
    Status, TemplateId, UserPreference,
};
use crate::wire::{Json, OneOrMany, Text, Timestamp, WaId, object, open_enum};

object! {
    /// Part of Meta's envelope: what happened to one business account.
    pub struct Entry {
        /// The WhatsApp business account; `0` in test deliveries.
        id: Option<BusinessAccountId>,
        /// When it happened, in seconds; mostly absent beside messages, and the only time that most
        /// other changes have.
        time: Option<Timestamp>,
        /// What happened.
        changes: Option<Vec<Change>>,
    }
}

object! {
    /// Part of Meta's envelope: something that happened.
    pub struct Change {
        /// What was subscribed to, which says what the value means.
        field: Option<Field>,
        /// What it holds.
        value: Option<Box<Value>>,
    }
}

open_enum! {
    /// What a business has subscribed to.
    pub enum Field {
        /// Messages from customers, and what became of those of the business.
        "messages" as Messages,
        /// Messages that the business sent from its phone app.
        "smb_message_echoes" as PhoneAppEchoes,
        /// Messages that the business sent in another way. Known by name and one sample.
        "message_echoes" as MessageEchoes,
        /// Messages from before the number came to the API, and then their files.
        "history" as History,
        /// Copies for one who listens while another holds the conversation.
        "standby" as Standby,
        /// Calls.
        "calls" as Calls,
        /// What customers want to get.
        "user_preferences" as UserPreferences,
        /// A decision about a template.
        "message_template_status_update" as TemplateStatus,
    }
}

object! {
    /// Innermost part of Meta's envelope. What it holds depends on the [`Field`]; a value of another
    /// field has its members in `extra`.
    pub struct Value {
        /// Always `whatsapp`.
        messaging_product: Option<Text>,
        /// The business number.
        metadata: Option<Box<Metadata>>,
        /// Who wrote the messages, or whom the statuses, echoes or calls are about.
        contacts: Option<Vec<Contact>>,
        /// Messages from customers: a list; an object is read, too.
        messages: Option<OneOrMany<Message>>,
        /// What became of messages of the business, or of calls or payments.
        statuses: Option<Vec<Status>>,
        /// What is wrong with the account or, beside a call that ended, with that.
        errors: Option<Vec<Error>>,
        /// What was said in the chat before.
        conversation_context: Option<Box<ConversationContext>>,
        /// Clicks on links of marketing messages, which name neither customer nor message.
        user_actions: Option<Json>,
        /// Messages that the business sent from its phone app.
        message_echoes: Option<Vec<Message>>,
        /// Calls, with the field `calls`.
        calls: Option<Vec<Call>>,
        /// What customers want to get, with the field `user_preferences`.
        user_preferences: Option<Vec<UserPreference>>,
        /// Messages of before, with the field `history`; their files come under `messages` and
        /// `message_echoes`.
        history: Option<Vec<History>>,
        /// Messages, statuses and echoes of a conversation that another holds, with the field
        /// `standby`.
        standby: Option<Box<Value>>,
        /// What was decided about a template, such as `REJECTED`, with the field
        /// `message_template_status_update`; other fields have other words under this key.
        event: Option<Text>,
        /// The template; a number.
        message_template_id: Option<TemplateId>,
        /// Name that the business gave the template.
        message_template_name: Option<Text>,
        /// Language of the template, such as `en_US` or `en-US`.
        message_template_language: Option<Text>,
        /// Category of the template, such as `MARKETING`.
        message_template_category: Option<Text>,
        /// Why the template was rejected, such as `INVALID_FORMAT`; `NONE` where it was not.
        reason: Option<Text>,
        /// When the template is disabled.
        disable_info: Option<Json>,
        /// Why the template was paused or locked.
        other_info: Option<Json>,
        /// Why the template was rejected, in words, and what to do.
        rejection_info: Option<Json>,
    }
}

object! {
    /// A business number.
    pub struct Metadata {
        /// The number, without plus.
        display_phone_number: Option<WaId>,
        /// The id of the number.
        phone_number_id: Option<PhoneNumberId>,
    }
}
