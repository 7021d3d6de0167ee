//! Maps contacts of the phone app, and changed IDs of customers.

use super::{
    Details, Envelope, Ids, Person,
    person::{business_scoped, contact},
    unknown,
};
use crate::{
    normalize::{Actor, Event, FieldChange, Kind, non_empty},
    whatsapp::{AppContact, ChangedId, StateSync, SyncAction, UserIdUpdate},
    wire::{Json, Wire},
};

/// Maps a contact of the phone app that was added, edited or removed.
pub(crate) fn app_contact(envelope: Envelope<'_>, mut body: StateSync) -> Event {
    if body.kind.as_deref().is_some_and(|kind| kind != "contact") {
        return unknown(envelope, Json::of(&body));
    }
    let kind = match body.action.take() {
        // The same value is sent for a contact that was edited.
        Some(SyncAction::Add) | None => Kind::ContactUpdated(Vec::new()),
        Some(SyncAction::Remove) => Kind::ContactDeleted,
        Some(SyncAction::Unknown(value)) => {
            let change = FieldChange::new("action", None, Json::of(&value.as_str()));
            Kind::ContactUpdated(vec![change])
        }
    };
    let mut details = Details { extra: body.extra, ..Details::default() };
    if let Some(entry) = body.contact {
        let person = Ids { number: None, user: entry.user_id, parent: entry.parent_user_id };
        let person = Person::without_name(entry.username, entry.country_code, person);
        let own = Ids { number: entry.phone_number, ..Ids::default() };
        let (full, first) = (non_empty(entry.full_name), non_empty(entry.first_name));
        let mut known = contact(person, own).unwrap_or_default();
        known.additional_attributes = first.clone().filter(|_| full.is_some()).and_then(|name| {
            Json::of(&AppContact { first_name: Some(name), ..AppContact::empty() })
        });
        known.display_name = full.or(first);
        details.contact = known.present();
    }
    let time = body.metadata.and_then(|metadata| metadata.timestamp);
    envelope.event("smb_app_state_sync", time.as_ref(), kind, details)
}

/// Maps a change of a customer's IDs.
pub(crate) fn user_id(envelope: Envelope<'_>, body: UserIdUpdate, person: Option<Person>) -> Event {
    let split = |id: Option<ChangedId>| id.map_or((None, None), |id| (id.previous, id.current));
    let (previous, user) = split(body.user_id);
    let (previous_parent, parent) = split(body.parent_user_id);
    let mut contact = contact(person.unwrap_or_default(), Ids { number: body.wa_id, user, parent });
    let previous: Vec<_> =
        [previous, previous_parent].into_iter().flatten().filter_map(business_scoped).collect();
    if !previous.is_empty() {
        let contact = contact.get_or_insert_default();
        // The list of contacts may contain the former IDs.
        contact.addresses.retain(|address| !previous.contains(address));
        contact.previous = previous;
    }
    let details =
        Details { contact, actor: Actor::System, extra: body.extra, ..Details::default() };
    let time = body.timestamp.as_ref();
    envelope.event("user_id_update", time, Kind::ContactUpdated(Vec::new()), details)
}
