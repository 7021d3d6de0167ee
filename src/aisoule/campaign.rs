use super::{CampaignId, Dialect, dialect::any};
use crate::wire::{Number, Text, object};

object! {
    /// Data of `campaign.completed`. Help. A count that is absent is not known, which is not zero.
    pub struct Campaign {
        /// The campaign.
        id: Option<CampaignId>,
        /// Name of the campaign.
        name: Option<Text>,
        /// Number of messages in all; in the sample the sum of `sent` and `failed`.
        total: Option<Number>,
        /// Number of messages that were sent.
        sent: Option<Number>,
        /// Number of messages that reached a phone.
        delivered: Option<Number>,
        /// Number of messages that were opened.
        read: Option<Number>,
        /// Number of messages that failed.
        failed: Option<Number>,
    }
}

impl Campaign {
    pub(super) fn dialect(&self) -> Option<Dialect> {
        Dialect::of(any!(self has id name total sent delivered read failed), false, false)
    }
}
