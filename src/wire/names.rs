//! Enums of event types, without payloads.

/// Makes an enum that has a variant without data for each name.
///
/// ```ignore
/// names! {
///     /// The name of an event.
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
            /// Every variant, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Every name, in the order of [`ALL`](Self::ALL).
            pub(crate) const NAMES: &'static [&'static str] = &[$($text),*];

            /// Returns the name as it is in the JSON.
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

/// The error of parsing a string that is not the name of a variant.
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
