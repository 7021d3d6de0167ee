use crate::wire::{Text, object};

object! {
    /// A partner's solution was made or changed.
    pub struct PartnerSolution {
        /// What happened.
        event: Option<Text>,
    }
}
