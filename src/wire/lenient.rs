//! Sets aside the parts of a body that do not fit.

use super::Json;
use crate::json::{Error, Reader, Segment};

/// The number of parts that are set aside one by one. If there are more, the object or array around
/// them is set aside.
const MAX_MISFITS: usize = 1_000;

/// The parts that were set aside. Their errors collect their paths while the reader returns, as all
/// errors do.
#[derive(Default)]
pub(super) struct Misfits {
    pub(super) list: Vec<Misfit>,
    /// The error that strict reading would have returned, and the event that was being read when it
    /// occurred, in a body whose parts name their own.
    pub(super) first: Option<(Error, Option<String>)>,
}

/// A part that does not fit.
pub(crate) struct Misfit {
    /// The reason. Its position is that of the part.
    pub(crate) error: Error,
    pub(crate) value: Json,
}

impl Misfits {
    /// Adds a segment to the errors of all parts after the first `count`.
    #[cold]
    pub(super) fn within(&mut self, segment: Segment, count: usize) {
        for misfit in &mut self.list[count..] {
            misfit.error.add(segment);
        }
        // If there were none, the first error is one of them.
        if let Some((first, _)) = self.first.as_mut().filter(|_| count == 0) {
            first.add(segment);
        }
    }

    /// Sets the next value aside, or returns the error if there is no room.
    #[cold]
    pub(super) fn push(
        &mut self,
        error: Error,
        segment: Segment,
        event: Option<&str>,
        json: &mut Reader<'_>,
    ) -> Result<(), Error> {
        if self.first.is_none() {
            self.first = Some((error.clone(), event.map(Into::into)));
        }
        if self.list.len() == MAX_MISFITS {
            return Err(error);
        }
        json.peek()?;
        let (kind, offset) = (error.kind(), json.offset());
        let value = Json::of_text(json.skip()?);
        let error = Error::new(kind, offset, error.into_message()).within(segment);
        self.list.push(Misfit { error, value });
        Ok(())
    }
}
