//! Reading a value by its type, with the way to a mistake kept.

use std::{
    fmt::{self, Debug},
    marker::PhantomData,
};

use serde::de::{
    self, Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};

use super::{Json, Secret, Text, context::Context, members::Key, quick, walk::Walk, way::Segment};

/// A type that may stand in an object table.
///
/// Reading needs serde_json's reader over a text; every public `Deserialize` gets one by taking
/// the raw JSON first, see [`body::deserialize`](super::body::deserialize).
pub(crate) trait Wire: Debug + Sized {
    /// Reads a value; after a mistake the way to it stands in `cx`.
    fn read<'de, D: Deserializer<'de>>(from: D, cx: &Context<'_>) -> Result<Self, D::Error>;

    /// Reads a value to where it stays, over the blank there.
    fn fill<'de, D: Deserializer<'de>>(
        &mut self,
        from: D,
        cx: &Context<'_>,
    ) -> Result<(), D::Error> {
        *self = Self::read(from, cx)?;
        Ok(())
    }

    /// Reads a value, or `null`, to where it stays.
    fn maybe<'de, D: Deserializer<'de>>(
        place: &mut Option<Self>,
        from: D,
        cx: &Context<'_>,
    ) -> Result<(), D::Error> {
        *place = from.deserialize_option(Maybe(cx, PhantomData))?;
        Ok(())
    }

    /// What a member that is missing reads as, if it may be missing.
    fn absent(_cx: &Context<'_>) -> Option<Self> {
        None
    }

    /// Whether the member is not there, and so not written.
    fn is_absent(&self) -> bool {
        false
    }

    /// What `Debug` shows of the member, if anything.
    fn shown(&self) -> Option<&dyn Debug> {
        Some(self)
    }

    /// Reports what the body holds and the model does not.
    fn walk(&self, _walk: &mut Walk) {}
}

/// A type that has a value for a place that is not read yet.
pub(crate) trait Blank: Wire {
    /// Whether the blank is also what absence means.
    const IS_ABSENCE: bool = false;

    fn blank() -> Self;
}

/// Reads a value over a blank.
#[inline]
pub(crate) fn filled<'de, T: Blank, D: Deserializer<'de>>(
    from: D,
    cx: &Context<'_>,
) -> Result<T, D::Error> {
    let mut value = T::blank();
    value.fill(from, cx)?;
    Ok(value)
}

struct Maybe<'c, 'a, T>(&'c Context<'a>, PhantomData<T>);

impl<'de, T: Wire> Visitor<'de> for Maybe<'_, '_, T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        T::read(from, self.0).map(Some)
    }
}

/// The seed that reads a value to where it stays.
pub(crate) struct Fill<'p, 'c, 'a, T>(pub(crate) &'p mut T, pub(crate) &'c Context<'a>);

impl<'de, T: Wire> DeserializeSeed<'de> for Fill<'_, '_, '_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        self.0.fill(from, self.1)
    }
}

impl<T: Wire> Wire for Option<T> {
    fn read<'de, D: Deserializer<'de>>(from: D, cx: &Context<'_>) -> Result<Self, D::Error> {
        filled(from, cx)
    }

    fn fill<'de, D: Deserializer<'de>>(
        &mut self,
        from: D,
        cx: &Context<'_>,
    ) -> Result<(), D::Error> {
        T::maybe(self, from, cx)
    }

    fn absent(_cx: &Context<'_>) -> Option<Self> {
        Some(None)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn shown(&self) -> Option<&dyn Debug> {
        self.as_ref().map(|value| value as &dyn Debug)
    }

    fn walk(&self, walk: &mut Walk) {
        if let Some(value) = self {
            value.walk(walk);
        }
    }
}

impl<T: Wire> Blank for Option<T> {
    const IS_ABSENCE: bool = true;

    fn blank() -> Self {
        None
    }
}

impl<T: Blank> Wire for Box<T> {
    fn read<'de, D: Deserializer<'de>>(from: D, cx: &Context<'_>) -> Result<Self, D::Error> {
        let mut value = Box::write(Box::new_uninit(), T::blank());
        value.fill(from, cx)?;
        Ok(value)
    }

