use std::{ops::Deref, slice, vec};

use serde::{
    Serialize, Serializer,
    de::{self, Deserialize, Deserializer, Unexpected},
};
use serde_json::value::RawValue;

use crate::{
    whatsapp::Message,
    wire::{
        body,
        read::{Context, Wire},
        walk::Walk,
    },
};

/// One message, or a list of them; a slice either way.
///
/// ```
/// use chathooks::smartflow::Messages;
///
/// for json in [r#"{"id":"wamid.A"}"#, r#"[{"id":"wamid.A"}]"#] {
///     let messages: Messages = serde_json::from_str(json)?;
///     assert_eq!(messages.len(), 1);
///     assert_eq!(serde_json::to_string(&messages)?, json);
/// }
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::exhaustive_enums, reason = "there is no third number")]
pub enum Messages {
    /// An object, as Smartflow sends.
    One(Box<Message>),
    /// A list, as Meta sends.
    Many(Vec<Message>),
}

impl Deref for Messages {
    type Target = [Message];

    fn deref(&self) -> &[Message] {
        match self {
            Self::One(message) => slice::from_ref(message),
            Self::Many(list) => list,
        }
    }
}

impl IntoIterator for Messages {
    type Item = Message;
    type IntoIter = vec::IntoIter<Message>;

    fn into_iter(self) -> Self::IntoIter {
        match self {
            Self::One(message) => vec![*message].into_iter(),
            Self::Many(list) => list.into_iter(),
        }
    }
}

impl<'a> IntoIterator for &'a Messages {
    type Item = &'a Message;
    type IntoIter = slice::Iter<'a, Message>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Wire for Messages {
    fn read<'de, D: Deserializer<'de>>(from: D, cx: &Context<'_>) -> Result<Self, D::Error> {
        // The first byte tells the shape. Asked to tell it, serde_json may show a number as a map.
        let raw = <&RawValue>::deserialize(from)?;
        let found = match raw.get().as_bytes().first() {
            Some(b'{') => return cx.read_raw(raw).map(Self::One),
            Some(b'[') => return cx.read_raw(raw).map(Self::Many),
            Some(b'"') => "string",
            Some(b'-' | b'0'..=b'9') => "number",
            Some(b't' | b'f') => "boolean",
            _ => "null",
        };
        Err(de::Error::invalid_type(Unexpected::Other(found), &"an object or an array (Messages)"))
    }

    fn walk(&self, walk: &mut Walk) {
        match self {
            Self::One(message) => message.walk(walk),
            Self::Many(list) => list.walk(walk),
        }
    }
}

impl<'de> Deserialize<'de> for Messages {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        body::deserialize(from)
    }
}

impl Serialize for Messages {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::One(message) => message.serialize(to),
            Self::Many(list) => list.serialize(to),
        }
    }
}
