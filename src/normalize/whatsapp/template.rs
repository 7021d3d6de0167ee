//! Maps changes of templates.

use super::{Details, Envelope, account::non_empty_cow};
use crate::{
    normalize::{Actor, Event, Kind, Template, id::id, non_empty},
    whatsapp::TemplateUpdate,
    wire::{Json, Wire},
};

/// Maps a change of a template's status or, without an `event`, of its category, quality or
/// components.
pub(super) fn template(envelope: Envelope<'_>, mut body: TemplateUpdate) -> Event {
    let details = TemplateUpdate {
        disable_info: body.disable_info.take(),
        other_info: body.other_info.take(),
        rejection_info: body.rejection_info.take(),
        previous_quality_score: body.previous_quality_score.take(),
        message_template_title: body.message_template_title.take(),
        message_template_element: body.message_template_element.take(),
        message_template_footer: body.message_template_footer.take(),
        message_template_buttons: body.message_template_buttons.take(),
        category_update_timestamp: body.category_update_timestamp.take(),
        ..TemplateUpdate::empty()
    };
    let mut categories =
        [body.new_category, body.message_template_category, body.category].into_iter();
    let kind = match body.event {
        Some(_) => Kind::TemplateStatusChanged,
        None => Kind::TemplateUpdated,
    };
    let template = Box::new(Template {
        id: id(body.message_template_id),
        name: non_empty(body.message_template_name),
        language: non_empty(body.message_template_language),
        category: categories.find_map(non_empty_cow),
        previous_category: non_empty_cow(body.previous_category),
        correct_category: non_empty_cow(body.correct_category),
        quality: body.new_quality_score.map(Into::into),
        status: body.event.map(|event| event.as_str().to_ascii_lowercase().into()),
        reason: non_empty(body.reason).filter(|reason| *reason != "NONE"),
        details: if details == TemplateUpdate::empty() { None } else { Json::of(&details) },
        ..Template::default()
    });
    let details = Details { actor: Actor::System, extra: body.extra, ..Details::default() };
    envelope.event("other", None, kind(template), details)
}
