use super::{
    AutomaticEvent, BusinessAccountId, Call, Change, Contact, ConversationContext, Error, Group,
    History, Message, PhoneNumberId, StateSync, Status, TrackingEvent, UserAction, UserIdUpdate,
    UserPreference,
};
use crate::wire::{OneOrMany, Text, Timestamp, WaId, object};

object! {
    /// An entry of Meta's envelope: the changes to one business account.
    pub struct Entry {
        /// The ID of the WhatsApp business account. `0` in test deliveries, and a business
        /// portfolio in some events about partners.
        id: Option<BusinessAccountId>,
        /// When the changes happened, as Unix time in seconds. Usually absent next to messages; for
        /// most other changes it is the only time there is.
        time: Option<Timestamp>,
        /// The changes to the account, each with the field it belongs to.
        changes: Option<Vec<Change>>,
    }
}

object! {
    /// The value of a change in Meta's envelope. Which of its arrays are present depends on the
    /// field.
    pub struct Value {
        /// The messaging product, always `whatsapp`.
        messaging_product: Option<Text>,
        /// The business phone number that the value is about.
        metadata: Option<Box<Metadata>>,
        /// The customers who sent the messages, or whom the statuses, echoes or calls are about.
        /// For echoes, these are the recipients.
        contacts: Option<Vec<Contact>>,
        /// The messages from customers: an array. A single object is accepted as well.
        messages: Option<OneOrMany<Message>>,
        /// The statuses of messages sent by the business, of calls, or of payments.
        statuses: Option<Vec<Status>>,
        /// The errors of the account, or of a call if they are next to one that ended.
        errors: Option<Vec<Error>>,
        /// A summary of the conversation so far, next to the messages.
        conversation_context: Option<Box<ConversationContext>>,
        /// Clicks on links in marketing messages. They identify neither the customer nor the
        /// message.
        user_actions: Option<Vec<UserAction>>,
        /// Copies of messages that the business sent from its phone app or by one of Meta's bots.
        message_echoes: Option<Vec<Message>>,
        /// The events of calls, sent with the field `calls`.
        calls: Option<Vec<Call>>,
        /// The choices of customers about which messages they receive, sent with the field
        /// `user_preferences`.
        user_preferences: Option<Vec<UserPreference>>,
        /// Earlier messages, sent with the field `history`. Their media follow in `messages` and
        /// `message_echoes`.
        history: Option<Vec<History>>,
        /// The messages, statuses and echoes of a conversation that another app controls, sent with
        /// the field `standby`.
        standby: Option<Box<Value>>,
        /// The changed contacts of the phone app, sent with the field `smb_app_state_sync`.
        state_sync: Option<Vec<StateSync>>,
        /// The changed IDs of customers, sent with the field `user_id_update`.
        user_id_update: Option<Vec<UserIdUpdate>>,
        /// The purchases and leads of customers who came through an ad, sent with the field
        /// `automatic_events`.
        automatic_events: Option<Vec<AutomaticEvent>>,
        /// The actions of customers on links, sent with the field `tracking_events`.
        "events" as tracking_events: Option<Vec<TrackingEvent>>,
        /// The events of groups, sent with the fields about groups.
        groups: Option<Vec<Group>>,
    }
}

object! {
    /// A business phone number and its ID.
    pub struct Metadata {
        /// The phone number: digits without a plus. Observed in test bodies with a plus and dashes.
        display_phone_number: Option<WaId>,
        /// The ID that the API uses for the phone number; not the number itself.
        phone_number_id: Option<PhoneNumberId>,
    }
}
