use crate::wire::{Text, object};

object! {
    /// A flow changed, or does not work well.
    pub struct Flow {
        /// What happened.
        event: Option<Text>,
    }
}
