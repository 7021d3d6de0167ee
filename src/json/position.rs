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

/// Positions in one text, counted in a single pass from its start to its end.
pub(crate) struct Positions<'t> {
    text: &'t str,
    last: Position,
}

impl<'t> Positions<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, last: Position { offset: 0, line: 1, column: 1 } }
    }

    /// The position at an offset that is not before the last one.
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
