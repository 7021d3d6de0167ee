use super::{AppliedSlaId, SlaEventId, SlaPolicyId};
use crate::wire::{Json, Number, Text, Timestamp, object, open_enum};

object! {
    /// A service level agreement (SLA) as applied to one conversation.
    ///
    /// Observed since 3.8, in the enterprise edition.
    pub struct AppliedSla {
        /// The ID of the agreement for this conversation, unique within the installation.
        id: Option<AppliedSlaId>,
        /// The ID of the policy that the agreement follows.
        sla_id: Option<SlaPolicyId>,
        /// Whether the agreement has been kept so far.
        "sla_status" as status: Option<SlaStatus>,
        /// The time at which the agreement was applied, in epoch seconds.
        created_at: Option<Timestamp>,
        /// The time of the last change, in epoch seconds.
        updated_at: Option<Timestamp>,
        /// The description of the policy; absent if it has none.
        "sla_description" as description: Option<Text>,
        /// The name of the policy.
        "sla_name" as name: Option<Text>,
        /// The time limit for the first response, in seconds; absent if there is no limit.
        "sla_first_response_time_threshold" as first_response_time_threshold: Option<Number>,
        /// The time limit for each further response, in seconds; absent if there is no limit.
        "sla_next_response_time_threshold" as next_response_time_threshold: Option<Number>,
        /// The time limit for resolving the conversation, in seconds; absent if there is no limit.
        "sla_resolution_time_threshold" as resolution_time_threshold: Option<Number>,
        /// Whether only working hours count toward the limits.
        "sla_only_during_business_hours" as only_during_business_hours: Option<bool>,
    }
}

open_enum! {
    /// Whether a service level agreement has been kept.
    pub enum SlaStatus {
        /// The agreement is still running, and no target was missed.
        "active" as Active,
        /// The agreement was kept.
        "hit" as Hit,
        /// The agreement was missed.
        "missed" as Missed,
        /// The agreement is still running, but a target was already missed.
        "active_with_misses" as ActiveWithMisses,
    }
}

object! {
    /// A target of a service level agreement that was missed.
    ///
    /// Observed since 3.8, in the enterprise edition.
    pub struct SlaEvent {
        /// The ID of the record of the miss, unique within the installation.
        id: Option<SlaEventId>,
        /// The target that was missed: the first response, a further response, or the resolution.
        "event_type" as kind: Option<SlaEventType>,
        /// A free-form object with details, such as the message that a late response was for.
        meta: Option<Json>,
        /// The time at which the miss was noticed, in epoch seconds.
        created_at: Option<Timestamp>,
        /// The time of the last change to the record, in epoch seconds.
        updated_at: Option<Timestamp>,
    }
}

open_enum! {
    /// A target of a service level agreement.
    pub enum SlaEventType {
        /// The first response to the customer.
        "frt" as FirstResponseTime,
        /// A further response to the customer.
        "nrt" as NextResponseTime,
        /// The resolution of the conversation.
        "rt" as ResolutionTime,
    }
}
