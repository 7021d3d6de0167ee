use super::{Dialect, dialect::any};
use crate::wire::{Text, Timestamp, object};

object! {
    /// The data of `test`, and of `ping` if it has any. Observed in the engine.
    pub struct Test {
        /// The value `true`, which marks that nothing has happened.
        test: Option<bool>,
        /// The human-readable description of the test.
        message: Option<Text>,
        /// The time at which the test was sent, in addition to the time in the envelope.
        timestamp: Option<Timestamp>,
    }
}

impl Test {
    pub(super) fn dialect(&self) -> Option<Dialect> {
        Dialect::of(false, false, any!(self has test message timestamp))
    }
}
