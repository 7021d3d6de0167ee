//! Offset, line and column.

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// In bytes, from 0.
    pub(crate) offset: usize,
    /// From 1.
    pub(crate) line: usize,
    /// In characters, from 1.
    pub(crate) column: usize,
}

impl Place {
    pub(crate) fn of(text: &str, offset: usize) -> Self {
        Lines::new(text).at(offset)
    }
}

/// Finds places in a text from its start to its end, in one go.
pub(crate) struct Lines<'a> {
    text: &'a str,
    place: Place,
}

impl<'a> Lines<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, place: Place { offset: 0, line: 1, column: 1 } }
    }

    /// The place at an offset that is not before the last one.
    pub(crate) fn at(&mut self, offset: usize) -> Place {
        let between = &self.text[self.place.offset..offset];
        self.place.offset = offset;
        match between.rsplit_once('\n') {
            Some((above, line)) => {
                self.place.line += above.matches('\n').count() + 1;
                self.place.column = line.chars().count() + 1;
            }
            None => self.place.column += between.chars().count(),
        }
        self.place
    }
}
