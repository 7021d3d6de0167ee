use crate::normalize::JsonPointer;

/// The position of a value: how much of Meta's envelope encloses it, and its indices there.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Path {
    pub(super) nesting: Nesting,
    /// Index of the entry.
    pub(super) entry: usize,
    /// Index of the change in its entry.
    pub(super) change: usize,
}

/// How much of Meta's envelope encloses a value.
#[derive(Debug, Clone, Copy, Default)]
pub(super) enum Nesting {
    /// Nothing: the members of the value are those of the body.
    #[default]
    Nothing,
    Change,
    Entry,
    Envelope,
}

/// Pointer to a value in the whole envelope.
const VALUE: &str = "/entry/#/changes/#/value";

impl Path {
    /// Returns a pointer from a pattern in the whole envelope, with the index of the element if the
    /// pattern has one.
    pub(super) fn pointer(self, pattern: &'static str, element: Option<usize>) -> JsonPointer {
        let numbers = [self.entry, self.change, element.unwrap_or_default()];
        let (bytes, count) = self.missing();
        let pattern = pattern.get(bytes..).unwrap_or_default();
        JsonPointer::numbered(pattern, &numbers[count..])
    }

    /// Returns the pointer to the value.
    pub(super) fn value(self) -> String {
        self.pointer(VALUE, None).to_string()
    }

    /// Returns the pointer to the time of the entry, if the body contains an entry.
    pub(super) fn entry_time(self) -> Option<JsonPointer> {
        match self.nesting {
            Nesting::Nothing | Nesting::Change => None,
            Nesting::Entry => Some("/time".into()),
            Nesting::Envelope => Some(JsonPointer::numbered("/entry/#/time", &[self.entry])),
        }
    }

    /// Returns how much of a pattern is not in the body: bytes, and indices within them.
    fn missing(self) -> (usize, usize) {
        match self.nesting {
            Nesting::Nothing => (VALUE.len(), 2),
            Nesting::Change => ("/entry/#/changes/#".len(), 2),
            Nesting::Entry => ("/entry/#".len(), 1),
            Nesting::Envelope => (0, 0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Nesting, Path};

    #[test]
    fn what_is_not_around_is_not_in_the_pointer() {
        let pointer = |nesting| {
            let path = Path { nesting, entry: 1, change: 2 };
            path.pointer("/entry/#/changes/#/value/calls/#/timestamp", Some(3)).to_string()
        };
        assert_eq!(pointer(Nesting::Nothing), "/calls/3/timestamp");
        assert_eq!(pointer(Nesting::Change), "/value/calls/3/timestamp");
        assert_eq!(pointer(Nesting::Entry), "/changes/2/value/calls/3/timestamp");
        assert_eq!(pointer(Nesting::Envelope), "/entry/1/changes/2/value/calls/3/timestamp");
        assert_eq!(Path::default().value(), "");
    }
}
