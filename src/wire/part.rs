//! Reads members and elements, or sets them aside if the body is lenient.

use super::{
    body::{Body, duplicate},
    traits::{Field, List},
};
use crate::json::{Error, Kind, Segment};

/// Reads a member or an element. Returns `false` if it was set aside.
#[inline]
pub(super) fn read_part(
    field: &mut dyn Field,
    segment: Segment,
    body: &mut Body<'_>,
) -> Result<bool, Error> {
    if body.is_lenient {
        return read_leniently(field, segment, body);
    }
    match field.read(body) {
        Ok(()) => Ok(true),
        Err(error) => Err(error.within(segment)),
    }
}

// Out of line, because inlined it would slow down the strict path.
#[inline(never)]
fn read_leniently(
    field: &mut dyn Field,
    segment: Segment,
    body: &mut Body<'_>,
) -> Result<bool, Error> {
    let start = body.mark();
    let before = body.misfits.list.len();
    let read = field.read(body);
    if read.is_ok() && body.misfits.list.len() == before {
        return Ok(true);
    }
    body.misfits.within(segment, before);
    match read {
        Ok(()) => Ok(true),
        Err(error) if matches!(error.kind(), Kind::Shape | Kind::Limit) => {
            // The part is set aside whole, with the parts of it that were set aside before.
            body.misfits.list.truncate(before);
            body.rewind(start);
            set_aside(error.within(segment), segment, body).map(|()| false)
        }
        Err(error) => Err(error.within(segment)),
    }
}

/// Sets a second member with the same key aside, or returns the error if the body is strict.
#[cold]
pub(super) fn read_duplicate(
    key: &'static str,
    offset: usize,
    body: &mut Body<'_>,
) -> Result<(), Error> {
    set_aside(duplicate(key, offset), Segment::Key(key), body)
}

/// Sets the next value aside, or returns the error if the body is strict or the limit is reached.
fn set_aside(error: Error, segment: Segment, body: &mut Body<'_>) -> Result<(), Error> {
    if !body.is_lenient {
        return Err(error);
    }
    body.misfits.push(error, segment, body.part.as_deref(), &mut body.json)
}

/// Reads an array.
pub(super) fn read_list(list: &mut dyn List, body: &mut Body<'_>) -> Result<(), Error> {
    let mut more = body.json.begin_array("an array")?;
    for index in 0.. {
        if !more {
            break;
        }
        let segment = Segment::Index(index);
        body.count_element().map_err(|error| error.within(segment))?;
        if !read_part(list.push(), segment, body)? {
            list.pop();
        }
        more = body.json.next_element()?;
    }
    Ok(())
}
