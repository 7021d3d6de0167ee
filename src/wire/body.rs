//! From the bytes of a body to its typed value.

use std::{fmt, str};

use serde::de::{self, Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::{de::StrRead, value::RawValue};

use super::{
    Json,
    context::Context,
    edge,
    read::{Blank, Wire},
    walk::Walk,
    way::{Segment, Way},
};
use crate::{ErrorKind, Lenient, ParseError, Provider};

/// A whole body of one provider.
pub(crate) trait Root: Blank {
    const PROVIDER: Provider;
    /// Key of the top-level member that names the event, where there is one.
    const TAG: Option<&'static str>;
    /// Every event that has a model.
    const KNOWN: &'static [&'static str];
    /// Tags of other providers, by which a body that needs no tag is told not to be this one's.
    const FOREIGN: &'static [&'static str] = &[];
    /// Whether most bodies have a time with a fraction, which only its literal keeps.
    const FRACTIONS: bool = false;

    /// Name of the event as it was sent, or what stands for it.
    fn event(&self) -> &str;

    /// The foreign tag that was read, if one was.
    fn foreign(&self) -> Option<&'static str> {
        None
    }

    /// Reports what only the body as a whole can tell.
    fn walk_whole(&self, _walk: &mut Walk) {}
}

/// Makes a type the whole body of a provider.
macro_rules! root {
    ($name:ident of $provider:expr, by $tag:expr, knows $known:expr $(; $($also:tt)*)?) => {
        impl $crate::wire::body::Root for $name {
            const PROVIDER: $crate::Provider = $provider;
            const TAG: Option<&'static str> = $tag;
            const KNOWN: &'static [&'static str] = $known;

            fn event(&self) -> &str {
                self.name()
            }

            $($($also)*)?
        }

        impl $name {
            /// Reads a body, just as it was received.
            ///
            /// # Errors
            ///
            /// If the bytes are not a JSON object, if they do not name an event as this provider
            /// does, or if they do not fit the model of the event. An event without a model is no
            /// error.
            pub fn parse(body: &[u8]) -> Result<Self, $crate::ParseError> {
                $crate::wire::body::parse(body)
            }

            /// Reads a body; parts that do not fit become [misfits](crate::Misfit) beside it.
            ///
            /// # Errors
            ///
            /// If the bytes are not a JSON object, if they do not name an event, or if what is left
            /// lacks what the event cannot do without. The error is that of [`parse`](Self::parse).
            pub fn parse_lenient(
                body: &[u8],
            ) -> Result<$crate::Lenient<Self>, $crate::ParseError> {
                $crate::wire::body::parse_lenient(body)
            }

            /// Whether this version has a model for the event.
            #[must_use]
            pub fn is_known(&self) -> bool {
                <Self as $crate::wire::body::Root>::KNOWN.contains(&self.name())
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
    let text = text(body).map_err(|error| error.of(T::PROVIDER, None))?;
    let mut webhook = T::blank();
    match fill(&mut webhook, text) {
        Ok(()) => Ok(webhook),
        Err(error) => Err(error.behind(body.len() - text.len())),
    }
}

/// Reads a whole body to where it stays.
fn fill<T: Root>(webhook: &mut T, text: &str) -> Result<(), ParseError> {
    let Some(tag) = T::TAG else {
        return fill_untagged(webhook, text).map_err(|error| error.of(T::PROVIDER, None));
    };
    let explain = |error: &serde_json::Error, cx: Context<'_>| {
        let Some(name) = cx.name() else { return untagged(text, tag).of(T::PROVIDER, None) };
        let known = T::KNOWN.iter().find(|known| **known == name).copied();
        let error = ParseError::from_json(error, text, &cx.into_way());
        // What is no JSON may end with another object's member of that name.
        let about_tag = error.pointer().strip_prefix('/') == Some(tag);
        let cut = about_tag.then(|| object(text).err()).flatten();
        cut.unwrap_or(error).of(T::PROVIDER, known)
    };
    fill_as(webhook, text, || Context::of::<T>(text), explain)
}

/// Reads a body that names no event, unless it names one as another provider does.
fn fill_untagged<T: Root>(webhook: &mut T, text: &str) -> Result<(), ParseError> {
    let filled = fill_as(webhook, text, || Context::of::<T>(text), explain(text));
    let foreign = match &filled {
        Ok(()) => webhook.foreign(),
        Err(error) if error.kind() == ErrorKind::Shape => edge::first_of(text, T::FOREIGN),
        Err(_) => None,
    };
    match foreign {
        Some(tag) => {
            let message = format!("`{tag}` names an event of another provider");
            Err(ParseError::at(ErrorKind::Provider, text, &Way::to(Segment::Key(tag)), message))
        }
        None => filled,
    }
}

/// Reads it in a context that is made anew for every try.
fn fill_as<'a, T: Root>(
    webhook: &mut T,
    text: &str,
    cx: impl Fn() -> Context<'a>,
    explain: impl FnOnce(&serde_json::Error, Context<'a>) -> ParseError,
) -> Result<(), ParseError> {
    let fill = |from: &mut Reader<'_>, cx: &Context<'_>| {
        if !cx.is_quick() {
            // The first try may have left something.
            *webhook = T::blank();
        }
        webhook.fill(from, cx)
    };
    read(text, cx, fill, explain)
}

/// Reads the quick way, or else by literals.
fn read<'a, T>(
    text: &str,
    cx: impl Fn() -> Context<'a>,
    mut read: impl FnMut(&mut Reader<'_>, &Context<'_>) -> Result<T, serde_json::Error>,
    explain: impl FnOnce(&serde_json::Error, Context<'a>) -> ParseError,
) -> Result<T, ParseError> {
    let quick = cx().quick();
    let error = match whole(text, |from| read(from, &quick)) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    // serde_json takes a number that no double holds for no JSON.
    if !quick.is_stopped() && !error.is_syntax() {
        return Err(explain(&error, quick));
    }
    let cx = cx();
    whole(text, |from| read(from, &cx)).map_err(|error| explain(&error, cx))
}

/// Says where a mistake is, and nothing else of the body.
fn explain(text: &str) -> impl FnOnce(&serde_json::Error, Context<'_>) -> ParseError {
    move |error, cx| ParseError::from_json(error, text, &cx.into_way())
}

type Reader<'de> = serde_json::Deserializer<StrRead<'de>>;

/// Reads a text to its end.
fn whole<'de, T>(
    text: &'de str,
    read: impl FnOnce(&mut Reader<'de>) -> Result<T, serde_json::Error>,
) -> Result<T, serde_json::Error> {
    let mut from = serde_json::Deserializer::from_str(text);
    let value = read(&mut from)?;
    from.end().map(|()| value)
}

/// Reads a whole body; sets aside the parts that do not fit.
pub(crate) fn parse_lenient<T: Root>(body: &[u8]) -> Result<Lenient<T>, ParseError> {
    let strict = match parse(body) {
        Ok(webhook) => return Ok(Lenient { webhook, misfits: Vec::new() }),
        Err(error) if error.kind() == ErrorKind::Shape => error,
        Err(error) => return Err(error),
    };
    let text = text(body)?;
    let cx = Context::of::<T>(text).setting_aside(text);
    match whole(text, |from| T::read(from, &cx)) {
        Ok(webhook) => {
            let mut misfits = cx.lenient.map_or(Vec::new(), |lenient| lenient.into_misfits(text));
            for misfit in &mut misfits {
                misfit.error = misfit.error.clone().behind(body.len() - text.len());
            }
            Ok(Lenient { webhook, misfits })
        }
        // Too much was to be set aside, or what the event cannot do without.
        Err(_) => Err(strict),
    }
}

/// Reads an object of which every part may be missing; leaves out the parts that do not fit.
pub(crate) fn view<T: Wire>(json: &Json) -> Option<T> {
    let cx = Context::default().setting_aside(json.get());
    whole(json.get(), |from| T::read(from, &cx)).ok()
}

/// The text of a body. UTF-8 is checked once, here; a single byte order mark is skipped (RFC 8259,
/// section 8.1).
pub(crate) fn text(body: &[u8]) -> Result<&str, ParseError> {
    match str::from_utf8(body) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) => Err(ParseError::not_utf8(body, error.valid_up_to())),
    }
}