    fn fill<'de, D: Deserializer<'de>>(
        &mut self,
        from: D,
        cx: &Context<'_>,
    ) -> Result<(), D::Error> {
        (**self).fill(from, cx)
    }

    fn walk(&self, walk: &mut Walk) {
        (**self).walk(walk);
    }
}

impl<T: Blank> Wire for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(from: D, cx: &Context<'_>) -> Result<Self, D::Error> {
        struct List<'c, 'a, T>(&'c Context<'a>, PhantomData<T>);

        impl<'de, T: Blank> Visitor<'de> for List<'_, '_, T> {
            type Value = Vec<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an array")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<T>, A::Error> {
                if let Some(lenient) = &self.0.lenient {
                    return lenient.list(seq, self.0);
                }
                let mut list = Vec::new();
                for index in 0.. {
                    match seq.next_element_seed(Push(&mut list, self.0)) {
                        Ok(Some(())) => {}
                        Ok(None) => break,
                        Err(error) => {
                            self.0.note(Segment::Index(index));
                            return Err(error);
                        }
                    }
                }
                Ok(list)
            }
        }

        struct Push<'l, 'c, 'a, T>(&'l mut Vec<T>, &'c Context<'a>);

        impl<'de, T: Blank> DeserializeSeed<'de> for Push<'_, '_, '_, T> {
            type Value = ();

            fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
                if self.0.is_empty() {
                    // Four, but no more than allocators keep at hand.
                    self.0.reserve_exact((1024 / size_of::<T>().max(1)).clamp(1, 4));
                }
                self.0.resize_with(self.0.len() + 1, T::blank);
                self.0.last_mut().map_or(Ok(()), |element| element.fill(from, self.1))
            }
        }

        from.deserialize_seq(List(cx, PhantomData))
    }

    fn walk(&self, walk: &mut Walk) {
        for (index, element) in self.iter().enumerate() {
            walk.enter(&index.to_string(), |walk| element.walk(walk));
        }
    }
}

/// Makes types readable in tables that hold nothing unknown and read by plain `Deserialize`.
macro_rules! plain {
    ($($ty:ty),+) => { $(
        impl Wire for $ty {
            fn read<'de, D: Deserializer<'de>>(from: D, _: &Context<'_>) -> Result<Self, D::Error> {
                Self::deserialize(from)
            }
        }
    )+ };
}

plain!(bool, Json, Secret);

impl Wire for Text {
    fn read<'de, D: Deserializer<'de>>(from: D, cx: &Context<'_>) -> Result<Self, D::Error> {
        filled(from, cx)
    }

    fn fill<'de, D: Deserializer<'de>>(
        &mut self,
        from: D,
        _: &Context<'_>,
    ) -> Result<(), D::Error> {
        from.deserialize_str(Put(|text: &str| self.write(text), "a string"))
    }

    fn maybe<'de, D: Deserializer<'de>>(
        place: &mut Option<Self>,
        from: D,
        _: &Context<'_>,
    ) -> Result<(), D::Error> {
        text_or_null(from, "a string", |text| place.insert(Self::EMPTY).write(text))
    }
}

impl Blank for Text {
    fn blank() -> Self {
        Self::EMPTY
    }
}

/// Reads a text and puts it where it stays, or reads `null`, in one step.
pub(crate) fn text_or_null<'de, D: Deserializer<'de>>(
    from: D,
    expected: &'static str,
    put: impl FnOnce(&str),
) -> Result<(), D::Error> {
    from.deserialize_any(Put(put, expected))
}

struct Put<F>(F, &'static str);

impl<'de, F: FnOnce(&str)> Visitor<'de> for Put<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.1)
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        (self.0)(text);
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let found = match map.next_key() {
            Ok(Some(Key(key))) if key == quick::NUMBER => Unexpected::Other("number"),
            _ => Unexpected::Map,
        };
        Err(de::Error::invalid_type(found, &self))
    }
}
