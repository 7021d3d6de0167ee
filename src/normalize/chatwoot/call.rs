//! Maps Chatwoot's phone calls, which a message describes in two members.

use std::borrow::Cow;

use crate::{
    chatwoot::{self, CallDirection, CallStatus, ContentData},
    normalize::{
        self, Address, Agent, AgentKind, Call, Direction, event_time::plausible, id, non_empty,
    },
    wire::Phone,
};

/// Maps the call of a message, from the copy in its conversation and from the attributes of the
/// message.
pub(super) fn call(copy: Option<chatwoot::Call>, data: Option<Box<ContentData>>) -> Call {
    let address = |number: Option<Phone>| number.map(Address::from).and_then(Address::present);
    let mut call = match copy {
        Some(copy) => Call {
            id: id(copy.id),
            external_id: id(copy.provider_call_id),
            carrier: copy.provider.map(Cow::<str>::from),
            direction: copy.direction.map(direction),
            status: copy.status.map(status),
            from: address(copy.from_number),
            to: address(copy.to_number),
            agent: agent(id(copy.accepted_by_agent_id), non_empty(copy.accepted_by_agent_name)),
            started_at: copy.started_at.as_ref().and_then(plausible),
            ended_at: copy.ended_at.as_ref().and_then(plausible),
            duration: copy.duration_seconds,
            end_reason: non_empty(copy.end_reason),
            recording_url: non_empty(copy.recording_url),
            transcript: non_empty(copy.transcript),
            ..Call::default()
        },
        None => Call::default(),
    };
    if let Some(data) = data {
        call.id = call.id.or(id(data.call_id));
        call.external_id = call.external_id.or(id(data.call_sid));
        call.carrier =
            call.carrier.or(non_empty(data.call_source).map(|text| String::from(text).into()));
        call.direction = call.direction.or(data.call_direction.map(direction));
        call.status = call.status.or(data.status.map(status));
        let accepted_by =
            data.accepted_by.and_then(|party| agent(id(party.id), non_empty(party.name)));
        call.agent = call.agent.or(accepted_by);
        call.duration = call.duration.or(data.duration_seconds);
    }
    call
}

fn agent(id: Option<normalize::Id>, name: Option<normalize::Text>) -> Option<Agent> {
    let agent = Agent { name, ..Agent::new(AgentKind::User, id) };
    (agent.id.is_some() || agent.name.is_some()).then_some(agent)
}

fn direction(direction: CallDirection) -> Direction {
    match direction {
        CallDirection::Incoming | CallDirection::Inbound => Direction::Inbound,
        CallDirection::Outgoing | CallDirection::Outbound => Direction::Outbound,
        CallDirection::Unknown(text) => text.as_str().into(),
    }
}

fn status(status: CallStatus) -> normalize::CallStatus {
    match status {
        CallStatus::Ringing => normalize::CallStatus::Ringing,
        CallStatus::InProgress => normalize::CallStatus::Connected,
        CallStatus::Completed => normalize::CallStatus::Ended,
        CallStatus::NoAnswer => normalize::CallStatus::Missed,
        CallStatus::Failed => normalize::CallStatus::Failed,
        CallStatus::Unknown(text) => text.as_str().into(),
    }
}
