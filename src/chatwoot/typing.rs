use super::{Conversation, Flag, Party};
use crate::wire::object;

object! {
    /// The payload of `conversation_typing_on` and `conversation_typing_off`, and of
    /// `conversation_recording` in forks.
    ///
    /// Observed since 4.2. It has neither an ID nor a time.
    pub struct Typing {
        /// The party who is typing: an agent, a bot, or the customer, who has no `type`.
        user: Option<Box<Party>>,
        /// The conversation in which the party is typing.
        conversation: Option<Box<Conversation>>,
        /// Whether a private note is being typed. A string if the client posted a form.
        is_private: Option<Flag>,
    }
}
