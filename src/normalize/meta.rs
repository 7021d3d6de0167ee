//! Maps bodies in Meta's own envelope to the domain model.

use super::whatsapp::{Body, Pending, has_changes};
use crate::{Provider, meta::Webhook, whatsapp::Batch, wire::Json};

pub(super) fn batch(webhook: Webhook) -> Pending {
    let body = Body::new(Provider::Meta);
    let has_events = match &webhook {
        Webhook::Envelope(envelope) => {
            envelope.other_product().is_none() && has_changes(envelope.entry.as_deref())
        }
        Webhook::Entry(entry) => has_changes(Some(std::slice::from_ref(entry))),
        Webhook::Change(change) => change.value.is_some() || change.field.is_some(),
        // A value with neither a field name nor a known list is an unknown body.
        Webhook::Value(flat) => {
            let has_lists = |value| Batch::of(None, value).has_events();
            flat.field().is_some() || flat.update.lists().is_none_or(has_lists)
        }
    };
    if !has_events {
        return Pending::from(Body { whole: Json::of(&webhook), ..body });
    }
    match webhook {
        Webhook::Envelope(envelope) => Pending::from(Body { entries: envelope.entry, ..body }),
        Webhook::Entry(entry) => Pending::of_entry(body, entry),
        Webhook::Change(change) => Pending::of_change(body, change),
        Webhook::Value(flat) => Pending::of_value(body, flat.update),
    }
}
