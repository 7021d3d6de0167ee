//! Enums of names alone: which events there are, without what they hold.

/// Makes an enum that has a variant for each name, and nothing else.
///
/// ```ignore
/// names! {
///     /// Name of an event.
///     pub enum EventType {
///         /// A message was added to a conversation.
///         "message_created" as MessageCreated,
///     }
/// }
/// ```
macro_rules! names {
    ($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$line:meta])* $text:literal as $variant:ident,)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(::serde_with::SerializeDisplay, ::serde_with::DeserializeFromStr)]
        #[non_exhaustive]
        pub enum $name {
            $(
                #[doc = concat!("`", $text, "`")]
                ///
                $(#[$line])*
                $variant,
            )*
        }

        impl $name {
            /// Every one that this version knows.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Every name, in the same order.
            pub(crate) const NAMES: &'static [&'static str] = &[$($text),*];

            /// The name in the JSON.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::wire::UnknownName;

            fn from_str(name: &str) -> Result<Self, $crate::wire::UnknownName> {
                match name {
                    $($text => Ok(Self::$variant),)*
                    _ => Err($crate::wire::UnknownName),
                }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }
    };
}

pub(crate) use names;

/// A string is not a name that this version knows.
///
/// ```
/// use chathooks::chatwoot::EventType;
///
/// assert_eq!("message_created".parse(), Ok(EventType::MessageCreated));
/// let error = "message_creatde".parse::<EventType>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown name");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("unknown name")]
#[non_exhaustive]
pub struct UnknownName;
