use std::{borrow::Cow, fmt};

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Utc};
use serde::{
    Serialize, Serializer,
    de::{Deserialize, Deserializer},
};
use serde_json::value::RawValue;

use super::{
    context::Context,
    read::Wire,
    scalar::{Borrowed, Scalar},
};
use crate::redacted::Shown;

/// A moment in the spelling it was sent in.
///
/// | spelling | sent by |
/// | --- | --- |
/// | epoch seconds, as number or text, also with a fraction | WhatsApp, Chatwoot, AiSoule |
/// | epoch milli-, micro- or nanoseconds, told by their size | relays |
/// | RFC 3339 with any precision and offset | Azeer, AiSoule, Chatwoot |
/// | `2020-03-03 13:05:57 UTC` | Chatwoot up to 1.x |
/// | `Tue Mar 03 2020 18:37:38 GMT-0700 (…)` | browsers, through Chatwoot |
///
/// Reading never fails on a number or a text: what is none of these is kept and has no
/// [instant](Self::instant). Providers also send zero times (`0`, `0001-01-01T00:00:00Z`) for
/// *none*; they are read as what they say, and it is up to the field's documentation what they
/// mean.
///
/// ```
/// use chathooks::wire::Timestamp;
///
/// for json in ["1583240757", r#""1583240757""#, "1583240757000", "1583240757.0",
///     r#""2020-03-03T13:05:57Z""#, r#""2020-03-03T15:05:57.000+02:00""#,
///     r#""2020-03-03 13:05:57 UTC""#,
///     r#""Tue Mar 03 2020 06:05:57 GMT-0700 (Mountain Standard Time)""#]
/// {
///     let moment: Timestamp = serde_json::from_str(json)?;
///     assert_eq!(moment.instant().unwrap().to_rfc3339(), "2020-03-03T13:05:57+00:00");
///     assert_eq!(serde_json::to_string(&moment)?, json);
/// }
///
/// let moment: Timestamp = serde_json::from_str(r#""soon""#)?;
/// assert_eq!(moment.instant(), None);
/// assert_eq!(moment.as_str(), "soon");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct Timestamp(Spelling);

/// The common spellings need no text of their own.
#[derive(Clone, PartialEq)]
enum Spelling {
    /// An integer in quotes; without quotes it is a scalar.
    Quoted(i64),
    /// A calendar time that prints as it was written.
    Calendar(Calendar),
    Other(Scalar),
}

impl Timestamp {
    /// The moment; `None` if the text is not understood or lies beyond what chrono can hold.
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

    /// The text or number as it was sent, without quotes.
    #[must_use]
    pub fn as_str(&self) -> Cow<'_, str> {
        match &self.0 {
            Spelling::Quoted(int) => Cow::Owned(int.to_string()),
            Spelling::Calendar(calendar) => Cow::Owned(calendar.to_string()),
            Spelling::Other(scalar) => scalar.text(),
        }
    }
}

/// An integer counts seconds, or the finer unit that its size tells: seconds reach 10^11 only in
/// the year 5138, milliseconds passed it in 1973.
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

/// Seconds with a fraction, from the literal and not through a double.
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

/// The rarer texts.
fn other(text: &str) -> Option<DateTime<Utc>> {
    let browser = || {
        // What stands in brackets is the zone in the language of the visitor.
        let text = text.split(" (").next()?;
        DateTime::parse_from_str(text, "%a %b %d %Y %H:%M:%S GMT%z").ok()
    };
    let moment = DateTime::parse_from_rfc3339(text).ok().or_else(browser);
    moment.map(|moment| moment.to_utc()).or_else(|| decimal(text))
}

/// `2024-03-08T09:44:38.116981911Z` in parts, each of which prints as it was written.
#[derive(Clone, Copy, PartialEq)]
struct Calendar {
    local: NaiveDateTime,
    /// Digits of the fraction.
    digits: u8,
    zone: Zone,
}

#[derive(Clone, Copy, PartialEq)]
enum Zone {
    /// `T` before the time and `Z` behind it.
    Z,
    /// `T` before the time, and minutes east behind it.
    Offset(i16),
    /// A space before the time, and ` UTC` behind it.
    Utc,
}

impl Calendar {
    fn instant(self) -> Option<DateTime<Utc>> {
        let local = self.local.and_utc();
        match self.zone {
            Zone::Z | Zone::Utc => Some(local),
            Zone::Offset(minutes) => {
                local.checked_sub_signed(TimeDelta::minutes(i64::from(minutes)))
            }
        }
    }

