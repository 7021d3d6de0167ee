//! Finds the name of a body's event, which real bodies have in their first or last member.

use std::{borrow::Cow, str};

use crate::json::Reader;

/// Finds the value of a top-level member with this key, if it is a string.
///
/// The first member is tried, then the last one, then each in turn. The body is not validated.
pub(crate) fn find<'t>(text: &'t str, key: &str) -> Option<Cow<'t, str>> {
    let name = at_an_end(text.as_bytes(), key);
    name.map(Cow::Borrowed).or_else(|| member(text, key)?.string("a string").ok())
}

/// Like [`find`], but only in the first and the last member. Nothing else of the body is read.
fn at_an_end<'b>(body: &'b [u8], key: &str) -> Option<&'b str> {
    at_start(body, key).or_else(|| End::of(body)?.name_of(key))
}

/// Like [`find`], but `None` if the first and the last member both have this key. All members are
/// read only if neither of these has it.
pub(crate) fn only<'b>(body: &'b [u8], key: &str) -> Option<Cow<'b, str>> {
    let end = End::of(body);
    match (at_start(body, key), end) {
        (Some(_), Some(end)) if end.separator(key) == Some(b',') => None,
        (Some(name), _) => Some(name.into()),
        (None, Some(end)) if end.separator(key).is_some() => Some(end.name.into()),
        (None, _) => only_member(str::from_utf8(body).ok()?, key),
    }
}

/// Returns the value of the only top-level member with this key, if it is a string.
#[cold]
fn only_member<'t>(text: &'t str, key: &str) -> Option<Cow<'t, str>> {
    let mut json = Reader::new(text);
    let mut name = None;
    let mut more = json.begin_object("an object").ok()?;
    while more {
        let is_name = json.key().ok()? == key;
        json.colon().ok()?;
        if is_name {
            let own = json.string("a string").ok()?;
            if name.replace(own).is_some() {
                return None;
            }
        } else {
            json.skip().ok()?;
        }
        more = json.next_member().ok()?;
    }
    name
}

/// Returns the offset of the value of the first top-level member with this key.
pub(crate) fn offset(text: &str, key: &str) -> Option<usize> {
    member(text, key).map(|json| json.offset())
}

/// Returns a reader at the value of the first top-level member with this key.
fn member<'t>(text: &'t str, key: &str) -> Option<Reader<'t>> {
    let mut json = Reader::new(text);
    json.find_member(key).ok()?.then_some(json)
}

/// Returns the name at the start of a body: `{"key":"name"…`.
pub(crate) fn at_start<'b>(body: &'b [u8], key: &str) -> Option<&'b str> {
    let strip_start =
        |bytes: &'b [u8], prefix: &[u8]| Some(bytes.strip_prefix(prefix)?.trim_ascii_start());
    let bytes = strip_start(body.trim_ascii_start(), b"{")?.strip_prefix(b"\"")?;
    let bytes = strip_start(strip_start(bytes.strip_prefix(key.as_bytes())?, b"\"")?, b":")?;
    let bytes = bytes.strip_prefix(b"\"")?;
    let length = bytes[..bytes.len().min(MAX_NAME)].iter().position(|byte| is_special(*byte))?;
    str::from_utf8(&bytes[..length]).ok().filter(|_| bytes[length] == b'"')
}

/// The end of a body: `…:"name"}`.
///
/// If the body is JSON, it is reliable: a quote without a backslash is not inside a string, and the
/// member before the last brace belongs to the outermost object.
pub(crate) struct End<'b> {
    /// The body up to the quote after the key.
    before: &'b [u8],
    name: &'b str,
}

impl<'b> End<'b> {
    pub(crate) fn of(body: &'b [u8]) -> Option<Self> {
        let bytes = strip_end(body.trim_ascii_end(), b"}")?.strip_suffix(b"\"")?;
        let tail = bytes.len().saturating_sub(MAX_NAME);
        let start = tail + bytes[tail..].iter().rposition(|byte| *byte == b'"')? + 1;
        if bytes[start..].contains(&b'\\') {
            return None;
        }
        let name = str::from_utf8(&bytes[start..]).ok()?;
        let before = strip_end(strip_end(&bytes[..start], b"\"")?, b":")?;
        Some(Self { before, name })
    }

    /// Returns the name, if this is its key.
    pub(crate) fn name_of(&self, key: &str) -> Option<&'b str> {
        self.separator(key).map(|_| self.name)
    }

    /// If this is its key, returns the byte before it: a comma, or the brace of an object with a
    /// single member.
    fn separator(&self, key: &str) -> Option<u8> {
        let bytes = self.before.strip_suffix(b"\"")?.strip_suffix(key.as_bytes())?;
        strip_end(bytes, b"\"")?.last().copied().filter(|byte| matches!(byte, b',' | b'{'))
    }
}

/// Removes these last bytes and the white space before them.
fn strip_end<'t>(bytes: &'t [u8], suffix: &[u8]) -> Option<&'t [u8]> {
    Some(bytes.strip_suffix(suffix)?.trim_ascii_end())
}

/// The length of the longest possible event name, so that a long string is not searched.
const MAX_NAME: usize = 64;

/// Returns whether a byte is a quote or a backslash.
fn is_special(byte: u8) -> bool {
    matches!(byte, b'"' | b'\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Option<Cow<'_, str>> {
        find(text, "event")
    }

    #[test]
    fn names_at_either_end_and_between() {
        for text in [
            r#"{"event":"a.b"}"#,
            r#" { "event" : "a.b" , "x" : 1 } "#,
            "{\"x\":{\"event\":\"no\"},\n\"event\" :\t\"a.b\"\n}\n",
            r#"{"x":[{"event":"no"}],"event":"a.b","y":"z"}"#,
            r#"{"x":"\"event\":\"no","\u0065vent":"a\u002eb"}"#,
            r#"{"x":"},\"event\":\"no\"}","event":"a.b","z":{}}"#,
        ] {
            assert_eq!(name(text).as_deref(), Some("a.b"), "{text}");
        }
    }

    #[test]
    fn one_name_and_no_other() {
        let only = |text: &'static str| only(text.as_bytes(), "event");
        for text in [
            r#"{"event":"a"}"#,
            r#" { "event" : "a" } "#,
            r#"{"event":"a","x":"event"}"#,
            r#"{"event":"a","x":{"event":"b"}}"#,
            r#"{"x":{"event":"b"},"event":"a"}"#,
            r#"{"x":[],"event":"a","y":[]}"#,
            r#"{"x":[],"\u0065vent":"a","y":[]}"#,
        ] {
            assert_eq!(only(text).as_deref(), Some("a"), "{text}");
        }
        for text in [
            "",
            "[]",
            r#"{"x":"event"}"#,
            r#"{"event":1}"#,
            r#"{"event":"a","event":"b"}"#,
            r#"{"event":"a","x":[],"event" : "a" }"#,
            r#"{"x":[],"event":"a","event":"b","y":[]}"#,
            r#"{"x":[],"event":"a","event":1}"#,
        ] {
            assert_eq!(only(text), None, "{text}");
        }
    }

    #[test]
    fn no_name_where_there_is_none() {
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
            assert_eq!(name(text), None, "{text}");
        }
    }
}
