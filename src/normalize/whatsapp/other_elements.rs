//! Elements that few bodies contain.

use super::{Person, elements::Origin};
use crate::{
    whatsapp::{
        AutomaticEvent, Call, Contact, ContactIndex, Error, Group, History, Message, StateSync,
        TrackingEvent, Update, UserAction, UserIdUpdate, UserPreference, Value,
    },
    wire::{E164, Extra, Json, Wire},
};

/// An element of a list, or a part of a value that is not in a list.
#[derive(Debug, Clone)]
pub(super) enum OtherElement {
    /// With its index and its errors.
    Call(usize, Box<Call>, Option<Person>, Vec<Error>),
    /// With its index.
    Preference(usize, Box<UserPreference>, Option<Person>),
    /// A message from a history, with the pointer to its time.
    HistoryMessage(String, Box<Message>, Person),
    /// With its index, like the variants below.
    Contact(usize, Box<StateSync>),
    UserId(usize, Box<UserIdUpdate>, Option<Person>),
    Automatic(usize, Box<AutomaticEvent>),
    Tracking(usize, Box<TrackingEvent>),
    Action(usize, Box<UserAction>),
    Group(usize, Box<Group>),
    /// Errors of the account.
    AccountErrors(Vec<Error>),
    /// An update without lists.
    Update(Box<Update>),
    Unknown(Option<Json>),
}

/// Adds the messages of histories to the rest.
fn push_history(origin: &Origin, histories: Option<Vec<History>>, others: &mut Vec<OtherElement>) {
    for (piece, history) in histories.into_iter().flatten().enumerate() {
        for (thread, chat) in history.threads.into_iter().flatten().enumerate() {
            let person = Person::of_thread(chat.id, chat.context).shared();
            for (at, message) in chat.messages.into_iter().flatten().enumerate() {
                let value = origin.change.path.value();
                let list = format!("/history/{piece}/threads/{thread}/messages");
                let pointer = format!("{value}{list}/{at}/timestamp");
                others.push(OtherElement::HistoryMessage(
                    pointer,
                    Box::new(message),
                    person.clone(),
                ));
            }
        }
        if history.errors.is_some() {
            let errors = History { errors: history.errors, ..History::empty() };
            others.extend(Json::of(&errors).map(Some).map(OtherElement::Unknown));
        }
    }
}

/// Returns whether a value contains elements that few values have.
pub(super) fn has_other_elements(value: &Value) -> bool {
    value.calls.is_some()
        || value.user_preferences.is_some()
        || value.history.is_some()
        || value.conversation_context.is_some()
        || value.errors.is_some()
        || value.user_actions.is_some()
        || value.state_sync.is_some()
        || value.user_id_update.is_some()
        || value.automatic_events.is_some()
        || value.tracking_events.is_some()
        || value.groups.is_some()
        || !value.extra.is_empty()
}

/// Takes the elements that few values have.
pub(super) fn take_other_elements(
    origin: &Origin,
    value: &mut Value,
    contacts: &[Contact],
    business_number: Option<E164>,
    listed: usize,
) -> Vec<OtherElement> {
    let mut others = Vec::new();
    let calls = value.calls.take().unwrap_or_default();
    // With several calls, it is not known which one the errors belong to.
    let errors = value.errors.take_if(|_| calls.len() == 1).unwrap_or_default();
    let preferences = value.user_preferences.take().unwrap_or_default();
    let known =
        ContactIndex::new(contacts, business_number, listed + calls.len() + preferences.len() == 1);
    let person = |at: Option<usize>| Some(Person::from(contacts[at?].clone()));
    others.extend(calls.into_iter().enumerate().map(|(at, call)| {
        let person = person(known.of_call(&call));
        OtherElement::Call(at, Box::new(call), person, errors.clone())
    }));
    others.extend(preferences.into_iter().enumerate().map(|(at, preference)| {
        let person = person(known.of_preference(&preference));
        OtherElement::Preference(at, Box::new(preference), person)
    }));
    push_history(origin, value.history.take(), &mut others);
    let syncs = value.state_sync.take().into_iter().flatten().enumerate();
    others.extend(syncs.map(|(at, sync)| OtherElement::Contact(at, Box::new(sync))));
    let ids = value.user_id_update.take().unwrap_or_default();
    let known = ContactIndex::new(contacts, business_number, ids.len() == 1);
    others.extend(ids.into_iter().enumerate().map(|(at, update)| {
        let person = person(known.of_user_id(&update));
        OtherElement::UserId(at, Box::new(update), person)
    }));
    let automatic = value.automatic_events.take().into_iter().flatten().enumerate();
    others.extend(automatic.map(|(at, event)| OtherElement::Automatic(at, Box::new(event))));
    let tracking = value.tracking_events.take().into_iter().flatten().enumerate();
    others.extend(tracking.map(|(at, event)| OtherElement::Tracking(at, Box::new(event))));
    let actions = value.user_actions.take().into_iter().flatten().enumerate();
    others.extend(actions.map(|(at, action)| OtherElement::Action(at, Box::new(action))));
    let groups = value.groups.take().into_iter().flatten().enumerate();
    others.extend(groups.map(|(at, group)| OtherElement::Group(at, Box::new(group))));
    let account_errors = value.errors.take().filter(|errors| !errors.is_empty());
    others.extend(account_errors.map(OtherElement::AccountErrors));
    others.extend(unmodeled_lists(value).map(Some).map(OtherElement::Unknown));
    others
}

/// Returns the lists that this version does not know, so that they are not lost beside known
/// elements.
fn unmodeled_lists(value: &Value) -> Option<Json> {
    let mut extra = Extra::default();
    for (key, json) in value.extra.iter() {
        let mut start = json.get().bytes().filter(|byte| !byte.is_ascii_whitespace());
        if start.next() == Some(b'[') && start.next() == Some(b'{') {
            extra.push(key, json.clone());
        }
    }
    if extra.is_empty() { None } else { Json::of(&Value { extra, ..Value::empty() }) }
}
