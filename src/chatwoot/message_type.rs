use std::fmt;

use crate::{
    json::{Error, Scalar},
    wire::{Body, EnumValue, Node, Wire, open_enum, serde_traits},
};

open_enum! {
    /// The direction of a message, or that it is the server's own. The page documents all values
    /// except `activity`, which is observed.
    pub enum MessageKind {
        /// A message from the customer. `0` as a number.
        "incoming" as Incoming,
        /// A message to the customer from an agent, a bot, an automation rule or a campaign,
        /// including provider templates. `1` as a number.
        "outgoing" as Outgoing,
        /// A line that the server adds to the conversation for the agents, such as who it was
        /// assigned to. Never the message of an event. `2` as a number.
        "activity" as Activity,
        /// A message to the customer from the server itself: a greeting, an out-of-office reply, a
        /// survey, or a request for an email address. `3` as a number.
        ///
        /// Before 2.18 such a message had no event of its own.
        "template" as Template,
    }
}

impl MessageKind {
    fn of_code(code: &str) -> Option<Self> {
        match code {
            "0" => Some(Self::Incoming),
            "1" => Some(Self::Outgoing),
            "2" => Some(Self::Activity),
            "3" => Some(Self::Template),
            _ => None,
        }
    }

    fn code(&self) -> &str {
        match self {
            Self::Incoming => "0",
            Self::Outgoing => "1",
            Self::Activity => "2",
            Self::Template => "3",
            Self::Unknown(code) => code.as_str(),
        }
    }
}

/// The type of a message: a string at the top level of a body, and a number in the messages of a
/// conversation.
///
/// Both forms are read in both positions, and written back as sent.
///
/// ```
/// use chathooks::chatwoot::{MessageKind, MessageType};
///
/// for json in [r#""outgoing""#, "1"] {
///     let sent: MessageType = serde_json::from_str(json)?;
///     assert_eq!(*sent.kind(), MessageKind::Outgoing);
///     assert_eq!(serde_json::to_string(&sent)?, json);
/// }
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct MessageType {
    kind: MessageKind,
    spelling: Spelling,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Spelling {
    Text,
    Code,
    QuotedCode,
}

impl MessageType {
    /// Returns the meaning of the type, for matching.
    ///
    /// An unrecognized number is [`Unknown`](MessageKind::Unknown) with its digits.
    #[must_use]
    pub fn kind(&self) -> &MessageKind {
        &self.kind
    }

    /// Returns the string or number as it was sent, without quotes.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self.spelling {
            Spelling::Text => self.kind.as_str(),
            Spelling::Code | Spelling::QuotedCode => self.kind.code(),
        }
    }
}

impl From<MessageKind> for MessageType {
    fn from(kind: MessageKind) -> Self {
        Self { kind, spelling: Spelling::Text }
    }
}

impl From<Scalar<'_>> for MessageType {
    fn from(scalar: Scalar<'_>) -> Self {
        let (text, spelling) = match &scalar {
            Scalar::Number(number) => (number.literal, Spelling::Code),
            Scalar::String(text) => (&**text, Spelling::QuotedCode),
        };
        match (MessageKind::of_code(text), spelling) {
            (Some(kind), _) => Self { kind, spelling },
            (None, Spelling::Code) => Self { kind: text.into(), spelling },
            (None, _) => Self { kind: text.into(), spelling: Spelling::Text },
        }
    }
}

impl fmt::Debug for MessageType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.spelling {
            Spelling::Text => write!(f, "MessageType({:?})", self.kind),
            Spelling::Code => write!(f, "MessageType({:?}, {})", self.kind, self.as_str()),
            Spelling::QuotedCode => write!(f, "MessageType({:?}, {:?})", self.kind, self.as_str()),
        }
    }
}

impl Wire for MessageType {
    fn empty() -> Self {
        Self { kind: MessageKind::empty(), spelling: Spelling::Text }
    }

    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
        *self = body.json.scalar("a message type (number or string)")?.into();
        Ok(())
    }

    fn node(&self) -> Node<'_> {
        Node::EnumValue(EnumValue {
            text: self.as_str(),
            is_known: !matches!(self.kind, MessageKind::Unknown(_)),
            is_number: self.spelling == Spelling::Code,
        })
    }
}

serde_traits!(MessageType);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings() {
        for (json, kind) in [
            (r#""incoming""#, MessageKind::Incoming),
            (r#""template""#, MessageKind::Template),
            ("0", MessageKind::Incoming),
            ("2", MessageKind::Activity),
            ("3", MessageKind::Template),
            (r#""1""#, MessageKind::Outgoing),
            ("1.0", "1.0".into()),
            ("4", "4".into()),
            ("-1", "-1".into()),
            ("1e999", "1e999".into()),
            (r#""Incoming""#, "Incoming".into()),
            (r#""""#, "".into()),
        ] {
            let sent: MessageType = serde_json::from_str(json).unwrap();
            assert_eq!(*sent.kind(), kind, "{json}");
            assert_eq!(sent.as_str(), json.trim_matches('"'), "{json}");
            assert_eq!(serde_json::to_string(&sent).unwrap(), json);
        }
    }
}
