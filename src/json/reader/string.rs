//! Reads and skips strings.

use std::borrow::Cow;

use super::{Error, Kind, Reader, Result};

impl<'t> Reader<'t> {
    /// Reads a string, which is borrowed unless it has escapes. The next byte must be its quote.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "as `scalar`, which calls it")]
    pub(super) fn read_string(&mut self) -> Result<Cow<'t, str>> {
        match self.plain_string() {
            Some(string) => Ok(Cow::Borrowed(string)),
            None => self.escaped_string().map(Cow::Owned),
        }
    }

    /// Reads a string without escapes. Consumes nothing if the string has some.
    #[inline]
    fn plain_string(&mut self) -> Option<&'t str> {
        let start = self.offset + 1;
        let end = start + plain(self.text.as_bytes().get(start..)?);
        if self.text.as_bytes().get(end) != Some(&b'"') {
            return None;
        }
        let string = self.text.get(start..end)?;
        self.offset = end + 1;
        Some(string)
    }

    #[cold]
    fn escaped_string(&mut self) -> Result<String> {
        let quote = self.offset;
        self.offset += 1;
        let mut string = String::new();
        loop {
            let rest = &self.text[self.offset..];
            let plain = &rest[..plain(rest.as_bytes())];
            string.push_str(plain);
            self.offset += plain.len();
            match self.byte() {
                Some(b'"') => {
                    self.offset += 1;
                    return Ok(string);
                }
                Some(b'\\') => string.push(self.escape(quote)?),
                found => return Err(self.unterminated(found)),
            }
        }
    }

    /// Reads an escape in the string that begins at `quote`.
    fn escape(&mut self, quote: usize) -> Result<char> {
        self.offset += 1;
        let char = match self.byte() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.offset += 1;
                return self.code_point(quote);
            }
            Some(_) => return Err(self.syntax("invalid escape")),
            None => return Err(self.unterminated(None)),
        };
        self.offset += 1;
        Ok(char)
    }

    /// Reads a character that is written as one or two `\u` escapes, after the first `\u`.
    fn code_point(&mut self, quote: usize) -> Result<char> {
        // A lone surrogate is valid JSON, but not Unicode.
        let lone = || Error::new(Kind::Shape, quote, "lone leading surrogate in hex escape");
        let code = self.hex()?;
        if !(0xD800..0xDC00).contains(&code) {
            return char::from_u32(code).ok_or_else(lone);
        }
        match &self.text.as_bytes()[self.offset..] {
            [] | [b'\\'] => Err(self.unterminated(None)),
            [b'\\', b'u', ..] => {
                self.offset += 2;
                let low = self.hex()?;
                let low =
                    Some(low).filter(|low| (0xDC00..0xE000).contains(low)).ok_or_else(lone)?;
                let pair = 0x1_0000 + ((code - 0xD800) << 10 | (low - 0xDC00));
                char::from_u32(pair).ok_or_else(lone)
            }
            _ => Err(lone()),
        }
    }

    fn hex(&mut self) -> Result<u32> {
        let mut code = 0;
        for _ in 0..4 {
            let Some(byte) = self.byte() else { return Err(self.unterminated(None)) };
            let digit = char::from(byte).to_digit(16);
            code = code << 4 | digit.ok_or_else(|| self.syntax("invalid escape"))?;
            self.offset += 1;
        }
        Ok(code)
    }

    /// Consumes a string and checks its escapes. The next byte must be its quote.
    pub(super) fn skip_string(&mut self) -> Result<()> {
        self.offset += 1;
        loop {
            self.offset += plain(self.text.as_bytes().get(self.offset..).unwrap_or_default());
            match self.byte() {
                Some(b'"') => {
                    self.offset += 1;
                    return Ok(());
                }
                Some(b'\\') => match self.text.as_bytes().get(self.offset + 1) {
                    // A lone surrogate is JSON, so only the digits are checked.
                    Some(b'u') => {
                        self.offset += 2;
                        self.hex()?;
                    }
                    _ => drop(self.escape(self.offset)?),
                },
                found => return Err(self.unterminated(found)),
            }
        }
    }

    #[cold]
    fn unterminated(&self, found: Option<u8>) -> Error {
        match found {
            None => self.eof("EOF while parsing a string"),
            Some(_) => {
                self.syntax("control character (\\u0000-\\u001F) found while parsing a string")
            }
        }
    }
}

/// Counts the bytes before the first quote, backslash or control character, eight at a time.
fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::MAX / 255;
    const HIGH: u64 = ONES << 7;
    let (chunks, rest) = bytes.as_chunks::<8>();
    for (at, chunk) in chunks.iter().enumerate() {
        let word = u64::from_le_bytes(*chunk);
        let quote = word ^ (ONES * 0x22);
        let backslash = word ^ (ONES * 0x5C);
        // The lowest bit that is set marks the first such byte; a borrow may have set those above.
        let found = (word.wrapping_sub(ONES * 0x20)
            | quote.wrapping_sub(ONES)
            | backslash.wrapping_sub(ONES))
            & !word
            & HIGH;
        if found != 0 {
            return at * 8 + found.trailing_zeros() as usize / 8;
        }
    }
    let special = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | ..0x20));
    bytes.len() - rest.len() + special.unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_bytes_end_at_what_is_special() {
        for special in (0..0x20).chain([b'"', b'\\']) {
            for before in 0..20 {
                let mut bytes = vec![b'\x7F'; before];
                bytes.push(special);
                bytes.extend([0xFF, b'a', b'"', 0]);
                assert_eq!(plain(&bytes), before, "{special}");
            }
        }
        assert_eq!(plain("ÿ\u{80}\u{7F}~ !#[]^".as_bytes()), 12);
    }

    #[test]
    fn surrogates_come_in_pairs() {
        let read = |text| Reader::new(text).read_string().map_err(|error| error.kind());
        assert_eq!(read(r#""\ud83d\udc4d""#).unwrap(), "👍");
        for lone in [r#""\ud83d""#, r#""\udc4d""#, r#""\ud83dx""#, r#""\ud83d\u0041""#] {
            assert_eq!(read(lone), Err(Kind::Shape), "{lone}");
            Reader::new(lone).skip_string().unwrap();
        }
        assert_eq!(read(r#""\u12g4""#), Err(Kind::Syntax));
        assert_eq!(read(r#""\u12"#), Err(Kind::Eof));
    }
}
