use super::{BusinessAccountId, Contact, Error, Message, PhoneNumberId, Status};
use crate::wire::{Json, Text, WaId, object};

object! {
    /// Part of Meta's envelope: what happened to one business account.
    pub struct Entry {
        /// The WhatsApp business account.
        id: Option<BusinessAccountId>,
        /// What happened.
        changes: Option<Vec<Change>>,
    }
}

object! {
    /// Part of Meta's envelope: something that happened.
    pub struct Change {
        /// What was subscribed to: `messages` for messages and statuses.
        field: Option<Text>,
        /// What it holds.
        value: Option<Box<Value>>,
    }
}

object! {
    /// Innermost part of Meta's envelope: messages or statuses of one business number.
    pub struct Value {
        /// Always `whatsapp`.
        messaging_product: Option<Text>,
        /// The business number.
        metadata: Option<Box<Metadata>>,
        /// Who wrote the messages, or whom the statuses are about.
        contacts: Option<Vec<Contact>>,
        /// Messages from customers.
        messages: Option<Vec<Message>>,
        /// What became of messages of the business.
        statuses: Option<Vec<Status>>,
        /// What is wrong with the account.
        errors: Option<Vec<Error>>,
        /// Context of the chat; the shape is not known.
        conversation_context: Option<Json>,
        /// Clicks on links of marketing messages; the shape is not known.
        user_actions: Option<Json>,
        /// Messages that the business sent from its phone app.
        message_echoes: Option<Vec<Message>>,
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
