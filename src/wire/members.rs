//! The members of an object, as they are read.

use std::{borrow::Cow, fmt};

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};

use super::{
    Extra,
    context::Context,
    quick,
    read::{Blank, Fill, Wire},
    way::Segment,
};

/// A key, borrowed where it has no escapes.
pub(crate) struct Key<'de>(pub(crate) Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Text;

        impl<'de> Visitor<'de> for Text {
            type Value = Key<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_borrowed_str<E>(self, key: &'de str) -> Result<Self::Value, E> {
                Ok(Key(Cow::Borrowed(key)))
            }

            fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
                Ok(Key(Cow::Owned(key.to_owned())))
            }
        }

        from.deserialize_str(Text)
    }
}

/// Which lines of a table have been read.
pub(crate) type Seen = u64;

/// Reads the value of a known key to its place, once.
#[inline]
pub(crate) fn read_member<'de, T: Wire, A: MapAccess<'de>>(
    place: &mut T,
    seen: &mut Seen,
    line: u32,
    key: &'static str,
    map: &mut A,
    cx: &Context<'_>,
) -> Result<(), A::Error> {
    let again = *seen & (1 << line) != 0;
    if let Some(lenient) = &cx.lenient {
        if let Some(value) = lenient.member(again, key, map, cx)? {
            *place = value;
            *seen |= 1 << line;
        }
        return Ok(());
    }
    if again {
        cx.note(Segment::Repeated(key));
        return Err(de::Error::duplicate_field(key));
    }
    map.next_value_seed(Fill(place, cx)).inspect_err(|_| cx.note(Segment::Key(key)))?;
    *seen |= 1 << line;
    Ok(())
}

/// Puts what its absence means in the place of a member that was not read.
pub(crate) fn finish_member<T: Blank, E: de::Error>(
    place: &mut T,
    was_read: bool,
    key: &'static str,
    cx: &Context<'_>,
) -> Result<(), E> {
    if !was_read && !T::IS_ABSENCE {
        *place = T::absent(cx).ok_or_else(|| E::missing_field(key))?;
    }
    Ok(())
}

/// The members that stand in no line: the tag of the body, and what is not modelled.
pub(crate) struct Others<'o, 'c, 'a> {
    cx: &'c Context<'a>,
    tag: Option<&'static str>,
    tag_seen: bool,
    extra: &'o mut Extra,
}

impl<'o, 'c, 'a> Others<'o, 'c, 'a> {
    pub(crate) fn new(cx: &'c Context<'a>, extra: &'o mut Extra) -> Self {
        Self { cx, tag: cx.take_tag(), tag_seen: false, extra }
    }

    pub(crate) fn read<'de, A: MapAccess<'de>>(
        &mut self,
        key: &str,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match self.tag {
            Some(tag) if key == tag => self.read_tag(tag, map),
            _ => {
                if self.cx.is_quick() && key == quick::NUMBER {
                    self.cx.stop();
                }
                self.extra.push(key, map.next_value()?);
                Ok(())
            }
        }
    }

    /// Checks that the event that was read is the one that the tag names.
    fn read_tag<'de, A: MapAccess<'de>>(
        &mut self,
        tag: &'static str,
        map: &mut A,
    ) -> Result<(), A::Error> {
        if std::mem::replace(&mut self.tag_seen, true) {
            return self.repeated_tag(tag, map);
        }
        let Key(name) = map.next_value()?;
        if self.cx.confirm_name(&name) {
            Ok(())
        } else {
            // Only a second tag at the other edge can have named another event.
            self.cx.note(Segment::Repeated(tag));
            Err(de::Error::duplicate_field(tag))
        }
    }

    #[cold]
    fn repeated_tag<'de, A: MapAccess<'de>>(
        &self,
        tag: &'static str,
        map: &mut A,
    ) -> Result<(), A::Error> {
        if let Some(lenient) = &self.cx.lenient {
            return lenient.repeated(tag, map.next_value()?).map_err(de::Error::custom);
        }
        self.cx.note(Segment::Repeated(tag));
        Err(de::Error::duplicate_field(tag))
    }
}
