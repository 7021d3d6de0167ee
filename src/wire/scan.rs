//! A cursor over JSON text: the members of an object, the way to a value.
//!
//! Nothing here judges whether the text is JSON; that is serde_json's work, before or after.

use std::{borrow::Cow, ops::Range};

use super::{pointer, way::Segment};

/// Where a value starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// The key of the value, if it is a member; else the value itself.
    pub(crate) entry: usize,
    pub(crate) value: usize,
}

/// A cursor over JSON text that moves over whole values without reading them.
#[derive(Clone, Copy)]
pub(crate) struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    fn eat(&mut self, byte: u8) -> Option<()> {
        self.space();
        (self.peek()? == byte).then(|| self.at += 1)
    }

    /// Moves over a text; returns what stands between its quotes, escapes and all.
    fn string(&mut self) -> Option<&'a str> {
        self.eat(b'"')?;
        let (start, bytes) = (self.at, self.text.as_bytes());
        let mut end = start;
        loop {
            end += match bytes.get(end)? {
                b'"' => break,
                b'\\' => 2,
                _ => 1,
            };
        }
        self.at = end + 1;
        Some(&self.text[start..end])
    }

    /// Moves over any value, without recursion.
    fn value(&mut self) -> Option<Range<usize>> {
        self.space();
        let start = self.at;
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => {
                    self.string()?;
                }
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.at += 1;
                }
                b',' | b':' | b' ' | b'\n' | b'\r' | b'\t' => {
                    self.at += 1;
                    continue;
                }
                _ => self.literal(),
            }
            if depth == 0 {
                return Some(start..self.at);
            }
        }
    }

    /// Moves over a number, `true`, `false` or `null`.
    fn literal(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        // The same bytes that `value` knows, so that each has its turn.
        let end = |byte: &u8| {
            matches!(
                byte,
                b',' | b':' | b'"' | b'{' | b'}' | b'[' | b']' | b' ' | b'\n' | b'\r' | b'\t'
            )
        };
        self.at += rest.iter().position(end).unwrap_or(rest.len());
    }

    /// The members of the object at the cursor, up to the first thing that is no member. No value is
    /// moved over before the member behind it is asked for.
    pub(crate) fn members(mut self) -> impl Iterator<Item = Member<'a>> {
        let mut open = b'{';
        std::iter::from_fn(move || {
            if open == b',' {
                self.value()?;
            }
            self.eat(open)?;
            open = b',';
            self.space();
            let start = self.at;
            let key = self.string()?;
            self.eat(b':')?;
            self.space();
            Some(Member { key, start, value: self })
        })
        .fuse()
    }

    /// The elements of the list at the cursor, up to the first thing that is none.
    fn elements(mut self) -> impl Iterator<Item = Self> {
        let mut open = b'[';
        std::iter::from_fn(move || {
            if open == b',' {
                self.value()?;
            }
            self.eat(open)?;
            open = b',';
            self.space();
            (self.peek()? != b']').then_some(self)
        })
        .fuse()
    }
}

/// One member of an object.
pub(crate) struct Member<'a> {
    /// The key between its quotes, escapes and all.
    key: &'a str,
    start: usize,
    value: Scan<'a>,
}

impl<'a> Member<'a> {
    /// The key; `None` if its escapes are broken.
    pub(crate) fn key(&self) -> Option<Cow<'a, str>> {
        unescape(self.key)
    }

    /// The value as a text, if it is one.
    pub(crate) fn text(&self) -> Option<Cow<'a, str>> {
        unescape({ self.value }.string()?)
    }

    /// First byte of the value, which tells its kind.
    pub(crate) fn kind(&self) -> Option<u8> {
        self.value.peek()
    }

    pub(crate) fn is(&self, key: &str) -> bool {
        // A key with escapes is longer than what it says.
        self.key == key || (self.key.len() > key.len() && self.key().is_some_and(|own| own == key))
    }

    fn found(&self) -> Found {
        Found { entry: self.start, value: self.value.at }
    }
}

/// What stands between quotes as a text.
pub(crate) fn unescape(inner: &str) -> Option<Cow<'_, str>> {
    // Looking through all of it is faster than stopping at the first.
    if inner.bytes().filter(|byte| *byte == b'\\').count() > 0 {
        serde_json::from_str(&format!("\"{inner}\"")).ok().map(Cow::Owned)
    } else {
        Some(Cow::Borrowed(inner))
    }
}

/// Where the value at the end of `way` stands.
pub(crate) fn find(text: &str, way: &[Segment]) -> Option<Found> {
    let mut scan = Scan::new(text);
    scan.space();
    below(text, Found { entry: scan.at, value: scan.at }, way)
}

