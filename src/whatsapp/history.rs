use super::{Error, Message, UserId};
use crate::wire::{Number, Text, WaId, object};

object! {
    /// Messages from before the number came to the API, or why there are none.
    ///
    /// They come in pieces and in any order. Files come later, as messages of their own with the
    /// ids of those with the type `media_placeholder`.
    pub struct History {
        /// Which piece it is.
        metadata: Option<HistoryMetadata>,
        /// The chats.
        threads: Option<Vec<HistoryThread>>,
        /// Why there is no history: the business does not want to share it.
        errors: Option<Vec<Error>>,
    }
}

object! {
    /// Which piece of a history it is.
    pub struct HistoryMetadata {
        /// `0` for the last day, `1` for up to 90 days, `2` for up to 180.
        phase: Option<Number>,
        /// Number of the piece.
        chunk_order: Option<Number>,
        /// How much is done, in percent.
        progress: Option<Number>,
    }
}

object! {
    /// A chat with one customer.
    pub struct HistoryThread {
        /// Number of the customer.
        id: Option<WaId>,
        /// More about the customer.
        context: Option<ThreadContext>,
        /// The messages, in both directions.
        messages: Option<Vec<Message>>,
    }
}

object! {
    /// Whom a chat is with.
    pub struct ThreadContext {
        /// Number of the customer.
        wa_id: Option<WaId>,
        /// Business-scoped id of the customer.
        user_id: Option<UserId>,
        /// The same across linked business portfolios.
        parent_user_id: Option<UserId>,
        /// User name of the customer.
        username: Option<Text>,
        /// Country of the customer.
        country_code: Option<Text>,
    }
}

object! {
    /// How far a message of before had come.
    pub struct HistoryContext {
        /// `SENT`, `DELIVERED`, `READ`, `PLAYED`, `PENDING` or `ERROR`; seen in small letters.
        status: Option<Text>,
        /// Whether the business wrote it. Seen in tests of one consumer.
        from_me: Option<bool>,
    }
}
