use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{DeliveryError, DeliveryStatus, Event, Kind};

/// The delivery state of one message, merged from any reports in any order.
///
/// Reports arrive late, twice, out of order, or not at all. Therefore the state is a set that only
/// grows: merging is commutative, associative and idempotent, and every order of the same reports
/// ends in the same state. The [rank](DeliveryStatus::rank) of a status decides which one is
/// current, not its time.
///
/// ```
/// use chathooks::normalize::{DeliveryStatus, DeliveryProgress};
///
/// let mut message = DeliveryProgress::default();
/// message.reach(DeliveryStatus::Delivered, None);
/// message.reach(DeliveryStatus::Sent, None); // late
/// assert_eq!(message.current(), Some(&DeliveryStatus::Delivered));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DeliveryProgress {
    /// The statuses that were reported, each with the earliest time reported for it.
    pub reached: BTreeMap<DeliveryStatus, Option<DateTime<Utc>>>,
    /// The errors that were reported, which say why the message failed.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub errors: BTreeSet<DeliveryError>,
}

impl DeliveryProgress {
    /// Restores the state of one message from stored rows: a status as a string, and the earliest
    /// time reported for it.
    ///
    /// This is the opposite of [`rows`](Self::rows). The [errors](Self::errors) are a set that is
    /// stored beside the rows.
    ///
    /// The order of the rows does not matter, and several rows may have the same status.
    pub fn from_rows<S: Into<DeliveryStatus>>(
        rows: impl IntoIterator<Item = (S, Option<DateTime<Utc>>)>,
    ) -> Self {
        let mut progress = Self::default();
        for (status, at) in rows {
            progress.reach(status.into(), at);
        }
        progress
    }

    /// Returns each status that was reached, with its [rank](DeliveryStatus::rank) and the earliest
    /// time reported for it. These are the rows of a table whose key is the message and the status.
    ///
    /// A database can merge such rows without reading them. On conflict it keeps the earlier time,
    /// and prefers a time to none. The row with the highest rank is the [current](Self::current)
    /// status, unless that rank is 0.
    ///
    /// ```
    /// use chathooks::normalize::{DeliveryStatus, DeliveryProgress};
    ///
    /// let mut message = DeliveryProgress::default();
    /// message.reach(DeliveryStatus::Read, None);
    /// message.reach(DeliveryStatus::Sent, None);
    /// let rows: Vec<_> = message.rows().collect();
    /// assert_eq!(rows, [("sent", 20, None), ("read", 50, None)]);
    /// let again = DeliveryProgress::from_rows(rows.into_iter().map(|(status, _, at)| (status, at)));
    /// assert_eq!(again, message);
    /// ```
    pub fn rows(&self) -> impl Iterator<Item = (&str, u8, Option<DateTime<Utc>>)> {
        self.reached.iter().map(|(status, at)| (status.as_str(), status.rank(), *at))
    }

    /// Returns the delivery state that an event reports of its message; `None` if it reports no
    /// status.
    #[must_use]
    pub fn of(event: &Event) -> Option<Self> {
        let Kind::MessageStatusChanged(change) = &event.kind else { return None };
        let mut progress = Self::default();
        progress.reach(change.status.clone()?, event.occurred_at);
        progress.errors.extend(change.errors.iter().cloned());
        Some(progress)
    }

    /// Adds one report: a status, and the time at which the message reached it if that is known.
    pub fn reach(&mut self, status: DeliveryStatus, at: Option<DateTime<Utc>>) {
        let known = self.reached.entry(status).or_insert(at);
        *known = earliest(*known, at);
    }

    /// Adds everything that another state of the same message contains.
    pub fn merge(&mut self, other: Self) {
        for (status, at) in other.reached {
            self.reach(status, at);
        }
        self.errors.extend(other.errors);
    }

    /// Returns the reached status with the highest rank; `None` while only unrecognized values, or
    /// nothing, were reported.
    #[must_use]
    pub fn current(&self) -> Option<&DeliveryStatus> {
        let known = self.reached.keys().filter(|status| status.rank() > 0);
        known.max_by_key(|status| status.rank())
    }

    /// Returns whether both a failure and the arrival of the message were reported.
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
