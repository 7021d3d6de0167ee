//! Places in JSON text: the tag at its edges, the members of an object, the way to a value.
//!
//! Nothing here judges whether the text is JSON; that is serde_json's work, before or after.

use std::{borrow::Cow, ops::Range};

/// One step on the way to a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Segment {
    /// Into the first member with this key.
    Key(&'static str),
    /// Into the second member with this key, which is one too many.
    Repeated(&'static str),
    /// Into an element of a list.
    Index(usize),
}

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// In bytes, from 0.
    pub(crate) offset: usize,
    /// From 1.
    pub(crate) line: usize,
    /// In characters, from 1.
    pub(crate) column: usize,
}

impl Place {
    pub(crate) fn of(text: &str, offset: usize) -> Self {
        Lines::new(text).at(offset)
    }
}

/// Finds places in a text from its start to its end, in one go.
pub(crate) struct Lines<'a> {
    text: &'a str,
    place: Place,
}

impl<'a> Lines<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, place: Place { offset: 0, line: 1, column: 1 } }
    }

    /// The place at an offset that is not before the last one.
    pub(crate) fn at(&mut self, offset: usize) -> Place {
        let between = &self.text[self.place.offset..offset];
        self.place.offset = offset;
        match between.rsplit_once('\n') {
            Some((above, line)) => {
                self.place.line += above.matches('\n').count() + 1;
                self.place.column = line.chars().count() + 1;
            }
            None => self.place.column += between.chars().count(),
        }
        self.place
    }
}

/// Where a value stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// The value with its key, if it is a member.
    pub(crate) entry: Range<usize>,
    pub(crate) value: Range<usize>,
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
        let start = self.at;
        loop {
            let rest = &self.text.as_bytes()[self.at..];
            self.at += rest.iter().position(|byte| matches!(byte, b'"' | b'\\'))?;
            if self.peek()? == b'"' {
                self.at += 1;
                return Some(&self.text[start..self.at - 1]);
            }
            self.at += 2;
            if self.at > self.text.len() {
                return None;
            }
        }
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
        let end = |byte: &u8| b",:\"{}[] \n\r\t".contains(byte);
        self.at += rest.iter().position(end).unwrap_or(rest.len());
    }

    /// The members of the object at the cursor, up to the first thing that is no member.
    pub(crate) fn members(mut self) -> impl Iterator<Item = Member<'a>> {
        let mut more = self.eat(b'{').is_some();
        std::iter::from_fn(move || {
            if !std::mem::take(&mut more) {
                return None;
            }
            self.space();
            let start = self.at;
            let key = self.string()?;
            self.eat(b':')?;
            self.space();
            let value = self;
            // A value that is cut off is the last one, but it is there.
            let end = match self.value() {
                Some(range) => range.end,
                None => self.text.len(),
            };
            more = self.eat(b',').is_some();
            Some(Member { key, start, value, end })
        })
    }

    fn elements(mut self) -> impl Iterator<Item = Range<usize>> {
        let mut more = self.eat(b'[').is_some();
        std::iter::from_fn(move || {
            if !std::mem::take(&mut more) {
                return None;
            }
            let value = self.value()?;
            more = self.eat(b',').is_some();
            Some(value)
        })
    }
}

/// One member of an object.
pub(crate) struct Member<'a> {
    /// The key between its quotes, escapes and all.
    key: &'a str,
    start: usize,
    value: Scan<'a>,
    end: usize,
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

    fn is(&self, key: &str) -> bool {
        self.key().is_some_and(|own| own == key)
    }

    fn found(&self) -> Found {
        Found { entry: self.start..self.end, value: self.value.at..self.end }
    }
}

/// What stands between quotes as a text.
pub(crate) fn unescape(inner: &str) -> Option<Cow<'_, str>> {
    if inner.contains('\\') {
        serde_json::from_str(&format!("\"{inner}\"")).ok().map(Cow::Owned)
    } else {
        Some(Cow::Borrowed(inner))
    }
}

/// The text of the first top-level member `tag`.
///
/// Real bodies have it at an edge, so both edges are tried before the members are walked.
pub(crate) fn tag<'a>(text: &'a str, tag: &str) -> Option<Cow<'a, str>> {
    first(text, tag)
        .or_else(|| last(text, tag))
        .map(Cow::Borrowed)
        .or_else(|| Scan::new(text).members().find(|member| member.is(tag))?.text())
}

/// Reads `{"tag":"name"…` from its start.
fn first<'a>(text: &'a str, tag: &str) -> Option<&'a str> {
    let text = text.trim_start().strip_prefix('{')?.trim_start().strip_prefix('"')?;
    let text = text.strip_prefix(tag)?.strip_prefix('"')?.trim_start().strip_prefix(':')?;
    let text = text.trim_start().strip_prefix('"')?;
    let end = text.bytes().take(LONGEST).position(|byte| !is_plain(byte))?;
    text[end..].starts_with('"').then_some(&text[..end])
}

/// Reads `…,"tag":"name"}` from its end.
///
/// In a text that is JSON this is right: an unescaped quote is never inside a text, and the
/// member before the last brace belongs to the outermost object.
fn last<'a>(text: &'a str, tag: &str) -> Option<&'a str> {
    let text = text.trim_end().strip_suffix('}')?.trim_end().strip_suffix('"')?;
    let length = text.bytes().rev().take(LONGEST).position(|byte| !is_plain(byte))?;
    let (text, name) = text.split_at(text.len() - length);
    let text = text.strip_suffix('"')?.trim_end().strip_suffix(':')?.trim_end();
    let text = text.strip_suffix('"')?.strip_suffix(tag)?.strip_suffix('"')?.trim_end();
    text.ends_with([',', '{']).then_some(name)
}

