use crate::wire::{Text, object};

object! {
    /// The PIN of a number was changed or asked for.
    pub struct Security {
        /// What happened.
        event: Option<Text>,
    }
}
