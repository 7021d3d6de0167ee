use super::{
    AutomaticEvent, BusinessAccountId, Call, Change, Contact, ConversationContext, Error, Group,
    History, Message, PhoneNumberId, StateSync, Status, TrackingEvent, UserAction, UserIdUpdate,
    UserPreference,
};
use crate::wire::{OneOrMany, Text, Timestamp, WaId, object};

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
    /// Innermost part of Meta's envelope. Which of its lists there are depends on the field.
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
        user_actions: Option<Vec<UserAction>>,
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
        /// Contacts of the phone app, with the field `smb_app_state_sync`.
        state_sync: Option<Vec<StateSync>>,
        /// Ids of customers, with the field `user_id_update`.
        user_id_update: Option<Vec<UserIdUpdate>>,
        /// What customers did after they came through an ad, with the field `automatic_events`.
        automatic_events: Option<Vec<AutomaticEvent>>,
        /// What customers did with links, with the field `tracking_events`.
        "events" as tracking_events: Option<Vec<TrackingEvent>>,
        /// Groups, with the fields about them.
        groups: Option<Vec<Group>>,
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
