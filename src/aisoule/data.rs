use std::{
    fmt,
    ops::{Deref, DerefMut},
};

use serde::{Deserializer, Serialize, Serializer};

use crate::wire::{
    context::Context,
    read::{Blank, Wire},
    walk::Walk,
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
#[derive(Clone, PartialEq)]
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

impl<T: Serialize> Serialize for Data<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.members.serialize(to)
    }
}

impl<T: Blank> Wire for Data<T> {
    fn read<'de, D: Deserializer<'de>>(from: D, cx: &Context<'_>) -> Result<Self, D::Error> {
        match Option::read(from, cx)? {
            Some(members) => Ok(Self { members, sent: true }),
            None => Self::absent(cx).ok_or_else(|| serde::de::Error::missing_field("data")),
        }
    }

    fn absent(cx: &Context<'_>) -> Option<Self> {
        let members = Wire::read(&mut serde_json::Deserializer::from_str("{}"), cx).ok()?;
        Some(Self { members, sent: false })
    }

    fn is_absent(&self) -> bool {
        !self.sent
    }

    fn walk(&self, walk: &mut Walk) {
        self.members.walk(walk);
    }
}
