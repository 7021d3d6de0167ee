use crate::wire::{Text, object};

object! {
    /// Settings of a number.
    pub struct AccountSettings {
        /// What happened.
        event: Option<Text>,
    }
}
