//! Drift: what a body contains and the model does not know.

use std::{collections::BTreeMap, fmt, str};

use serde::Serialize;
use serde_json::value::RawValue;

use crate::{
    Payload,
    json::push_segment,
    payload::Root,
    wire::{Node, Object, on_one_line},
};

/// One thing in a body that the model does not know, and its position.
///
/// Drift shows that a provider has begun to send something new. Nothing of it is lost.
///
/// ```
/// use chathooks::saleschat::Webhook;
///
/// let body = br#"{"type":"CONTACT_EXPIRED","version":1.1,"payload":{"contact_id":"7","why":"age"}}"#;
/// let drift = Webhook::parse(body)?.drift();
/// assert_eq!(drift[0].pointer, "/payload/why");
/// assert_eq!(drift[0].to_string(), "/payload/why: unknown member");
/// # Ok::<(), chathooks::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Drift {
    /// The JSON pointer (RFC 6901) to it in the body.
    pub pointer: String,
    /// What it is.
    pub kind: DriftKind,
}

/// The type of a [`Drift`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DriftKind {
    /// An unmodeled member: the type of its object has no field for it.
    Member,
    /// An unknown event, with its event type.
    Event(String),
    /// An unrecognized value of an enum, as it was sent.
    EnumValue(String),
    /// A version of the format that is not documented for this event, as it was sent.
    Version(String),
    /// A time in an unknown spelling, as it was sent. It has no
    /// [instant](crate::wire::Timestamp::instant), so the event has no time from it.
    Time(String),
}

impl DriftKind {
    /// Returns the name in lower case: `member`, `event`, `enum_value`, `version` or `time`.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Event(_) => "event",
            Self::EnumValue(_) => "enum_value",
            Self::Version(_) => "version",
            Self::Time(_) => "time",
        }
    }

    /// Returns the event type, value, version or time that was sent; `None` for a member.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Member => None,
            Self::Event(text) | Self::EnumValue(text) | Self::Version(text) | Self::Time(text) => {
                Some(text)
            }
        }
    }
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.pointer)?;
        match &self.kind {
            DriftKind::Member => f.write_str("unknown member"),
            DriftKind::Event(name) => write!(f, "unknown event {name:?}"),
            DriftKind::EnumValue(value) => write!(f, "unknown value {value:?}"),
            DriftKind::Time(text) => write!(f, "unreadable time {text:?}"),
            DriftKind::Version(version) => write!(f, "undocumented version {version:?}"),
        }
    }
}

/// Lists everything in a payload that its model does not know.
pub(crate) fn of<T: Payload + Root>(webhook: &T) -> Vec<Drift> {
    let mut walk = Walk::default();
    if !webhook.is_known() {
        let kind = DriftKind::Event(webhook.name().to_owned());
        let Some(tag) = T::TAG else {
            // The whole body is unknown, so its members are not listed.
            walk.report(kind);
            return walk.found;
        };
        walk.enter(tag, |walk| walk.report(kind));
    }
    walk.node(&webhook.node());
    walk.found.extend(webhook.additional_drift());
    walk.found
}

/// A walk through a value that collects its drift.
#[derive(Default)]
struct Walk {
    pointer: String,
    found: Vec<Drift>,
}

impl Walk {
    fn enter(&mut self, segment: &str, walk: impl FnOnce(&mut Self)) {
        let outer = self.pointer.len();
        push_segment(&mut self.pointer, segment);
        walk(self);
        self.pointer.truncate(outer);
    }

    fn report(&mut self, kind: DriftKind) {
        self.found.push(Drift { pointer: self.pointer.clone(), kind });
    }

    fn node(&mut self, node: &Node<'_>) {
        match node {
            Node::EnumValue(value) if !value.is_known => {
                self.report(DriftKind::EnumValue(value.text.to_owned()));
            }
            Node::Time(time) if time.is_unreadable() => {
                self.report(DriftKind::Time(time.to_text().into_owned()));
            }
            Node::Json(json, unmodelled) => {
                for pointer in unmodelled(json) {
                    let pointer = format!("{}{pointer}", self.pointer);
                    self.found.push(Drift { pointer, kind: DriftKind::Member });
                }
            }
            Node::Free(json, view) => view(json, &mut |view| self.node(view)),
            Node::Object(object, _) => self.object(*object),
            Node::List(list) => {
                for index in 0..list.len() {
                    self.enter(&index.to_string(), |walk| walk.node(&list.node(index)));
                }
            }
            Node::Absent
            | Node::Bool(_)
            | Node::Text(_)
            | Node::Scalar(..)
            | Node::EnumValue(_)
            | Node::Time(_) => {}
        }
    }

