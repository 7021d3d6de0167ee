use std::{
    ops::{Deref, DerefMut},
    slice, vec,
};

use super::{Body, Node, Wire};
use crate::json::Error;

/// One value, or an array of them. It dereferences to a slice in both cases.
///
/// ```
/// use chathooks::wire::{OneOrMany, Text};
///
/// for json in [r#""asha@example.com""#, r#"["asha@example.com"]"#] {
///     let to: OneOrMany<Text> = serde_json::from_str(json)?;
///     assert_eq!(to[..], ["asha@example.com"]);
///     assert_eq!(serde_json::to_string(&to)?, json);
/// }
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_enums, reason = "there is nothing else than one or many")]
pub enum OneOrMany<T> {
    /// A single value, which is not in an array.
    One(Box<T>),
    /// An array of values.
    Many(Vec<T>),
}

impl<T> From<T> for OneOrMany<T> {
    fn from(one: T) -> Self {
        Self::One(Box::new(one))
    }
}

impl<T> From<Vec<T>> for OneOrMany<T> {
    fn from(many: Vec<T>) -> Self {
        Self::Many(many)
    }
}

impl<T> Deref for OneOrMany<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Self::One(one) => slice::from_ref(one),
            Self::Many(many) => many,
        }
    }
}

impl<T> DerefMut for OneOrMany<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        match self {
            Self::One(one) => slice::from_mut(one),
            Self::Many(many) => many,
        }
    }
}

impl<T> IntoIterator for OneOrMany<T> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        match self {
            Self::One(one) => vec![*one].into_iter(),
            Self::Many(many) => many.into_iter(),
        }
    }
}

impl<T: Wire> Wire for OneOrMany<T> {
    fn empty() -> Self {
        Self::Many(Vec::new())
    }

    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
        if body.json.peek()? == b'[' {
            let mut many = Vec::new();
            many.read(body)?;
            *self = Self::Many(many);
        } else {
            let mut one = Box::empty();
            Wire::read(&mut one, body)?;
            *self = Self::One(one);
        }
        Ok(())
    }

    fn node(&self) -> Node<'_> {
        match self {
            Self::One(one) => one.node(),
            Self::Many(many) => Wire::node(many),
        }
    }
}

super::serde_traits!(OneOrMany<T>);
