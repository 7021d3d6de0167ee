//! The way through a typed value that finds what its model does not know.

use super::{body::Root, pointer};
use crate::drift::{Drift, DriftKind};

/// Where the walk is, and what it has found.
#[derive(Default)]
pub(crate) struct Walk {
    at: String,
    found: Vec<Drift>,
}

impl Walk {
    /// Goes one step down, and back again.
    pub(crate) fn enter(&mut self, step: &str, walk: impl FnOnce(&mut Self)) {
        let back = self.at.len();
        pointer::push(&mut self.at, step);
        walk(self);
        self.at.truncate(back);
    }

    pub(crate) fn report(&mut self, kind: DriftKind) {
        self.found.push(Drift::new(self.at.clone(), kind));
    }
}

/// Everything in a body that its model does not know.
pub(crate) fn drift<T: Root>(body: &T) -> Vec<Drift> {
    let mut walk = Walk::default();
    if !T::KNOWN.contains(&body.event()) {
        let report = |walk: &mut Walk| walk.report(DriftKind::Event(body.event().to_owned()));
        let Some(tag) = T::TAG else {
            // It is unknown as a whole, so its members are not listed.
            report(&mut walk);
            return walk.found;
        };
        walk.enter(tag, report);
    }
    body.walk(&mut walk);
    body.walk_whole(&mut walk);
    walk.found
}
