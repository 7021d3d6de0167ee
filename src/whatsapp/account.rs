use crate::wire::{Text, object};

object! {
    /// Something about a business account.
    pub struct AccountUpdate {
        /// What happened.
        event: Option<Text>,
    }
}
