//! Smartflow onto the domain model.

mod elements;

use std::{iter::Enumerate, vec};

use elements::Elements;

use super::{Address, Channel, Event, Id, Inbox, Kind};
use crate::{
    Provider,
    smartflow::{Part, Webhook},
    whatsapp::{Change, Entry, Metadata},
    wire::{Json, OneOrMany},
};

/// The events of a body that are still to come: one for a message and one for a status. An element
/// of `statuses` that only has an id is none.
#[derive(Debug, Clone)]
pub(super) struct Batch {
    delivery_id: Option<Id>,
    /// The body, if it has neither messages nor statuses: it is kept in an event if there is no
    /// other, which an echo of what the business wrote would be.
    whole: Option<Json>,
    /// What is being mapped: the top of the body, and then one change after the other.
    elements: Elements,
    entries: Enumerate<vec::IntoIter<Entry>>,
    /// Number of the current entry.
    entry: usize,
    waba_id: Option<Id>,
    changes: Enumerate<vec::IntoIter<Change>>,
}

impl From<Webhook> for Batch {
    fn from(webhook: Webhook) -> Self {
        let is_other = |part: Part<'_>| part.messages().is_empty() && !part.has_statuses();
        let whole = if webhook.parts().all(is_other) { Json::of(&webhook) } else { None };
        let business = webhook.business_phone_number.map(Address::from);
        Self {
            delivery_id: webhook.id.map(Id::from),
            whole,
            elements: Elements::new(
                None,
                inbox(webhook.metadata, business, None),
                webhook.contacts.unwrap_or_default(),
                webhook.messages,
                webhook.statuses.unwrap_or_default(),
                webhook.message_echoes.unwrap_or_default(),
            ),
            entries: webhook.entry.unwrap_or_default().into_iter().enumerate(),
            entry: 0,
            waba_id: None,
            changes: Vec::new().into_iter().enumerate(),
        }
    }
}

impl Iterator for Batch {
    type Item = Event;

    fn next(&mut self) -> Option<Event> {
        while self.elements.len() == 0 {
            let Some(elements) = self.next_elements() else { return self.other() };
            self.elements = elements;
        }
        self.whole = None;
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
            if let Some((change, body)) = self.changes.next() {
                let Some(value) = body.value else { continue };
                return Some(Elements::new(
                    Some((self.entry, change)),
                    inbox(value.metadata, None, self.waba_id.clone()),
                    value.contacts.unwrap_or_default(),
                    value.messages.map(OneOrMany::Many),
                    value.statuses.unwrap_or_default(),
                    value.message_echoes.unwrap_or_default(),
                ));
            }
            let (entry, body) = self.entries.next()?;
            self.entry = entry;
            self.waba_id = body.id.map(|id| Id::from(id).shared());
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

fn inbox(
    metadata: Option<Box<Metadata>>,
    business: Option<Address>,
    waba_id: Option<Id>,
) -> Option<Inbox> {
    let (number, id) = metadata
        .map_or((None, None), |metadata| (metadata.display_phone_number, metadata.phone_number_id));
    let address = business.or(number.map(Address::from)).and_then(Address::present);
    let is_known = id.is_some() || address.is_some() || waba_id.is_some();
    is_known.then(|| Inbox { id: id.map(Id::from), channel_id: None, name: None, address, waba_id })
}
