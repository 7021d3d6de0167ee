//! Object tables: a struct, its reader, its writer, and what it does not model.

use std::{borrow::Cow, fmt};

use serde::{
    de::{self, Deserialize, Deserializer, MapAccess, Visitor},
    ser::SerializeMap,
};

use super::{
    Extra, quick,
    read::{Blank, Context, Wire},
    way::Segment,
};

/// A JSON object with a table of members.
pub(crate) trait Object: Sized {
    const NAME: &'static str;

    /// Fills the object where it stays; large ones are moved less often so.
    fn read_members<'de, A: MapAccess<'de>>(
        &mut self,
        map: A,
        cx: &Context<'_>,
    ) -> Result<(), A::Error>;

    fn write_members<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error>;
}

/// Makes a struct for a JSON object, from a table of its members.
///
/// A line is docs, field and type; the key only where it differs from the field. `Option` means
/// that the member may be absent, and `null` is absence. Members that stand in no line are kept in
/// `extra`. `by "tag"` is for a whole body that names its event in the member `tag`.
///
/// ```ignore
/// object! {
///     /// A file that came with a message.
///     pub struct Attachment {
///         /// Unique within the installation.
///         id: AttachmentId,
///         /// What the file is; absent in rows from before 2.0.
///         kind "file_type": Option<FileType>,
///     }
/// }
/// ```
macro_rules! object {
    ($(#[$meta:meta])* pub struct $name:ident $(by $tag:literal)? {
        $($(#[$doc:meta])* $field:ident $($key:literal)?: $ty:ty,)*
    }) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq)]
        #[non_exhaustive]
        pub struct $name {
            $($(#[$doc])* pub $field: $ty,)*
            /// Members that this type does not model, as they came.
            pub extra: $crate::wire::Extra,
        }

        impl $crate::wire::object::Object for $name {
            const NAME: &'static str = stringify!($name);

            fn read_members<'de, A: ::serde::de::MapAccess<'de>>(
                &mut self,
                mut map: A,
                cx: &$crate::wire::read::Context<'_>,
            ) -> Result<(), A::Error> {
                use $crate::wire::object::{Key, Others, finish_member, key, read_member};
                #[allow(non_camel_case_types, reason = "named as the fields are")]
                enum Line { $($field,)* Count }
                const { assert!((Line::Count as u32) <= $crate::wire::object::Seen::BITS) };

                let mut seen = 0;
                let mut others = Others::new(cx, &mut self.extra);
                while let Some(Key(key)) = map.next_key()? {
                    let read = match &*key {
                        $(key!($field $($key)?) => read_member(
                            &mut self.$field,
                            (&mut seen, Line::$field as u32),
                            key!($field $($key)?),
                            &mut map,
                            cx,
                        ),)*
                        _ => others.read(&key, &mut map),
                    };
                    read.inspect_err(|_| cx.locate(&key))?;
                }
                $(finish_member(
                    &mut self.$field,
                    seen & (1 << (Line::$field as u32)) != 0,
                    key!($field $($key)?),
                    cx,
                )?;)*
                Ok(())
            }

            fn write_members<M: ::serde::ser::SerializeMap>(
                &self,
                map: &mut M,
            ) -> Result<(), M::Error> {
                use $crate::wire::read::Wire as _;
                $(map.serialize_entry($tag, &$crate::redacted::Opaque(self.name()))?;)?
                $(if !self.$field.is_absent() {
                    map.serialize_entry($crate::wire::object::key!($field $($key)?), &self.$field)?;
                })*
                self.extra.write(map)
            }
        }

        impl $crate::wire::read::Blank for $name {
            fn blank() -> Self {
                Self {
                    $($field: $crate::wire::read::Blank::blank(),)*
                    extra: $crate::wire::Extra::default(),
                }
            }
        }

        impl $crate::wire::read::Wire for $name {
            fn read<'de, D: ::serde::Deserializer<'de>>(
                from: D,
                cx: &$crate::wire::read::Context<'_>,
            ) -> Result<Self, D::Error> {
                let mut object: Self = $crate::wire::read::Blank::blank();
                object.fill(from, cx)?;
                Ok(object)
            }

            fn fill<'de, D: ::serde::Deserializer<'de>>(
                &mut self,
                from: D,
                cx: &$crate::wire::read::Context<'_>,
            ) -> Result<(), D::Error> {
                $crate::wire::object::fill(self, from, cx)
            }

            fn walk(&self, walk: &mut $crate::wire::walk::Walk) {
                $(walk.enter($crate::wire::object::key!($field $($key)?), |walk| {
                    $crate::wire::read::Wire::walk(&self.$field, walk);
                });)*
                self.extra.walk(walk);
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                let mut map = to.serialize_map(None)?;
                $crate::wire::object::Object::write_members(self, &mut map)?;
                ::serde::ser::SerializeMap::end(map)
            }
        }

        $crate::wire::object::deserialize!($name $($tag)?);

        /// Shows only the members that are there.
        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                let mut out = f.debug_struct(stringify!($name));
                $(if let Some(value) = $crate::wire::read::Wire::shown(&self.$field) {
                    out.field(stringify!($field), value);
                })*
                if !self.extra.is_empty() {
                    out.field("extra", &self.extra);
                }
                out.finish()
            }
        }
    };
}

/// The key of a line: its own text, or else the field's name.
macro_rules! key {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $key:literal) => {
        $key
    };
}

macro_rules! deserialize {
    ($name:ident) => {
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::wire::body::deserialize(from)
            }
        }
    };
    ($name:ident $tag:literal) => {
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::wire::body::deserialize_root(from)
            }
        }
    };
}

pub(crate) use {deserialize, key, object};

/// Reads an object and nothing else: a list of values in order is not one.
pub(crate) fn fill<'de, T: Object, D: Deserializer<'de>>(
    object: &mut T,
    from: D,
    cx: &Context<'_>,
) -> Result<(), D::Error> {
    struct Members<'o, 'c, 'a, T>(&'o mut T, &'c Context<'a>);

    impl<'de, T: Object> Visitor<'de> for Members<'_, '_, '_, T> {
        type Value = ();

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "an object ({})", T::NAME)
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
            self.0.read_members(map, self.1)
        }
    }

    from.deserialize_map(Members(object, cx))
}

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
    (seen, line): (&mut Seen, u32),
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
    match map.next_value_seed(cx.seed()) {
        Ok(value) => *place = value,
        Err(error) => {
            cx.note(Segment::Key(key));
            return Err(error);
        }
    }
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
        if name == self.cx.name() {
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
