use std::{borrow::Cow, fmt};

use chrono::{DateTime, NaiveDate, SecondsFormat, TimeDelta, Utc};
use serde::{
    Serialize, Serializer,
    de::{Deserialize, Deserializer},
};

use super::{calendar::Calendar, privacy::Shown, scalar::Scalar};
use crate::json;

/// A time, kept in the spelling in which it was sent.
///
/// | spelling | sent by |
/// | --- | --- |
/// | epoch seconds, as number or string, also with a fraction | WhatsApp, Chatwoot, AiSoule |
/// | epoch milliseconds, microseconds or nanoseconds, recognized by their size | relays |
/// | RFC 3339 with any precision and offset | Azeer, AiSoule, Chatwoot |
/// | `2020-03-03 13:05:57.123456+00`, also with `T`, or with `+0000` | databases, relays |
/// | the same without an offset, which is read as UTC | databases, relays |
/// | `2020-03-03 13:05:57 UTC` | Chatwoot up to 1.x |
/// | `Tue Mar 03 2020 18:37:38 GMT-0700 (…)` | browsers, through Chatwoot |
///
/// Reading a number or a string never fails: one in another spelling is kept, has no
/// [instant](Self::instant), and is [drift](crate::DriftKind::Time). A date without a time, such as
/// `2020-03-03`, and an empty string have no instant either, but are not drift. Providers also send
/// zero times (`0`, `0001-01-01T00:00:00Z`) for *none*; these are read literally, and the docs of
/// the field say what they mean.
///
/// ```
/// use chathooks::wire::Timestamp;
///
/// for json in ["1583240757", r#""1583240757""#, "1583240757000", "1583240757.0",
///     r#""2020-03-03T13:05:57Z""#, r#""2020-03-03T15:05:57.000+02:00""#,
///     r#""2020-03-03 13:05:57 UTC""#, r#""2020-03-03 15:05:57.000+02""#,
///     r#""2020-03-03T15:05:57+0200""#, r#""2020-03-03T13:05:57""#,
///     r#""Tue Mar 03 2020 06:05:57 GMT-0700 (Mountain Standard Time)""#]
/// {
///     let moment: Timestamp = serde_json::from_str(json)?;
///     assert_eq!(moment.instant().unwrap().to_rfc3339(), "2020-03-03T13:05:57+00:00");
///     assert_eq!(serde_json::to_string(&moment)?, json);
/// }
///
/// let moment: Timestamp = serde_json::from_str(r#""soon""#)?;
/// assert_eq!(moment.instant(), None);
/// assert_eq!(moment.to_text(), "soon");
/// assert_eq!(moment, "soon".into());
///
/// // Providers differ, so choose the spelling of the one that you simulate.
/// let instant = chrono::DateTime::from_timestamp(1_583_240_757, 0).unwrap();
/// for (moment, json) in [
///     (Timestamp::from(instant), r#""2020-03-03T13:05:57Z""#),
///     (Timestamp::from(instant.timestamp()), "1583240757"),
///     (Timestamp::from("1583240757"), r#""1583240757""#),
/// ] {
///     assert_eq!(moment.instant(), Some(instant));
///     assert_eq!(serde_json::to_string(&moment)?, json);
/// }
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Timestamp(Spelling);

/// The spelling of a time. The common ones need no string.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Spelling {
    /// An integer in quotes. Without quotes it is a scalar.
    Quoted(i64),
    /// A calendar time that prints as it was written.
    Calendar(Calendar),
    Other(Scalar),
}

impl Timestamp {
    /// Returns the instant; `None` if the spelling is not known, or if chrono cannot represent it.
    #[must_use]
    #[inline]
    pub fn instant(&self) -> Option<DateTime<Utc>> {
        match &self.0 {
            Spelling::Quoted(int) | Spelling::Other(Scalar::Int(int)) => epoch(*int),
            Spelling::Calendar(calendar) => calendar.instant(),
            Spelling::Other(text) if text.is_text() => other(&text.text()),
            Spelling::Other(number) => decimal(&number.text()),
        }
    }

    /// Returns whether there is no instant because the spelling is not known. An empty string means
    /// that there is no time, and a date alone is not a time.
    pub(crate) fn is_unreadable(&self) -> bool {
        let is_known = |text: &str| text.is_empty() || text.parse::<NaiveDate>().is_ok();
        self.instant().is_none() && !is_known(&self.to_text())
    }

    /// Returns the string or number as it was sent, without quotes.
    #[must_use]
    pub fn to_text(&self) -> Cow<'_, str> {
        match &self.0 {
            Spelling::Quoted(int) => Cow::Owned(int.to_string()),
            Spelling::Calendar(calendar) => Cow::Owned(calendar.to_string()),
            Spelling::Other(scalar) => scalar.text(),
        }
    }
}

/// Reads an integer as epoch seconds or, depending on its size, in a finer unit: seconds reach
/// 10^11 only in the year 5138, and milliseconds passed it in 1973.
fn epoch(int: i64) -> Option<DateTime<Utc>> {
    const SECONDS: u64 = 100_000_000_000;
    const MILLIS: u64 = SECONDS * 1_000;
    const MICROS: u64 = MILLIS * 1_000;
    match int.unsigned_abs() {
        0..SECONDS => DateTime::from_timestamp(int, 0),
        SECONDS..MILLIS => DateTime::from_timestamp_millis(int),
        MILLIS..MICROS => DateTime::from_timestamp_micros(int),
        MICROS.. => Some(DateTime::from_timestamp_nanos(int)),
    }
}

