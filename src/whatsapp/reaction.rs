use super::MessageId;
use crate::wire::{Id, Text, object};

object! {
    /// An emoji that a customer put to a message, or took back.
    pub struct Reaction {
        /// The message.
        message_id: Option<MessageId>,
        /// The message, under a misspelt key; in one sample of Meta's.
        messsage_id: Option<MessageId>,
        /// The emoji, with its skin tone and joiners; absent or empty when it was taken back.
        emoji: Option<Text>,
    }
}

impl Reaction {
    /// The message, under whichever key it came.
    #[must_use]
    pub fn target(&self) -> Option<&MessageId> {
        self.message_id.as_ref().or(self.messsage_id.as_ref())
    }

    /// The emoji; `None` if it was taken back.
    #[must_use]
    pub fn emoji(&self) -> Option<&str> {
        self.emoji.as_deref().filter(|emoji| !emoji.is_empty())
    }
}

object! {
    /// Quick reply: a button of a template that was pressed. Not the button of an interactive
    /// message, which is a [`ButtonReply`](super::ButtonReply).
    pub struct Button {
        /// Text on the button.
        text: Option<Text>,
        /// What the business put behind the button; the text, if that was nothing. A platform may
        /// put a routing id of its own there.
        payload: Option<Id>,
    }
}
