//! Skips values: checks their syntax, and returns their text.

use super::{Reader, Result};

impl<'t> Reader<'t> {
    /// Consumes a value of any type and depth, without recursion, and returns its text.
    pub(crate) fn skip(&mut self) -> Result<&'t str> {
        let mut next = self.peek()?;
        let start = self.offset;
        let mut open = Open::default();
        loop {
            match next {
                b'"' => self.skip_string()?,
                b'-' | b'0'..=b'9' => drop(self.read_number()?),
                b't' => self.literal("true")?,
                b'f' => self.literal("false")?,
                b'n' => self.literal("null")?,
                b'{' => {
                    self.offset += 1;
                    open.push(true);
                    if self.token() != Some(b'}') {
                        self.skip_key()?;
                        next = self.peek()?;
                        continue;
                    }
                }
                b'[' => {
                    self.offset += 1;
                    open.push(false);
                    match self.token() {
                        Some(b']') => {}
                        Some(first) => {
                            next = first;
                            continue;
                        }
                        None => return Err(self.eof("EOF while parsing a list")),
                    }
                }
                _ => return Err(self.syntax("expected value")),
            }
            // After a value, or before the end of an empty object or array.
            loop {
                let Some(is_object) = open.last() else {
                    return Ok(&self.text[start..self.offset]);
                };
                if self.comma(if is_object { b'}' } else { b']' })? {
                    if is_object {
                        self.skip_key()?;
                    }
                    next = self.peek()?;
                    break;
                }
                open.pop();
            }
        }
    }

    fn skip_key(&mut self) -> Result<()> {
        self.expect_key()?;
        self.skip_string()?;
        self.colon()
    }
}

/// The objects and arrays around a value, with one bit for each. It allocates from the 65th on.
#[derive(Default)]
struct Open {
    depth: u64,
    /// The innermost ones, with the last one in the lowest bit: 1 for an object, 0 for an array.
    bits: u64,
    outer: Vec<u64>,
}

impl Open {
    fn push(&mut self, is_object: bool) {
        if self.depth != 0 && self.depth.is_multiple_of(u64::BITS.into()) {
            self.outer.push(self.bits);
        }
        self.depth += 1;
        self.bits = self.bits << 1 | u64::from(is_object);
    }

    fn last(&self) -> Option<bool> {
        (self.depth > 0).then_some(self.bits & 1 == 1)
    }

    fn pop(&mut self) {
        self.depth -= 1;
        self.bits >>= 1;
        if self.depth != 0 && self.depth.is_multiple_of(u64::BITS.into()) {
            self.bits = self.outer.pop().unwrap_or_default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_is_given_as_it_is_written() {
        let value = r#"{"a" : [ 1 , {"b":"x\"}"} , [ ] ],"\u0063":{ }}"#;
        let text = format!(" {value} ,");
        let mut json = Reader::new(&text);
        assert_eq!(json.skip().unwrap(), value);
        assert_eq!(json.token(), Some(b','));
    }

    #[test]
    fn no_depth_is_too_much() {
        for (open, close) in [("[", "]"), (r#"{"a":"#, "}"), (r#"[{"a":"#, "}]")] {
            for depth in [1, 63, 64, 65, 127, 128, 129, 1_000] {
                let text = format!("{}1{}", open.repeat(depth), close.repeat(depth));
                assert_eq!(Reader::new(&text).skip().unwrap(), text);
                Reader::new(&text[..text.len() - 1]).skip().unwrap_err();
            }
        }
    }
}