/// Reads seconds with a fraction, exactly and not as an `f64`.
fn decimal(text: &str) -> Option<DateTime<Utc>> {
    let (whole, fraction) = text.split_once('.')?;
    let seconds = whole.parse().ok()?;
    let fraction = fraction.get(..9).unwrap_or(fraction);
    let digits = u32::try_from(fraction.len()).ok().filter(|digits| *digits > 0)?;
    let nanos = fraction.bytes().all(|byte| byte.is_ascii_digit()).then_some(fraction)?;
    let nanos = nanos.parse::<i64>().ok()? * 10_i64.pow(9 - digits);
    let nanos = if whole.starts_with('-') { -nanos } else { nanos };
    DateTime::from_timestamp(seconds, 0)?.checked_add_signed(TimeDelta::nanoseconds(nanos))
}

/// Reads a string in one of the rarer spellings.
fn other(text: &str) -> Option<DateTime<Utc>> {
    let browser = || {
        // The name of the zone in parentheses is in the language of the visitor.
        let text = text.split(" (").next()?;
        DateTime::parse_from_str(text, "%a %b %d %Y %H:%M:%S GMT%z").ok()
    };
    let moment = DateTime::parse_from_rfc3339(text).ok().or_else(browser);
    moment.map(|moment| moment.to_utc()).or_else(|| decimal(text))
}

/// Reads an integer, if it prints as it was written.
fn quoted(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = matches!(digits.as_bytes(), [b'1'..=b'9', ..]) || text == "0";
    text.parse().ok().filter(|_| plain)
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Spelling::Other(scalar) => write!(f, "Timestamp({scalar:?})"),
            _ => write!(f, "Timestamp({:?})", self.to_text()),
        }
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.instant() {
            Some(_) => Shown(&self.0).serialize(to),
            None => self.0.serialize(to),
        }
    }
}

impl Serialize for Spelling {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Quoted(int) => to.collect_str(int),
            Self::Calendar(calendar) => to.collect_str(calendar),
            Self::Other(scalar) => scalar.serialize(to),
        }
    }
}

impl From<json::Scalar<'_>> for Timestamp {
    fn from(scalar: json::Scalar<'_>) -> Self {
        match scalar {
            json::Scalar::String(text) => (&*text).into(),
            json::Scalar::Number(number) => Self(Spelling::Other(number.into())),
        }
    }
}

impl From<&str> for Timestamp {
    #[inline]
    fn from(text: &str) -> Self {
        let calendar = Calendar::parse(text).map(Spelling::Calendar);
        let common = calendar.or_else(|| quoted(text).map(Spelling::Quoted));
        Self(common.unwrap_or_else(|| Spelling::Other(text.into())))
    }
}

impl From<String> for Timestamp {
    #[inline]
    fn from(text: String) -> Self {
        (&*text).into()
    }
}

impl From<i64> for Timestamp {
    /// Creates a time that is serialized as a number: epoch seconds or, depending on its size, a
    /// finer unit.
    fn from(int: i64) -> Self {
        Self(Spelling::Other(int.into()))
    }
}

impl From<DateTime<Utc>> for Timestamp {
    /// Creates a time in RFC 3339 and UTC, with as many decimals as it needs:
    /// `2020-03-03T13:05:57.116Z`.
    ///
    /// Years after 9999 or before 0 have no such spelling; then the result has no
    /// [instant](Timestamp::instant).
    fn from(instant: DateTime<Utc>) -> Self {
        instant.to_rfc3339_opts(SecondsFormat::AutoSi, true).into()
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(match Scalar::deserialize(from)? {
            Scalar::Text(text) => (&*text).into(),
            number => Self(Spelling::Other(number)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Scalar, Spelling, Timestamp};

    #[test]
    fn calendar_times() {
        for text in [
            "2026-11-20T08:30:05",
            "2026-11-20 08:30:05",
            "2026-11-20 08:30:05+00",
            "2026-11-20 03:00:05-05:30",
            "2026-11-20T14:00:05+0530",
            "2026-11-20 08:30:05Z",
            "2026-11-20T08:30:05 UTC",
        ] {
            let time = Timestamp::from(text);
            assert!(matches!(time.0, Spelling::Calendar(_)), "{text}");
            assert_eq!(time.to_text(), text);
            assert_eq!(time.instant().unwrap().to_rfc3339(), "2026-11-20T08:30:05+00:00", "{text}");
        }
    }

    #[test]
    fn no_times() {
        for text in [
            "2026-11-20",
            "2026-11-20 08:30",
            "2026-11-20_08:30:05",
            "2026-11-20 08:30:05+",
            "2026-11-20 08:30:05+0",
            "2026-11-20 08:30:05+24",
            "2026-11-20 08:30:05+05:60",
            "2026-11-20 08:30:05 CET",
            "2026-11-20T08:30:05.",
        ] {
            let time = Timestamp::from(text);
            assert!(matches!(time.0, Spelling::Other(Scalar::Text(_))), "{text}");
            assert_eq!((time.instant(), &*time.to_text()), (None, text));
        }
    }
}
