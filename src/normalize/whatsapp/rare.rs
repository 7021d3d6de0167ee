//! Elements that few bodies contain.

use super::{Person, elements::Origin};
use crate::{
    whatsapp::{
        AutomaticEvent, Call, Contact, Error, Group, History, Message, People as Contacts,
        StateSync, TrackingEvent, Update, UserAction, UserIdUpdate, UserPreference, Value,
    },
    wire::{E164, Extra, Json, Wire},
};

/// An element of a list, or a part of a value that is not in a list.
#[derive(Debug, Clone)]
pub(super) enum Rare {
    /// With its index and its errors.
    Call(usize, Box<Call>, Option<Person>, Vec<Error>),
    /// With its index.
    Preference(usize, Box<UserPreference>, Option<Person>),
    /// A message from a history, with the pointer to its time.
    Past(String, Box<Message>, Person),
    /// With its index, like the variants below.
    Contact(usize, Box<StateSync>),
    UserId(usize, Box<UserIdUpdate>, Option<Person>),
    Automatic(usize, Box<AutomaticEvent>),
    Tracking(usize, Box<TrackingEvent>),
    Action(usize, Box<UserAction>),
    Group(usize, Box<Group>),
    /// Errors of the account.
    Trouble(Vec<Error>),
    /// An update without lists.
    Update(Box<Update>),
    Unknown(Option<Json>),
}

/// Adds the messages of histories to the rest.
fn past(origin: &Origin, histories: Option<Vec<History>>, rest: &mut Vec<Rare>) {
    for (piece, history) in histories.into_iter().flatten().enumerate() {
        for (thread, chat) in history.threads.into_iter().flatten().enumerate() {
            let person = Person::of_thread(chat.id, chat.context).shared();
            for (at, message) in chat.messages.into_iter().flatten().enumerate() {
                let value = origin.change.path.value();
                let list = format!("/history/{piece}/threads/{thread}/messages");
                let pointer = format!("{value}{list}/{at}/timestamp");
                rest.push(Rare::Past(pointer, Box::new(message), person.clone()));
            }
        }
        if history.errors.is_some() {
            let why = History { errors: history.errors, ..History::empty() };
            rest.extend(Json::of(&why).map(Some).map(Rare::Unknown));
        }
    }
}

/// Returns whether a value contains elements that few values have.
pub(super) fn has_more(value: &Value) -> bool {
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
pub(super) fn rare(
    origin: &Origin,
    value: &mut Value,
    contacts: &[Contact],
    line: Option<E164>,
    listed: usize,
) -> Vec<Rare> {
    let mut rest = Vec::new();
    let calls = value.calls.take().unwrap_or_default();
    // With several calls, it is not known which one the errors belong to.
    let errors = value.errors.take_if(|_| calls.len() == 1).unwrap_or_default();
    let preferences = value.user_preferences.take().unwrap_or_default();
    let known = Contacts::new(contacts, line, listed + calls.len() + preferences.len() == 1);
    let person = |at: Option<usize>| Some(Person::from(contacts[at?].clone()));
    rest.extend(calls.into_iter().enumerate().map(|(at, call)| {
        let person = person(known.of_call(&call));
        Rare::Call(at, Box::new(call), person, errors.clone())
    }));
    rest.extend(preferences.into_iter().enumerate().map(|(at, preference)| {
        let person = person(known.of_preference(&preference));
        Rare::Preference(at, Box::new(preference), person)
    }));
    past(origin, value.history.take(), &mut rest);
    let syncs = value.state_sync.take().into_iter().flatten().enumerate();
    rest.extend(syncs.map(|(at, sync)| Rare::Contact(at, Box::new(sync))));
    let ids = value.user_id_update.take().unwrap_or_default();
    let known = Contacts::new(contacts, line, ids.len() == 1);
    rest.extend(ids.into_iter().enumerate().map(|(at, update)| {
        let person = person(known.of_user_id(&update));
        Rare::UserId(at, Box::new(update), person)
    }));
    let automatic = value.automatic_events.take().into_iter().flatten().enumerate();
    rest.extend(automatic.map(|(at, event)| Rare::Automatic(at, Box::new(event))));
    let tracking = value.tracking_events.take().into_iter().flatten().enumerate();
    rest.extend(tracking.map(|(at, event)| Rare::Tracking(at, Box::new(event))));
    let actions = value.user_actions.take().into_iter().flatten().enumerate();
    rest.extend(actions.map(|(at, action)| Rare::Action(at, Box::new(action))));
    let groups = value.groups.take().into_iter().flatten().enumerate();
    rest.extend(groups.map(|(at, group)| Rare::Group(at, Box::new(group))));
    let trouble = value.errors.take().filter(|errors| !errors.is_empty());
    rest.extend(trouble.map(Rare::Trouble));
    rest.extend(left(value).map(Some).map(Rare::Unknown));
    rest
}

/// Returns the lists that this version does not know, so that they are not lost beside known
/// elements.
fn left(value: &Value) -> Option<Json> {
    let mut extra = Extra::default();
    for (key, json) in value.extra.iter() {
        let mut start = json.get().bytes().filter(|byte| !byte.is_ascii_whitespace());
        if start.next() == Some(b'[') && start.next() == Some(b'{') {
            extra.push(key, json.clone());
        }
    }
    if extra.is_empty() { None } else { Json::of(&Value { extra, ..Value::empty() }) }
}
