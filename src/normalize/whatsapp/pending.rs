//! Yields the events of a whole body one by one.

use std::{iter::Enumerate, vec};

use chrono::{DateTime, Utc};

use super::{
    Nesting, Path,
    elements::{Elements, Lists, Origin},
};
use crate::{
    Provider,
    normalize::{Channel, Event, Id, Kind, event_time::plausible, id::id},
    whatsapp::{Change, Entry, Update, Value},
    wire::Json,
};

/// The remaining events of a body: one for each element of each list, and one for each change that
/// contains nothing known. An element of `statuses` that only has an ID is not an event.
#[derive(Debug, Clone)]
pub(crate) struct Pending {
    provider: Provider,
    delivery_id: Option<Id>,
    /// The ID of the inbox for events that name none.
    app_id: Option<Id>,
    /// The body, if nothing in it has an event.
    whole: Option<Json>,
    /// The elements that are being mapped: of the top level of the body, then of one change after
    /// the other.
    elements: Elements,
    entries: Enumerate<vec::IntoIter<Entry>>,
    /// The entry of the next change: its path, and what it says.
    path: Path,
    sent_at: Option<DateTime<Utc>>,
    waba_id: Option<Id>,
    changes: Enumerate<vec::IntoIter<Change>>,
}

/// The contents of a body.
pub(crate) struct Body {
    pub(crate) provider: Provider,
    pub(crate) delivery_id: Option<Id>,
    /// The ID of the inbox, where a relay sends it at the top level of the body.
    pub(crate) app_id: Option<Id>,
    /// The body, if nothing in it has an event.
    pub(crate) whole: Option<Json>,
    /// Name of the field, where a relay sends it with the contents of Meta's envelope.
    pub(crate) field: Option<String>,
    pub(crate) lists: Lists,
    /// What only few bodies have at their top level.
    pub(crate) more: Option<Box<Value>>,
    pub(crate) entries: Option<Vec<Entry>>,
}

impl Body {
    pub(crate) fn new(provider: Provider) -> Self {
        Self {
            provider,
            delivery_id: None,
            app_id: None,
            whole: None,
            field: None,
            lists: Lists::default(),
            more: None,
            entries: None,
        }
    }
}

/// Returns whether any entry has a change that is not empty.
pub(crate) fn has_changes(entries: Option<&[Entry]>) -> bool {
    let entries = entries.unwrap_or_default().iter();
    let mut changes = entries.flat_map(|entry| entry.changes.iter().flatten());
    changes.any(|change| change.value.is_some() || change.field.is_some())
}

impl From<Body> for Pending {
    fn from(body: Body) -> Self {
        let mut origin = Origin::new(body.provider);
        origin.change.field = body.field.map(Into::into);
        let app_id = body.app_id.map(Id::shared);
        let elements = Elements::new(origin, body.lists, body.more);
        Self {
            provider: body.provider,
            delivery_id: body.delivery_id,
            whole: body.whole,
            elements: elements.or_inbox(app_id.as_ref()),
            app_id,
            entries: body.entries.unwrap_or_default().into_iter().enumerate(),
            path: Path { nesting: Nesting::Envelope, ..Path::default() },
            sent_at: None,
            waba_id: None,
            changes: Vec::new().into_iter().enumerate(),
        }
    }
}

impl Pending {
    /// Creates the events of a body that is one entry of Meta's envelope.
    pub(crate) fn of_entry(body: Body, entry: Entry) -> Self {
        let mut batch = Self::from(Body { entries: Some(vec![entry]), ..body });
        batch.path.nesting = Nesting::Entry;
        batch
    }

    /// Creates the events of a body that is one change of Meta's envelope.
    pub(crate) fn of_change(body: Body, change: Change) -> Self {
        let mut batch = Self::from(body);
        batch.path.nesting = Nesting::Change;
        batch.changes = vec![change].into_iter().enumerate();
        batch
    }

    /// Creates the events of a body that is one value of Meta's envelope.
    pub(crate) fn of_value(body: Body, update: Update) -> Self {
        let mut origin = Origin::new(body.provider);
        origin.change.field = Some(update.wire_name());
        let elements = Elements::of_change(origin, None, Some(update));
        Self { elements, ..Self::from(body) }
    }
}

impl Iterator for Pending {
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

impl Pending {
    /// Returns the elements of the next change in Meta's envelope.
    fn next_elements(&mut self) -> Option<Elements> {
        loop {
            if let Some((at, body)) = self.changes.next() {
                if body.field.is_none() && body.value.is_none() {
                    continue;
                }
                let mut origin = Origin::new(self.provider);
                origin.change.field = match &body.value {
                    Some(update) => Some(update.wire_name()),
                    None => body.field.map(|field| String::from(field.0).into()),
                };
                origin.change.path = Path { change: at, ..self.path };
                origin.change.sent_at = self.sent_at;
                let elements = Elements::of_change(origin, self.waba_id.clone(), body.value);
                return Some(elements.or_inbox(self.app_id.as_ref()));
            }
            let (at, body) = self.entries.next()?;
            self.path.entry = at;
            self.sent_at = body.time.as_ref().and_then(plausible);
            self.waba_id = id(body.id).map(Id::shared);
            self.changes = body.changes.unwrap_or_default().into_iter().enumerate();
        }
    }

    /// Returns the ID of the delivery, which the last event takes and the others share.
    fn next_delivery_id(&mut self) -> Option<Id> {
        if self.size_hint() == (1, Some(1)) {
            return self.delivery_id.take();
        }
        self.delivery_id = self.delivery_id.take().map(Id::shared);
        self.delivery_id.clone()
    }

    /// Returns the event of a body that has no other events.
    fn other(&mut self) -> Option<Event> {
        let whole = self.whole.take()?;
        Some(Event {
            delivery_id: self.delivery_id.take(),
            channel: Some(Channel::WhatsApp),
            ..Event::new(self.provider, "other", Kind::Unknown(Some(whole)))
        })
    }
}
