use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike, Utc};

use super::{JsonPointer, TimeSource};
use crate::wire::Timestamp;

/// The years in which a time is plausible. Other times mean *none*: year 1 is the zero value in Go,
/// and 1970 in most other languages.
const PLAUSIBLE: RangeInclusive<i32> = 2000..=2099;

/// Returns the instant of a time, if it is plausible.
#[inline]
pub(crate) fn plausible(time: &Timestamp) -> Option<DateTime<Utc>> {
    time.instant().filter(|instant| PLAUSIBLE.contains(&instant.naive_utc().year()))
}

/// When an event happened, and where the body says so.
pub(crate) struct EventTime {
    pub(super) at: DateTime<Utc>,
    pub(super) from: TimeSource,
    pub(super) pointer: JsonPointer,
}

impl EventTime {
    /// Creates a moment from a time, if it is plausible.
    #[inline]
    pub(crate) fn of(
        time: Option<&Timestamp>,
        from: TimeSource,
        pointer: impl Into<JsonPointer>,
    ) -> Option<Self> {
        Some(Self { at: plausible(time?)?, from, pointer: pointer.into() })
    }
}
