use crate::wire::{Text, object};

object! {
    /// The user name of a business.
    pub struct BusinessUsername {
        /// What happened.
        event: Option<Text>,
    }
}
