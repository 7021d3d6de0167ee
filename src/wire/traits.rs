//! The traits of all wire types: each is read from a body, and is seen as a [`Node`].

use std::fmt::Debug;

use super::{Body, Extra, Json, Privacy, Timestamp, scalar::Scalar};
use crate::json::Error;

/// A type of a member, an array element, or a whole body.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a wire type",
    note = "CONTRIBUTING.md lists what a row may hold"
)]
pub(crate) trait Wire: Debug + Sized {
    /// Whether [`read_missing`](Self::read_missing) is called for a member that is missing.
    const REQUIRED: bool = true;

    /// The key of the member that names the event, for whole bodies that have one.
    const TAG: Option<&'static str> = None;

    /// Returns the value before it is read. For an optional type it means that the member is
    /// missing.
    fn empty() -> Self;

    /// Reads the next value of a body into `self`, which must be [empty](Self::empty). After an
    /// error an optional value is empty again, and any other value is not used.
    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error>;

    /// Sets the value of a member that is missing. Returns whether it may be missing.
    fn read_missing(&mut self, _: &mut Body<'_>) -> bool {
        !Self::REQUIRED
    }

    /// Returns the value as serialization and drift see it.
    fn node(&self) -> Node<'_>;

    /// Returns what `Debug` shows of a member, if anything.
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

/// A struct made by `object!`, with a row in its table for each field.
pub(crate) trait Object {
    fn table(&self) -> &'static Table;
    fn field(&self, row: usize) -> &dyn Field;
    fn field_mut(&mut self, row: usize) -> &mut dyn Field;
    fn extra(&self) -> &Extra;
    fn extra_mut(&mut self) -> &mut Extra;
}

/// The table of an object, with a row for each member.
pub(crate) struct Table {
    /// The name of the type.
    pub(crate) name: &'static str,
    /// The name of the type in error messages.
    pub(crate) expected: &'static str,
    pub(crate) rows: &'static [Row],
    /// Finds the row of a key.
    pub(crate) find: fn(&str) -> Option<usize>,
    /// A bit for each row, set if its type is [`REQUIRED`](Wire::REQUIRED).
    pub(crate) required: u64,
}

/// A row of a table: a member of an object.
pub(crate) struct Row {
    pub(crate) key: &'static str,
    /// The key as most bodies have it: in quotes, followed by the colon.
    pub(crate) written: &'static str,
    /// The name of the field.
    pub(crate) field: &'static str,
}

/// A `Vec` as `dyn`.
pub(crate) trait List {
    fn push(&mut self) -> &mut dyn Field;
    fn pop(&mut self);
    fn len(&self) -> usize;
    fn node(&self, index: usize) -> Node<'_>;
}

/// Passes the typed view of a free-form object to a function.
pub(crate) type ShowView = fn(&Json, &mut dyn FnMut(&Node<'_>));

/// A value as serialization and drift see it.
pub(crate) enum Node<'v> {
    /// A missing member, which is not written.
    Absent,
    Bool(bool),
    Text(&'v str),
    Scalar(&'v Scalar, Privacy),
    EnumValue(EnumValue<'v>),
    Time(&'v Timestamp),
    /// Free-form JSON, and a function that returns the pointers to unmodeled members in it.
    Json(&'v Json, fn(&Json) -> Vec<String>),
    /// A free-form object, and a function that passes on its typed view.
    Free(&'v Json, ShowView),
    /// An object. For a whole body, also the key and the name of its event.
    Object(&'v dyn Object, Option<(&'static str, &'v str)>),
    List(&'v dyn List),
}

/// A value of an enum: a string, or a number that means one.
pub(crate) struct EnumValue<'v> {
    pub(crate) text: &'v str,
    pub(crate) is_known: bool,
    pub(crate) is_number: bool,
}
