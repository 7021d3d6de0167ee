use super::{Error, Message, UserId};
use crate::wire::{Number, Text, WaId, object};

object! {
    /// A batch of messages from before the phone number was connected to the API, or the reason why
    /// there are none.
    ///
    /// Batches arrive in any order. Media arrive later, as separate messages with the IDs of the
    /// messages of type `media_placeholder`.
    pub struct History {
        /// The position of the batch within the history.
        metadata: Option<HistoryMetadata>,
        /// The chats with customers that the batch covers. Group chats are not included.
        threads: Option<Vec<HistoryThread>>,
        /// The reason why there is no history: the business chose not to share it.
        errors: Option<Vec<Error>>,
    }
}

object! {
    /// The position of a batch within the history.
    pub struct HistoryMetadata {
        /// The period that the batch covers: `0` for the last day, `1` for up to 90 days ago, `2`
        /// for up to 180 days ago.
        phase: Option<Number>,
        /// The sequence number of the batch.
        chunk_order: Option<Number>,
        /// The progress of the synchronization, in percent.
        progress: Option<Number>,
    }
}

object! {
    /// The earlier messages of a chat with one customer.
    pub struct HistoryThread {
        /// The customer's phone number. Absent if the customer hides it.
        id: Option<WaId>,
        /// Additional identifiers of the customer, such as the username.
        context: Option<ThreadContext>,
        /// The messages of the chat, in both directions. In a message of the business, `from` is
        /// the business phone number.
        messages: Option<Vec<Message>>,
    }
}

object! {
    /// The customer in a chat of the history.
    pub struct ThreadContext {
        /// The customer's phone number. Absent if the customer hides it.
        wa_id: Option<WaId>,
        /// The customer's business-scoped ID, such as `US.1349…`; since 2026.
        user_id: Option<UserId>,
        /// The customer's ID across linked business portfolios. Present only where portfolios are
        /// linked.
        parent_user_id: Option<UserId>,
        /// The customer's username, which may change. Absent without one.
        username: Option<Text>,
        /// The customer's country. May be absent.
        country_code: Option<Text>,
    }
}

object! {
    /// The delivery state of a message in the history.
    pub struct HistoryContext {
        /// The delivery state: `SENT`, `DELIVERED`, `READ`, `PLAYED`, `PENDING` or `ERROR`.
        /// Observed in lowercase as well.
        status: Option<Text>,
        /// Whether the business sent the message. Found in one consumer's tests.
        from_me: Option<bool>,
    }
}
