use super::FileId;
use crate::wire::{Timestamp, object, open_enum};

object! {
    /// Payload of `ANALYTICS_DUMP_FILE`. The format of the file may depend on the version.
    pub struct AnalyticsDump {
        /// What the figures are about.
        metric_type: Option<MetricType>,
        /// Length of the period, under the misspelt key that the page has.
        granualarity: Option<Granularity>,
        /// Length of the period, under the key spelt right; in no known body.
        granularity: Option<Granularity>,
        /// Start of the period, which is not the time of the event; the page does not say in which
        /// format.
        start_time: Option<Timestamp>,
        /// The file, for the call that signs its download.
        file_id: Option<FileId>,
    }
}

impl AnalyticsDump {
    /// Length of the period, under whichever key it came.
    #[must_use]
    pub fn period(&self) -> Option<&Granularity> {
        self.granualarity.as_ref().or(self.granularity.as_ref())
    }
}

open_enum! {
    /// What figures are about.
    pub enum MetricType {
        /// Every message.
        "MESSAGE_DUMP" as MessageDump,
        /// The work of the agents.
        "AGENT_ANALYTICS" as AgentAnalytics,
    }
}

open_enum! {
    /// Length of a period.
    pub enum Granularity {
        /// A day.
        "DAILY" as Daily,
        /// A week.
        "WEEKLY" as Weekly,
    }
}
