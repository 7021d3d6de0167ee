//! The way through a typed value that finds what its model does not know.

use super::{read::Wire, scan};
use crate::drift::{Drift, DriftKind};

/// Where the walk is, and what it has found.
#[derive(Default)]
pub(crate) struct Walk {
    at: String,
    found: Vec<Drift>,
}

impl Walk {
    /// Goes one step down, and back again.
    pub(crate) fn enter(&mut self, step: impl ToString, walk: impl FnOnce(&mut Self)) {
        let back = self.at.len();
        scan::push(&mut self.at, &step.to_string());
        walk(self);
        self.at.truncate(back);
    }

    pub(crate) fn report(&mut self, kind: DriftKind) {
        self.found.push(Drift::new(self.at.clone(), kind));
    }
}

pub(crate) fn drift<T: Wire>(body: &T) -> Vec<Drift> {
    let mut walk = Walk::default();
    body.walk(&mut walk);
    walk.found
}
