//! Inserts a value into a JSON text.

use super::{pointer, reader::Reader};

/// Inserts a value at a JSON pointer: a member at the end of its object, an element before the one
/// that has its index. Does nothing if there is no such object or array.
pub(crate) fn insert(text: &mut String, pointer: &str, value: &str) {
    if let Some((offset, entry)) = entry(text, pointer, value) {
        text.insert_str(offset, &entry);
    }
}

/// Offset and text of what to insert.
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
    let whole = json.mark();
    let end = json.offset() + json.skip().ok()?.len() - 1;
    json.rewind(whole);
    if is_object {
        let is_empty = !json.begin_object("").ok()?;
        let comma = if is_empty { "" } else { "," };
        return Some((end, format!("{comma}{}:{value}", serde_json::Value::from(last))));
    }
    let is_empty = !json.begin_array("").ok()?;
    json.rewind(whole);
    if !is_empty && find(&mut json, &last)? {
        json.peek().ok()?;
        return Some((json.offset(), format!("{value},")));
    }
    let comma = if is_empty { "" } else { "," };
    Some((end, format!("{comma}{value}")))
}

/// Moves to a member or an element of the next value. Returns whether it exists.
fn find(json: &mut Reader<'_>, segment: &str) -> Option<bool> {
    let is_object = json.peek().ok()? == b'{';
    let mut more = if is_object { json.begin_object("") } else { json.begin_array("") }.ok()?;
    for index in 0_usize.. {
        if !more {
            break;
        }
        let is_found = if is_object {
            let key = json.key().ok()?;
            json.colon().ok()?;
            key == segment
        } else {
            segment.parse() == Ok(index)
        };
        if is_found {
            return Some(true);
        }
        json.skip().ok()?;
        more = if is_object { json.next_member() } else { json.next_element() }.ok()?;
    }
    Some(false)
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
