use std::{fmt, io};

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::{Event, TimeSource};

/// The position of an event in a total order by time, which decides which of two events is the
/// later one.
///
/// It is meant for rows that keep what the last event said. Requires the feature `digest`.
///
/// The later time wins, and no time counts as the earliest. Of equal times, the one from the more
/// certain [source](TimeSource) wins; of equal sources, the greater SHA-256 of the event's JSON. So
/// the order is total: a receiver that keeps the event with the greatest revision always ends with
/// the same event, in whatever order and however often the events arrive. Among events with the
/// same time, that is one of them, but not necessarily the last.
///
/// The [bytes](Self::as_bytes) of revisions have the same order, so a revision can be a column of a
/// table:
///
/// ```sql
/// INSERT INTO contact (id, name, revision) VALUES ($1, $2, $3)
/// ON CONFLICT (id) DO UPDATE SET name = excluded.name, revision = excluded.revision
/// WHERE excluded.revision > contact.revision
/// ```
///
/// ```
/// use chathooks::{Webhook, normalize::{Normalize, Revision}};
///
/// let revision = |body: &str| -> Result<Revision, chathooks::ParseError> {
///     let event = Webhook::parse(body.as_bytes())?.normalize().next();
///     Ok(Revision::of(&event.expect("one message is one event")))
/// };
/// let one = revision(r#"{"id":1,"content":"Hi","event":"message_created","created_at":1700000000}"#)?;
/// let two = revision(r#"{"id":1,"content":"Ho","event":"message_created","created_at":1700000060}"#)?;
/// assert!(one < two);
/// # Ok::<(), chathooks::ParseError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision([u8; Self::LEN]);

impl Revision {
    /// The number of bytes of a revision.
    pub const LEN: usize = 45;

    /// Returns the revision of an event.
    #[must_use]
    pub fn of(event: &Event) -> Self {
        let mut digest = Sha256::new();
        // Neither hashing nor serializing an event fails.
        let _ = serde_json::to_writer(Hasher(&mut digest), event);
        Self::new(event.occurred_at, event.occurred_at_from, digest)
    }

    /// Returns the revision of an event for which the JSON is already known.
    ///
    /// The JSON must be what `serde_json::to_string` returns for the event. The result is the same
    /// as that of [`of`](Self::of), which serializes the event once more.
    #[must_use]
    pub fn of_json(event: &Event, json: &str) -> Self {
        Self::new(event.occurred_at, event.occurred_at_from, Sha256::new_with_prefix(json))
    }

    fn new(at: Option<DateTime<Utc>>, source: Option<TimeSource>, digest: Sha256) -> Self {
        let mut bytes = [0; Self::LEN];
        if let Some(at) = at {
            // With the sign bit flipped, negative numbers sort first.
            bytes[..8].copy_from_slice(&(at.timestamp() ^ i64::MIN).to_be_bytes());
            bytes[8..12].copy_from_slice(&at.timestamp_subsec_nanos().to_be_bytes());
        }
        bytes[12] = match source {
            None => 0,
            Some(TimeSource::Device) => 1,
            Some(TimeSource::Envelope) => 2,
            Some(TimeSource::Object) => 3,
            Some(TimeSource::Event) => 4,
        };
        bytes[13..].copy_from_slice(&digest.finalize());
        Self(bytes)
    }

    /// Returns the revision as bytes, which compare as the revisions do.
    ///
    /// The format is stable: seconds since the epoch plus 2^63 (8 bytes), nanoseconds (4), source
    /// (1) and digest (32), each with the most significant byte first.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; Self::LEN] {
        &self.0
    }
}

/// Converts the bytes of [`as_bytes`](Revision::as_bytes) back into a revision.
impl From<[u8; Self::LEN]> for Revision {
    fn from(bytes: [u8; Self::LEN]) -> Self {
        Self(bytes)
    }
}

impl fmt::Debug for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Revision(")?;
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))?;
        f.write_str(")")
    }
}

struct Hasher<'a>(&'a mut Sha256);

impl io::Write for Hasher<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::{Event, Revision, TimeSource};
    use crate::{Provider, normalize::Kind};

    fn event(at: Option<i64>, source: Option<TimeSource>, name: &'static str) -> Event {
        let mut event = Event::new(Provider::Azeer, name, Kind::Test);
        event.occurred_at = at.and_then(DateTime::from_timestamp_millis);
        event.occurred_at_from = source;
        event
    }

    #[test]
    fn time_then_source_then_content() {
        let same = event(Some(1), Some(TimeSource::Event), "a");
        let ascending = [
            event(None, None, "a"),
            event(Some(-1_001), Some(TimeSource::Event), "a"),
            event(Some(-1_000), Some(TimeSource::Event), "a"),
            event(Some(0), Some(TimeSource::Event), "a"),
            event(Some(1), Some(TimeSource::Device), "a"),
            event(Some(1), Some(TimeSource::Envelope), "a"),
            event(Some(1), Some(TimeSource::Object), "a"),
            same.clone(),
            event(Some(1_000), None, "a"),
        ];
        let revisions: Vec<_> = ascending.iter().map(Revision::of).collect();
        assert!(revisions.is_sorted_by(|one, other| one < other), "{revisions:?}");
        assert!(revisions.is_sorted_by(|one, other| one.as_bytes() < other.as_bytes()));
        assert_ne!(
            Revision::of(&same),
            Revision::of(&event(Some(1), Some(TimeSource::Event), "b"))
        );
        assert_eq!(Revision::of(&same), Revision::of(&same.clone()));
        let json = serde_json::to_string(&same).unwrap();
        assert_eq!(Revision::of(&same), Revision::of_json(&same, &json));
        assert_eq!(Revision::from(*Revision::of(&same).as_bytes()), Revision::of(&same));
    }

    /// Stored revisions are compared with new ones.
    #[test]
    fn known_answer() {
        let json = r#"{"kind":"test"}"#;
        let revision = Revision::of_json(&event(Some(1_500), Some(TimeSource::Object), "a"), json);
        assert_eq!(
            format!("{revision:?}"),
            "Revision(8000000000000001\
             1dcd650003\
             12aaed84d588265b7ffe1b482a573a47e271256da638c627b78b38b4606fd1ba)"
        );
    }
}