    fn object(&mut self, object: &dyn Object) {
        for (index, row) in object.table().rows.iter().enumerate() {
            let node = object.field(index).node();
            if !matches!(node, Node::Absent) {
                self.enter(row.key, |walk| walk.node(&node));
            }
        }
        for (key, _) in object.extra().iter() {
            self.enter(key, |walk| walk.report(DriftKind::Member));
        }
    }
}

/// Returns whether serializing `webhook` gives `body` back, as a JSON value.
pub(crate) fn is_lossless(body: &[u8], webhook: &impl Serialize) -> bool {
    serde_json::to_string(webhook).is_ok_and(|written| is_same(body, &written))
}

/// Returns whether `written` and `body` are the same JSON value.
pub(crate) fn is_same(body: &[u8], written: &str) -> bool {
    let Ok(body) = str::from_utf8(body) else { return false };
    same(body.strip_prefix('\u{feff}').unwrap_or(body).trim_ascii(), written)
}

/// Compares two JSON texts as values. A member that is `null` in the first may be absent in the
/// second.
fn same(body: &str, written: &str) -> bool {
    type Object<'a> = BTreeMap<String, &'a RawValue>;
    // Raw JSON may have keys with lone surrogates and any depth, which serde_json does not read.
    if body == written || on_one_line(body) == on_one_line(written) {
        return true;
    }
    match (body.as_bytes().first(), written.as_bytes().first()) {
        (Some(b'{'), Some(b'{')) => {
            let objects = (serde_json::from_str(body), serde_json::from_str(written));
            let (Ok::<Object<'_>, _>(body), Ok::<Object<'_>, _>(mut written)) = objects else {
                return false;
            };
            let is_same = body.into_iter().all(|(key, value)| match written.remove(&key) {
                Some(written) => same(value.get(), written.get()),
                None => value.get() == "null",
            });
            is_same && written.is_empty()
        }
        (Some(b'['), Some(b'[')) => {
            let lists = (serde_json::from_str(body), serde_json::from_str(written));
            let (Ok::<Vec<&RawValue>, _>(body), Ok::<Vec<&RawValue>, _>(written)) = lists else {
                return false;
            };
            body.len() == written.len()
                && body.iter().zip(written).all(|(body, written)| same(body.get(), written.get()))
        }
        (Some(b'"'), Some(b'"')) => {
            let texts = (serde_json::from_str(body), serde_json::from_str(written));
            matches!(texts, (Ok::<String, _>(body), Ok::<String, _>(written)) if body == written)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn the_same_value() {
        for (body, written) in [
            ("1", "1"),
            (r#"{"a":1,"b":[2, 3]}"#, r#"{"b":[2,3],"a":1}"#),
            (r#"{"a":null,"b":{"c":null}}"#, r#"{"b":{}}"#),
            (r#"{"a":null}"#, r#"{"a":null}"#),
            (r#"{"a":1,"a":2}"#, r#"{"a":2}"#),
            (r#"["\u00e9"]"#, r#"["é"]"#),
        ] {
            assert!(same(body, written), "{body} {written}");
        }
    }

    #[test]
    fn another_value() {
        for (body, written) in [
            ("1", "1.0"),
            ("1", r#""1""#),
            ("[null]", "[]"),
            ("[1,2]", "[2,1]"),
            ("{}", r#"{"a":null}"#),
            (r#"{"a":1}"#, "{}"),
            (r#"{"a":[]}"#, r#"{"a":{}}"#),
            (r#"{"a":"x"}"#, r#"{"a":"y"}"#),
        ] {
            assert!(!same(body, written), "{body} {written}");
        }
    }
}
