use std::ops::Range;

use chrono::{DateTime, Utc};

use super::{Event, JsonPointer, TimeSource};
use crate::wire::Timestamp;

/// The years 2000 to 2099, in epoch seconds. Other times mean *none*: year 1 is the zero of Go, 1970
/// the zero of most other languages.
const PLAUSIBLE: Range<i64> = 946_684_800..4_102_444_800;

/// The instant of a time, if it is one.
#[inline]
pub(crate) fn plausible(time: &Timestamp) -> Option<DateTime<Utc>> {
    time.instant().filter(|instant| PLAUSIBLE.contains(&instant.timestamp()))
}

/// When an event happened, and where the body says so.
pub(crate) struct Moment {
    at: DateTime<Utc>,
    from: TimeSource,
    pointer: JsonPointer,
}

impl Moment {
    /// The first plausible one of several times.
    #[inline]
    pub(crate) fn first<P: Into<JsonPointer>, const N: usize>(
        times: [(Option<&Timestamp>, TimeSource, P); N],
    ) -> Option<Self> {
        times.into_iter().find_map(|(time, from, pointer)| {
            Some(Self { at: plausible(time?)?, from, pointer: pointer.into() })
        })
    }
}

impl Event {
    /// The same event at a time.
    #[inline]
    pub(crate) fn at(mut self, moment: Option<Moment>) -> Self {
        if let Some(Moment { at, from, pointer }) = moment {
            self.occurred_at = Some(at);
            self.occurred_at_from = Some(from);
            self.occurred_at_pointer = Some(pointer);
        }
        self
    }
}
