use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::wire::{Text, context::Context, object::deserialize, read::Wire};

/// One text, or a list of texts.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Texts {
    /// A text alone.
    One(Text),
    /// A list.
    List(Vec<Text>),
}

impl Texts {
    /// The texts, whichever shape they came in.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        match self {
            Self::One(text) => std::slice::from_ref(text),
            Self::List(list) => list,
        }
        .iter()
        .map(Text::as_str)
    }
}

impl Serialize for Texts {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::One(text) => text.serialize(to),
            Self::List(list) => list.serialize(to),
        }
    }
}

deserialize!(Texts);

impl Wire for Texts {
    fn read<'de, D: Deserializer<'de>>(from: D, cx: &Context<'_>) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(from)?;
        match raw.get().as_bytes().first() {
            Some(b'[') => cx.read_raw(raw).map(Self::List),
            _ => cx.read_raw(raw).map(Self::One),
        }
    }
}
