use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{DeliveryError, DeliveryStatus, Event, Kind};

/// What is known of one message's way, from any reports in any order.
///
/// Reports come late, twice, out of order, or not at all. So the state is a set that only grows:
/// merging is commutative, associative and idempotent, and every order of the same reports ends in
/// the same state. Times do not decide which status is the current one; ranks do.
///
/// ```
/// use chathooks::normalize::{DeliveryStatus, Milestones};
///
/// let mut message = Milestones::default();
/// message.reach(DeliveryStatus::Delivered, None);
/// message.reach(DeliveryStatus::Sent, None); // late
/// assert_eq!(message.current(), Some(&DeliveryStatus::Delivered));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Milestones {
    /// What was reported, with the earliest time that was told for it.
    pub reached: BTreeMap<DeliveryStatus, Option<DateTime<Utc>>>,
    /// Why it failed, if it did.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub errors: BTreeSet<DeliveryError>,
}

impl Milestones {
    /// Returns what rows hold of one message: a status as text, and the earliest time reported for
    /// it. The opposite of [`rows`](Self::rows); [errors](Self::errors) are a set beside them.
    ///
    /// Rows in any order, and one status in several of them, give the same value.
    pub fn from_rows<S: Into<DeliveryStatus>>(
        rows: impl IntoIterator<Item = (S, Option<DateTime<Utc>>)>,
    ) -> Self {
        let mut milestones = Self::default();
        for (status, at) in rows {
            milestones.reach(status.into(), at);
        }
        milestones
    }

    /// Returns each status that was reached, with its [rank](DeliveryStatus::rank) and the earliest
    /// time reported for it: the rows of a table whose key is message and status.
    ///
    /// A database merges such rows without reading them. On conflict it keeps the lesser time, where
    /// a time is less than none; the row with the highest rank is the [current](Self::current)
    /// status, unless that rank is 0.
    ///
    /// ```
    /// use chathooks::normalize::{DeliveryStatus, Milestones};
    ///
    /// let mut message = Milestones::default();
    /// message.reach(DeliveryStatus::Read, None);
    /// message.reach(DeliveryStatus::Sent, None);
    /// let rows: Vec<_> = message.rows().collect();
    /// assert_eq!(rows, [("sent", 20, None), ("read", 50, None)]);
    /// let again = Milestones::from_rows(rows.into_iter().map(|(status, _, at)| (status, at)));
    /// assert_eq!(again, message);
    /// ```
    pub fn rows(&self) -> impl Iterator<Item = (&str, u8, Option<DateTime<Utc>>)> {
        self.reached.iter().map(|(status, at)| (status.as_str(), status.rank(), *at))
    }

    /// What an event tells about its message; `None` if it tells no status.
    #[must_use]
    pub fn of(event: &Event) -> Option<Self> {
        let Kind::MessageStatusChanged(change) = &event.kind else { return None };
        let mut milestones = Self::default();
        milestones.reach(change.status.clone()?, event.occurred_at);
        milestones.errors.extend(change.errors.iter().cloned());
        Some(milestones)
    }

    /// Adds one report.
    pub fn reach(&mut self, status: DeliveryStatus, at: Option<DateTime<Utc>>) {
        let known = self.reached.entry(status).or_insert(at);
        *known = earliest(*known, at);
    }

    /// Adds everything that another state knows.
    pub fn merge(&mut self, other: Self) {
        for (status, at) in other.reached {
            self.reach(status, at);
        }
        self.errors.extend(other.errors);
    }

    /// The highest status that was reached; `None` while nothing but unknown texts was reported.
    #[must_use]
    pub fn current(&self) -> Option<&DeliveryStatus> {
        let known = self.reached.keys().filter(|status| status.rank() > 0);
        known.max_by_key(|status| status.rank())
    }

    /// Whether a failure was reported, and also that the message arrived.
    #[must_use]
    pub fn is_contradictory(&self) -> bool {
        self.reached.contains_key(&DeliveryStatus::Failed)
            && self.current() != Some(&DeliveryStatus::Failed)
    }
}

fn earliest(a: Option<DateTime<Utc>>, b: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (known, None) | (None, known) => known,
    }
}
