use crate::wire::{Text, object};

object! {
    /// The name that customers see beside a number was reviewed.
    pub struct LineName {
        /// What happened.
        event: Option<Text>,
    }
}
