//! Offset, line and column.

/// A position in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Position {
    /// In bytes, from 0.
    pub(crate) offset: usize,
    /// From 1.
    pub(crate) line: usize,
    /// In characters, from 1.
    pub(crate) column: usize,
}

/// Finds positions in one text, in a single pass.
pub(crate) struct Positions<'t> {
    text: &'t str,
    last: Position,
}

impl<'t> Positions<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, last: Position { offset: 0, line: 1, column: 1 } }
    }

    /// The position of an offset, which must not be smaller than the one before.
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
