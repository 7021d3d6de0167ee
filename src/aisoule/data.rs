use std::{
    fmt,
    ops::{Deref, DerefMut},
};

use crate::{
    json::Error,
    wire::{Body, Node, Wire, serde_traits},
};

/// What `data` holds.
///
/// A body without `data` reads as one whose `data` has no members. Which of the two it was is kept,
/// so that it is written as it came; [`is_sent`](Self::is_sent) tells.
///
/// ```
/// use chathooks::aisoule::{Event, Webhook};
///
/// let webhook = Webhook::parse(br#"{"event":"contact.updated"}"#)?;
/// let Event::ContactUpdated(contact) = webhook.event else { unreachable!() };
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
    /// Whether there was a `data`; `null` is none.
    #[must_use]
    pub fn is_sent(&self) -> bool {
        self.sent
    }

    /// The members by value.
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

/// From then on it counts as sent.
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
