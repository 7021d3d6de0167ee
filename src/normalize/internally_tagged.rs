//! Enums of the domain model, written in JSON as a name and, for some, a payload in a member of its
//! own.

use std::collections::BTreeMap;

use serde::de::{self, DeserializeOwned, Deserializer};
use serde_json::value::RawValue;

/// Makes an enum that is serialized as `{"<by>": "<name>", "<in>": <payload>}`, and a second enum
/// of the names alone.
///
/// Serde's internally tagged enums cannot be used: they buffer what they read, which neither raw
/// JSON nor, with serde_json's `arbitrary_precision`, numbers survive.
///
/// ```ignore
/// internally_tagged! {
///     /// Who did it.
///     pub enum Actor: ActorType by "type" {
///         /// An agent.
///         "agent" => Agent(Agent) in "agent",
///         /// Not known.
///         "unknown" => Unknown,
///     }
/// }
/// ```
macro_rules! internally_tagged {
    ($(#[$meta:meta])* pub enum $name:ident: $names:ident by $tag:literal {
        $(
            $(#[doc = $doc:expr])+ $(#[default $($default:tt)?])?
            $text:literal => $variant:ident $(($ty:ty) in $member:literal)?,
        )*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $(
                #[doc = concat!("`", $text, "`")]
                ///
                $(#[doc = $doc])+ $(#[default $($default)?])?
                $variant $(($ty))?,
            )*
        }

        impl $name {
            /// Returns the name of the variant in JSON.
            #[must_use]
            pub fn name(&self) -> &'static str {
                self.variant().as_str()
            }

            /// Returns the variant without its payload.
            #[must_use]
            pub fn variant(&self) -> $names {
                match self {
                    $(Self::$variant { .. } => $names::$variant,)*
                }
            }
        }

        $crate::wire::names! {
            #[doc = concat!("The variants of [`", stringify!($name), "`], without their payloads.")]
            ///
            /// Parsing a name that has no variant is an error.
            pub enum $names {
                $($(#[doc = $doc])+ $text as $variant,)*
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                use ::serde::ser::SerializeMap as _;
                let mut map = to.serialize_map(None)?;
                map.serialize_entry($tag, &$crate::redacted::Shown(self.name()))?;
                $($(if let Self::$variant(payload) = self {
                    map.serialize_entry::<_, $ty>($member, payload)?;
                })?)*
                map.end()
            }
        }

        #[cfg(feature = "schema")]
        impl ::schemars::JsonSchema for $name {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> ::std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                $(#[$meta])*
                #[derive(::schemars::JsonSchema)]
                #[schemars(tag = $tag, transform = $crate::schema::tidy)]
                #[allow(dead_code, reason = "only its schema is wanted")]
                enum Written {
                    $(
                        $(#[doc = $doc])+ $(#[default $($default)?])?
                        #[schemars(rename = $text)]
                        $variant $({
                            #[schemars(rename = $member)]
                            payload: $ty,
                        })?,
                    )*
                }
                Written::json_schema(generator)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                use ::serde::de::Error;
                let members = $crate::normalize::internally_tagged::Members::read(from)?;
                match members.get::<String, D::Error>($tag)?.as_str() {
                    $($text => Ok(Self::$variant $((members.get::<$ty, _>($member)?))?),)*
                    name => Err(D::Error::unknown_variant(name, $names::NAMES)),
                }
            }
        }
    };
}

pub(crate) use internally_tagged;

/// The members of an object as raw JSON.
pub(crate) struct Members(BTreeMap<String, Box<RawValue>>);

impl Members {
    pub(crate) fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        serde::Deserialize::deserialize(from).map(Self)
    }

    pub(crate) fn get<T: DeserializeOwned, E: de::Error>(&self, key: &'static str) -> Result<T, E> {
        let raw = self.0.get(key).ok_or_else(|| E::missing_field(key))?;
        serde_json::from_str(raw.get()).map_err(E::custom)
    }
}
