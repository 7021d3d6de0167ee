//! Maps Smartflow's bodies to the domain model.

use super::{
    Address,
    id::id,
    whatsapp::{Body, Lists, Pending, has_changes},
};
use crate::{
    Provider,
    smartflow::{Batch, Webhook},
    whatsapp::Value,
    wire::{Json, Wire},
};

pub(super) fn batch(webhook: Webhook) -> Pending {
    let whole = if has_events(&webhook) { None } else { Json::of(&webhook) };
    let is_plain = webhook.calls.is_none()
        && webhook.user_preferences.is_none()
        && webhook.conversation_context.is_none()
        && webhook.errors.is_none()
        && webhook.user_actions.is_none()
        && webhook.extra.is_empty();
    let more = if is_plain || whole.is_some() {
        None
    } else {
        Some(Box::new(Value {
            calls: webhook.calls,
            user_preferences: webhook.user_preferences,
            conversation_context: webhook.conversation_context,
            errors: webhook.errors,
            user_actions: webhook.user_actions,
            extra: webhook.extra,
            ..Value::empty()
        }))
    };
    Pending::from(Body {
        provider: Provider::Smartflow,
        delivery_id: id(webhook.id),
        app_id: id(webhook.gs_app_id.map(|own| *own)),
        whole,
        field: webhook.field.map(|field| field.0.into()),
        lists: Lists {
            waba_id: None,
            business: webhook.business_phone_number.map(Address::from),
            metadata: webhook.metadata,
            contacts: webhook.contacts,
            messages: webhook.messages,
            statuses: webhook.statuses,
            echoes: webhook.message_echoes,
        },
        more,
        entries: webhook.entry,
    })
}

/// Returns whether a body contains something that has an event of its own, or only the ID of the
/// delivery.
fn has_events(webhook: &Webhook) -> bool {
    let has = |list: Option<bool>| list == Some(false);
    // Most bodies have one of these.
    has(webhook.messages.as_ref().map(|list| list.is_empty()))
        || has(webhook.statuses.as_ref().map(Vec::is_empty))
        || Batch::from(webhook).has_events()
        || has_changes(webhook.entry.as_deref())
}
