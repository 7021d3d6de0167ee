//! What is known of a body while it is read.

use std::borrow::Cow;

use super::{
    event_name,
    lenient::{Reject, Rejects},
};
use crate::json::{Error, Kind, Mark, Reader, Segment};

/// Array elements that may be read in one body, which bounds its memory; one more is an error.
/// Meta's largest batch has 1,000.
pub(crate) const MAX_ELEMENTS: u32 = 65_536;

/// A body while it is read.
pub(crate) struct Body<'t> {
    pub(crate) json: Reader<'t>,
    /// Key of the member that names the event, if the body is a whole one that has it.
    tag: Option<&'static str>,
    /// Name of the event, once it was read or found.
    name: Option<Cow<'t, str>>,
    /// Whether the name was searched for.
    searched: bool,
    /// Name of the part that is read, in a body whose parts have names of their own.
    pub(super) part: Option<Cow<'t, str>>,
    /// Elements that may still be read.
    elements: u32,
    /// Whether parts that do not fit are set aside.
    pub(super) is_lenient: bool,
    pub(super) rejects: Rejects,
}

impl<'t> Body<'t> {
    /// A body that has to fit, and the key of the member that names its event.
    pub(crate) fn new(text: &'t str, tag: Option<&'static str>) -> Self {
        Self {
            json: Reader::new(text),
            tag,
            name: None,
            searched: false,
            part: None,
            elements: MAX_ELEMENTS,
            is_lenient: false,
            rejects: Rejects::default(),
        }
    }

    /// A body of which parts that do not fit are set aside.
    pub(crate) fn lenient(text: &'t str, tag: Option<&'static str>) -> Self {
        Self { is_lenient: true, ..Self::new(text, tag) }
    }

    /// What was set aside, in the order of the body.
    pub(crate) fn into_rejects(self) -> Vec<Reject> {
        self.rejects.list
    }

    pub(super) fn tag(&self) -> Option<&'static str> {
        self.tag
    }

    /// Name of the event, which is searched for if its member was not read yet.
    pub(crate) fn event_name(&mut self) -> Option<Cow<'t, str>> {
        if self.part.is_some() {
            return self.part.clone();
        }
        if self.name.is_none() && !std::mem::replace(&mut self.searched, true) {
            self.name = event_name::find(self.json.text(), self.tag?);
        }
        self.name.clone()
    }

    /// Reads the member that names the event. It has to be the name that was found, if one was: a
    /// body whose two ends name two events is neither.
    pub(super) fn read_tag(&mut self, tag: &'static str, key: usize) -> Result<(), Error> {
        let read = self.json.string("a string").map_err(|error| error.within(Segment::Key(tag)))?;
        match &self.name {
            None => self.name = Some(read),
            Some(name) if *name == read => {}
            Some(_) => return Err(duplicate(tag, key)),
        }
        Ok(())
    }

    /// Sets the name by which a tagged enum is read, and the key of the member of the body that gives
    /// it, if one does.
    pub(crate) fn set_event(&mut self, name: Cow<'t, str>, tag: Option<&'static str>) {
        (self.part, self.tag) = (Some(name), tag);
    }

    /// Counts an element of an array.
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

    /// The position, to [`rewind`](Self::rewind) to.
    pub(super) fn mark(&self) -> (Mark, u32) {
        (self.json.mark(), self.elements)
    }

    /// Goes back to a position; elements that were read since do not count.
    pub(super) fn rewind(&mut self, (mark, elements): (Mark, u32)) {
        self.json.rewind(mark);
        self.elements = elements;
    }
}

/// The error of a second member with this key, which is at `offset`.
#[cold]
pub(super) fn duplicate(key: &'static str, offset: usize) -> Error {
    Error::new(Kind::Shape, offset, format!("duplicate field `{key}`")).within(Segment::Key(key))
}
