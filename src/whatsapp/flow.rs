use super::FlowId;
use crate::wire::{Number, Text, object, open_enum};

object! {
    /// A status change of a flow, which is an interactive form, or an alert about its performance.
    /// Which members are present depends on the event.
    pub struct Flow {
        /// The event that happened to the flow.
        event: Option<FlowEvent>,
        /// The description of the event as a sentence. Absent from some events.
        message: Option<Text>,
        /// A warning about a future problem, such as a version that will expire.
        warning: Option<Text>,
        /// The ID of the flow.
        flow_id: Option<FlowId>,
        /// The status of the flow before the change. Absent when the flow was created, and from
        /// test deliveries.
        old_status: Option<FlowState>,
        /// The status of the flow after the change, sent with `FLOW_STATUS_CHANGE`. Absent from
        /// test deliveries.
        new_status: Option<FlowState>,
        /// Whether an alert begins or ends: `ACTIVATED` or `DEACTIVATED`.
        alert_state: Option<Text>,
        /// The value at which the alert begins, in the unit of what is measured.
        threshold: Option<Number>,
        /// The percentage of requests or screens that failed. May be a fraction.
        error_rate: Option<Number>,
        /// The errors that occurred, with their frequency.
        errors: Option<Vec<FlowError>>,
        /// The median response time of the endpoint, in milliseconds.
        p50_latency: Option<Number>,
        /// The 90th percentile of the response time of the endpoint, in milliseconds.
        p90_latency: Option<Number>,
        /// The number of requests that were measured.
        requests_count: Option<Number>,
        /// The percentage of requests that were answered at all. May be a fraction.
        availability: Option<Number>,
    }
}

object! {
    /// A type of error in a flow, with its frequency. It has a different form than
    /// [`Error`](super::Error).
    pub struct FlowError {
        /// The type of the error, such as `TIMEOUT` or `INVALID_SCREEN_TRANSITION`.
        error_type: Option<Text>,
        /// The percentage of errors of this type. May be a fraction.
        error_rate: Option<Number>,
        /// The number of errors of this type.
        error_count: Option<Number>,
    }
}

open_enum! {
    /// The kind of event that happened to a flow.
    pub enum FlowEvent {
        /// The status of the flow changed.
        "FLOW_STATUS_CHANGE" as StatusChange,
        /// The error rate of the flow's screens on the customers' phones crossed a threshold.
        "CLIENT_ERROR_RATE" as ClientErrorRate,
        /// The rate of error responses from the business's endpoint crossed a threshold.
        "ENDPOINT_ERROR_RATE" as EndpointErrorRate,
        /// The response time of the business's endpoint crossed a threshold.
        "ENDPOINT_LATENCY" as EndpointLatency,
        /// The availability of the business's endpoint crossed a threshold.
        "ENDPOINT_AVAILABILITY" as EndpointAvailability,
        /// The version of the flow will soon no longer be supported.
        "FLOW_VERSION_EXPIRY_WARNING" as VersionExpiryWarning,
    }
}

open_enum! {
    /// The status of a flow.
    pub enum FlowState {
        /// The flow is being edited and is not yet published.
        "DRAFT" as Draft,
        /// The flow can be sent and used.
        "PUBLISHED" as Published,
        /// The flow can no longer be sent, but can still be used where it was sent.
        "DEPRECATED" as Deprecated,
        /// The flow performs badly and can be neither sent nor used.
        "BLOCKED" as Blocked,
        /// The flow performs badly, and only a few messages with it can be sent.
        "THROTTLED" as Throttled,
    }
}
