use super::{CampaignId, Dialect, dialect::any};
use crate::wire::{Number, Text, object};

object! {
    /// The data of `campaign.completed`: a campaign and its results. Help dialect only.
    ///
    /// An absent count is unknown, which is not the same as zero.
    pub struct Campaign {
        /// The campaign's ID, a UUID.
        id: Option<CampaignId>,
        /// The campaign's name.
        name: Option<Text>,
        /// The number of all messages; in the sample, the sum of `sent` and `failed`.
        total: Option<Number>,
        /// The number of messages that were sent.
        sent: Option<Number>,
        /// The number of messages that were delivered to a phone.
        delivered: Option<Number>,
        /// The number of messages that were read.
        read: Option<Number>,
        /// The number of messages that failed.
        failed: Option<Number>,
    }
}

impl Campaign {
    pub(super) fn dialect(&self) -> Option<Dialect> {
        Dialect::of(any!(self has id name total sent delivered read failed), false, false)
    }
}
