//! Meta's own envelope onto the domain model.

use super::whatsapp::{Batch, Body, Lists, has_changes};
use crate::{
    Provider,
    meta::Webhook,
    whatsapp::{Entry, Part, Value},
    wire::{Json, Wire},
};

pub(super) fn batch(webhook: Webhook) -> Batch {
    if webhook.other_product().is_some() {
        return Batch::from(Body { whole: Json::of(&webhook), ..Body::new(Provider::Meta) });
    }
    let is_bare = webhook.changes.is_some();
    let has_events = has_changes(webhook.entry.as_deref())
        || is_bare
        || Part::from(&webhook).name().is_some()
        || webhook.errors.is_some();
    let whole = if has_events { None } else { Json::of(&webhook) };
    let is_plain = webhook.calls.is_none()
        && webhook.user_preferences.is_none()
        && webhook.errors.is_none()
        && webhook.extra.is_empty();
    let more = if is_plain || whole.is_some() {
        None
    } else {
        Some(Box::new(Value {
            calls: webhook.calls,
            user_preferences: webhook.user_preferences,
            errors: webhook.errors,
            extra: webhook.extra,
            ..Value::empty()
        }))
    };
    let mut entries = webhook.entry;
    if is_bare {
        let entry = Entry {
            id: webhook.id,
            time: webhook.time,
            changes: webhook.changes,
            ..Entry::empty()
        };
        entries.get_or_insert_default().insert(0, entry);
    }
    Batch::from(Body {
        provider: Provider::Meta,
        delivery_id: None,
        app_id: None,
        whole,
        field: webhook.field.map(|field| field.0.into()),
        lists: Lists {
            waba_id: None,
            business: None,
            metadata: webhook.metadata,
            contacts: webhook.contacts,
            messages: webhook.messages,
            statuses: webhook.statuses,
            echoes: webhook.message_echoes,
        },
        more,
        entries,
    })
}
