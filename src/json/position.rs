//! Positions in a text: offset, line and column.

/// A position in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Position {
    /// Counted in bytes, from 0.
    pub(crate) offset: usize,
    /// Counted from 1.
    pub(crate) line: usize,
    /// Counted in characters, from 1.
    pub(crate) column: usize,
}

/// Finds the positions of offsets in a text, in a single pass.
pub(crate) struct Positions<'t> {
    text: &'t str,
    last: Position,
}

impl<'t> Positions<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, last: Position { offset: 0, line: 1, column: 1 } }
    }

    /// Returns the position of an offset, which must not be smaller than that of the last call.
    pub(crate) fn at(&mut self, offset: usize) -> Position {
        let between = &self.text[self.last.offset..offset];
        self.last.offset = offset;
        match between.rsplit_once('\n') {
            None => self.last.column += between.chars().count(),
            Some((above, line)) => {
                self.last.line += above.matches('\n').count() + 1;
                self.last.column = line.chars().count() + 1;
            }
        }
        self.last
    }
}
