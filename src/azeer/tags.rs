use super::Tag;
use crate::wire::Text;

/// Returns a tag as a string, unless it is empty.
pub(super) fn one(tag: Tag) -> Option<Text> {
    Some(Text::from(tag.0)).filter(|tag| !tag.is_empty())
}

/// Returns the tags in a string.
pub(super) fn in_text(text: &str) -> Vec<Text> {
    let text = text.trim();
    let array = |open, close| text.strip_prefix(open)?.strip_suffix(close);
    let tags = if array('[', ']').is_some() {
        serde_json::from_str(text)
            .ok()
            .map(|tags: Vec<Tag>| tags.into_iter().filter_map(one).collect())
    } else if let Some(elements) = array('{', '}') {
        in_braces(elements)
    } else {
        Some(text.split(',').map(str::trim).filter(|tag| !tag.is_empty()).map(Text::from).collect())
    };
    // In brackets, but not an array: perhaps the name of a single tag.
    tags.unwrap_or_else(|| vec![text.into()])
}

/// Returns the elements of an array as databases write it; `None` if it is written otherwise.
fn in_braces(elements: &str) -> Option<Vec<Text>> {
    let mut tags = Vec::new();
    let mut rest = elements.chars();
    while !rest.as_str().is_empty() {
        let mut tag = String::new();
        let is_quoted = rest.as_str().starts_with('"');
        if is_quoted {
            rest.next();
            loop {
                match rest.next()? {
                    '"' => break,
                    '\\' => tag.push(rest.next()?),
                    other => tag.push(other),
                }
            }
            if !matches!(rest.next(), None | Some(',')) {
                return None;
            }
        } else {
            tag.extend(rest.by_ref().take_while(|next| *next != ','));
            if tag.contains(['"', '{', '}']) {
                return None;
            }
        }
        if !tag.is_empty() && (is_quoted || tag != "NULL") {
            tags.push(tag.as_str().into());
        }
    }
    Some(tags)
}
