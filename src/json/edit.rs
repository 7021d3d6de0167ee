//! Inserts a value into a JSON text.

use super::{pointer, reader::Reader};

/// Inserts a value at a JSON pointer: a member at the end of its object, an element before the one
/// that has its index. Does nothing if there is no such object or array.
pub(crate) fn insert(text: &mut String, pointer: &str, value: &str) {
    if let Some((offset, entry)) = entry(text, pointer, value) {
        text.insert_str(offset, &entry);
    }
}

/// Returns the offset to insert at, and the text to insert.
fn entry(text: &str, pointer: &str, value: &str) -> Option<(usize, String)> {
    let (parent, last) = pointer.rsplit_once('/')?;
    let mut json = Reader::new(text);
    for segment in parent.split('/').skip(1) {
        if !find(&mut json, &pointer::unescape(segment))? {
            return None;
        }
    }
    let last = pointer::unescape(last);
    let is_object = json.peek().ok()? == b'{';
    if is_object {
        json.skip().ok()?;
    } else if find(&mut json, &last)? {
        json.peek().ok()?;
        return Some((json.offset(), format!("{value},")));
    }
    let end = json.offset() - 1;
    let is_empty = text[..end].trim_ascii_end().ends_with(['{', '[']);
    let comma = if is_empty { "" } else { "," };
    let key = if is_object { format!("{}:", serde_json::Value::from(last)) } else { String::new() };
    Some((end, format!("{comma}{key}{value}")))
}

/// Moves to a member or an element of the next value, or after the value if there is none. Returns
/// whether there is one.
fn find(json: &mut Reader<'_>, segment: &str) -> Option<bool> {
    if json.peek().ok()? == b'{' {
        return json.find_member(segment).ok();
    }
    let index = segment.parse().unwrap_or(usize::MAX);
    let mut more = json.begin_array("").ok()?;
    for at in 0.. {
        if !more || at == index {
            break;
        }
        json.skip().ok()?;
        more = json.next_element().ok()?;
    }
    Some(more)
}

#[cfg(test)]
mod tests {
    #[test]
    fn inserts_at_a_pointer() {
        let insert = |text: &str, pointer: &str| {
            let mut text = text.to_owned();
            super::insert(&mut text, pointer, "7");
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
