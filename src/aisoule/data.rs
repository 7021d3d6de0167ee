use std::{
    fmt,
    ops::{Deref, DerefMut},
};

use crate::{
    json::Error,
    wire::{Body, Node, Wire, serde_traits},
};

/// The `data` of an event, which may be missing.
///
/// A body without `data` is read as one with an empty object. Which of the two was sent is kept, so
/// that it is written back as sent; see [`is_sent`](Self::is_sent).
///
/// ```
/// use chathooks::aisoule::{EventData, Webhook};
///
/// let webhook = Webhook::parse(br#"{"event":"contact.updated"}"#)?;
/// let EventData::ContactUpdated(contact) = webhook.event else { unreachable!() };
/// assert!(!contact.is_sent());
/// assert_eq!(contact.into_inner().name, None);
/// # Ok::<(), chathooks::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Data<T> {
    members: Box<T>,
    sent: bool,
}

impl<T> Data<T> {
    /// Returns whether the body had a `data` other than `null`.
    #[must_use]
    pub fn is_sent(&self) -> bool {
        self.sent
    }

    /// Returns the members by value.
    #[must_use]
    pub fn into_inner(self) -> T {
        *self.members
    }
}

impl<T> From<T> for Data<T> {
    fn from(members: T) -> Self {
        Self { members: Box::new(members), sent: true }
    }
}

impl<T> Deref for Data<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.members
    }
}

/// Mutable access marks the data as sent.
impl<T> DerefMut for Data<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.sent = true;
        &mut self.members
    }
}

impl<T: fmt::Debug> fmt::Debug for Data<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.sent { self.members.fmt(f) } else { f.write_str("None") }
    }
}

impl<T: Wire> Wire for Data<T> {
    fn empty() -> Self {
        Self { members: Box::empty(), sent: true }
    }

    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
        if body.json.null()? {
            self.read_missing(body);
            return Ok(());
        }
        self.members.read(body)
    }

    fn read_missing(&mut self, _: &mut Body<'_>) -> bool {
        self.sent = false;
        true
    }

    fn node(&self) -> Node<'_> {
        if self.sent { self.members.node() } else { Node::Absent }
    }
}

serde_traits!(Data<T>);
