use std::{
    fmt,
    hash::{Hash, Hasher},
    marker::PhantomData,
    ops::Deref,
};

use super::{Body, Json, Node, Wire, read::view};
use crate::json::Error;

/// A free-form object, kept byte for byte, into which the sender and others may put anything.
///
/// `T` has the members that are known; the object that contains the map has an accessor that reads
/// the map as a `T`. Members that `T` does not model are [drift](crate::Webhook::drift).
///
/// ```
/// use chathooks::chatwoot::Attachment;
///
/// let card: Attachment = serde_json::from_str(r#"{"id":1,"meta":{"firstName":"Jo","x":1}}"#)?;
/// assert_eq!(card.meta_view().unwrap().first_name(), Some("Jo"));
/// assert_eq!(card.meta.unwrap().get(), r#"{"firstName":"Jo","x":1}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub struct Free<T>(Json, PhantomData<fn() -> T>);

impl<T> Deref for Free<T> {
    type Target = Json;

    fn deref(&self) -> &Json {
        &self.0
    }
}

impl<T> From<Json> for Free<T> {
    fn from(map: Json) -> Self {
        Self(map, PhantomData)
    }
}

impl<T> From<Free<T>> for Json {
    fn from(map: Free<T>) -> Self {
        map.0
    }
}

impl<T> Clone for Free<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<T> PartialEq for Free<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for Free<T> {}

impl<T> Hash for Free<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<T> fmt::Debug for Free<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T: Wire> Wire for Free<T> {
    fn empty() -> Self {
        Self(Json::empty(), PhantomData)
    }

    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
        self.0.read(body)
    }

    fn node(&self) -> Node<'_> {
        Node::Free(&self.0, |json, show| {
            if let Some(view) = view::<T>(json) {
                show(&view.node());
            }
        })
    }
}

super::serde_traits!(Free<T>);
