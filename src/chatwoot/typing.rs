use super::{Conversation, Flag, Party};
use crate::wire::object;

object! {
    /// Payload of `conversation_typing_on` and `conversation_typing_off`.
    ///
    /// Observed since 4.2. It has no id and no time.
    pub struct Typing {
        /// Who types: an agent, a bot, or the customer, who has no `type`.
        user: Option<Box<Party>>,
        /// The conversation.
        conversation: Option<Box<Conversation>>,
        /// Whether it is to be a private note; a text from clients that post forms.
        is_private: Option<Flag>,
    }
}
