use super::FileId;
use crate::wire::{Timestamp, object, open_enum};

object! {
    /// The payload of `ANALYTICS_DUMP_FILE`: a file with analytics data that is ready for download.
    ///
    /// The format of the file may depend on the version.
    pub struct AnalyticsDump {
        /// The kind of data in the file: messages, or the activity of agents.
        metric_type: Option<MetricType>,
        /// The length of the period that the data covers, under the misspelled key of the page.
        granualarity: Option<Granularity>,
        /// The length of the period that the data covers, under the correctly spelled key; not in
        /// any known body.
        granularity: Option<Granularity>,
        /// The start of the period, which is not the time of the event; its format is not
        /// documented.
        start_time: Option<Timestamp>,
        /// The file's ID, for the call that returns its signed download URL.
        file_id: Option<FileId>,
    }
}

impl AnalyticsDump {
    /// Returns the length of the period, under whichever key it was sent.
    #[must_use]
    pub fn period(&self) -> Option<&Granularity> {
        self.granualarity.as_ref().or(self.granularity.as_ref())
    }
}

open_enum! {
    /// The kind of data in an analytics file.
    pub enum MetricType {
        /// All messages of the period.
        "MESSAGE_DUMP" as MessageDump,
        /// The activity of the agents.
        "AGENT_ANALYTICS" as AgentAnalytics,
    }
}

open_enum! {
    /// The length of the period that an analytics file covers.
    pub enum Granularity {
        /// The file covers one day.
        "DAILY" as Daily,
        /// The file covers one week.
        "WEEKLY" as Weekly,
    }
}