    /// Reads what [`Display`](fmt::Display) prints, and nothing else.
    fn parse(text: &str) -> Option<Self> {
        let (date, rest) = text.as_bytes().split_first_chunk()?;
        let ([middle], rest) = rest.split_first_chunk()?;
        let (time, rest) = rest.split_first_chunk()?;
        let &[c0, c1, y0, y1, b'-', m0, m1, b'-', d0, d1] = date else { return None };
        let &[h0, h1, b':', n0, n1, b':', s0, s1] = time else { return None };
        let year = two(c0, c1)? * 100 + two(y0, y1)?;
        let date = NaiveDate::from_ymd_opt(year.try_into().ok()?, two(m0, m1)?, two(d0, d1)?)?;
        let (fraction, zone) = match rest {
            [b'.', rest @ ..] => {
                let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
                rest.split_at_checked(digits).filter(|_| (1..=9).contains(&digits))?
            }
            zone => (&[][..], zone),
        };
        let zone = match (middle, zone) {
            (b'T', b"Z") => Zone::Z,
            (b' ', b" UTC") => Zone::Utc,
            (b'T', &[ref sign, h0, h1, b':', n0, n1]) => {
                let minutes = two(h0, h1).filter(|hours| *hours < 24)? * 60
                    + two(n0, n1).filter(|minutes| *minutes < 60)?;
                let minutes = i16::try_from(minutes).ok()?;
                match (sign, minutes) {
                    (b'+', _) => Zone::Offset(minutes),
                    (b'-', 1..) => Zone::Offset(-minutes),
                    _ => return None,
                }
            }
            _ => return None,
        };
        let digits = u8::try_from(fraction.len()).ok()?;
        let nanos = match digits {
            0 => 0,
            _ => number(fraction) * 10_u32.pow(9 - u32::from(digits)),
        };
        let local = date.and_hms_nano_opt(two(h0, h1)?, two(n0, n1)?, two(s0, s1)?, nanos)?;
        Some(Self { local, digits, zone })
    }
}

/// A number of two digits.
fn two(tens: u8, ones: u8) -> Option<u32> {
    let [tens, ones] = [tens, ones].map(|digit| u32::from(digit.wrapping_sub(b'0')));
    (tens < 10 && ones < 10).then_some(tens * 10 + ones)
}

/// A number of up to nine digits.
fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0'))
}

impl fmt::Display for Calendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let local = self.local;
        let separator = if self.zone == Zone::Utc { ' ' } else { 'T' };
        write!(f, "{}{separator}{}", local.format("%Y-%m-%d"), local.format("%H:%M:%S"))?;
        if self.digits > 0 {
            let fraction = local.nanosecond() / 10_u32.pow(9 - u32::from(self.digits));
            write!(f, ".{fraction:0width$}", width = usize::from(self.digits))?;
        }
        match self.zone {
            Zone::Z => f.write_str("Z"),
            Zone::Utc => f.write_str(" UTC"),
            Zone::Offset(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                let minutes = minutes.unsigned_abs();
                write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}

impl Spelling {
    /// A common one.
    fn common(text: &str) -> Option<Self> {
        let calendar = Calendar::parse(text).map(Self::Calendar);
        calendar.or_else(|| quoted(text).map(Self::Quoted))
    }
}

/// The integer, if it prints as it was written.
fn quoted(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = matches!(digits.as_bytes(), [b'1'..=b'9', ..]) || text == "0";
    text.parse().ok().filter(|_| plain)
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Spelling::Other(scalar) => write!(f, "Timestamp({scalar:?})"),
            _ => write!(f, "Timestamp({:?})", self.as_str()),
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

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let scalar = Scalar::deserialize(from)?;
        let common = scalar.is_text().then(|| Spelling::common(&scalar.text())).flatten();
        Ok(Self(common.unwrap_or(Spelling::Other(scalar))))
    }
}

impl Wire for Timestamp {
    fn read<'de, D: Deserializer<'de>>(from: D, _: &Context<'_>) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(from)?;
        // Tried before escapes are looked for, as hardly any time has one.
        let text = raw.get().strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        if let Some(common) = text.and_then(Spelling::common) {
            return Ok(Self(common));
        }
        let scalar = Borrowed::of(raw, "a time (number or text)")?;
        let common = match &scalar {
            Borrowed::Text(text) => Spelling::common(text),
            Borrowed::Number(_) => None,
        };
        Ok(Self(common.unwrap_or_else(|| Spelling::Other(scalar.into()))))
    }
}
