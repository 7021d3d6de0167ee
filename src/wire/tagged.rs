//! Tagged enums, with a row for each event.

use super::{Body, Field};
use crate::json::{Error, Kind};

/// Makes an enum of events, and one of their event types, from a table. A row is the event type,
/// its variant, and its payload.
///
/// With `#[tag = "event"]` the enum is a whole body: a flat object whose member `event` names its
/// event. Without a tag it is the content of an envelope, and the object around it has the tag.
///
/// ```ignore
/// tagged! {
///     /// The payload of one webhook body.
///     #[tag = "event"]
///     pub enum Webhook: EventType {
///         /// A message was added to a conversation.
///         "message_created" as MessageCreated(Box<Message>),
///     }
/// }
/// ```
macro_rules! tagged {
    (
        $(#[doc = $doc:expr])* $(#[tag = $tag:literal])?
        pub enum $name:ident: $names:ident {
            $($(#[doc = $line:expr])+ $text:literal as $variant:ident($ty:ty),)*
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(
                #[doc = concat!("`", $text, "`")]
                ///
                $(#[doc = $line])*
                $variant($ty),
            )*
            /// An unknown event, kept whole.
            Unknown($crate::wire::Unknown),
        }

        impl $name {
            /// Returns the event type as it was sent.
            #[must_use]
            pub fn name(&self) -> &str {
                match self {
                    $(Self::$variant(_) => $text,)*
                    Self::Unknown(unknown) => unknown.name(),
                }
            }

            /// Returns the name, which is borrowed if the event is known.
            pub(crate) fn wire_name(&self) -> ::std::borrow::Cow<'static, str> {
                match self {
                    $(Self::$variant(_) => $text.into(),)*
                    Self::Unknown(unknown) => unknown.name().to_owned().into(),
                }
            }
        }

        $crate::wire::names! {
            #[doc = concat!("The variants of [`", stringify!($name), "`], without their payloads.")]
            ///
            /// Parsing a string that is not a name of a variant is an error.
            pub enum $names {
                $($(#[doc = $line])+ $text as $variant,)*
            }
        }

        const _: () = {
            use $crate::{json, wire};

            impl wire::tagged::Tagged for $name {
                fn select(&mut self, name: &str) {
                    *self = match name {
                        $($text => Self::$variant(wire::Wire::empty()),)*
                        name => Self::Unknown(wire::Unknown { name: name.into(), body: None }),
                    };
                }

                fn payload(&mut self) -> &mut dyn wire::Field {
                    match self {
                        $(Self::$variant(payload) => payload,)*
                        Self::Unknown(unknown) => &mut unknown.body,
                    }
                }
            }

            impl wire::Wire for $name {
                $(const TAG: Option<&'static str> = Some($tag);)?

                fn empty() -> Self {
                    Self::Unknown(wire::Unknown { name: Default::default(), body: None })
                }

                fn read(&mut self, body: &mut wire::Body<'_>) -> Result<(), json::Error> {
                    wire::tagged::read(self, body)
                }

                fn read_missing(&mut self, body: &mut wire::Body<'_>) -> bool {
                    wire::tagged::read_missing(self, body)
                }

                fn node(&self) -> wire::Node<'_> {
                    let payload = match self {
                        $(Self::$variant(payload) => wire::Wire::node(payload),)*
                        Self::Unknown(unknown) => wire::Wire::node(&unknown.body),
                    };
                    $(if let wire::Node::Object(object, _) = payload {
                        return wire::Node::Object(object, Some(($tag, self.name())));
                    })?
                    payload
                }
            }
        };

        $crate::wire::serde_traits!($name);
    };
}

pub(crate) use tagged;

/// An enum of events.
pub(crate) trait Tagged {
    /// Selects the variant of this name, with an empty payload.
    fn select(&mut self, name: &str);

    /// Returns the payload of the event.
    fn payload(&mut self) -> &mut dyn Field;
}

/// Reads the payload of the event that the body names.
pub(crate) fn read(event: &mut dyn Tagged, body: &mut Body<'_>) -> Result<(), Error> {
    // `wire::read` replaces this error by one about the name.
    let unnamed = || Error::new(Kind::Shape, 0, "no event name");
    event.select(&body.event_name().ok_or_else(unnamed)?);
    event.payload().read(body)
}

/// Selects the event that the body names, without a payload. Returns whether the payload may be
/// missing.
pub(crate) fn read_missing(event: &mut dyn Tagged, body: &mut Body<'_>) -> bool {
    let Some(name) = body.event_name() else { return false };
    event.select(&name);
    event.payload().read_missing(body)
}
