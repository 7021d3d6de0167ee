use std::borrow::Cow;

use serde::{
    Serialize,
    de::{self, Deserialize, Deserializer},
};
use serde_json::value::RawValue;

use super::Tag;
use crate::wire::{Text, body, context::Context, read::Wire};

/// Tags of a contact: one text, or a list.
///
/// The samples have a text with a single tag. What separates several is not known; a comma is
/// assumed. Azeer's REST API has lists of ids, so these are read, too.
///
/// ```
/// use chathooks::azeer::Tags;
///
/// for json in [r#""vip, new tag""#, r#"["vip","new tag"]"#] {
///     let tags: Tags = serde_json::from_str(json)?;
///     assert_eq!(tags.iter().collect::<Vec<_>>(), ["vip", "new tag"]);
///     assert_eq!(serde_json::to_string(&tags)?, json);
/// }
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Tags {
    /// One text, of one tag or more.
    Text(Text),
    /// A list of names or ids. Not documented.
    List(Vec<Tag>),
}

impl Tags {
    /// The tags one by one: names, or ids as texts. A text is split at its commas.
    pub fn iter(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let (text, list) = match self {
            Self::Text(text) => (text.as_str(), [].as_slice()),
            Self::List(list) => ("", list.as_slice()),
        };
        let names = text.split(',').map(str::trim).filter(|name| !name.is_empty());
        names.map(Cow::Borrowed).chain(list.iter().map(|tag| tag.0.as_str()))
    }
}

impl Serialize for Tags {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.serialize(to),
            Self::List(list) => list.serialize(to),
        }
    }
}

impl<'de> Deserialize<'de> for Tags {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        body::deserialize(from)
    }
}

impl Wire for Tags {
    fn read<'de, D: Deserializer<'de>>(from: D, cx: &Context<'_>) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(from)?;
        match raw.get().as_bytes().first() {
            Some(b'"') => cx.read_raw(raw).map(Self::Text),
            Some(b'[') => cx.read_raw(raw).map(Self::List),
            _ => Err(de::Error::custom("invalid type, expected a text or an array")),
        }
    }
}
