//! Maps events of groups.

use super::{
    Details, Envelope, Ids, Person, account::non_empty_cow, error, errors, group, person::contact,
};
use crate::{
    normalize::{
        Actor, Contact, ConversationStatus, ConversationStatusChange, DeliveryError, Event,
        FieldChange, Kind, Members, Text, id::id, non_empty,
    },
    whatsapp::{Group, GroupEvent, GroupSetting, Participant},
    wire::{Json, Wire},
};

/// Maps an event of a group.
pub(crate) fn group_event(envelope: Envelope<'_>, mut body: Group) -> Event {
    let whole = Json::of(&body);
    let mut thread = id(body.group_id.take()).map(group);
    let subject = non_empty(body.subject.take()).or_else(|| renamed(&body));
    if let Some(name) = subject {
        let named = Contact { display_name: Some(name), ..Contact::default() };
        thread.get_or_insert_default().group = Some(Box::new(named));
    }
    let requester = requester(&mut body);
    let failure = errors(body.errors.clone());
    let event = body.kind.take().or_else(|| event_of(&body, requester.is_some()));
    let mut actor = Actor::Unknown;
    let kind = match event {
        Some(event @ (GroupEvent::Create | GroupEvent::Delete)) if !failure.is_empty() => {
            Kind::ConversationUpdated(vec![failed(&event, failure)])
        }
        Some(GroupEvent::Create) => Kind::ConversationCreated,
        Some(GroupEvent::Delete) => Kind::ConversationDeleted,
        Some(
            event @ (GroupEvent::Add
            | GroupEvent::AddOlder
            | GroupEvent::Remove
            | GroupEvent::RemoveOlder
            | GroupEvent::JoinRequestCreated
            | GroupEvent::JoinRequestRevoked),
        ) => {
            let mut members = members(&mut body, failure);
            match event {
                GroupEvent::JoinRequestCreated => members.requested.extend(requester.clone()),
                GroupEvent::JoinRequestRevoked => members.withdrawn.extend(requester.clone()),
                _ => {}
            }
            if requester.is_some() {
                actor = Actor::Contact;
            }
            Kind::ConversationMembersChanged(Box::new(members))
        }
        Some(GroupEvent::SettingsUpdate) => {
            let settings = [
                ("group_subject", body.group_subject.take()),
                ("group_description", body.group_description.take()),
                ("profile_picture", body.profile_picture.take()),
            ];
            let settings = settings.into_iter();
            let mut changes: Vec<_> =
                settings.filter_map(|(field, to)| Some(change(field, *to?))).collect();
            if !failure.is_empty() {
                changes.push(failed(&GroupEvent::SettingsUpdate, failure));
            }
            Kind::ConversationUpdated(changes)
        }
        Some(event @ (GroupEvent::Suspend | GroupEvent::SuspendCleared)) => {
            let (suspended, active) = (ConversationStatus::Suspended, ConversationStatus::Active);
            let change = match event {
                GroupEvent::Suspend => {
                    ConversationStatusChange { status: Some(suspended), previous: None }
                }
                _ => ConversationStatusChange { status: Some(active), previous: Some(suspended) },
            };
            thread.get_or_insert_default().status.clone_from(&change.status);
            Kind::ConversationStatusChanged(change)
        }
        Some(GroupEvent::Unknown(_)) | None => Kind::Unknown(whole),
    };
    if !matches!(kind, Kind::ConversationStatusChanged(_)) {
        body.errors = None;
    }
    let (time, extra) = (body.timestamp.take(), std::mem::take(&mut body.extra));
    // The remaining members have no field of their own.
    if !matches!(kind, Kind::Unknown(_)) && body != Group::empty() {
        thread.get_or_insert_default().additional_attributes = Json::of(&body);
    }
    let details = Details { contact: requester, thread, actor, extra };
    envelope.event("groups", time.as_ref(), kind, details)
}

/// Infers the type of an event from the members that are present.
fn event_of(body: &Group, has_requester: bool) -> Option<GroupEvent> {
    if body.added_participants.is_some() {
        Some(GroupEvent::Add)
    } else if body.removed_participants.is_some() || body.failed_participants.is_some() {
        Some(GroupEvent::Remove)
    } else if has_requester && body.join_request_id.is_some() {
        Some(GroupEvent::JoinRequestCreated)
    } else {
        let settings = [&body.group_subject, &body.group_description, &body.profile_picture];
        settings.iter().any(|to| to.is_some()).then_some(GroupEvent::SettingsUpdate)
    }
}

/// Returns the new name of the group, if the change succeeded.
fn renamed(body: &Group) -> Option<Text> {
    let to = body.group_subject.as_ref().filter(|to| to.update_successful != Some(false))?;
    non_empty(to.text.clone())
}

/// Returns the contact who asks to join.
fn requester(body: &mut Group) -> Option<Contact> {
    let ids = Ids {
        number: body.wa_id.take(),
        user: body.user_id.take(),
        parent: body.parent_user_id.take(),
    };
    contact(
        Person::without_name(body.username.take(), body.country_code.take(), ids),
        Ids::default(),
    )
}

fn members(body: &mut Group, failure: Vec<DeliveryError>) -> Members {
    let added = body.added_participants.take();
    let removed = body.removed_participants.take();
    let failed = body.failed_participants.take().unwrap_or_default();
    let causes = failed.iter().flat_map(|participant| participant.errors.iter().flatten());
    let causes: Vec<_> = causes.cloned().map(error).collect();
    let request_id = body.request_id.take().or_else(|| body.join_request_id.take());
    let contacts = |list: Vec<Participant>| list.into_iter().filter_map(participant).collect();
    Members {
        added: contacts(added.unwrap_or_default()),
        removed: contacts(removed.unwrap_or_default()),
        failed: contacts(failed),
        request_id: id(request_id),
        reason: non_empty_cow(body.reason.take()),
        initiated_by: non_empty_cow(body.initiated_by.take()),
        errors: failure.into_iter().chain(causes).collect(),
        ..Members::default()
    }
}

/// Maps a member of a group, or a contact who could not be added or removed, with the errors.
fn participant(body: Participant) -> Option<Contact> {
    let failure = Participant { errors: body.errors, extra: body.extra, ..Participant::empty() };
    let ids = Ids { number: body.wa_id, user: body.user_id, parent: body.parent_user_id };
    let person = Person::without_name(body.username, body.country_code, ids);
    let mut contact = contact(person, Ids { number: body.input, ..Ids::default() });
    if failure != Participant::empty() {
        contact.get_or_insert_default().additional_attributes = Json::of(&failure);
    }
    contact
}

/// Maps a setting that changed or was to change.
fn change(field: &str, to: GroupSetting) -> FieldChange {
    // Unmodeled members alone do not turn a string into an object.
    let current = if to.mime_type.is_none() && to.sha256.is_none() {
        to.text.as_ref().and_then(Json::of)
    } else {
        let (text, mime_type, sha256) = (to.text, to.mime_type, to.sha256);
        Json::of(&GroupSetting {
            text,
            mime_type,
            sha256,
            extra: to.extra,
            ..GroupSetting::empty()
        })
    };
    FieldChange {
        succeeded: to.update_successful,
        errors: errors(to.errors),
        ..FieldChange::new(field, None, current)
    }
}

/// Returns a change that failed.
fn failed(event: &GroupEvent, errors: Vec<DeliveryError>) -> FieldChange {
    FieldChange { succeeded: Some(false), errors, ..FieldChange::new(event.as_str(), None, None) }
}
