//! Open enums: known strings have variants, and every other string is kept.

/// Makes an enum of strings that keeps unrecognized ones.
///
/// ```ignore
/// open_enum! {
///     /// The delivery state of a message.
///     pub enum Status {
///         /// The message was handed to the network.
///         "sent" as Sent,
///     }
/// }
/// ```
macro_rules! open_enum {
    ($(#[doc = $doc:expr])* pub enum $name:ident {
        $($(#[doc = $line:expr])+ $text:literal as $variant:ident,)*
    }) => {
        $(#[doc = $doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(
            feature = "schema",
            derive(schemars::JsonSchema),
            schemars(transform = $crate::schema::tidy)
        )]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[doc = $line])*
                #[cfg_attr(feature = "schema", schemars(rename = $text))]
                $variant,
            )*
            /// An unrecognized value, kept as it was sent.
            #[cfg_attr(feature = "schema", schemars(untagged, with = "String"))]
            Unknown($crate::wire::Unrecognized),
        }

        impl $name {
            /// All variants except `Unknown`.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Returns the value as it is in the JSON.
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
                    $name::Unknown(text) => text.into_string().into(),
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)*
                    _ => Self::Unknown($crate::wire::Unrecognized::new(text)),
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

        const _: () = {
            use $crate::{json, wire};

            impl wire::Wire for $name {
                fn empty() -> Self {
                    Self::Unknown(wire::Unrecognized::new(""))
                }

                fn read(&mut self, body: &mut wire::Body<'_>) -> Result<(), json::Error> {
                    *self = (&*body.json.string("a string")?).into();
                    Ok(())
                }

                fn node(&self) -> wire::Node<'_> {
                    let is_known = !matches!(self, Self::Unknown(_));
                    wire::Node::EnumValue(wire::EnumValue { text: self.as_str(), is_known, is_number: false })
                }
            }
        };

        $crate::wire::serde_traits!($name);
    };
}

pub(crate) use open_enum;
