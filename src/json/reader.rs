//! The pull reader.

mod number;
mod skip;
mod string;

pub(crate) use number::Number;

use std::borrow::Cow;

use super::error::{Error, Kind};

/// The number of arrays and objects that may be nested, as in serde_json; one more is an error.
/// Values that are [skipped](Reader::skip) have no limit.
const MAX_DEPTH: u8 = 127;

/// A position in a JSON text, and what can be read from there.
///
/// The caller keeps track of what is next. An object is [`begin_object`](Self::begin_object), then,
/// while there are members, [`key`](Self::key), [`colon`](Self::colon), a value and
/// [`next_member`](Self::next_member). After an error the reader is somewhere in the value that it
/// was reading; [`rewind`](Self::rewind) to read on.
pub(crate) struct Reader<'t> {
    text: &'t str,
    offset: usize,
    depth: u8,
}

/// A number or a string.
pub(crate) enum Scalar<'t> {
    Number(Number<'t>),
    String(Cow<'t, str>),
}

type Result<T> = std::result::Result<T, Error>;

impl<'t> Reader<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, offset: 0, depth: 0 }
    }

    pub(crate) fn text(&self) -> &'t str {
        self.text
    }

    /// Returns the offset of the next byte. It is that of the next value only after
    /// [`peek`](Self::peek), as white space comes first.
    pub(crate) fn offset(&self) -> usize {
        self.offset
    }

    /// Returns the number of objects and arrays that are open.
    #[inline]
    pub(crate) fn depth(&self) -> u8 {
        self.depth
    }

    /// Returns the current position, for [`rewind`](Self::rewind).
    pub(crate) fn mark(&self) -> Mark {
        Mark { offset: self.offset, depth: self.depth }
    }

    /// Goes back to an earlier position.
    pub(crate) fn rewind(&mut self, mark: Mark) {
        (self.offset, self.depth) = (mark.offset, mark.depth);
    }

    #[inline]
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.offset).copied()
    }

    /// Skips white space, and returns the next byte, if any, without consuming it.
    #[inline]
    fn token(&mut self) -> Option<u8> {
        match self.byte() {
            Some(byte) if byte > b' ' => Some(byte),
            _ => self.token_after_space(),
        }
    }

    fn token_after_space(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.byte() {
            self.offset += 1;
        }
        self.byte()
    }

    /// Skips white space, and returns the first byte of the next value without consuming it.
    #[inline]
    pub(crate) fn peek(&mut self) -> Result<u8> {
        self.token().ok_or_else(|| self.eof("EOF while parsing a value"))
    }

    /// Checks that only white space is left.
    pub(crate) fn finish(&mut self) -> Result<()> {
        match self.token() {
            None => Ok(()),
            Some(_) => Err(self.syntax("trailing characters")),
        }
    }

    /// Consumes `null` if it is next. Returns whether it was.
    #[inline]
    pub(crate) fn null(&mut self) -> Result<bool> {
        match self.peek()? {
            b'n' => self.literal("null").map(|()| true),
            _ => Ok(false),
        }
    }

    pub(crate) fn bool(&mut self) -> Result<bool> {
        match self.peek()? {
            b't' => self.literal("true").map(|()| true),
            b'f' => self.literal("false").map(|()| false),
            _ => Err(self.unexpected("a boolean")),
        }
    }

    #[inline]
    pub(crate) fn string(&mut self, expected: &str) -> Result<Cow<'t, str>> {
        match self.peek()? {
            b'"' => self.read_string(),
            _ => Err(self.unexpected(expected)),
        }
    }

    #[inline(always)]
    #[allow(clippy::inline_always, reason = "a tenth of reading is moving what it returns")]
    pub(crate) fn scalar(&mut self, expected: &str) -> Result<Scalar<'t>> {
        match self.peek()? {
            b'"' => self.read_string().map(Scalar::String),
            b'-' | b'0'..=b'9' => self.read_number().map(Scalar::Number),
            _ => Err(self.unexpected(expected)),
        }
    }

    /// Enters an object. Returns whether it has a member.
    #[inline]
    pub(crate) fn begin_object(&mut self, expected: &str) -> Result<bool> {
        self.begin(b'{', b'}', expected)
    }

    /// Enters an array. Returns whether it has an element.
    #[inline]
    pub(crate) fn begin_array(&mut self, expected: &str) -> Result<bool> {
        self.begin(b'[', b']', expected)
    }

    #[inline]
    fn begin(&mut self, open: u8, close: u8, expected: &str) -> Result<bool> {
        if self.peek()? != open {
            return Err(self.unexpected(expected));
        }
        if self.depth == MAX_DEPTH {
            return Err(self.syntax("recursion limit exceeded"));
        }
        self.offset += 1;
        let is_empty = self.token() == Some(close);
        if is_empty {
            self.offset += 1;
        } else {
            self.depth += 1;
        }
        Ok(!is_empty)
    }

    /// Reads the key of a member, up to its colon.
    #[inline]
    pub(crate) fn key(&mut self) -> Result<Cow<'t, str>> {
        self.expect_key()?;
        self.read_string()
    }

    #[inline]
    fn expect_key(&mut self) -> Result<()> {
        match self.token() {
            Some(b'"') => Ok(()),
            None => Err(self.eof("EOF while parsing an object")),
            Some(_) => Err(self.syntax("key must be a string")),
        }
    }

    /// Consumes this text if it is next, without skipping white space. Returns whether it was.
    #[inline]
    pub(crate) fn skip_text(&mut self, text: &str) -> bool {
        let rest = self.text.as_bytes().get(self.offset..).unwrap_or_default();
        let is_next = rest.starts_with(text.as_bytes());
        if is_next {
            self.offset += text.len();
        }
        is_next
    }

    /// Moves to the next member, or out of the object. Returns whether there is a next one.
    #[inline]
    pub(crate) fn next_member(&mut self) -> Result<bool> {
        self.next(b'}')
    }

    /// Moves to the next element, or out of the array. Returns whether there is a next one.
    #[inline]
    pub(crate) fn next_element(&mut self) -> Result<bool> {
        self.next(b']')
    }

    #[inline]
    fn next(&mut self, close: u8) -> Result<bool> {
        let more = self.comma(close)?;
        self.depth -= u8::from(!more);
        Ok(more)
    }

    /// Consumes a comma or the closing bracket. Returns whether it was a comma.
    #[inline]
    fn comma(&mut self, close: u8) -> Result<bool> {
        match self.token() {
            Some(b',') => {
                self.offset += 1;
                if self.token() == Some(close) {
                    return Err(self.syntax("trailing comma"));
                }
                Ok(true)
            }
            Some(byte) if byte == close => {
                self.offset += 1;
                Ok(false)
            }
            found => Err(self.unclosed(close, found)),
        }
    }

    /// Consumes the colon between a key and its value.
    #[inline]
    pub(crate) fn colon(&mut self) -> Result<()> {
        match self.token() {
            Some(b':') => {
                self.offset += 1;
                Ok(())
            }
            None => Err(self.eof("EOF while parsing an object")),
            Some(_) => Err(self.syntax("expected `:`")),
        }
    }

    /// Moves to the value of the first member with this key, or after the object if there is none.
    /// Returns whether there is one.
    pub(crate) fn find_member(&mut self, key: &str) -> Result<bool> {
        let mut more = self.begin_object("an object")?;
        while more {
            let is_found = self.key()? == key;
            self.colon()?;
            self.peek()?;
            if is_found {
                break;
            }
            self.skip()?;
            more = self.next_member()?;
        }
        Ok(more)
    }

    fn literal(&mut self, literal: &'static str) -> Result<()> {
        let rest = &self.text.as_bytes()[self.offset..];
        let same = rest.iter().zip(literal.as_bytes()).take_while(|(a, b)| a == b).count();
        self.offset += same;
        match self.byte() {
            _ if same == literal.len() => Ok(()),
            None => Err(self.eof("EOF while parsing a value")),
            Some(_) => Err(self.syntax("expected ident")),
        }
    }
}