/// Checks that a text is a JSON object.
pub(crate) fn object(text: &str) -> Result<(), ParseError> {
    struct Skip;

    impl<'de> Visitor<'de> for Skip {
        type Value = ();

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            Ok(())
        }
    }

    let mut from = serde_json::Deserializer::from_str(text);
    let read = from.deserialize_map(Skip).and_then(|()| from.end());
    read.map_err(|error| ParseError::from_json(&error, text, &Way::default()))
}

/// Says why a body has no event name.
#[cold]
fn untagged(text: &str, tag: &'static str) -> ParseError {
    if let Err(error) = object(text) {
        return error;
    }
    let way = Way::to(Segment::Key(tag));
    if way.find(text).1.is_some() {
        return ParseError::at(ErrorKind::Shape, text, &way, format!("`{tag}` is not a text"));
    }
    ParseError::at(ErrorKind::Shape, text, &Way::default(), format!("missing field `{tag}`"))
}

/// Serves `Deserialize` for objects: takes the raw JSON, so that any of serde_json's sources
/// will do, and reads that.
pub(crate) fn deserialize<'de, T: Wire, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let raw = Box::<RawValue>::deserialize(from)?;
    let text = raw.get();
    read(text, Context::default, |from, cx| T::read(from, cx), explain(text))
        .map_err(de::Error::custom)
}

/// As [`deserialize`], for a whole body.
pub(crate) fn deserialize_root<'de, T: Root, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let raw = Box::<RawValue>::deserialize(from)?;
    let mut webhook = T::blank();
    fill(&mut webhook, raw.get()).map_err(de::Error::custom)?;
    Ok(webhook)
}
