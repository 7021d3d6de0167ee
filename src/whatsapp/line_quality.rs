use crate::wire::{Text, object};

object! {
    /// How much may be sent from a number.
    pub struct LineQuality {
        /// What happened.
        event: Option<Text>,
    }
}
