//! Tagged enums: one line per event.

use super::{Json, Text};

/// An event that this version does not model: its name, and its body byte for byte.
#[derive(Debug, Clone, PartialEq)]
pub struct Unknown {
    pub(crate) name: Text,
    pub(crate) body: Option<Json>,
}

impl Unknown {
    /// Name of the event as it was sent.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What came with the name: the whole body of a provider whose bodies are flat, the content of
    /// the envelope where there is one; `None` if the envelope is empty.
    #[must_use]
    pub fn body(&self) -> Option<&Json> {
        self.body.as_ref()
    }
}

/// Makes an enum of events from a table: name on the wire, variant, payload.
///
/// With `by "tag"` it is the whole body of `Provider`: a flat object that names its event in the
/// member `tag`. Without, it is what an envelope holds, and the object around it has the tag.
///
/// ```ignore
/// tagged! {
///     /// One webhook body.
///     pub enum Webhook by "event" of Provider::Chatwoot {
///         /// A message was added to a conversation.
///         "message_created" => MessageCreated(Box<Message>),
///     }
/// }
/// ```
macro_rules! tagged {
    (
        $(#[$meta:meta])* pub enum $name:ident by $tag:literal of $provider:path { $($row:tt)* }
        $($also:tt)*
    ) => {
        $crate::wire::tagged::tagged! { @ [$tag] $(#[$meta])* $name { $($row)* } }

        $crate::wire::body::root!($name of $provider, by Some($tag), knows Self::KNOWN; $($also)*);
        $crate::wire::object::deserialize!($name $tag);
    };
    ($(#[$meta:meta])* pub enum $name:ident { $($row:tt)* }) => {
        $crate::wire::tagged::tagged! { @ [] $(#[$meta])* $name { $($row)* } }
    };
    (@ $tag:tt $(#[$meta:meta])* $name:ident {
        $($(#[$doc:meta])* $text:literal => $variant:ident($ty:ty),)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $(
                #[doc = concat!("`", $text, "`")]
                ///
                $(#[$doc])*
                $variant($ty),
            )*
            /// An event without a model, kept whole.
            Unknown($crate::wire::Unknown),
        }

        impl $name {
            /// Names of the events that have a model.
            pub const KNOWN: &'static [&'static str] = &[$($text),*];

            /// Name of the event as it was sent.
            #[must_use]
            pub fn name(&self) -> &str {
                match self {
                    $(Self::$variant(_) => $text,)*
                    Self::Unknown(unknown) => unknown.name(),
                }
            }

            /// The name, without a copy where it is known.
            pub(crate) fn wire_name(&self) -> ::std::borrow::Cow<'static, str> {
                match self {
                    $(Self::$variant(_) => $text.into(),)*
                    Self::Unknown(unknown) => unknown.name().to_owned().into(),
                }
            }
        }

        const _: () = {
            use ::serde::{Deserializer, Serialize, Serializer, de::Error};
            use $crate::wire::{
                Text, Unknown, context::Context, read::{Blank, Wire, filled}, tagged::write,
                walk::Walk,
            };

            impl Wire for $name {
                fn read<'de, D: Deserializer<'de>>(
                    from: D,
                    cx: &Context<'_>,
                ) -> Result<Self, D::Error> {
                    filled(from, cx)
                }

                fn fill<'de, D: Deserializer<'de>>(
                    &mut self,
                    from: D,
                    cx: &Context<'_>,
                ) -> Result<(), D::Error> {
                    // What is wrong with the tag is told where the whole body is at hand.
                    let unnamed = || Error::custom("");
                    match cx.name().ok_or_else(unnamed)? {
                        $($text => *self = Wire::read(from, cx).map(Self::$variant)?,)*
                        name => {
                            debug_assert!(matches!(self, Self::Unknown(_)), "filled twice");
                            if let Self::Unknown(blank) = self {
                                blank.name.write(name);
                                blank.body.fill(from, cx)?;
                            }
                        }
                    }
                    Ok(())
                }

                fn absent(cx: &Context<'_>) -> Option<Self> {
                    match cx.name()? {
                        $($text => Wire::absent(cx).map(Self::$variant),)*
                        name => Some(Self::Unknown(Unknown { name: name.into(), body: None })),
                    }
                }

                fn is_absent(&self) -> bool {
                    match self {
                        $(Self::$variant(payload) => payload.is_absent(),)*
                        Self::Unknown(unknown) => unknown.body.is_absent(),
                    }
                }

                fn walk(&self, walk: &mut Walk) {
                    match self {
                        $(Self::$variant(payload) => payload.walk(walk),)*
                        Self::Unknown(_) => {}
                    }
                }
            }

            impl Blank for $name {
                fn blank() -> Self {
                    Self::Unknown(Unknown { name: Text::EMPTY, body: None })
                }
            }

            impl Serialize for $name {
                fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                    match self {
                        $(Self::$variant(payload) => write!(payload, self, to, $tag),)*
                        Self::Unknown(unknown) => unknown.body.serialize(to),
                    }
                }
            }
        };
    };
}

/// Writes a payload: alone, or as a flat body with its tag.
macro_rules! write {
    ($payload:ident, $self:ident, $to:ident, []) => {
        $payload.serialize($to)
    };
    ($payload:ident, $self:ident, $to:ident, [$tag:literal]) => {{
        use ::serde::ser::SerializeMap as _;
        let mut map = $to.serialize_map(None)?;
        map.serialize_entry($tag, &$crate::redacted::Opaque($self.name()))?;
        $crate::wire::object::Object::write_members(&**$payload, &mut map)?;
        map.end()
    }};
}

pub(crate) use {tagged, write};
