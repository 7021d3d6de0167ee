//! JSON pointers (RFC 6901).

/// One step of the path to a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Segment {
    /// Into the member with this key.
    Key(&'static str),
    /// Into an element of an array.
    Index(usize),
}

/// Returns the pointer for a path that lists the innermost segment first.
pub(super) fn of(path: &[Segment]) -> String {
    let mut pointer = String::new();
    for segment in path.iter().rev() {
        match segment {
            Segment::Key(key) => push_segment(&mut pointer, key),
            Segment::Index(index) => push_segment(&mut pointer, &index.to_string()),
        }
    }
    pointer
}

/// Appends a segment to a pointer, and escapes it.
pub(crate) fn push_segment(pointer: &mut String, segment: &str) {
    pointer.push('/');
    if segment.contains(['~', '/']) {
        pointer.push_str(&segment.replace('~', "~0").replace('/', "~1"));
    } else {
        pointer.push_str(segment);
    }
}

/// Undoes the escapes of a segment.
pub(super) fn unescape(segment: &str) -> String {
    segment.replace("~1", "/").replace("~0", "~")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_are_escaped() {
        assert_eq!(of(&[]), "");
        assert_eq!(of(&[Segment::Index(7), Segment::Key("a/b~c")]), "/a~1b~0c/7");
        assert_eq!(unescape("a~1b~0c~01"), "a/b~c~1");
    }
}
