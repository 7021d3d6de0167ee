//! Maps handovers of conversations between apps.

use super::{Details, Envelope, Ids, Person, person::contact};
use crate::{
    normalize::{
        Actor, Address, Agent, AgentKind, Assignment, Conversation, Event, Id, Kind, Text, id::id,
        non_empty,
    },
    whatsapp::{self, Control},
    wire::{self, Wire},
};

/// Maps a handover of a conversation.
pub(crate) fn handover(mut envelope: Envelope<'_>, body: whatsapp::Handover) -> Event {
    if let Some(business) = body.recipient {
        let inbox = envelope.inbox.get_or_insert_default();
        inbox.id = id(business.phone_number_id);
        inbox.address = business.display_phone_number.map(Address::from).and_then(Address::present);
    }
    let default_source = match (&body.control_passed, &body.control_taken) {
        (Some(_), _) => Some("control_passed"),
        (None, Some(_)) => Some("control_taken"),
        (None, None) => None,
    };
    let source = non_empty(body.kind).map(|kind| String::from(kind).into());
    let control = body.control_passed.or(body.control_taken);
    let control = control.map_or_else(Control::empty, |control| *control);
    let previous = agent(control.previous_owner_role, control.previous_owner_app_id);
    let role = non_empty(control.previous_owner_app_role);
    let from = match (previous, role) {
        (from, None) => from,
        (from, name) => Some(Agent { name, ..from.unwrap_or_default() }),
    };
    let assignment = Assignment {
        assigned: Some(true),
        to: agent(control.new_owner_role, control.new_owner_app_id).into_iter().collect(),
        from,
        source: source.or(default_source.map(Into::into)),
        note: non_empty(control.metadata),
        ..Assignment::default()
    };
    let summary = control.conversation_context.and_then(|context| non_empty(context.summary?.text));
    let thread = summary.map(|summary| {
        Box::new(Conversation { summary: Some(summary), ..Conversation::default() })
    });
    let number = body.sender.and_then(|sender| sender.phone_number);
    let details = Details {
        contact: contact(Person::default().or_number(number), Ids::default()),
        thread,
        actor: Actor::Unknown,
        extra: body.extra,
    };
    let time = body.timestamp.as_ref();
    let kind = Kind::ConversationAssigned(Box::new(assignment));
    envelope.event("messaging_handovers", time, kind, details)
}

/// Returns an app of the business by its role and ID.
fn agent(role: Option<Text>, own: Option<wire::RawId>) -> Option<Agent> {
    let kind = non_empty(role).map(|role| AgentKind::from(&*role));
    let own: Option<Id> = id(own);
    (kind.is_some() || own.is_some()).then(|| Agent { kind, id: own, ..Agent::default() })
}
