//! From bytes to a typed value, with the way to a mistake kept.

use std::{
    cell::{Cell, RefCell},
    fmt::Debug,
    marker::PhantomData,
    str,
};

use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::{
    Json, Secret,
    scan::{self, Segment},
    walk::Walk,
};
use crate::{ErrorKind, ParseError, Provider};

/// A type that may stand in an object table.
///
/// Reading needs serde_json's reader over a text; every public `Deserialize` gets one by taking
/// the raw JSON first, see [`deserialize`].
pub(crate) trait Wire: Debug + Sized {
    /// Reads a value; after a mistake the way to it stands in `cx`.
    fn read<'de, D: Deserializer<'de>>(from: D, cx: &Context<'_>) -> Result<Self, D::Error>;

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

/// What reading one body carries along.
#[derive(Default)]
pub(crate) struct Context<'a> {
    /// Name of the event, as the tag of the body says.
    name: &'a str,
    /// Key of the tag, until the object that holds it takes it.
    tag: Cell<Option<&'static str>>,
    /// The way to the mistake, innermost step first; empty while there is none.
    way: RefCell<Vec<Segment>>,
}

impl<'a> Context<'a> {
    pub(crate) fn name(&self) -> &'a str {
        self.name
    }

    pub(crate) fn take_tag(&self) -> Option<&'static str> {
        self.tag.take()
    }

    /// The seed that reads a `T` in this context.
    pub(crate) fn seed<T>(&self) -> Seed<'_, 'a, T> {
        Seed(self, PhantomData)
    }

    /// Notes that the mistake lies below this step.
    #[cold]
    pub(crate) fn note(&self, step: Segment) {
        self.way.borrow_mut().push(step);
    }

    fn into_way(self) -> Vec<Segment> {
        let mut way = self.way.into_inner();
        way.reverse();
        way
    }
}

pub(crate) struct Seed<'c, 'a, T>(&'c Context<'a>, PhantomData<T>);

impl<'de, T: Wire> DeserializeSeed<'de> for Seed<'_, '_, T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<T, D::Error> {
        T::read(from, self.0)
    }
}

/// A whole body of one provider.
pub(crate) trait Root: Wire {
    const PROVIDER: Provider;
    /// Key of the top-level member that names the event, where there is one.
    const TAG: Option<&'static str>;
    /// Every event that has a model.
    const KNOWN: &'static [&'static str];
}

/// Makes a type the whole body of a provider.
macro_rules! root {
    ($name:ident of $provider:expr, by $tag:expr, knows $known:expr) => {
        impl $crate::wire::read::Root for $name {
            const PROVIDER: $crate::Provider = $provider;
            const TAG: Option<&'static str> = $tag;
            const KNOWN: &'static [&'static str] = $known;
        }

        impl $name {
            /// Reads a body, just as it was received.
            ///
            /// # Errors
            ///
            /// If the bytes are not a JSON object, if they do not name an event, or if they do not
            /// fit the model of the event they name. An event without a model is no error.
            pub fn parse(body: &[u8]) -> Result<Self, $crate::ParseError> {
                $crate::wire::read::parse(body)
            }

            /// Whether this version has a model for the event.
            #[must_use]
            pub fn is_known(&self) -> bool {
                <Self as $crate::wire::read::Root>::KNOWN.contains(&self.name())
            }

            /// Lists what the body holds and the model does not, by JSON pointer.
            #[must_use]
            pub fn drift(&self) -> Vec<$crate::Drift> {
                $crate::wire::walk::drift(self)
            }
        }
    };
}

pub(crate) use root;

/// Reads a whole body.
pub(crate) fn parse<T: Root>(body: &[u8]) -> Result<T, ParseError> {
    text(body).and_then(root).map_err(|error| match error.provider() {
        Some(_) => error,
        None => error.of(T::PROVIDER, None),
    })
}

fn root<T: Root>(text: &str) -> Result<T, ParseError> {
    let Some(tag) = T::TAG else {
        return read(text, Context::default());
    };
    let Some(name) = scan::tag(text, tag) else {
        return Err(untagged(text, tag));
    };
    let cx = Context { name: &name, tag: Cell::new(Some(tag)), ..Context::default() };
    read(text, cx).map_err(|error| {
        let known = T::KNOWN.iter().find(|known| **known == name);
        error.of(T::PROVIDER, known.copied())
    })
}

