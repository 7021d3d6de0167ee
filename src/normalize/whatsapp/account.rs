//! What customers want to get, what Meta decides, and what nobody knows.

use std::borrow::Cow;

use super::{About, Envelope, Ids, Person, person::contact};
use crate::{
    normalize::{Actor, Consent, ConsentState, Event, Kind, Template, Text, id::id, some},
    whatsapp::{Preference, UserPreference, Value},
    wire::{Extra, Json, Wire},
};

/// A customer wants no more messages, or wants them again.
pub(crate) fn preference(
    envelope: Envelope<'_>,
    body: UserPreference,
    person: Option<Person>,
) -> Event {
    let state = match body.value {
        Some(Preference::Stop) => ConsentState::OptedOut,
        Some(Preference::Resume | Preference::Signup) => ConsentState::OptedIn,
        Some(Preference::Unknown(word)) => word.as_str().into(),
        None => "".into(),
    };
    let consent =
        Consent { category: word(body.category), source: word(body.detail), ..Consent::new(state) };
    let own = Ids { number: body.wa_id, user: body.user_id, parent: body.parent_user_id };
    let about = About {
        contact: contact(person.unwrap_or_default(), own),
        actor: Actor::Contact,
        extra: body.extra,
        ..About::default()
    };
    let time = body.timestamp.as_ref();
    envelope.event("user_preferences", time, Kind::ConsentChanged(consent), about)
}

/// Takes out what Meta decided about a template.
pub(crate) fn template(body: &mut Value) -> Box<Template> {
    let details = Value {
        disable_info: body.disable_info.take(),
        other_info: body.other_info.take(),
        rejection_info: body.rejection_info.take(),
        ..Value::empty()
    };
    Box::new(Template {
        id: id(body.message_template_id.take()),
        name: some(body.message_template_name.take()),
        language: some(body.message_template_language.take()),
        category: word(body.message_template_category.take()),
        status: some(body.event.take()).map(|event| event.to_ascii_lowercase().into()),
        reason: some(body.reason.take()).filter(|reason| *reason != "NONE"),
        details: if details == Value::empty() { None } else { Json::of(&details) },
        ..Template::default()
    })
}

/// Meta decided about a template.
pub(crate) fn decision(envelope: Envelope<'_>, template: Box<Template>, extra: Extra) -> Event {
    let kind = Kind::TemplateStatusChanged(template);
    let about = About { actor: Actor::System, extra, ..About::default() };
    envelope.event("other", None, kind, about)
}

/// Something that this version does not know.
pub(crate) fn unknown(envelope: Envelope<'_>, body: Json) -> Event {
    let field = envelope.change.field.clone().map(Cow::from);
    let event = envelope.event("other", None, Kind::Unknown(Some(body)), About::default());
    Event { provider_event: field.unwrap_or(event.provider_event), ..event }
}

fn word(text: Option<Text>) -> Option<Cow<'static, str>> {
    some(text).map(|text| String::from(text).into())
}
