use crate::normalize::JsonPointer;

/// Where a value is: how much of Meta's envelope is around it, and its numbers there.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Path {
    pub(super) around: Around,
    /// Number of the entry.
    pub(super) entry: usize,
    /// Number of the change in its entry.
    pub(super) change: usize,
}

/// How much of Meta's envelope is around a value.
#[derive(Debug, Clone, Copy, Default)]
pub(super) enum Around {
    /// The members of the value are those of the body.
    #[default]
    Nothing,
    Change,
    Entry,
    Envelope,
}

/// Pointer to a value in the whole envelope.
const VALUE: &str = "/entry/#/changes/#/value";

impl Path {
    /// A pointer by its pattern in the whole envelope, with the number of the element if the pattern
    /// has one.
    pub(super) fn pointer(self, pattern: &'static str, element: Option<usize>) -> JsonPointer {
        let numbers = [self.entry, self.change, element.unwrap_or_default()];
        let (bytes, count) = self.missing();
        let pattern = pattern.get(bytes..).unwrap_or_default();
        JsonPointer::numbered(pattern, &numbers[count..])
    }

    /// Pointer to the value.
    pub(super) fn value(self) -> String {
        self.pointer(VALUE, None).to_string()
    }

    /// Pointer to the time of the entry, if there is one around.
    pub(super) fn entry_time(self) -> Option<JsonPointer> {
        match self.around {
            Around::Nothing | Around::Change => None,
            Around::Entry => Some("/time".into()),
            Around::Envelope => Some(JsonPointer::numbered("/entry/#/time", &[self.entry])),
        }
    }

    /// What of a pattern is not there: bytes, and numbers in them.
    fn missing(self) -> (usize, usize) {
        match self.around {
            Around::Nothing => (VALUE.len(), 2),
            Around::Change => ("/entry/#/changes/#".len(), 2),
            Around::Entry => ("/entry/#".len(), 1),
            Around::Envelope => (0, 0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Around, Path};

    #[test]
    fn what_is_not_around_is_not_in_the_pointer() {
        let pointer = |around| {
            let path = Path { around, entry: 1, change: 2 };
            path.pointer("/entry/#/changes/#/value/calls/#/timestamp", Some(3)).to_string()
        };
        assert_eq!(pointer(Around::Nothing), "/calls/3/timestamp");
        assert_eq!(pointer(Around::Change), "/value/calls/3/timestamp");
        assert_eq!(pointer(Around::Entry), "/changes/2/value/calls/3/timestamp");
        assert_eq!(pointer(Around::Envelope), "/entry/1/changes/2/value/calls/3/timestamp");
        assert_eq!(Path::default().value(), "");
    }
}
