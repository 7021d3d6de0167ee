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
        status "sla_status": Option<SlaStatus>,
        /// When it was agreed. Epoch seconds.
        created_at: Option<Timestamp>,
        /// When it was last changed. Epoch seconds.
        updated_at: Option<Timestamp>,
        /// Description of the policy; absent without one.
        description "sla_description": Option<Text>,
        /// Name of the policy.
        name "sla_name": Option<Text>,
        /// Seconds until the first answer; absent without a limit.
        first_response_time_threshold "sla_first_response_time_threshold": Option<Number>,
        /// Seconds until each further answer; absent without a limit.
        next_response_time_threshold "sla_next_response_time_threshold": Option<Number>,
        /// Seconds until the end; absent without a limit.
        resolution_time_threshold "sla_resolution_time_threshold": Option<Number>,
        /// Whether only working hours count.
        only_during_business_hours "sla_only_during_business_hours": Option<bool>,
    }
}

open_enum! {
    /// Whether a service level was kept.
    pub enum SlaStatus {
        /// It is not decided.
        Active = "active",
        /// It was.
        Hit = "hit",
        /// It was not.
        Missed = "missed",
        /// It is not decided, and something was missed already.
        ActiveWithMisses = "active_with_misses",
    }
}

object! {
    /// One thing that a service level asked for and that was missed. Observed since 3.8, in the
    /// enterprise edition.
    pub struct SlaEvent {
        /// The miss.
        id: Option<SlaEventId>,
        /// What was missed.
        kind "event_type": Option<SlaEventType>,
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
        FirstResponseTime = "frt",
        /// A further answer.
        NextResponseTime = "nrt",
        /// The end.
        ResolutionTime = "rt",
    }
}
