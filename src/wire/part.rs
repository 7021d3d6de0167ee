//! Reads members and elements, or sets them aside where the body is lenient.

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
    if body.lenient.is_some() {
        return read_leniently(field, segment, body);
    }
    match field.read(body) {
        Ok(()) => Ok(true),
        Err(error) => Err(error.within(segment)),
    }
}

#[cold]
fn read_leniently(
    field: &mut dyn Field,
    segment: Segment,
    body: &mut Body<'_>,
) -> Result<bool, Error> {
    let start = body.mark();
    let count = body.lenient.as_mut().map_or(0, |lenient| {
        lenient.path.push(segment);
        lenient.rejected.len()
    });
    let read = match field.read(body) {
        Ok(()) => Ok(true),
        Err(error) if matches!(error.kind(), Kind::Shape | Kind::Limit) => {
            body.rewind(start);
            let Body { json, lenient, .. } = body;
            lenient.as_mut().map_or(Ok(false), |lenient| {
                // What was set aside in it comes with it.
                lenient.rejected.truncate(count);
                lenient.reject(error.within(segment), json).map(|()| false)
            })
        }
        Err(error) => Err(error.within(segment)),
    };
    if let Some(lenient) = &mut body.lenient {
        lenient.path.pop();
    }
    read
}

/// Sets a second member with the same key aside, or returns the error.
#[cold]
pub(super) fn read_duplicate(
    key: &'static str,
    offset: usize,
    body: &mut Body<'_>,
) -> Result<(), Error> {
    let error = duplicate(key, offset);
    let Body { json, lenient, .. } = body;
    let Some(lenient) = lenient else { return Err(error) };
    lenient.path.push(Segment::Key(key));
    let rejected = lenient.reject(error, json);
    lenient.path.pop();
    rejected
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
