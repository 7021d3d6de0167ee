use crate::wire::{Text, object};

object! {
    /// A warning about a business or a number.
    pub struct AccountAlert {
        /// What happened.
        event: Option<Text>,
    }
}
