//! Maps calls.

use super::{
    Details, Envelope, Ids, Person, errors,
    person::{business_scoped, contact},
};
use crate::{
    normalize::{
        Actor, Address, Call, CallStatus, Direction, Event, Kind, event_time::plausible, id::id,
        non_empty,
    },
    whatsapp::{self, Error, UserId},
    wire::{E164, Json, WaId, Wire},
};

/// Maps a change of a call's status, or more details of a call.
pub(crate) fn call(
    envelope: Envelope<'_>,
    body: whatsapp::Call,
    person: Option<Person>,
    failure: Vec<Error>,
    business_number: Option<E164>,
) -> Event {
    let is_business = |number: &Option<WaId>| {
        business_number.is_some() && number.as_ref().and_then(WaId::e164) == business_number
    };
    let direction = body.direction.as_deref().map(direction);
    // One sample has the two numbers swapped.
    let is_to_customer = match (is_business(&body.from), is_business(&body.to)) {
        (true, false) => true,
        (false, true) => false,
        _ if body.from.is_none() && body.from_user_id.is_none() => true,
        _ => direction == Some(Direction::Outbound),
    };
    let customer = Ids {
        number: if is_to_customer { body.to.clone() } else { body.from.clone() },
        user: body.from_user_id.clone().or_else(|| body.to_user_id.clone()),
        parent: body.from_parent_user_id.or(body.to_parent_user_id),
    };
    let address = |number: Option<WaId>, user: Option<UserId>| {
        let number = number.map(Address::from).and_then(Address::present);
        number.or_else(|| user.and_then(business_scoped))
    };
    let recording_url =
        body.call_recording.as_ref().and_then(|file| non_empty(file.audio.as_ref()?.url.clone()));
    let more = whatsapp::Call {
        event: body.event.clone().filter(|_| body.status.is_some()),
        status: body.status.clone(),
        deeplink_payload: body.deeplink_payload,
        cta_payload: body.cta_payload,
        call_recording: body.call_recording,
        call_transcript: body.call_transcript,
        ..whatsapp::Call::empty()
    };
    let call = Call {
        external_id: id(body.id.or(body.wacid)),
        status: status(body.event.as_deref(), body.status.as_deref()),
        from: address(body.from, body.from_user_id),
        to: address(body.to, body.to_user_id),
        started_at: body.start_time.as_ref().and_then(plausible),
        ended_at: body.end_time.as_ref().and_then(plausible),
        duration: body.duration,
        recording_url,
        errors: errors(Some(failure)),
        callback_data: non_empty(body.biz_opaque_callback_data.map(|data| data.0.into())),
        data: if more == whatsapp::Call::empty() { None } else { Json::of(&more) },
        direction,
        ..Call::default()
    };
    let details = Details {
        contact: contact(person.unwrap_or_default(), customer),
        actor: Actor::System,
        extra: body.extra,
        ..Details::default()
    };
    let time = body.timestamp.as_ref();
    envelope.event("calls", time, Kind::CallStatusChanged(Box::new(call)), details)
}

fn direction(value: &str) -> Direction {
    match &*value.to_ascii_uppercase() {
        "USER_INITIATED" | "INBOUND" => Direction::Inbound,
        "BUSINESS_INITIATED" | "OUTBOUND" => Direction::Outbound,
        _ => value.into(),
    }
}

/// Maps the status of a call; an event that is not a step of the call keeps its name.
fn status(event: Option<&str>, result: Option<&str>) -> Option<CallStatus> {
    let is = |value: &str, expected: &str| value.eq_ignore_ascii_case(expected);
    match (event?, result) {
        (event, _) if is(event, "connect") || is(event, "CALL_CONNECT") => {
            Some(CallStatus::Connected)
        }
        (event, Some(result)) if is(event, "terminate") && is(result, "FAILED") => {
            Some(CallStatus::Failed)
        }
        (event, _) if is(event, "terminate") => Some(CallStatus::Ended),
        (event, _) => Some(event.into()),
    }
}
