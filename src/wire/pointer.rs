//! JSON pointers (RFC 6901).

use super::way::Segment;

/// The pointer of `way`.
pub(crate) fn of(way: &[Segment]) -> String {
    let mut pointer = String::new();
    for step in way {
        match step {
            Segment::Key(key) | Segment::Repeated(key) => push(&mut pointer, key),
            Segment::Index(index) => push(&mut pointer, &index.to_string()),
        }
    }
    pointer
}

/// Appends one step to a pointer.
pub(crate) fn push(pointer: &mut String, step: &str) {
    pointer.push('/');
    if step.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
        pointer.push_str(&step.replace('~', "~0").replace('/', "~1"));
    } else {
        pointer.push_str(step);
    }
}

/// The name of a step, or the number of an element, as it is without escapes.
pub(crate) fn unescape(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_are_escaped() {
        assert_eq!(of(&[]), "");
        assert_eq!(of(&[Segment::Key("a/b~c"), Segment::Index(7)]), "/a~1b~0c/7");
    }
}
