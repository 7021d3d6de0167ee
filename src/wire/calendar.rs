use std::fmt;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Utc};

/// A time such as `2024-03-08T09:44:38.116981911Z`, in parts that print as they were written.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Calendar {
    local: NaiveDateTime,
    /// Digits of the fraction.
    digits: u8,
    zone: Zone,
}

#[derive(Clone, Copy, PartialEq)]
enum Zone {
    /// `T` before the time and `Z` after it.
    Z,
    /// `T` before the time, and an offset after it, here in minutes east.
    Offset(i16),
    /// A space before the time, and ` UTC` after it.
    Utc,
}

impl Calendar {
    #[inline]
    pub(super) fn instant(self) -> Option<DateTime<Utc>> {
        let local = self.local.and_utc();
        match self.zone {
            Zone::Z | Zone::Utc => Some(local),
            Zone::Offset(minutes) => {
                local.checked_sub_signed(TimeDelta::minutes(i64::from(minutes)))
            }
        }
    }

    /// Reads what [`Display`](fmt::Display) prints, and nothing else.
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
