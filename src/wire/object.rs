//! Object tables: a struct, its reader, its writer, and what it does not model.

use std::fmt;

use serde::{
    de::{Deserializer, MapAccess, Visitor},
    ser::SerializeMap,
};

use super::context::Context;

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

            // With `visit_map` below: compiled beside serde_json's reader, which becomes part of it.
            #[inline]
            fn read_members<'de, A: ::serde::de::MapAccess<'de>>(
                &mut self,
                mut map: A,
                cx: &$crate::wire::context::Context<'_>,
            ) -> Result<(), A::Error> {
                use $crate::wire::{
                    members::{Key, Others, Seen, finish_member, read_member},
                    object::key,
                };
                #[allow(non_camel_case_types, reason = "named as the fields are")]
                enum Line { $($field,)* Count }
                const { assert!((Line::Count as u32) <= Seen::BITS) };

                let mut seen = 0;
                let mut others = Others::new(cx, &mut self.extra);
                while let Some(Key(key)) = map.next_key()? {
                    let read = match &*key {
                        $(key!($field $($key)?) => read_member(
                            &mut self.$field,
                            &mut seen,
                            Line::$field as u32,
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
                cx: &$crate::wire::context::Context<'_>,
            ) -> Result<Self, D::Error> {
                $crate::wire::read::filled(from, cx)
            }

            fn fill<'de, D: ::serde::Deserializer<'de>>(
                &mut self,
                from: D,
                cx: &$crate::wire::context::Context<'_>,
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

        #[inline]
        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
            self.0.read_members(map, self.1)
        }
    }

    from.deserialize_map(Members(object, cx))
}