/// The same, if `way` starts at the value of the key whose quotes begin at `entry`.
pub(crate) fn find_behind(text: &str, entry: usize, way: &[Segment]) -> Option<Found> {
    let mut scan = Scan { text, at: entry };
    scan.string()?;
    scan.eat(b':')?;
    scan.space();
    below(text, Found { entry, value: scan.at }, way)
}

fn below(text: &str, mut found: Found, way: &[Segment]) -> Option<Found> {
    for step in way {
        let at = Scan { text, at: found.value };
        found = match *step {
            Segment::Key(key) => at.members().find(|member| member.is(key))?.found(),
            Segment::Repeated(key) => at.members().filter(|member| member.is(key)).nth(1)?.found(),
            Segment::Index(index) => {
                let value = at.elements().nth(index)?.at;
                Found { entry: value, value }
            }
        };
    }
    Some(found)
}

/// Puts a value where a JSON pointer says: a member at the end of its object, an element before the
/// one that has its place. Does nothing if there is no such object or list.
pub(crate) fn insert(text: &mut String, place: &str, value: &str) {
    let Some((above, last)) = place.rsplit_once('/') else { return };
    let mut at = Scan::new(text);
    at.space();
    for step in above.split('/').skip(1).map(pointer::unescape) {
        let child = match at.peek() {
            Some(b'{') => at.members().find(|member| member.is(&step)).map(|member| member.value),
            _ => step.parse().ok().and_then(|index| at.elements().nth(index)),
        };
        let Some(child) = child else { return };
        at = child;
    }
    let last = pointer::unescape(last);
    let Some(end) = { at }.value().map(|whole| whole.end - 1) else { return };
    let (place, entry) = if at.peek() == Some(b'{') {
        (end, format!("{}:{value}", serde_json::Value::from(last)))
    } else {
        let index = last.parse().unwrap_or(usize::MAX);
        (at.elements().nth(index).map_or(end, |element| element.at), value.to_owned())
    };
    let entry = match (text[..place].trim_end().as_bytes().last(), place == end) {
        (Some(b'{' | b'['), true) => entry,
        (_, true) => format!(",{entry}"),
        (_, false) => format!("{entry},"),
    };
    text.insert_str(place, &entry);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_way() {
        use Segment::{Index, Key, Repeated};
        let text = r#" {"a" : [1, {"b":"x\"}","c": [ ]}, 2.5e3 ], "d":null, "\u0061": true}"#;
        let at = |way: &[Segment]| {
            let at = find(text, way)?.value;
            Some(&text[Scan { text, at }.value()?])
        };
        assert_eq!(at(&[]), Some(text.trim()));
        assert_eq!(at(&[Key("a"), Index(0)]), Some("1"));
        assert_eq!(at(&[Key("a"), Index(1), Key("b")]), Some(r#""x\"}""#));
        assert_eq!(at(&[Key("a"), Index(1), Key("c")]), Some("[ ]"));
        assert_eq!(at(&[Key("a"), Index(2)]), Some("2.5e3"));
        assert_eq!(at(&[Key("d")]), Some("null"));
        assert_eq!(at(&[Repeated("a")]), Some("true"));
        assert_eq!(at(&[Key("a"), Index(3)]), None);
        assert_eq!(at(&[Key("x")]), None);
        assert!(text[find(text, &[Key("d")]).unwrap().entry..].starts_with(r#""d":null"#));
    }

    #[test]
    fn inserts_at_a_pointer() {
        let insert = |text: &str, pointer: &str| {
            let mut text = text.to_owned();
            insert(&mut text, pointer, "7");
            text
        };
        assert_eq!(insert("{}", "/a"), r#"{"a":7}"#);
        assert_eq!(insert(r#"{"b":{"c":1}}"#, "/b/a~1b"), r#"{"b":{"c":1,"a/b":7}}"#);
        assert_eq!(insert(r#"{"b":[ ]}"#, "/b/0"), r#"{"b":[ 7]}"#);
        assert_eq!(insert("[1,{},3]", "/0"), "[7,1,{},3]");
        assert_eq!(insert("[1,{},3]", "/2"), "[1,{},7,3]");
        assert_eq!(insert("[1,{},3]", "/3"), "[1,{},3,7]");
        assert_eq!(insert("[1,{},3]", "/1/x"), r#"[1,{"x":7},3]"#);
        assert_eq!(insert("[1,{},3]", "/9/x"), "[1,{},3]");
    }
}