/// No event name is longer; a long text at an edge is not looked through.
const LONGEST: usize = 64;

/// Whether a byte may stand in a name that is told at an edge: nothing that needs an escape.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-')
}

/// Where the value at the end of `way` stands.
pub(crate) fn find(text: &str, way: &[Segment]) -> Option<Found> {
    let mut scan = Scan::new(text);
    scan.space();
    let end = { scan }.value().map_or(text.len(), |range| range.end);
    let mut found = Found { entry: scan.at..end, value: scan.at..end };
    for step in way {
        let at = Scan { text, at: found.value.start };
        found = match *step {
            Segment::Key(key) => at.members().find(|member| member.is(key))?.found(),
            Segment::Repeated(key) => at.members().filter(|member| member.is(key)).nth(1)?.found(),
            Segment::Index(index) => {
                let value = at.elements().nth(index)?;
                Found { entry: value.clone(), value }
            }
        };
    }
    Some(found)
}

/// Puts a value where a JSON pointer says: a member at the end of its object, an element before the
/// one that has its place. Does nothing if there is no such object or list.
pub(crate) fn insert(text: &mut String, pointer: &str, value: &str) {
    let Some((above, last)) = pointer.rsplit_once('/') else { return };
    let mut at = Scan::new(text);
    at.space();
    for step in above.split('/').skip(1).map(unescape_step) {
        let child = match at.peek() {
            Some(b'{') => at.members().find(|member| member.is(&step)).map(|member| member.value),
            _ => step.parse().ok().and_then(|index| {
                at.elements().nth(index).map(|value| Scan { text, at: value.start })
            }),
        };
        let Some(child) = child else { return };
        at = child;
    }
    let last = unescape_step(last);
    let Some(end) = { at }.value().map(|whole| whole.end - 1) else { return };
    let (place, entry) = if at.peek() == Some(b'{') {
        (end, format!("{}:{value}", serde_json::Value::from(last)))
    } else {
        let index = last.parse().unwrap_or(usize::MAX);
        (at.elements().nth(index).map_or(end, |value| value.start), value.to_owned())
    };
    let entry = match (text[..place].trim_end().as_bytes().last(), place == end) {
        (Some(b'{' | b'['), true) => entry,
        (_, true) => format!(",{entry}"),
        (_, false) => format!("{entry},"),
    };
    text.insert_str(place, &entry);
}

fn unescape_step(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

/// The JSON pointer (RFC 6901) of `way`.
pub(crate) fn pointer(way: &[Segment]) -> String {
    let mut pointer = String::new();
    for step in way {
        match step {
            Segment::Key(key) | Segment::Repeated(key) => push(&mut pointer, key),
            Segment::Index(index) => push(&mut pointer, &index.to_string()),
        }
    }
    pointer
}

/// Appends one step to a JSON pointer.
pub(crate) fn push(pointer: &mut String, step: &str) {
    pointer.push('/');
    for c in step.chars() {
        match c {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            c => pointer.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag_of(text: &str) -> Option<Cow<'_, str>> {
        tag(text, "event")
    }

    #[test]
    fn tag_at_the_edges_and_between() {
        for text in [
            r#"{"event":"a.b"}"#,
            r#" { "event" : "a.b" , "x" : 1 } "#,
            "{\"x\":{\"event\":\"no\"},\n\"event\" :\t\"a.b\"\n}\n",
            r#"{"x":[{"event":"no"}],"event":"a.b","y":"z"}"#,
            r#"{"x":"\"event\":\"no","\u0065vent":"a\u002eb"}"#,
            r#"{"x":"},\"event\":\"no\"}","event":"a.b","z":{}}"#,
        ] {
            assert_eq!(tag_of(text).as_deref(), Some("a.b"), "{text}");
        }
    }

    #[test]
    fn no_tag_where_there_is_none() {
        for text in [
            "",
            " ",
            "{",
            "{}",
            "[]",
            "null",
            r#""event""#,
            r#"{"event":1}"#,
            r#"{"event":null}"#,
            r#"{"x":{"event":"no"}}"#,
            r#"{"x":"\",\"event\":\"no"}"#,
            r#"{"x":"\"event\":\"no"}"#,
            r#"[{"event":"no"}]"#,
            r#"{"event":"#,
            r#"{"event":"a"#,
            r#"{"x":"\"#,
        ] {
            assert_eq!(tag_of(text), None, "{text}");
        }
    }

    #[test]
    fn finds_the_way() {
        use Segment::{Index, Key, Repeated};
        let text = r#" {"a" : [1, {"b":"x\"}","c": [ ]}, 2.5e3 ], "d":null, "\u0061": true}"#;
        let at = |way: &[Segment]| find(text, way).map(|found| &text[found.value]);
        assert_eq!(at(&[]), Some(text.trim()));
        assert_eq!(at(&[Key("a"), Index(0)]), Some("1"));
        assert_eq!(at(&[Key("a"), Index(1), Key("b")]), Some(r#""x\"}""#));
        assert_eq!(at(&[Key("a"), Index(1), Key("c")]), Some("[ ]"));
        assert_eq!(at(&[Key("a"), Index(2)]), Some("2.5e3"));
        assert_eq!(at(&[Key("d")]), Some("null"));
        assert_eq!(at(&[Repeated("a")]), Some("true"));
        assert_eq!(at(&[Key("a"), Index(3)]), None);
        assert_eq!(at(&[Key("x")]), None);
        assert_eq!(&text[find(text, &[Key("d")]).unwrap().entry], r#""d":null"#);
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

    #[test]
    fn pointers_are_escaped() {
        assert_eq!(pointer(&[]), "");
        assert_eq!(pointer(&[Segment::Key("a/b~c"), Segment::Index(7)]), "/a~1b~0c/7");
    }
}
