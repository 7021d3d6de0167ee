use super::CampaignId;
use crate::wire::{Json, Text, object};

object! {
    /// A status change of a marketing campaign. Known from test deliveries; no page documents it.
    pub struct CampaignStatus {
        /// The ID of the campaign; a number.
        campaign_id: Option<CampaignId>,
        /// The name of the campaign, chosen by the business.
        campaign_name: Option<Text>,
        /// The status of the campaign before the change. No list of values is known.
        old_status: Option<Text>,
        /// The status of the campaign after the change. No list of values is known.
        new_status: Option<Text>,
        /// The reasons why the campaign was paused, as an array.
        paused_reasons: Option<Json>,
        /// The reason why the campaign is complete. Only ever observed as null.
        complete_reason: Option<Json>,
    }
}
