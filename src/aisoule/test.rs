use super::{Dialect, dialect::any};
use crate::wire::{Text, Timestamp, object};

object! {
    /// Data of `test`, and of `ping` if it has any. Observed: engine.
    pub struct Test {
        /// True: nothing happened.
        test: Option<bool>,
        /// What it is, for people.
        message: Option<Text>,
        /// When it was sent, apart from the time in the envelope.
        timestamp: Option<Timestamp>,
    }
}

impl Test {
    pub(super) fn dialect(&self) -> Option<Dialect> {
        Dialect::of(false, false, any!(self has test message timestamp))
    }
}
