use crate::wire::{Text, object};

object! {
    /// How much a business may send.
    pub struct Capability {
        /// What happened.
        event: Option<Text>,
    }
}
