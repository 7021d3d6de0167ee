//! Smartflow onto the domain model.

use std::borrow::Cow;

use super::{
    Address, Channel, Direction, Event, Id, Inbox, Kind, Normalize, TimeSource,
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
    fn normalize(self) -> Vec<Event> {
        let mut events = Events(Vec::new());
        // A body that holds no message and no status may still hold what the business wrote itself.
        let whole = if self.name() == "other" { Json::of(&self) } else { None };
        let business = self.business_phone_number.map(Address::from);
        let single = matches!(self.messages, Some(Messages::One(_)));
        events.all(Together {
            below: Cow::Borrowed(""),
            single,
            inbox: inbox(self.metadata, business, None),
            contacts: self.contacts.unwrap_or_default(),
            messages: self.messages.into_iter().flatten().collect(),
            statuses: self.statuses.unwrap_or_default(),
            echoes: self.message_echoes.unwrap_or_default(),
        });
        for (at, entry) in self.entry.into_iter().flatten().enumerate() {
            let waba_id = entry.id.map(|id| Id::from(id).shared());
            for (number, change) in entry.changes.into_iter().flatten().enumerate() {
                let Some(value) = change.value else { continue };
                events.all(Together {
                    below: Cow::Owned(format!("/entry/{at}/changes/{number}/value")),
                    single: false,
                    inbox: inbox(value.metadata, None, waba_id.clone()),
                    contacts: value.contacts.unwrap_or_default(),
                    messages: value.messages.unwrap_or_default(),
                    statuses: value.statuses.unwrap_or_default(),
                    echoes: value.message_echoes.unwrap_or_default(),
                });
            }
        }
        if whole.is_some() && events.0.is_empty() {
            events.push("other", None, None, |_| Kind::Unknown(whole));
        }
        events.delivered(self.id.map(Id::from))
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
    let inbox = Inbox { id: id.map(Id::from), address, waba_id, ..Default::default() };
    (inbox != Inbox::default()).then_some(inbox)
}

/// What came together: at the top of the body, or in one change of Meta's envelope.
struct Together {
    /// JSON pointer to what holds it.
    below: Cow<'static, str>,
    /// Whether the message is an object and not in a list.
    single: bool,
    inbox: Option<Inbox>,
    contacts: Vec<Contact>,
    messages: Vec<Message>,
    statuses: Vec<Status>,
    echoes: Vec<Message>,
}

struct Events(Vec<Event>);

impl Events {
    fn all(&mut self, mut body: Together) {
        let whose: Vec<_> = if body.contacts.is_empty() {
            Vec::new()
        } else {
            let part = Part::new(&body.contacts, &body.messages, &body.statuses);
            part.whose_messages().chain(part.whose_statuses()).collect()
        };
        let elements = body.messages.len() + body.statuses.len() + body.echoes.len();
        if self.0.is_empty() {
            self.0.reserve_exact(elements);
        }
        // What several events have in common takes memory once.
        if elements > 1 {
            body.inbox = body.inbox.map(Inbox::shared);
        }
        let mut people: Vec<Person> = match whose[..] {
            [Some(at)] => vec![body.contacts.swap_remove(at).into()],
            _ => body.contacts.into_iter().map(|contact| Person::from(contact).shared()).collect(),
        };
        let alone = whose.len() == 1;
        let mut whose = whose.into_iter();
        let mut contact = || match whose.next().flatten() {
            Some(_) if alone => people.pop(),
            Some(at) => people.get(at).cloned(),
            None => None,
        };
        let below = &*body.below;
        for (at, message) in body.messages.into_iter().enumerate() {
            let contact = contact();
            let pointer = || {
                if body.single {
                    return Cow::Borrowed("/messages/timestamp");
                }
                Cow::Owned(format!("{below}/messages/{at}/timestamp"))
            };
            let time = message.timestamp.clone();
            self.push("message", body.inbox.clone(), time.map(|time| (time, pointer())), |event| {
                whatsapp::message(event, message, contact, Direction::Inbound)
            });
        }
        for (at, status) in body.statuses.into_iter().enumerate() {
            let contact = contact();
            if !status.is_status() {
                continue;
            }
            let pointer = || match (below, at) {
                ("", 0) => Cow::Borrowed("/statuses/0/timestamp"),
                _ => Cow::Owned(format!("{below}/statuses/{at}/timestamp")),
            };
            let time = status.timestamp.clone();
            self.push("status", body.inbox.clone(), time.map(|time| (time, pointer())), |event| {
                whatsapp::status(event, status, contact)
            });
        }
        for (at, echo) in body.echoes.into_iter().enumerate() {
            let pointer = Cow::Owned(format!("{below}/message_echoes/{at}/timestamp"));
            let time = echo.timestamp.clone().map(|time| (time, pointer));
            self.push("message", body.inbox.clone(), time, |event| {
                whatsapp::message(event, echo, None, Direction::Outbound)
            });
        }
    }

    fn push(
        &mut self,
        name: &'static str,
        inbox: Option<Inbox>,
        time: Option<(Timestamp, Cow<'static, str>)>,
        fill: impl FnOnce(&mut Event) -> Kind,
    ) {
        let mut event = Event::blank(Provider::Smartflow, name.into());
        event.channel = Some(Channel::WhatsApp);
        event.inbox = inbox;
        if let Some((time, pointer)) = time {
            event.occurred(Some(&time), TimeSource::Event, pointer);
        }
        event.kind = fill(&mut event);
        self.0.push(event);
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
