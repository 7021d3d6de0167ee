use crate::wire::{Text, object};

object! {
    /// Something about a business.
    pub struct BusinessStatus {
        /// What happened.
        event: Option<Text>,
    }
}
