//! Maps preferences of customers, errors of accounts, and unknown changes.

use std::borrow::Cow;

use super::{Details, Envelope, Ids, Person, errors, person::contact};
use crate::{
    normalize::{AccountChange, Actor, Consent, ConsentState, Event, Kind, Text, non_empty},
    whatsapp::{Error, Preference, UserPreference},
    wire::Json,
};

/// Maps a customer's choice to receive no more messages, or to receive them again.
pub(crate) fn preference(
    envelope: Envelope<'_>,
    body: UserPreference,
    person: Option<Person>,
) -> Event {
    let state = match body.value {
        Some(Preference::Stop) => ConsentState::OptedOut,
        Some(Preference::Resume | Preference::Signup) => ConsentState::OptedIn,
        Some(Preference::Unknown(value)) => value.as_str().into(),
        None => "".into(),
    };
    let consent = Consent {
        category: non_empty_cow(body.category),
        source: non_empty_cow(body.detail),
        ..Consent::new(state)
    };
    let own = Ids { number: body.wa_id, user: body.user_id, parent: body.parent_user_id };
    let details = Details {
        contact: contact(person.unwrap_or_default(), own),
        actor: Actor::Contact,
        extra: body.extra,
        ..Details::default()
    };
    let time = body.timestamp.as_ref();
    envelope.event("user_preferences", time, Kind::ConsentChanged(consent), details)
}

/// Maps errors of the account, the app or the system.
pub(crate) fn account_errors(envelope: Envelope<'_>, failure: Vec<Error>) -> Event {
    let change = AccountChange { errors: errors(Some(failure)), ..AccountChange::default() };
    let details = Details { actor: Actor::System, ..Details::default() };
    envelope.event("errors", None, Kind::AccountStatusChanged(Box::new(change)), details)
}

/// Maps a change that this version does not know.
pub(crate) fn unknown(envelope: Envelope<'_>, body: Option<Json>) -> Event {
    let field = envelope.change.field.clone();
    let event = envelope.event("other", None, Kind::Unknown(body), Details::default());
    Event { provider_event: field.unwrap_or(event.provider_event), ..event }
}

/// Returns a value of the platform, unless it is empty.
pub(super) fn non_empty_cow(text: Option<Text>) -> Option<Cow<'static, str>> {
    non_empty(text).map(|text| String::from(text).into())
}
