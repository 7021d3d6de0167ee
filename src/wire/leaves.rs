//! [`Wire`] for the simple types, and for `Option`, `Box` and `Vec`.

use std::fmt::{self, Debug};

use super::{
    Body, Json, Node, Number, Phone, Privacy, RawId, Secret, Text, Timestamp, WaId, Wire,
    part::read_list,
    scalar::Scalar,
    traits::{Field, List},
};
use crate::json::Error;

/// Implements [`Wire`] for simple types, with a row for each: its value before it is read, how it
/// is read, and its node.
macro_rules! leaves {
    ($($name:ident: $empty:expr, |$json:ident| $read:expr, |$value:ident| $node:expr;)+) => { $(
        impl Wire for $name {
            fn empty() -> Self {
                $empty
            }

            #[inline]
            fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
                let $json = &mut body.json;
                *self = $read;
                Ok(())
            }

            fn node(&self) -> Node<'_> {
                let $value = self;
                $node
            }
        }
    )+ };
}

leaves! {
    bool: false, |json| json.bool()?, |flag| Node::Bool(*flag);
    Text: Self::EMPTY, |json| (&*json.string("a string")?).into(), |text| Node::Text(text);
    Secret: Self::new(""), |json| Self::new(json.string("a string")?),
        |secret| Node::Text(secret.expose());
    Json: Self::of_text(""), |json| Self::of_text(json.skip()?),
        |json| Node::Json(json, |_| Vec::new());
    Timestamp: "".into(), |json| json.scalar("a time (number or string)")?.into(),
        |time| Node::Time(time);
}

/// Implements `From` of integers for a type that wraps a scalar.
macro_rules! integers {
    ($name:ident: $($int:ident as $wide:ident),+) => { $(
        impl From<$int> for $name {
            /// Creates a value that is serialized as a number.
            #[inline]
            fn from(int: $int) -> Self {
                Self($wide::from(int).into())
            }
        }
    )+ };
}

/// Implements the types that wrap a scalar. A row is the type, its name in error messages, and
/// whether logs may show it.
macro_rules! scalars {
    ($($name:ident: $expected:literal, $privacy:ident;)+) => { $(
        impl Wire for $name {
            fn empty() -> Self {
                Self(Scalar::EMPTY)
            }

            #[inline]
            fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
                self.0.read(&mut body.json, $expected)
            }

            fn node(&self) -> Node<'_> {
                Node::Scalar(&self.0, Privacy::$privacy)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0.text())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({:?})"), self.0)
            }
        }

        impl From<&str> for $name {
            /// Creates a value that is serialized as a string.
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<String> for $name {
            /// Creates a value that is serialized as a string.
            #[inline]
            fn from(text: String) -> Self {
                Text::from(text).into()
            }
        }

        impl From<Text> for $name {
            /// Creates a value that is serialized as a string.
            #[inline]
            fn from(text: Text) -> Self {
                Self(text.into())
            }
        }

        integers!($name: i32 as i64, u32 as i64, i64 as i64, u64 as u64);

        impl From<$name> for Text {
            fn from(value: $name) -> Self {
                value.0.into()
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                Text::from(value).into()
            }
        }
    )+ };
}

scalars! {
    RawId: "an ID (number or string)", Opaque;
    Number: "a number", Personal;
    Phone: "a phone number", Personal;
    WaId: "a phone number", Personal;
}

impl<T: Wire> Wire for Option<T> {
    const REQUIRED: bool = false;

    fn empty() -> Self {
        None
    }

    #[inline]
    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
        if body.json.null()? {
            return Ok(());
        }
        self.insert(T::empty()).read(body).inspect_err(|_| *self = None)
    }

    fn node(&self) -> Node<'_> {
        self.as_ref().map_or(Node::Absent, T::node)
    }

    fn shown(&self) -> Option<&dyn Debug> {
        self.as_ref()?.shown()
    }
}

impl<T: Wire> Wire for Box<T> {
    const REQUIRED: bool = T::REQUIRED;

    fn empty() -> Self {
        // Built in place, because boxed types are large.
        Box::write(Box::new_uninit(), T::empty())
    }

    #[inline]
    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
        (**self).read(body)
    }

    fn read_missing(&mut self, body: &mut Body<'_>) -> bool {
        (**self).read_missing(body)
    }

    fn node(&self) -> Node<'_> {
        (**self).node()
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn empty() -> Self {
        Self::new()
    }

    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
        read_list(self, body)
    }

    fn node(&self) -> Node<'_> {
        Node::List(self)
    }
}

impl<T: Wire> List for Vec<T> {
    fn push(&mut self) -> &mut dyn Field {
        if self.is_empty() {
            // Up to four elements, within the 1 KiB for which allocators have fast lists.
            let count = (1024 / size_of::<T>().max(1)).clamp(1, 4);
            self.reserve_exact(1 << count.ilog2());
        }
        // Created in place.
        self.resize_with(self.len() + 1, T::empty);
        let last = self.len() - 1;
        &mut self[last]
    }

    fn pop(&mut self) {
        self.pop();
    }

    fn len(&self) -> usize {
        self.len()
    }

    fn node(&self, index: usize) -> Node<'_> {
        self[index].node()
    }
}
