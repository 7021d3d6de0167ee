//! Smartflow onto the domain model.

use super::{
    Address, Channel, Direction, Event, Id, Inbox, JsonPointer, Kind, Normalize, TimeSource,
    whatsapp::{self, Person},
};
use crate::{
    Provider,
    smartflow::{Messages, Part, Webhook},
    whatsapp::{Contact, Message, Metadata, Status},
    wire::{Json, Timestamp},
};

impl Normalize for Webhook {
    /// One event a message and one a status; the element of `statuses` that only has an id is none.
    fn normalize(self) -> super::Events {
        let mut events = Events(Vec::new());
        // A body that holds no message and no status may still hold what the business wrote itself.
        let whole = if self.name() == "other" { Json::of(&self) } else { None };
        let business = self.business_phone_number.map(Address::from);
        events.all(Together {
            change: None,
            inbox: inbox(self.metadata, business, None),
            contacts: self.contacts.unwrap_or_default(),
            messages: self.messages,
            statuses: self.statuses.unwrap_or_default(),
            echoes: self.message_echoes.unwrap_or_default(),
        });
        for (at, entry) in self.entry.into_iter().flatten().enumerate() {
            let waba_id = entry.id.map(|id| Id::from(id).shared());
            for (number, change) in entry.changes.into_iter().flatten().enumerate() {
                let Some(value) = change.value else { continue };
                events.all(Together {
                    change: Some((at, number)),
                    inbox: inbox(value.metadata, None, waba_id.clone()),
                    contacts: value.contacts.unwrap_or_default(),
                    messages: value.messages.map(Messages::Many),
                    statuses: value.statuses.unwrap_or_default(),
                    echoes: value.message_echoes.unwrap_or_default(),
                });
            }
        }
        if whole.is_some() && events.0.is_empty() {
            events.begin("other", None, || "".into()).kind = Kind::Unknown(whole);
        }
        events.delivered(self.id.map(Id::from)).into()
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
    let told = id.is_some() || address.is_some() || waba_id.is_some();
    told.then(|| Inbox { id: id.map(Id::from), address, waba_id, ..Default::default() })
}

/// What came together: at the top of the body, or in one change of Meta's envelope.
struct Together {
    /// Numbers of the entry and the change; none at the top of the body.
    change: Option<(usize, usize)>,
    inbox: Option<Inbox>,
    contacts: Vec<Contact>,
    messages: Option<Messages>,
    statuses: Vec<Status>,
    echoes: Vec<Message>,
}

/// JSON pointer to the time of an element. Most bodies have one, whose pointer takes no memory.
fn time_of(change: Option<(usize, usize)>, list: &str, at: usize) -> JsonPointer {
    match (change, list, at) {
        (None, "statuses", 0) => "/statuses/0/timestamp".into(),
        (Some((0, 0)), "statuses", 0) => "/entry/0/changes/0/value/statuses/0/timestamp".into(),
        (Some((0, 0)), "messages", 0) => "/entry/0/changes/0/value/messages/0/timestamp".into(),
        (None, ..) => format!("/{list}/{at}/timestamp").into(),
        (Some((entry, change)), ..) => {
            format!("/entry/{entry}/changes/{change}/value/{list}/{at}/timestamp").into()
        }
    }
}

/// Whose the messages and statuses are.
#[derive(Default)]
struct Whose {
    /// For each the number of its person; empty if there is only one of them.
    each: Vec<Option<usize>>,
    people: Vec<Person>,
    /// Whose the one at hand is.
    person: Option<Person>,
}

impl Whose {
    /// Somebody to be taken to pieces.
    fn person(&mut self, at: usize) -> Option<&mut Person> {
        if let Some(number) = self.each.get(at) {
            self.person = number.and_then(|number| self.people.get(number)).cloned();
        }
        self.person.as_mut()
    }
}

struct Events(Vec<Event>);

impl Events {
    fn all(&mut self, mut body: Together) {
        let messages = body.messages.as_deref().unwrap_or_default();
        let statuses = body.statuses.iter().filter(|status| status.is_status()).count();
        let elements = messages.len() + statuses + body.echoes.len();
        if self.0.is_empty() {
            self.0.reserve_exact(elements);
        }
        // What several events have in common takes memory once.
        if elements > 1 {
            body.inbox = body.inbox.map(Inbox::shared);
        }
        let mut place = |event: &mut Event| match &mut body.inbox {
            Some(inbox) if elements > 1 => event.inbox = Some(inbox.clone()),
            Some(_) => event.inbox = body.inbox.take(),
            None => {}
        };
        let before_statuses = messages.len();
        let mut whose = match (body.contacts.len(), messages.len() + statuses) {
            (0, _) => Whose::default(),
            (1, 1) => Whose { person: body.contacts.pop().map(Person::from), ..Whose::default() },
            _ => {
                let part = Part::new(&body.contacts, messages, &body.statuses);
                let each = part.whose_messages().chain(part.whose_statuses()).collect();
                let shared = |contact| Person::from(contact).shared();
                let people = body.contacts.into_iter().map(shared).collect();
                Whose { each, people, person: None }
            }
        };
        let single = matches!(body.messages, Some(Messages::One(_)));
        for (at, message) in body.messages.iter_mut().flatten().enumerate() {
            let event = self.begin("message", message.timestamp.as_ref(), || {
                if single {
                    return "/messages/timestamp".into();
                }
                time_of(body.change, "messages", at)
            });
            place(event);
            event.kind = whatsapp::message(event, message, whose.person(at), Direction::Inbound);
        }
        for (at, status) in body.statuses.iter_mut().enumerate() {
            if !status.is_status() {
                continue;
            }
            let person = whose.person(before_statuses + at);
            let event = self.begin("status", status.timestamp.as_ref(), || {
                time_of(body.change, "statuses", at)
            });
            place(event);
            event.kind = whatsapp::status(event, status, person);
        }
        for (at, echo) in body.echoes.iter_mut().enumerate() {
            let event = self.begin("message", echo.timestamp.as_ref(), || {
                time_of(body.change, "message_echoes", at)
            });
            place(event);
            event.kind = whatsapp::message(event, echo, None, Direction::Outbound);
        }
    }

    /// An event that has all but what it was made of.
    fn begin(
        &mut self,
        name: &'static str,
        time: Option<&Timestamp>,
        pointer: impl FnOnce() -> JsonPointer,
    ) -> &mut Event {
        let event = Event::begin(&mut self.0, Provider::Smartflow, name);
        event.channel = Some(Channel::WhatsApp);
        if let Some(time) = time {
            event.occurred(Some(time), TimeSource::Event, pointer());
        }
        event
    }

    /// All of them came with one delivery.
    fn delivered(mut self, id: Option<Id>) -> Vec<Event> {
        match &mut self.0[..] {
            [event] => event.delivery_id = id,
            events => {
                let id = id.map(Id::shared);
                for event in events {
                    event.delivery_id.clone_from(&id);
                }
            }
        }
        self.0
    }
}
