//! Reads a value from a whole text.

use super::{Body, Field, Json, Wire};
use crate::json::{Error, Kind, Reader, Segment};

/// Reads a value and checks that nothing follows it.
pub(crate) fn read(value: &mut dyn Field, body: &mut Body<'_>) -> Result<(), Error> {
    let read = value.read(body).and_then(|()| body.json.finish());
    read.map_err(|error| explain(error, body))
}

/// Chooses the error to report: the first one, which lenient reading may have set aside, or that of
/// the missing name of the event.
#[cold]
fn explain(error: Error, body: &mut Body<'_>) -> Error {
    let error = match body.misfits.first.take() {
        Some((first, event)) => {
            body.part = event.map(Into::into);
            first
        }
        None => error,
    };
    let (text, Some(tag)) = (body.json.text(), body.tag()) else { return error };
    if body.event_name().is_none() {
        return unnamed(text, tag).unwrap_or_else(|error| error);
    }
    // What looks like a second name at the end may belong to a body that is not JSON.
    let is_about_tag = error.pointer().strip_prefix('/') == Some(tag);
    is_about_tag.then(|| is_object(text).err()).flatten().unwrap_or(error)
}

/// Returns the reason why the event has no name.
fn unnamed(text: &str, tag: &'static str) -> Result<Error, Error> {
    let start = is_object(text)?;
    let mut json = Reader::new(text);
    Ok(if json.find_member(tag)? {
        Error::new(Kind::Shape, json.offset(), format!("`{tag}` is not a string"))
            .within(Segment::Key(tag))
    } else {
        Error::new(Kind::Shape, start, format!("missing field `{tag}`"))
    })
}

/// Checks that a text is a JSON object. Returns its offset.
pub(crate) fn is_object(text: &str) -> Result<usize, Error> {
    let mut json = Reader::new(text);
    let first = json.peek()?;
    let offset = json.offset();
    if first != b'{' {
        return Err(json.unexpected("an object"));
    }
    json.skip()?;
    json.finish().map(|()| offset)
}

/// Reads an object whose members are all optional, and omits those that do not fit.
pub(crate) fn view<T: Wire>(json: &Json) -> Option<T> {
    let mut value = T::empty();
    read(&mut value, &mut Body::lenient(json.get(), None)).ok()?;
    Some(value)
}
