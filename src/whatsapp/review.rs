use crate::wire::{Text, object};

object! {
    /// A business account was reviewed.
    pub struct AccountReview {
        /// What happened.
        event: Option<Text>,
    }
}