fn read<T: Wire>(text: &str, cx: Context<'_>) -> Result<T, ParseError> {
    let mut from = serde_json::Deserializer::from_str(text);
    match T::read(&mut from, &cx).and_then(|value| from.end().map(|()| value)) {
        Ok(value) => Ok(value),
        Err(error) => Err(ParseError::from_json(&error, text, &cx.into_way())),
    }
}

/// UTF-8 is checked once, here; a single byte order mark is skipped (RFC 8259, section 8.1).
fn text(body: &[u8]) -> Result<&str, ParseError> {
    match str::from_utf8(body) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) => Err(ParseError::not_utf8(body, error.valid_up_to())),
    }
}

/// Says why a body has no event name.
#[cold]
fn untagged(text: &str, tag: &'static str) -> ParseError {
    struct Skip;

    impl<'de> Visitor<'de> for Skip {
        type Value = ();

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
            while map.next_entry::<de::IgnoredAny, de::IgnoredAny>()?.is_some() {}
            Ok(())
        }
    }

    let mut from = serde_json::Deserializer::from_str(text);
    if let Err(error) = from.deserialize_map(Skip).and_then(|()| from.end()) {
        return ParseError::from_json(&error, text, &[]);
    }
    let way = [Segment::Key(tag)];
    if scan::find(text, &way).is_some() {
        return ParseError::at(ErrorKind::Shape, text, &way, format!("`{tag}` is not a text"));
    }
    ParseError::at(ErrorKind::Shape, text, &[], format!("missing field `{tag}`"))
}

/// Serves `Deserialize` for objects: takes the raw JSON, so that any of serde_json's sources
/// will do, and reads that.
pub(crate) fn deserialize<'de, T: Wire, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let raw = Box::<RawValue>::deserialize(from)?;
    read(raw.get(), Context::default()).map_err(de::Error::custom)
}

/// As [`deserialize`], for a whole body.
pub(crate) fn deserialize_root<'de, T: Root, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let raw = Box::<RawValue>::deserialize(from)?;
    root(raw.get()).map_err(de::Error::custom)
}

impl<T: Wire> Wire for Option<T> {
    fn read<'de, D: Deserializer<'de>>(from: D, cx: &Context<'_>) -> Result<Self, D::Error> {
        struct Maybe<'c, 'a, T>(Seed<'c, 'a, T>);

        impl<'de, T: Wire> Visitor<'de> for Maybe<'_, '_, T> {
            type Value = Option<T>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a value or null")
            }

            fn visit_unit<E>(self) -> Result<Self::Value, E> {
                Ok(None)
            }

            fn visit_none<E>(self) -> Result<Self::Value, E> {
                Ok(None)
            }

            fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
                self.0.deserialize(from).map(Some)
            }
        }

        from.deserialize_option(Maybe(cx.seed()))
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

impl<T: Wire> Wire for Box<T> {
    fn read<'de, D: Deserializer<'de>>(from: D, cx: &Context<'_>) -> Result<Self, D::Error> {
        T::read(from, cx).map(Box::new)
    }

    fn walk(&self, walk: &mut Walk) {
        (**self).walk(walk);
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(from: D, cx: &Context<'_>) -> Result<Self, D::Error> {
        struct List<'c, 'a, T>(&'c Context<'a>, PhantomData<T>);

        impl<'de, T: Wire> Visitor<'de> for List<'_, '_, T> {
            type Value = Vec<T>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<T>, A::Error> {
                let mut list = Vec::new();
                loop {
                    match seq.next_element_seed(self.0.seed::<T>()) {
                        Ok(Some(element)) => list.push(element),
                        Ok(None) => return Ok(list),
                        Err(error) => {
                            self.0.note(Segment::Index(list.len()));
                            return Err(error);
                        }
                    }
                }
            }
        }

        from.deserialize_seq(List(cx, PhantomData))
    }

    fn walk(&self, walk: &mut Walk) {
        for (index, element) in self.iter().enumerate() {
            walk.enter(index, |walk| element.walk(walk));
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

plain!(String, bool, Json, Secret);
