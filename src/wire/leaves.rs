//! [`Wire`] for the simple types, and for `Option`, `Box` and `Vec` of any.

use std::fmt::Debug;

use super::{
    Body, Json, Node, Number, Phone, Privacy, Secret, Text, Timestamp, WaId, Wire,
    part::read_list,
    scalar::Scalar,
    traits::{Field, List},
};
use crate::json::Error;

impl Wire for bool {
    fn empty() -> Self {
        false
    }

    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
        *self = body.json.bool()?;
        Ok(())
    }

    fn node(&self) -> Node<'_> {
        Node::Bool(*self)
    }
}

impl Wire for Text {
    fn empty() -> Self {
        Self::EMPTY
    }

    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
        *self = (&*body.json.string("a string")?).into();
        Ok(())
    }

    fn node(&self) -> Node<'_> {
        Node::Text(self)
    }
}

impl Wire for Secret {
    fn empty() -> Self {
        Self::new("")
    }

    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
        *self = Self::new(body.json.string("a string")?);
        Ok(())
    }

    fn node(&self) -> Node<'_> {
        Node::Text(self.expose())
    }
}

impl Wire for Json {
    fn empty() -> Self {
        Self::of_text("")
    }

    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
        *self = Self::of_text(body.json.skip()?);
        Ok(())
    }

    fn node(&self) -> Node<'_> {
        Node::Json(self, |_| Vec::new())
    }
}

impl Wire for Timestamp {
    fn empty() -> Self {
        "".into()
    }

    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
        *self = body.json.scalar("a time (number or text)")?.into();
        Ok(())
    }

    fn node(&self) -> Node<'_> {
        Node::Time(self)
    }
}

/// Types that wrap a scalar, with what error messages call them.
macro_rules! scalars {
    ($($name:ident: $expected:literal,)+) => { $(
        impl Wire for $name {
            fn empty() -> Self {
                Self(Scalar::EMPTY)
            }

            #[inline]
            fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
                self.0.read(&mut body.json, $expected)
            }

            fn node(&self) -> Node<'_> {
                Node::Scalar(&self.0, Privacy::Personal)
            }
        }
    )+ };
}

scalars! {
    Number: "a number",
    Phone: "a phone number",
    WaId: "a phone number",
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
        // Built in place, because what is boxed is large.
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
            // Up to four, within the 1 KiB that allocators have fast lists for.
            let count = (1024 / size_of::<T>().max(1)).clamp(1, 4);
            self.reserve_exact(1 << count.ilog2());
        }
        // Made where it stays.
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
