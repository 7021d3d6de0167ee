//! Smartflow onto the domain model.

mod elements;

use std::{iter::Enumerate, vec};

use chrono::{DateTime, Utc};
use elements::{Elements, Lists, Origin};

use super::{Address, Channel, Event, Id, Kind, id::id, moment::plausible};
use crate::{
    Provider,
    smartflow::{Part, Webhook},
    whatsapp::{Change, Entry, Value},
    wire::{Json, Wire},
};

/// The events of a body that are still to come: one for each element of each list, and one for each
/// change that holds nothing known. An element of `statuses` that only has an id is none.
#[derive(Debug, Clone)]
pub(super) struct Batch {
    delivery_id: Option<Id>,
    /// The body, if nothing in it has an event.
    whole: Option<Json>,
    /// What is being mapped: the top of the body, and then one change after the other.
    elements: Elements,
    entries: Enumerate<vec::IntoIter<Entry>>,
    /// The entry that the next change is from: its number, and what it says.
    entry: Option<usize>,
    sent_at: Option<DateTime<Utc>>,
    waba_id: Option<Id>,
    changes: Enumerate<vec::IntoIter<Change>>,
}

impl From<Webhook> for Batch {
    fn from(webhook: Webhook) -> Self {
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
        let mut origin = Origin::default();
        origin.change.field = webhook.field.map(|field| *field);
        let lists = Lists {
            waba_id: None,
            business: webhook.business_phone_number.map(Address::from),
            metadata: webhook.metadata,
            contacts: webhook.contacts,
            messages: webhook.messages,
            statuses: webhook.statuses,
            echoes: webhook.message_echoes,
        };
        Self {
            delivery_id: id(webhook.id),
            whole,
            elements: Elements::new(origin, lists, more),
            entries: webhook.entry.unwrap_or_default().into_iter().enumerate(),
            entry: None,
            sent_at: None,
            waba_id: None,
            changes: Vec::new().into_iter().enumerate(),
        }
    }
}

/// Whether anything in a body has an event of its own, or is nothing but the id of the delivery.
fn has_events(webhook: &Webhook) -> bool {
    let has_change = || {
        let entries = webhook.entry.iter().flatten();
        let mut changes = entries.flat_map(|entry| entry.changes.iter().flatten());
        changes.any(|change| change.value.is_some() || change.field.is_some())
    };
    let has = |list: Option<bool>| list == Some(false);
    // Most bodies have one of these.
    has(webhook.messages.as_ref().map(|list| list.is_empty()))
        || has(webhook.statuses.as_ref().map(Vec::is_empty))
        || Part::from(webhook).name().is_some()
        || has_change()
}

impl Iterator for Batch {
    type Item = Event;

    fn next(&mut self) -> Option<Event> {
        while self.elements.len() == 0 {
            let Some(elements) = self.next_elements() else { return self.other() };
            self.elements = elements;
        }
        let delivery_id = self.next_delivery_id();
        self.elements.next(delivery_id)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let certain = self.elements.len().max(usize::from(self.whole.is_some()));
        let is_all = self.entries.len() == 0 && self.changes.len() == 0;
        (certain, is_all.then_some(certain))
    }
}

impl Batch {
    /// The elements of the next change in Meta's envelope.
    fn next_elements(&mut self) -> Option<Elements> {
        loop {
            if let Some((at, body)) = self.changes.next() {
                if body.field.is_none() && body.value.is_none() {
                    continue;
                }
                let value = body.value.unwrap_or_else(|| Box::new(Value::empty()));
                let mut origin = Origin { at, ..Origin::default() };
                origin.change.field = body.field;
                (origin.change.entry, origin.change.sent_at) = (self.entry, self.sent_at);
                return Some(Elements::of_change(origin, self.waba_id.clone(), value));
            }
            let (at, body) = self.entries.next()?;
            self.entry = Some(at);
            self.sent_at = body.time.as_ref().and_then(plausible);
            self.waba_id = id(body.id).map(Id::shared);
            self.changes = body.changes.unwrap_or_default().into_iter().enumerate();
        }
    }

    /// All events came with one delivery: the last one takes its id, the others share it.
    fn next_delivery_id(&mut self) -> Option<Id> {
        if self.size_hint() == (1, Some(1)) {
            return self.delivery_id.take();
        }
        self.delivery_id = self.delivery_id.take().map(Id::shared);
        self.delivery_id.clone()
    }

    /// The event of a body that has no other.
    fn other(&mut self) -> Option<Event> {
        let whole = self.whole.take()?;
        Some(Event {
            delivery_id: self.delivery_id.take(),
            channel: Some(Channel::WhatsApp),
            ..Event::new(Provider::Smartflow, "other", Kind::Unknown(Some(whole)))
        })
    }
}
