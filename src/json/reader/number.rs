//! Reads numbers and keeps their literals.

use super::{Error, Reader, Result};

/// A number with its literal.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Number<'t> {
    pub(crate) literal: &'t str,
    /// The value, if it fits into an `i64` and prints as the literal.
    pub(crate) int: Option<i64>,
}

impl Number<'_> {
    /// Returns the name of the type of number in error messages.
    pub(super) fn type_name(&self) -> &'static str {
        let is_integer = !self.literal.contains(['.', 'e', 'E']) && self.literal != "-0";
        if is_integer { "integer" } else { "floating point" }
    }
}

impl<'t> Reader<'t> {
    /// Reads a number. The next byte must be its first one.
    #[inline]
    pub(super) fn read_number(&mut self) -> Result<Number<'t>> {
        let bytes = self.text.as_bytes().get(self.offset..).unwrap_or_default();
        let is_negative = bytes.first() == Some(&b'-');
        let start = usize::from(is_negative);
        let (mut end, mut int) = (start, 0_i64);
        let next = loop {
            match bytes.get(end) {
                Some(digit @ b'0'..=b'9') => {
                    int = int.wrapping_mul(10).wrapping_add(i64::from(digit - b'0'));
                    end += 1;
                }
                next => break next,
            }
        };
        // Fits into an `i64`, has no leading zero, and is not the start of a decimal.
        let is_int = matches!(end - start, 1..=18)
            && (bytes[start] != b'0' || (end == 1 && !is_negative))
            && !matches!(next, Some(b'.' | b'e' | b'E'));
        if is_int && let Some(literal) = self.text.get(self.offset..self.offset + end) {
            self.offset += end;
            return Ok(Number { literal, int: Some(if is_negative { -int } else { int }) });
        }
        self.read_other_number()
    }

    fn read_other_number(&mut self) -> Result<Number<'t>> {
        let start = self.offset;
        self.offset += usize::from(self.byte() == Some(b'-'));
        if self.byte() == Some(b'0') {
            self.offset += 1;
            if let Some(b'0'..=b'9') = self.byte() {
                return Err(self.invalid_number());
            }
        } else {
            self.digits()?;
        }
        if self.byte() == Some(b'.') {
            self.offset += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.offset += 1;
            self.offset += usize::from(matches!(self.byte(), Some(b'+' | b'-')));
            self.digits()?;
        }
        let literal = &self.text[start..self.offset];
        Ok(Number { literal, int: literal.parse().ok().filter(|_| literal != "-0") })
    }

    fn digits(&mut self) -> Result<()> {
        let rest = &self.text.as_bytes()[self.offset..];
        let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.offset += count;
        if count == 0 { Err(self.invalid_number()) } else { Ok(()) }
    }

    #[cold]
    fn invalid_number(&self) -> Error {
        match self.byte() {
            None => self.eof("invalid number"),
            Some(_) => self.syntax("invalid number"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_kept() {
        for (literal, int) in [
            ("0", Some(0)),
            ("-1", Some(-1)),
            ("999999999999999999", Some(999_999_999_999_999_999)),
            ("9223372036854775807", Some(i64::MAX)),
            ("-9223372036854775808", Some(i64::MIN)),
            ("9223372036854775808", None),
            ("-0", None),
            ("1.0", None),
            ("0e0", None),
            ("-1.50E-07", None),
            ("1e999", None),
        ] {
            let number = Reader::new(literal).read_number().unwrap();
            assert_eq!((number.literal, number.int), (literal, int));
        }
    }
}
