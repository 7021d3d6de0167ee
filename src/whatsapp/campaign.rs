use super::CampaignId;
use crate::wire::{Json, Text, object};

object! {
    /// A campaign changed its state. From test deliveries; no page describes it.
    pub struct CampaignStatus {
        /// The campaign; a number.
        campaign_id: Option<CampaignId>,
        /// Name that the business gave it.
        campaign_name: Option<Text>,
        /// State before.
        old_status: Option<Text>,
        /// State.
        new_status: Option<Text>,
        /// Why it was paused: a list.
        paused_reasons: Option<Json>,
        /// Why it is complete; seen null alone.
        complete_reason: Option<Json>,
    }
}
