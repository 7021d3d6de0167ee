//! Messages and statuses, one by one.

use std::vec;

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
    /// Numbers of the entry and the change; none at the top of the body.
    change: Option<(usize, usize)>,
    inbox: Option<Inbox>,
    people: People,
    /// The message that is in no list.
    message: Option<Box<Message>>,
    messages: List<Message>,
    statuses: List<Status>,
    /// How many elements of `statuses` that are statuses are left.
    statuses_left: usize,
    echoes: List<Message>,
}

/// A list, element by element.
#[derive(Debug, Clone)]
struct List<T> {
    length: usize,
    rest: vec::IntoIter<T>,
}

impl<T> From<Vec<T>> for List<T> {
    fn from(list: Vec<T>) -> Self {
        Self { length: list.len(), rest: list.into_iter() }
    }
}

impl<T> List<T> {
    /// Number of the next element.
    fn at(&self) -> usize {
        self.length - self.rest.len()
    }
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
        let statuses_left = statuses.iter().filter(|status| status.is_status()).count();
        let about = received.len() + statuses_left;
        let is_only = about + echoes.len() == 1;
        let people = People::new(contacts, received, &statuses, about);
        let (message, messages) = match messages {
            Some(OneOrMany::One(message)) => (Some(message), Vec::new()),
            Some(OneOrMany::Many(messages)) => (None, messages),
            None => (None, Vec::new()),
        };
        Self {
            change,
            // What several events have in common takes memory once.
            inbox: if is_only { inbox } else { inbox.map(Inbox::shared) },
            people,
            message,
            messages: messages.into(),
            statuses: statuses.into(),
            statuses_left,
            echoes: echoes.into(),
        }
    }

    pub(super) fn len(&self) -> usize {
        let received = usize::from(self.message.is_some()) + self.messages.rest.len();
        received + self.statuses_left + self.echoes.rest.len()
    }

    /// The event of the next element.
    pub(super) fn next(&mut self, delivery_id: Option<Id>) -> Option<Event> {
        if self.message.is_some() {
            self.next_alone(delivery_id)
        } else if self.messages.rest.len() > 0 {
            self.next_message(delivery_id)
        } else if self.statuses_left > 0 {
            self.next_status(delivery_id)
        } else {
            self.next_echo(delivery_id)
        }
    }

    fn next_alone(&mut self, delivery_id: Option<Id>) -> Option<Event> {
        let envelope = self.envelope(delivery_id, "/messages/timestamp".into());
        let message = *self.message.take()?;
        Some(whatsapp::message(envelope, message, self.people.next(), Direction::Inbound))
    }

    fn next_message(&mut self, delivery_id: Option<Id>) -> Option<Event> {
        let pointer = pointer(self.change, MESSAGES, self.messages.at());
        let envelope = self.envelope(delivery_id, pointer);
        let message = self.messages.rest.next()?;
        Some(whatsapp::message(envelope, message, self.people.next(), Direction::Inbound))
    }

    fn next_status(&mut self, delivery_id: Option<Id>) -> Option<Event> {
        let ids = self.statuses.rest.as_slice().iter().position(Status::is_status)?;
        let pointer = pointer(self.change, STATUSES, self.statuses.at() + ids);
        let envelope = self.envelope(delivery_id, pointer);
        let status = self.statuses.rest.nth(ids)?;
        self.statuses_left -= 1;
        Some(whatsapp::status(envelope, status, self.people.next()))
    }

    fn next_echo(&mut self, delivery_id: Option<Id>) -> Option<Event> {
        let pointer = pointer(self.change, ECHOES, self.echoes.at());
        let envelope = self.envelope(delivery_id, pointer);
        let echo = self.echoes.rest.next()?;
        Some(whatsapp::message(envelope, echo, None, Direction::Outbound))
    }

    /// The envelope of the next element: the last one takes the inbox, the others share it.
    fn envelope(&mut self, delivery_id: Option<Id>, pointer: JsonPointer) -> Envelope {
        let inbox = if self.len() == 1 { self.inbox.take() } else { self.inbox.clone() };
        Envelope { provider: Provider::Smartflow, delivery_id, inbox, pointer }
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
    One(Vec<Contact>),
    /// For each element the number of its person.
    Several(vec::IntoIter<Option<usize>>, Vec<Person>),
}

impl People {
    fn new(
        contacts: Vec<Contact>,
        messages: &[Message],
        statuses: &[Status],
        elements: usize,
    ) -> Self {
        if contacts.is_empty() || (contacts.len() == 1 && elements == 1) {
            return Self::One(contacts);
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
            Self::One(contacts) => contacts.pop().map(Person::from),
            Self::Several(numbers, people) => people.get(numbers.next()??).cloned(),
        }
    }
}
