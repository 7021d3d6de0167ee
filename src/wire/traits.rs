//! What all wire types have in common: they are read from a body and seen as a [`Node`].

use std::fmt::Debug;

use super::{Body, Extra, Json, Privacy, Timestamp, scalar::Scalar};
use crate::json::Error;

/// A type of a member, of an element of an array, or of a whole body.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a wire type",
    note = "CONTRIBUTING.md lists what a line may hold"
)]
pub(crate) trait Wire: Debug + Sized {
    /// Whether [`read_missing`](Self::read_missing) is called for a member that is missing.
    const REQUIRED: bool = true;

    /// Key of the member that names the event; of whole bodies that have one.
    const TAG: Option<&'static str> = None;

    /// The value before it is read. For an optional type it means that the member is missing.
    fn empty() -> Self;

    /// Reads the next value of a body into an [empty](Self::empty) one. After an error an optional
    /// value is empty again, and any other one is not used.
    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error>;

    /// Sets the value of a member that is missing. Returns whether it may be missing.
    fn read_missing(&mut self, _: &mut Body<'_>) -> bool {
        !Self::REQUIRED
    }

    /// The value as writing and drift see it.
    fn node(&self) -> Node<'_>;

    /// What `Debug` shows of a member, if anything.
    fn shown(&self) -> Option<&dyn Debug> {
        Some(self)
    }
}

/// The part of [`Wire`] that can be used as `dyn`.
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

/// A struct made by `object!`; each field has a line in its table.
pub(crate) trait Object {
    fn table(&self) -> &'static Table;
    fn field(&self, line: usize) -> &dyn Field;
    fn field_mut(&mut self, line: usize) -> &mut dyn Field;
    fn extra(&self) -> &Extra;
    fn extra_mut(&mut self) -> &mut Extra;
}

/// The table of an object, with a line for each member.
pub(crate) struct Table {
    /// Name of the type.
    pub(crate) name: &'static str,
    /// What errors call it.
    pub(crate) expected: &'static str,
    pub(crate) lines: &'static [Line],
    /// Finds the line of a key.
    pub(crate) find: fn(&str) -> Option<usize>,
    /// A bit for each line, set if its type is [`REQUIRED`](Wire::REQUIRED).
    pub(crate) required: u64,
}

/// A member of an object.
pub(crate) struct Line {
    pub(crate) key: &'static str,
    /// The key as most bodies have it: in quotes, with the colon right after.
    pub(crate) written: &'static str,
    /// Name of the field.
    pub(crate) field: &'static str,
}

/// A `Vec` as `dyn`.
pub(crate) trait List {
    fn push(&mut self) -> &mut dyn Field;
    fn pop(&mut self);
    fn len(&self) -> usize;
    fn node(&self, index: usize) -> Node<'_>;
}

/// Shows the typed view of a free-form object to a function.
pub(crate) type ShowView = fn(&Json, &mut dyn FnMut(&Node<'_>));

/// A value as writing and drift see it.
pub(crate) enum Node<'v> {
    /// Nothing is written.
    Absent,
    Bool(bool),
    Text(&'v str),
    Scalar(&'v Scalar, Privacy),
    Word(Word<'v>),
    Time(&'v Timestamp),
    /// Free-form JSON, and a function that returns pointers to the members in it that are not
    /// modelled.
    Json(&'v Json, fn(&Json) -> Vec<String>),
    /// A free-form object, and a function that shows its typed view.
    Free(&'v Json, ShowView),
    /// An object; if it is a whole body, with the key and the name of its event.
    Object(&'v dyn Object, Option<(&'static str, &'v str)>),
    List(&'v dyn List),
}

/// A string of an enum, or a number that means one.
pub(crate) struct Word<'v> {
    pub(crate) text: &'v str,
    pub(crate) is_known: bool,
    pub(crate) is_number: bool,
}
