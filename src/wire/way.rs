//! The way to a mistake.

use super::scan::{self, Found};

/// One step on the way to a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Segment {
    /// Into the first member with this key.
    Key(&'static str),
    /// Into the second member with this key, which is one too many.
    Repeated(&'static str),
    /// Into an element of a list.
    Index(usize),
}

/// The way to a value, put together from its end.
#[derive(Default)]
pub(crate) struct Way {
    /// The innermost first.
    steps: Vec<Segment>,
    /// Address of the innermost key in the text that was read, and the steps behind it.
    key: Option<(usize, usize)>,
}

impl Way {
    pub(crate) fn to(step: Segment) -> Self {
        Self { steps: vec![step], key: None }
    }

    /// Puts a step before the others.
    pub(crate) fn begin_with(&mut self, step: Segment) {
        self.steps.push(step);
    }

    /// Keeps where the key of the first step was read.
    pub(crate) fn locate(&mut self, key: &str) {
        if self.key.is_none() && !self.steps.is_empty() {
            self.key = Some((key.as_ptr() as usize, self.steps.len() - 1));
        }
    }

    pub(crate) fn steps(&self) -> Vec<Segment> {
        self.steps.iter().rev().copied().collect()
    }

    /// Its steps, and where it ends in the text that was read. A key is near; the start of the text
    /// may be far.
    pub(crate) fn find(&self, text: &str) -> (Vec<Segment>, Option<Found>) {
        let steps = self.steps();
        let near = || {
            let (key, inner) = self.key?;
            // The quote before it; a key with escapes stands in a text of its own.
            let entry = key.checked_sub(text.as_ptr() as usize + 1)?;
            let is_there = text.get(entry..)?.starts_with('"');
            is_there.then(|| scan::find_behind(text, entry, &steps[steps.len() - inner..]))?
        };
        let found = near().or_else(|| scan::find(text, &steps));
        (steps, found)
    }
}
