//! Open enums: known texts have variants, every other text is kept.

use std::{fmt, marker::PhantomData};

use serde::de::{self, Deserializer, Visitor};

/// A text that has no variant in this version of the crate.
///
/// Made by reading only, so it never holds a text that has a variant. Matching on the variant that
/// holds it stops working on the day when the text gets one; comparing `as_str()` does not.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unrecognized(pub(crate) Box<str>);

impl Unrecognized {
    /// The text as it was sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Unrecognized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

/// Makes an enum of texts that keeps those it does not know.
///
/// ```ignore
/// open_enum! {
///     /// How far a message has come.
///     pub enum Status {
///         /// Handed to the network.
///         Sent = "sent",
///     }
/// }
/// ```
macro_rules! open_enum {
    ($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$doc:meta])* $variant:ident = $text:literal,)*
    }) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(
            feature = "schema",
            derive(schemars::JsonSchema),
            schemars(transform = $crate::schema::tidy)
        )]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$doc])*
                #[cfg_attr(feature = "schema", schemars(rename = $text))]
                $variant,
            )*
            /// A text that this version does not know, kept as it was sent.
            #[cfg_attr(feature = "schema", schemars(untagged, with = "String"))]
            Unknown($crate::wire::Unrecognized),
        }

        impl $name {
            /// The texts that have a variant.
            pub const KNOWN: &'static [&'static str] = &[$($text),*];

            /// The text as it stands in the JSON.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unknown(text) => text.as_str(),
                }
            }
        }

        impl From<$name> for ::std::borrow::Cow<'static, str> {
            fn from(value: $name) -> Self {
                match value {
                    $($name::$variant => $text.into(),)*
                    $name::Unknown(text) => String::from(text.0).into(),
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)*
                    _ => Self::Unknown($crate::wire::Unrecognized(text.into())),
                }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                match self {
                    $(Self::$variant => f.write_str(stringify!($variant)),)*
                    Self::Unknown(text) => write!(f, "Unknown({text:?})"),
                }
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                match self {
                    Self::Unknown(text) => to.serialize_str(text.as_str()),
                    known => ::serde::Serialize::serialize(&$crate::redacted::Shown(known.as_str()), to),
                }
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::wire::open_enum::deserialize(from)
            }
        }

        impl $crate::wire::read::Blank for $name {
            fn blank() -> Self {
                Self::Unknown($crate::wire::Unrecognized("".into()))
            }
        }

        impl $crate::wire::read::Wire for $name {
            fn read<'de, D: ::serde::Deserializer<'de>>(
                from: D,
                _: &$crate::wire::context::Context<'_>,
            ) -> Result<Self, D::Error> {
                $crate::wire::open_enum::deserialize(from)
            }

            fn maybe<'de, D: ::serde::Deserializer<'de>>(
                place: &mut Option<Self>,
                from: D,
                _: &$crate::wire::context::Context<'_>,
            ) -> Result<(), D::Error> {
                $crate::wire::read::text_or_null(from, "a text", |text| {
                    *place = Some(text.into());
                })
            }

            fn walk(&self, walk: &mut $crate::wire::walk::Walk) {
                if let Self::Unknown(text) = self {
                    walk.report($crate::DriftKind::EnumText(text.as_str().to_owned()));
                }
            }
        }
    };
}

pub(crate) use open_enum;

pub(crate) fn deserialize<'de, E, D>(from: D) -> Result<E, D::Error>
where
    E: for<'a> From<&'a str>,
    D: Deserializer<'de>,
{
    struct Text<E>(PhantomData<E>);

    impl<E: for<'a> From<&'a str>> Visitor<'_> for Text<E> {
        type Value = E;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a text")
        }

        fn visit_str<Error: de::Error>(self, text: &str) -> Result<E, Error> {
            Ok(text.into())
        }
    }

    from.deserialize_str(Text(PhantomData))
}
