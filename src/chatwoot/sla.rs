use super::{AppliedSlaId, SlaEventId, SlaPolicyId};
use crate::wire::{Json, Number, Text, Timestamp, object, open_enum};

object! {
    /// A service level that was agreed for a conversation.
    ///
    /// Observed since 3.8, in the enterprise edition.
    pub struct AppliedSla {
        /// The agreement for this conversation.
        id: Option<AppliedSlaId>,
        /// The policy it is made by.
        sla_id: Option<SlaPolicyId>,
        /// Whether it was kept.
        "sla_status" as status: Option<SlaStatus>,
        /// When it was agreed. Epoch seconds.
        created_at: Option<Timestamp>,
        /// When it was last changed. Epoch seconds.
        updated_at: Option<Timestamp>,
        /// Description of the policy; absent without one.
        "sla_description" as description: Option<Text>,
        /// Name of the policy.
        "sla_name" as name: Option<Text>,
        /// Seconds until the first answer; absent without a limit.
        "sla_first_response_time_threshold" as first_response_time_threshold: Option<Number>,
        /// Seconds until each further answer; absent without a limit.
        "sla_next_response_time_threshold" as next_response_time_threshold: Option<Number>,
        /// Seconds until the end; absent without a limit.
        "sla_resolution_time_threshold" as resolution_time_threshold: Option<Number>,
        /// Whether only working hours count.
        "sla_only_during_business_hours" as only_during_business_hours: Option<bool>,
    }
}

open_enum! {
    /// Whether a service level was kept.
    pub enum SlaStatus {
        /// It is not decided.
        "active" as Active,
        /// It was.
        "hit" as Hit,
        /// It was not.
        "missed" as Missed,
        /// It is not decided, and something was missed already.
        "active_with_misses" as ActiveWithMisses,
    }
}

object! {
    /// One thing that a service level asked for and that was missed. Observed since 3.8, in the
    /// enterprise edition.
    pub struct SlaEvent {
        /// The miss.
        id: Option<SlaEventId>,
        /// What was missed.
        "event_type" as kind: Option<SlaEventType>,
        /// A free map; for an answer that came too late, the message it was for.
        meta: Option<Json>,
        /// When it was noticed. Epoch seconds.
        created_at: Option<Timestamp>,
        /// When the row was last changed. Epoch seconds.
        updated_at: Option<Timestamp>,
    }
}

open_enum! {
    /// What a service level asks for.
    pub enum SlaEventType {
        /// The first answer.
        "frt" as FirstResponseTime,
        /// A further answer.
        "nrt" as NextResponseTime,
        /// The end.
        "rt" as ResolutionTime,
    }
}
