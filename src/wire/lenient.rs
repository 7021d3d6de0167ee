//! Sets aside the parts of a body that do not fit.

use super::Json;
use crate::json::{Error, Reader, Segment};

/// Parts that are set aside one by one; where there are more, the object or array around them is.
const MAX_REJECTED: usize = 1_000;

/// What was set aside, and the path to what is being read.
#[derive(Default)]
pub(super) struct Lenient {
    pub(super) path: Vec<Segment>,
    pub(super) rejected: Vec<Rejected>,
    /// The error that a strict reading would have ended with.
    pub(super) first: Option<Error>,
}

/// A part that does not fit.
pub(crate) struct Rejected {
    /// Why not. Its position is that of the part.
    pub(crate) error: Error,
    pub(crate) value: Json,
}

impl Lenient {
    /// Sets the next value aside, or returns the error if there is no room.
    pub(super) fn reject(&mut self, error: Error, json: &mut Reader<'_>) -> Result<(), Error> {
        let outer = |error: Error, path: &[Segment]| {
            path.iter().rev().fold(error, |error, segment| error.within(*segment))
        };
        if self.first.is_none() {
            let (_, above) = self.path.split_last().unwrap_or((&Segment::Index(0), &[]));
            self.first = Some(outer(error.clone(), above));
        }
        if self.rejected.len() == MAX_REJECTED {
            return Err(error);
        }
        json.peek()?;
        let (kind, offset) = (error.kind(), json.offset());
        let value = Json::of_text(json.skip()?);
        let error = Error::new(kind, offset, error.into_message());
        self.rejected.push(Rejected { error: outer(error, &self.path), value });
        Ok(())
    }
}
