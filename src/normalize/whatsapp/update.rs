//! What has no lists: templates, accounts, lines and the like.

use super::{About, Envelope, handover, unknown};
use crate::{
    normalize::{Actor, Event, Kind, Template, id::id, some},
    whatsapp::{TemplateUpdate, Update},
    wire::Json,
};

pub(crate) fn update(envelope: Envelope<'_>, update: Update) -> Event {
    match update {
        Update::Handover(body) => handover(envelope, *body),
        Update::TemplateStatus(body) => template(envelope, *body),
        other => unknown(envelope, Json::of(&other)),
    }
}

/// Meta decided about a template.
fn template(envelope: Envelope<'_>, mut body: TemplateUpdate) -> Event {
    let _ = &mut body;
    let kind = Kind::TemplateStatusChanged(Box::new(Template {
        id: id(body.message_template_id),
        name: some(body.message_template_name),
        language: some(body.message_template_language),
        status: some(body.event).map(|event| event.to_ascii_lowercase().into()),
        ..Template::default()
    }));
    let about = About { actor: Actor::System, extra: body.extra, ..About::default() };
    envelope.event("other", None, kind, about)
}
