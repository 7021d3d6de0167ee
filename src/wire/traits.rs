//! What the types of the wire have in common: how they are read, and how they are looked at.

use std::fmt::Debug;

use super::{Body, Extra, Json, Privacy, Timestamp, scalar::Scalar};
use crate::json::Error;

/// A type that may be a member of an object, an element of an array, or a whole body.
pub(crate) trait Wire: Debug + Sized {
    /// Whether an object is an error without it.
    const REQUIRED: bool = true;

    /// Key of the member that names the event, of a whole body that has one.
    const TAG: Option<&'static str> = None;

    /// The value before it is read; that of an optional member means that there is none.
    fn empty() -> Self;

    /// Reads the next value of a body over the empty one. After an error an optional value is
    /// empty, and any other one is not used.
    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error>;

    /// Makes it what it is in an object without the member; whether it may be missing.
    fn read_missing(&mut self, _: &mut Body<'_>) -> bool {
        !Self::REQUIRED
    }

    /// The value, to be written and to be searched for what it does not model.
    fn node(&self) -> Node<'_>;

    /// What `Debug` shows of a member, if anything.
    fn shown(&self) -> Option<&dyn Debug> {
        Some(self)
    }
}

/// A [`Wire`] of any type.
pub(crate) trait Field {
    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error>;
    fn read_missing(&mut self, body: &mut Body<'_>) -> bool;
    fn node(&self) -> Node<'_>;
    fn shown(&self) -> Option<&dyn Debug>;
}

impl<T: Wire> Field for T {
    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
        Wire::read(self, body)
    }

    fn read_missing(&mut self, body: &mut Body<'_>) -> bool {
        Wire::read_missing(self, body)
    }

    fn node(&self) -> Node<'_> {
        Wire::node(self)
    }

    fn shown(&self) -> Option<&dyn Debug> {
        Wire::shown(self)
    }
}

/// An object by the lines of its table.
pub(crate) trait Object {
    fn table(&self) -> &'static Table;
    fn field(&self, line: usize) -> &dyn Field;
    fn field_mut(&mut self, line: usize) -> &mut dyn Field;
    fn extra(&self) -> &Extra;
    fn extra_mut(&mut self) -> &mut Extra;
}

/// The table of an object; a line for each member.
pub(crate) struct Table {
    /// Name of the type.
    pub(crate) name: &'static str,
    /// What errors call it.
    pub(crate) expected: &'static str,
    pub(crate) keys: &'static [&'static str],
    /// The keys as they mostly are in a text: with their quotes and the colon.
    pub(crate) written: &'static [&'static str],
    pub(crate) fields: &'static [&'static str],
    /// The line of a key.
    pub(crate) line: fn(&str) -> Option<usize>,
    /// A bit for each line that has something to do where its member is missing.
    pub(crate) required: u64,
}

/// An array of elements of one type.
pub(crate) trait List {
    fn push(&mut self) -> &mut dyn Field;
    fn pop(&mut self);
    fn len(&self) -> usize;
    fn node(&self, index: usize) -> Node<'_>;
}

/// A value as it is written.
pub(crate) enum Node<'v> {
    /// Nothing is written.
    Absent,
    Bool(bool),
    Text(&'v str),
    Scalar(&'v Scalar, Privacy),
    Word(Word<'v>),
    Time(&'v Timestamp),
    /// Free-form JSON, and a function that gives pointers to the members in it that are not
    /// modelled.
    Json(&'v Json, fn(&Json) -> Vec<String>),
    /// An object, and key and name of its event if it is a whole body.
    Object(&'v dyn Object, Option<(&'static str, &'v str)>),
    List(&'v dyn List),
}

/// A string of an enum, or the number that stands for one.
pub(crate) struct Word<'v> {
    pub(crate) text: &'v str,
    pub(crate) is_known: bool,
    pub(crate) is_number: bool,
}
