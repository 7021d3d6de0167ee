//! Which times are times: providers write zero for none in many ways.

use std::{borrow::Cow, ops::Range};

use chrono::{DateTime, Datelike, Utc};

use super::{Event, TimeSource};
use crate::wire::Timestamp;

/// What lies outside these years is no time of an event: year 1 is the zero of Go, 1970 that of
/// everybody else.
const PLAUSIBLE: Range<i32> = 2000..2100;

#[inline]
pub(crate) fn plausible(time: &Timestamp) -> Option<DateTime<Utc>> {
    time.instant().filter(|instant| PLAUSIBLE.contains(&instant.naive_utc().year()))
}

impl Event {
    /// Sets the time, unless a more certain one is there or this is none.
    pub(crate) fn occurred(
        &mut self,
        time: Option<&Timestamp>,
        from: TimeSource,
        pointer: impl Into<Cow<'static, str>>,
    ) {
        if self.occurred_at.is_none()
            && let Some(instant) = time.and_then(plausible)
        {
            self.occurred_at = Some(instant);
            self.occurred_at_from = Some(from);
            self.occurred_at_pointer = Some(pointer.into());
        }
    }
}
