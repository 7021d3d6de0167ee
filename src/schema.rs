//! Adjusts derived JSON Schemas: descriptions, and optional members.

use schemars::{Schema, transform::transform_subschemas};
use serde_json::Value;

/// Makes a derived schema describe the JSON that is written. Descriptions lose what only concerns
/// Rust, and types lose `null`, because absent members are omitted.
pub(crate) fn tidy(schema: &mut Schema) {
    if let Some(Value::String(doc)) = schema.get_mut("description") {
        *doc = prose(doc);
    }
    if let Some(types) = schema.get_mut("type")
        && let Some([one, null]) = types.as_array().map(Vec::as_slice)
        && null == "null"
    {
        *types = one.clone();
    }
    if let Some(Value::Array(choice)) = schema.get("anyOf")
        && let [Value::Object(one), null] = choice.as_slice()
        && null["type"] == "null"
    {
        let one = one.clone();
        schema.remove("anyOf");
        for (key, value) in one {
            schema.ensure_object().entry(key).or_insert(value);
        }
    }
    transform_subschemas(&mut tidy, schema);
}

/// Returns a doc comment without its examples and without the targets of its links.
fn prose(doc: &str) -> String {
    let mut rest = doc.split("\n\n```").next().unwrap_or_default();
    let mut text = String::new();
    while let Some((before, link)) = rest.split_once('[')
        && let Some((label, after)) = link.split_once(']')
    {
        text.extend([before, label]);
        let target = after.strip_prefix('(').and_then(|target| target.split_once(')'));
        rest = target.map_or(after, |(_, after)| after);
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::prose;

    #[test]
    fn links_and_examples_are_for_rust() {
        let doc =
            "A [`Text`](super::Text) or an [`RawId`], see [there](x).\n\nMore.\n\n```\nuse x;\n```";
        assert_eq!(prose(doc), "A `Text` or an `RawId`, see there.\n\nMore.");
        assert_eq!(prose("[open"), "[open");
    }
}
