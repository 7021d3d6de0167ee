use super::FlowId;
use crate::wire::{Number, Text, object, open_enum};

object! {
    /// A flow, which is a form, changed its state or does not work well. Which members there are
    /// depends on the event.
    pub struct Flow {
        /// What happened.
        event: Option<FlowEvent>,
        /// A sentence about it; absent from some.
        message: Option<Text>,
        /// A sentence about what will go wrong, such as a version that expires.
        warning: Option<Text>,
        /// The flow.
        flow_id: Option<FlowId>,
        /// State before; absent when the flow was made, and from test deliveries.
        old_status: Option<FlowState>,
        /// State, with `FLOW_STATUS_CHANGE`; absent from test deliveries.
        new_status: Option<FlowState>,
        /// Whether a warning begins or ends: `ACTIVATED` or `DEACTIVATED`.
        alert_state: Option<Text>,
        /// Where the warning begins, in the unit of what is measured.
        threshold: Option<Number>,
        /// How many of a hundred requests or screens failed; may be a fraction.
        error_rate: Option<Number>,
        /// What failed, and how often.
        errors: Option<Vec<FlowError>>,
        /// Within how many milliseconds half of the requests were answered.
        p50_latency: Option<Number>,
        /// Within how many milliseconds nine of ten requests were answered.
        p90_latency: Option<Number>,
        /// How many requests were measured.
        requests_count: Option<Number>,
        /// How many of a hundred requests were answered at all; may be a fraction.
        availability: Option<Number>,
    }
}

object! {
    /// What fails in a flow. Unlike an [`Error`](super::Error).
    pub struct FlowError {
        /// What it is, such as `TIMEOUT` or `INVALID_SCREEN_TRANSITION`.
        error_type: Option<Text>,
        /// How many of a hundred; may be a fraction.
        error_rate: Option<Number>,
        /// How many.
        error_count: Option<Number>,
    }
}

open_enum! {
    /// What happened to a flow.
    pub enum FlowEvent {
        /// It changed its state.
        "FLOW_STATUS_CHANGE" as StatusChange,
        /// Screens fail on the phones.
        "CLIENT_ERROR_RATE" as ClientErrorRate,
        /// The server of the business answers with errors.
        "ENDPOINT_ERROR_RATE" as EndpointErrorRate,
        /// The server of the business is slow.
        "ENDPOINT_LATENCY" as EndpointLatency,
        /// The server of the business does not answer.
        "ENDPOINT_AVAILABILITY" as EndpointAvailability,
        /// The version of the flow will not be supported much longer.
        "FLOW_VERSION_EXPIRY_WARNING" as VersionExpiryWarning,
    }
}

open_enum! {
    /// State of a flow.
    pub enum FlowState {
        /// It is being made.
        "DRAFT" as Draft,
        /// It can be sent.
        "PUBLISHED" as Published,
        /// It can be used where it was sent, but not be sent.
        "DEPRECATED" as Deprecated,
        /// It does not work well: it can neither be sent nor used.
        "BLOCKED" as Blocked,
        /// It does not work well: few messages with it can be sent.
        "THROTTLED" as Throttled,
    }
}
