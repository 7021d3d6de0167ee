//! Parts that do not fit, set aside.

use super::Json;
use crate::json::{Error, Reader, Segment};

/// How many parts are set aside; one more, and the object or array around it is set aside whole.
const MAX_REJECTED: usize = 1_000;

/// What was set aside, and where reading is.
#[derive(Default)]
pub(super) struct Lenient {
    path: Vec<Segment>,
    rejected: Vec<Rejected>,
    /// The error with which a strict reading would have ended.
    first: Option<Error>,
}

/// A part that does not fit.
pub(crate) struct Rejected {
    /// Why not. Its place is that of the part.
    pub(crate) error: Error,
    pub(crate) value: Json,
}

impl Lenient {
    pub(super) fn enter(&mut self, segment: Segment) {
        self.path.push(segment);
    }

    pub(super) fn leave(&mut self) {
        self.path.pop();
    }

    /// How much was set aside, to come back to.
    pub(super) fn count(&self) -> usize {
        self.rejected.len()
    }

    /// Forgets what was set aside since: it comes with the whole.
    pub(super) fn forget(&mut self, count: usize) {
        self.rejected.truncate(count);
    }

    /// Sets the next value aside, if there is room.
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

    pub(super) fn take_first(&mut self) -> Option<Error> {
        self.first.take()
    }

    pub(super) fn into_rejected(self) -> Vec<Rejected> {
        let mut rejected = self.rejected;
        rejected.sort_by_key(|rejected| rejected.error.offset());
        rejected
    }
}
