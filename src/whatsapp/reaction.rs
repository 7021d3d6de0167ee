use super::MessageId;
use crate::wire::{RawId, Text, object};

object! {
    /// An emoji reaction that a customer added to a message or removed from it.
    pub struct Reaction {
        /// The ID of the message that the customer reacted to.
        message_id: Option<MessageId>,
        /// The ID of the message that the customer reacted to, under a misspelled key found in one
        /// of Meta's samples.
        messsage_id: Option<MessageId>,
        /// The emoji, including skin tone and joiners. Absent or empty if the reaction was removed.
        emoji: Option<Text>,
    }
}

impl Reaction {
    /// Returns the ID of the message that the customer reacted to, from either key.
    #[must_use]
    pub fn target(&self) -> Option<&MessageId> {
        self.message_id.as_ref().or(self.messsage_id.as_ref())
    }

    /// Returns the emoji, or `None` if the reaction was removed.
    #[must_use]
    pub fn emoji(&self) -> Option<&str> {
        self.emoji.as_deref().filter(|emoji| !emoji.is_empty())
    }
}

object! {
    /// A quick reply: the button of a template that the customer pressed. The button of an
    /// interactive message is a [`ButtonReply`](super::ButtonReply) instead.
    pub struct Button {
        /// The text on the button.
        text: Option<Text>,
        /// The payload that the business assigned to the button, or the text on it if there was
        /// none. A platform may use it for a routing ID of its own.
        payload: Option<RawId>,
    }
}
