//! Messages and statuses, one by one.

use std::{iter::Enumerate, vec};

use crate::{
    Provider,
    normalize::{
        Direction, Event, Id, Inbox, JsonPointer,
        whatsapp::{self, Envelope, Person},
    },
    smartflow::Part,
    whatsapp::{Contact, Message, Status},
    wire::OneOrMany,
};

/// Where the time of an element is: at the top of the body, and in Meta's envelope.
type Pointers = [&'static str; 2];

const MESSAGES: Pointers =
    ["/messages/#/timestamp", "/entry/#/changes/#/value/messages/#/timestamp"];
const STATUSES: Pointers =
    ["/statuses/#/timestamp", "/entry/#/changes/#/value/statuses/#/timestamp"];
const ECHOES: Pointers =
    ["/message_echoes/#/timestamp", "/entry/#/changes/#/value/message_echoes/#/timestamp"];

/// Messages and statuses that came together: at the top of the body, or in one change of Meta's
/// envelope.
#[derive(Debug, Clone)]
pub(super) struct Elements {
    /// How many are left.
    left: usize,
    /// Numbers of the entry and the change; none at the top of the body.
    change: Option<(usize, usize)>,
    inbox: Option<Inbox>,
    people: People,
    /// The message that is in no list.
    message: Option<Box<Message>>,
    messages: Enumerate<vec::IntoIter<Message>>,
    statuses: Enumerate<vec::IntoIter<Status>>,
    echoes: Enumerate<vec::IntoIter<Message>>,
}

impl Elements {
    pub(super) fn new(
        change: Option<(usize, usize)>,
        inbox: Option<Inbox>,
        contacts: Vec<Contact>,
        messages: Option<OneOrMany<Message>>,
        statuses: Vec<Status>,
        echoes: Vec<Message>,
    ) -> Self {
        let received = messages.as_deref().unwrap_or_default();
        let about = received.len() + statuses.iter().filter(|status| status.is_status()).count();
        let left = about + echoes.len();
        let people = People::new(contacts, received, &statuses, about);
        let (message, messages) = match messages {
            Some(OneOrMany::One(message)) => (Some(message), Vec::new()),
            Some(OneOrMany::Many(messages)) => (None, messages),
            None => (None, Vec::new()),
        };
        Self {
            left,
            change,
            // What several events have in common takes memory once.
            inbox: if left > 1 { inbox.map(Inbox::shared) } else { inbox },
            people,
            message,
            messages: messages.into_iter().enumerate(),
            statuses: statuses.into_iter().enumerate(),
            echoes: echoes.into_iter().enumerate(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.left
    }

    /// The event of the next element.
    pub(super) fn next(&mut self, delivery_id: Option<Id>) -> Option<Event> {
        self.left = self.left.checked_sub(1)?;
        let inbox = if self.left == 0 { self.inbox.take() } else { self.inbox.clone() };
        let change = self.change;
        let envelope =
            |pointer| Envelope { provider: Provider::Smartflow, delivery_id, inbox, pointer };
        if let Some(message) = self.message.take() {
            let envelope = envelope("/messages/timestamp".into());
            let person = self.people.next();
            return Some(whatsapp::message(envelope, *message, person, Direction::Inbound));
        }
        if let Some((at, message)) = self.messages.next() {
            let envelope = envelope(pointer(change, MESSAGES, at));
            let person = self.people.next();
            return Some(whatsapp::message(envelope, message, person, Direction::Inbound));
        }
        for (at, status) in self.statuses.by_ref() {
            if status.is_status() {
                let envelope = envelope(pointer(change, STATUSES, at));
                return Some(whatsapp::status(envelope, status, self.people.next()));
            }
        }
        let (at, echo) = self.echoes.next()?;
        let envelope = envelope(pointer(change, ECHOES, at));
        Some(whatsapp::message(envelope, echo, None, Direction::Outbound))
    }
}

fn pointer(change: Option<(usize, usize)>, [top, nested]: Pointers, at: usize) -> JsonPointer {
    match change {
        None => JsonPointer::numbered(top, &[at]),
        Some((entry, change)) => JsonPointer::numbered(nested, &[entry, change, at]),
    }
}

/// Who wrote the messages, and then whom the statuses are about.
#[derive(Debug, Clone)]
enum People {
    /// Of one contact and one element, which belong together; or no contact.
    One(Option<Person>),
    /// For each element the number of its person.
    Several(vec::IntoIter<Option<usize>>, Vec<Person>),
}

impl People {
    fn new(
        mut contacts: Vec<Contact>,
        messages: &[Message],
        statuses: &[Status],
        elements: usize,
    ) -> Self {
        if contacts.is_empty() || (contacts.len() == 1 && elements == 1) {
            return Self::One(contacts.pop().map(Person::from));
        }
        let part = Part::new(&contacts, messages, statuses);
        let of_statuses = part.whose_statuses().zip(statuses);
        let of_statuses = of_statuses.filter(|(_, status)| status.is_status());
        let numbers: Vec<_> =
            part.whose_messages().chain(of_statuses.map(|(number, _)| number)).collect();
        let people = contacts.into_iter().map(|contact| Person::from(contact).shared()).collect();
        Self::Several(numbers.into_iter(), people)
    }

    /// The person of the next element.
    fn next(&mut self) -> Option<Person> {
        match self {
            Self::One(person) => person.take(),
            Self::Several(numbers, people) => people.get(numbers.next()??).cloned(),
        }
    }
}
