//! The state of reading a body.

use std::borrow::Cow;

use super::{
    event_name,
    lenient::{Misfit, Misfits},
};
use crate::json::{Error, Kind, Mark, Reader, Segment};

/// The number of array elements that are read in one body, to bound its memory; one more is an
/// error. Meta's largest batch has 1,000.
pub(crate) const MAX_ELEMENTS: u32 = 65_536;

/// A body that is being read.
pub(crate) struct Body<'t> {
    pub(crate) json: Reader<'t>,
    /// The key of the member that names the event, if this is a whole body with such a member.
    tag: Option<&'static str>,
    /// The name of the event, once it was read or found.
    name: Option<Cow<'t, str>>,
    /// Whether the name was already searched for.
    searched: bool,
    /// The name of the current part, in a body whose parts have names of their own.
    pub(super) part: Option<Cow<'t, str>>,
    /// The number of array elements that may still be read.
    elements: u32,
    /// Whether parts that do not fit are set aside.
    pub(super) is_lenient: bool,
    pub(super) misfits: Misfits,
}

impl<'t> Body<'t> {
    /// Creates a body that has to fit. `tag` is the key of the member that names its event.
    pub(crate) fn new(text: &'t str, tag: Option<&'static str>) -> Self {
        Self {
            json: Reader::new(text),
            tag,
            name: None,
            searched: false,
            part: None,
            elements: MAX_ELEMENTS,
            is_lenient: false,
            misfits: Misfits::default(),
        }
    }

    /// Creates a body whose parts that do not fit are set aside.
    pub(crate) fn lenient(text: &'t str, tag: Option<&'static str>) -> Self {
        Self { is_lenient: true, ..Self::new(text, tag) }
    }

    /// Returns what was set aside, in the order of the body.
    pub(crate) fn into_misfits(self) -> Vec<Misfit> {
        self.misfits.list
    }

    pub(super) fn tag(&self) -> Option<&'static str> {
        self.tag
    }

    /// Returns the name of the event, which is searched for if its member was not read yet.
    pub(crate) fn event_name(&mut self) -> Option<Cow<'t, str>> {
        if self.part.is_some() {
            return self.part.clone();
        }
        if self.name.is_none() && !std::mem::replace(&mut self.searched, true) {
            self.name = event_name::find(self.json.text(), self.tag?);
        }
        self.name.clone()
    }

    /// Reads the member that names the event. If a name was found before, it has to be the same
    /// one: a body that names two events is an error.
    pub(super) fn read_tag(&mut self, tag: &'static str, key: usize) -> Result<(), Error> {
        let read = self.json.string("a string").map_err(|error| error.within(Segment::Key(tag)))?;
        match &self.name {
            None => self.name = Some(read),
            Some(name) if *name == read => {}
            Some(_) => return Err(duplicate(tag, key)),
        }
        Ok(())
    }

    /// Sets the name that selects the variant of a tagged enum, and the key of the member of the
    /// body that has it, if any.
    pub(crate) fn set_event(&mut self, name: Cow<'t, str>, tag: Option<&'static str>) {
        (self.part, self.tag) = (Some(name), tag);
    }

    /// Counts an array element.
    #[inline]
    pub(super) fn count_element(&mut self) -> Result<(), Error> {
        let left = self.elements.checked_sub(1).ok_or_else(|| self.too_many())?;
        self.elements = left;
        Ok(())
    }

    #[cold]
    fn too_many(&self) -> Error {
        let message = format!("more than {MAX_ELEMENTS} array elements in one body");
        Error::new(Kind::Limit, self.json.offset(), message)
    }

    /// Returns the current position, for [`rewind`](Self::rewind).
    pub(super) fn mark(&self) -> (Mark, u32) {
        (self.json.mark(), self.elements)
    }

    /// Goes back to an earlier position. Elements that were read since do not count.
    pub(super) fn rewind(&mut self, (mark, elements): (Mark, u32)) {
        self.json.rewind(mark);
        self.elements = elements;
    }
}

/// Returns the error of a second member with this key, which is at `offset`.
#[cold]
pub(super) fn duplicate(key: &'static str, offset: usize) -> Error {
    Error::new(Kind::Shape, offset, format!("duplicate field `{key}`")).within(Segment::Key(key))
}
