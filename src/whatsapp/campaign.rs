use crate::wire::{Text, object};

object! {
    /// A campaign changed its state.
    pub struct CampaignStatus {
        /// What happened.
        event: Option<Text>,
    }
}
