//! The events of a whole body, one by one.

use std::{iter::Enumerate, vec};

use chrono::{DateTime, Utc};

use super::{
    Around, Path,
    elements::{Elements, Lists, Origin},
};
use crate::{
    Provider,
    normalize::{Channel, Event, Id, Kind, id::id, moment::plausible},
    whatsapp::{Change, Entry, Update, Value},
    wire::Json,
};

/// The events of a body that are still to come: one for each element of each list, and one for each
/// change that holds nothing known. An element of `statuses` that only has an id is none.
#[derive(Debug, Clone)]
pub(crate) struct Batch {
    provider: Provider,
    delivery_id: Option<Id>,
    /// The inbox of what does not tell it.
    app_id: Option<Id>,
    /// The body, if nothing in it has an event.
    whole: Option<Json>,
    /// What is being mapped: the top of the body, and then one change after the other.
    elements: Elements,
    entries: Enumerate<vec::IntoIter<Entry>>,
    /// The entry that the next change is from: where it is, and what it says.
    path: Path,
    sent_at: Option<DateTime<Utc>>,
    waba_id: Option<Id>,
    changes: Enumerate<vec::IntoIter<Change>>,
}

/// What a body holds.
pub(crate) struct Body {
    pub(crate) provider: Provider,
    pub(crate) delivery_id: Option<Id>,
    /// The inbox, where the relay of a body tells it at its top.
    pub(crate) app_id: Option<Id>,
    /// The body, if nothing in it has an event.
    pub(crate) whole: Option<Json>,
    /// Name of the field, where a relay sends the inside of Meta's envelope with it.
    pub(crate) field: Option<String>,
    pub(crate) lists: Lists,
    /// What few bodies have at their top.
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

/// Whether an entry holds anything.
pub(crate) fn has_changes(entries: Option<&[Entry]>) -> bool {
    let entries = entries.unwrap_or_default().iter();
    let mut changes = entries.flat_map(|entry| entry.changes.iter().flatten());
    changes.any(|change| change.value.is_some() || change.field.is_some())
}

impl From<Body> for Batch {
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
            path: Path { around: Around::Envelope, ..Path::default() },
            sent_at: None,
            waba_id: None,
            changes: Vec::new().into_iter().enumerate(),
        }
    }
}

impl Batch {
    /// The events of a body that is one entry of Meta's envelope.
    pub(crate) fn of_entry(body: Body, entry: Entry) -> Self {
        let mut batch = Self::from(Body { entries: Some(vec![entry]), ..body });
        batch.path.around = Around::Entry;
        batch
    }

    /// The events of a body that is one change of Meta's envelope.
    pub(crate) fn of_change(body: Body, change: Change) -> Self {
        let mut batch = Self::from(body);
        batch.path.around = Around::Change;
        batch.changes = vec![change].into_iter().enumerate();
        batch
    }

    /// The events of a body that is one value of Meta's envelope.
    pub(crate) fn of_value(body: Body, update: Update) -> Self {
        let mut origin = Origin::new(body.provider);
        origin.change.field = Some(update.wire_name());
        let elements = Elements::of_change(origin, None, Some(update));
        Self { elements, ..Self::from(body) }
    }
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
            ..Event::new(self.provider, "other", Kind::Unknown(Some(whole)))
        })
    }
}
