use std::fmt;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Utc};

/// A time such as `2024-03-08T09:44:38.116981911Z`, which prints as it was written.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Calendar {
    local: NaiveDateTime,
    /// The number of digits of the fraction.
    digits: u8,
    /// Whether date and time are separated by a space, rather than `T`.
    is_spaced: bool,
    zone: Zone,
}

/// The zone after the time.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Zone {
    /// None, which is read as UTC.
    None,
    /// `Z`.
    Z,
    /// ` UTC`.
    Utc,
    /// An offset, in minutes east of UTC.
    Offset(i16, Form),
}

/// How an offset is written.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Form {
    /// `+05:30`.
    Colon,
    /// `+0530`.
    Plain,
    /// `+05`.
    Hours,
}

impl Calendar {
    #[inline]
    pub(super) fn instant(self) -> Option<DateTime<Utc>> {
        let local = self.local.and_utc();
        match self.zone {
            Zone::None | Zone::Z | Zone::Utc => Some(local),
            Zone::Offset(minutes, _) => {
                local.checked_sub_signed(TimeDelta::minutes(i64::from(minutes)))
            }
        }
    }

    /// Parses what [`Display`](fmt::Display) prints, and nothing else.
    #[inline]
    pub(super) fn parse(text: &str) -> Option<Self> {
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
        let is_spaced = match middle {
            b'T' => false,
            b' ' => true,
            _ => return None,
        };
        let zone = match *zone {
            [] => Zone::None,
            [b'Z'] => Zone::Z,
            [b' ', b'U', b'T', b'C'] => Zone::Utc,
            [sign, h0, h1, b':', n0, n1] => offset(sign, two(h0, h1)?, two(n0, n1)?, Form::Colon)?,
            [sign, h0, h1, n0, n1] => offset(sign, two(h0, h1)?, two(n0, n1)?, Form::Plain)?,
            [sign, h0, h1] => offset(sign, two(h0, h1)?, 0, Form::Hours)?,
            _ => return None,
        };
        let digits = u8::try_from(fraction.len()).ok()?;
        let nanos = match digits {
            0 => 0,
            _ => number(fraction) * 10_u32.pow(9 - u32::from(digits)),
        };
        let local = date.and_hms_nano_opt(two(h0, h1)?, two(n0, n1)?, two(s0, s1)?, nanos)?;
        Some(Self { local, digits, is_spaced, zone })
    }
}

fn offset(sign: u8, hours: u32, minutes: u32, form: Form) -> Option<Zone> {
    let minutes =
        i16::try_from(hours * 60 + minutes).ok().filter(|_| hours < 24 && minutes < 60)?;
    match (sign, minutes) {
        (b'+', _) => Some(Zone::Offset(minutes, form)),
        // `-00:00` would print as `+00:00`.
        (b'-', 1..) => Some(Zone::Offset(-minutes, form)),
        _ => None,
    }
}

/// Reads a number of two digits.
fn two(tens: u8, ones: u8) -> Option<u32> {
    let [tens, ones] = [tens, ones].map(|digit| u32::from(digit.wrapping_sub(b'0')));
    (tens < 10 && ones < 10).then_some(tens * 10 + ones)
}

/// Reads a number of up to nine digits.
fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0'))
}

impl fmt::Display for Calendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let local = self.local;
        let separator = if self.is_spaced { ' ' } else { 'T' };
        write!(f, "{}{separator}{}", local.format("%Y-%m-%d"), local.format("%H:%M:%S"))?;
        if self.digits > 0 {
            let fraction = local.nanosecond() / 10_u32.pow(9 - u32::from(self.digits));
            write!(f, ".{fraction:0width$}", width = usize::from(self.digits))?;
        }
        match self.zone {
            Zone::None => Ok(()),
            Zone::Z => f.write_str("Z"),
            Zone::Utc => f.write_str(" UTC"),
            Zone::Offset(minutes, form) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                let (hours, minutes) = (minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60);
                match form {
                    Form::Colon => write!(f, "{sign}{hours:02}:{minutes:02}"),
                    Form::Plain => write!(f, "{sign}{hours:02}{minutes:02}"),
                    Form::Hours => write!(f, "{sign}{hours:02}"),
                }
            }
        }
    }
}
