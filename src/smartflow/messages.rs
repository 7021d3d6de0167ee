use std::{
    fmt,
    ops::{Deref, DerefMut},
    slice, vec,
};

use serde::{
    Serialize, Serializer,
    de::{
        self, Deserialize, Deserializer, MapAccess, SeqAccess, Unexpected, Visitor,
        value::{MapAccessDeserializer, SeqAccessDeserializer},
    },
};
use serde_json::value::RawValue;

use crate::{
    whatsapp::Message,
    wire::{body, context::Context, quick::stop, read::Wire, walk::Walk},
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

impl DerefMut for Messages {
    fn deref_mut(&mut self) -> &mut [Message] {
        match self {
            Self::One(message) => slice::from_mut(message),
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

impl<'a> IntoIterator for &'a mut Messages {
    type Item = &'a mut Message;
    type IntoIter = slice::IterMut<'a, Message>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

impl Wire for Messages {
    fn read<'de, D: Deserializer<'de>>(from: D, cx: &Context<'_>) -> Result<Self, D::Error> {
        if cx.is_quick() {
            return from.deserialize_any(Quick(cx));
        }
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

/// Reads messages at once, and nothing else.
struct Quick<'c, 'a>(&'c Context<'a>);

impl<'de> Visitor<'de> for Quick<'_, '_> {
    type Value = Messages;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or an array (Messages)")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Messages, A::Error> {
        Wire::read(MapAccessDeserializer::new(map), self.0).map(Messages::One)
    }

    // Numbers are told alike whatever serde_json's features are, so by their literals.
    fn visit_i64<E: de::Error>(self, _: i64) -> Result<Messages, E> {
        stop(self.0)
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<Messages, E> {
        stop(self.0)
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Messages, E> {
        stop(self.0)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Messages, A::Error> {
        Wire::read(SeqAccessDeserializer::new(seq), self.0).map(Messages::Many)
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
