//! The tag of a body, looked for where real bodies have it: at an edge.

use std::borrow::Cow;

use super::scan::{Member, Scan};

/// The text of the first top-level member `tag`.
///
/// Real bodies have it at an edge, so both edges are tried before the members are walked.
pub(crate) fn tag<'a>(text: &'a str, tag: &str) -> Option<Cow<'a, str>> {
    first(text, tag)
        .or_else(|| Last::of(text)?.named(tag))
        .map(Cow::Borrowed)
        .or_else(|| Scan::new(text).members().find(|member| member.is(tag))?.text())
}

/// The first of some tags that a text has at its top, as a text.
pub(crate) fn first_of(text: &str, tags: &[&'static str]) -> Option<&'static str> {
    let found = |member: Member<'_>| {
        tags.iter().find(|tag| member.is(tag)).filter(|_| member.text().is_some()).copied()
    };
    // Most texts have none of them, which is seen quicker than members are walked.
    let may_hold = text.contains('\\') || tags.iter().any(|tag| text.contains(tag));
    may_hold.then(|| Scan::new(text).members().find_map(found)).flatten()
}

/// Reads `{"tag":"name"…` from its start.
pub(crate) fn first<'a>(text: &'a str, tag: &str) -> Option<&'a str> {
    let after = |bytes: &'a [u8], what: &[u8]| Some(bytes.strip_prefix(what)?.trim_ascii_start());
    let bytes = after(text.as_bytes().trim_ascii_start(), b"{")?.strip_prefix(b"\"")?;
    let bytes = after(after(bytes.strip_prefix(tag.as_bytes())?, b"\"")?, b":")?;
    let bytes = bytes.strip_prefix(b"\"")?;
    let length = bytes[..bytes.len().min(LONGEST)].iter().position(|byte| is_edge(*byte))?;
    let start = text.len() - bytes.len();
    (bytes[length] == b'"').then(|| &text[start..start + length])
}

/// The end of a text, `…:"name"}`.
///
/// In a text that is JSON this is right: an unescaped quote is never inside a text, and the
/// member before the last brace belongs to the outermost object.
pub(crate) struct Last<'a> {
    /// Up to the quote behind the key.
    before: &'a [u8],
    name: &'a str,
}

impl<'a> Last<'a> {
    pub(crate) fn of(text: &'a str) -> Option<Self> {
        let bytes = before(text.as_bytes().trim_ascii_end(), b"}")?.strip_suffix(b"\"")?;
        let tail = bytes.len().saturating_sub(LONGEST);
        let start = tail + bytes[tail..].iter().rposition(|byte| is_edge(*byte))? + 1;
        let name = &text[start..bytes.len()];
        Some(Self { before: before(before(&bytes[..start], b"\"")?, b":")?, name })
    }

    /// The name, if its key is `tag`.
    pub(crate) fn named(&self, tag: &str) -> Option<&'a str> {
        let bytes = self.before.strip_suffix(b"\"")?.strip_suffix(tag.as_bytes())?;
        matches!(before(bytes, b"\"")?, [.., b',' | b'{']).then_some(self.name)
    }
}

fn before<'a>(bytes: &'a [u8], what: &[u8]) -> Option<&'a [u8]> {
    Some(bytes.strip_suffix(what)?.trim_ascii_end())
}

/// No event name is longer; a long text at an edge is not looked through.
const LONGEST: usize = 64;

/// Whether a byte ends a text, or may make the next one not end it.
fn is_edge(byte: u8) -> bool {
    matches!(byte, b'"' | b'\\')
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
}
