use crate::wire::{Text, object};

object! {
    /// A conversation went into other hands.
    pub struct Handover {
        /// What happened.
        event: Option<Text>,
    }
}