/// A position that a reader can go back to.
#[derive(Clone, Copy)]
pub(crate) struct Mark {
    offset: usize,
    depth: u8,
}

impl Reader<'_> {
    #[cold]
    fn eof(&self, message: &'static str) -> Error {
        Error::new(Kind::Eof, self.text.len(), message)
    }

    #[cold]
    fn syntax(&self, message: &'static str) -> Error {
        Error::new(Kind::Syntax, self.offset, message)
    }

    #[cold]
    fn unclosed(&self, close: u8, found: Option<u8>) -> Error {
        match (close, found) {
            (b'}', None) => self.eof("EOF while parsing an object"),
            (_, None) => self.eof("EOF while parsing a list"),
            (b'}', _) => self.syntax("expected `,` or `}`"),
            (..) => self.syntax("expected `,` or `]`"),
        }
    }

    /// Returns an error that names the type of the next value and what was expected, or a syntax
    /// error if the value is not JSON.
    #[cold]
    pub(crate) fn unexpected(&mut self, expected: &str) -> Error {
        let first = self.token();
        let offset = self.offset;
        let found = match first {
            Some(b'{') => Ok("object"),
            Some(b'[') => Ok("array"),
            Some(b'"') => self.read_string().map(|_| "string"),
            Some(b'-' | b'0'..=b'9') => self.read_number().map(|number| number.type_name()),
            Some(b'n') => self.literal("null").map(|()| "null"),
            Some(b't') => self.literal("true").map(|()| "boolean"),
            Some(b'f') => self.literal("false").map(|()| "boolean"),
            None => Err(self.eof("EOF while parsing a value")),
            Some(_) => Err(self.syntax("expected value")),
        };
        match found {
            Ok(found) => {
                let message = format!("invalid type: {found}, expected {expected}");
                Error::new(Kind::Shape, offset, message)
            }
            Err(error) => error,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_is_pulled_member_by_member() {
        let mut json = Reader::new(r#" {"a" : [1, -2.50e3], "b\u0021":null,"c":"d\n"} "#);
        assert!(json.begin_object("an object").unwrap());
        assert!(!json.skip_text("\"a\":"), "white space before the colon");
        assert_eq!(json.key().unwrap(), "a");
        json.colon().unwrap();
        assert!(json.begin_array("an array").unwrap());
        for literal in ["1", "-2.50e3"] {
            let Ok(Scalar::Number(number)) = json.scalar("a number") else { panic!("{literal}") };
            assert_eq!(number.literal, literal);
            assert_eq!(json.next_element().unwrap(), literal == "1");
        }
        assert!(json.next_member().unwrap());
        assert_eq!(json.key().unwrap(), "b!");
        json.colon().unwrap();
        assert!(json.null().unwrap());
        assert!(json.next_member().unwrap());
        assert!(json.skip_text("\"c\":"));
        assert_eq!(json.string("a string").unwrap(), "d\n");
        assert!(!json.next_member().unwrap());
        json.finish().unwrap();
    }

    #[test]
    fn what_is_there_instead() {
        for (text, found) in [
            ("{", "object"),
            ("[", "array"),
            ("\"a\"", "string"),
            ("1", "integer"),
            ("-0.5", "floating point"),
            ("null", "null"),
            ("true", "boolean"),
        ] {
            let error = Reader::new(text).unexpected("a car");
            assert_eq!(error.kind(), Kind::Shape);
            let message = format!("invalid type: {found}, expected a car");
            assert_eq!(error.into_message(), message);
        }
        assert_eq!(Reader::new("tru").unexpected("a car").kind(), Kind::Eof);
        assert_eq!(Reader::new("-x").unexpected("a car").kind(), Kind::Syntax);
    }

    #[test]
    fn nesting_ends_somewhere() {
        let text = "[".repeat(usize::from(MAX_DEPTH) + 1);
        let mut json = Reader::new(&text);
        for _ in 0..MAX_DEPTH {
            assert!(json.begin_array("an array").unwrap());
        }
        assert_eq!(json.begin_array("an array").unwrap_err().kind(), Kind::Syntax);
    }
}
