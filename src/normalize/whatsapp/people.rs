use std::vec;

use super::Person;
use crate::{
    whatsapp::{Contact, ContactIndex, Message, Status},
    wire::E164,
};

/// The people of the elements: the authors of messages, the recipients of statuses and then of
/// echoes.
#[derive(Debug, Clone)]
pub(super) enum People {
    /// The person of the only element, if that has one.
    One(Vec<Contact>),
    /// For each element, the index of its person.
    Several(vec::IntoIter<Option<usize>>, Vec<Person>),
}

impl People {
    /// Finds the people of lists among the contacts beside them. `is_only` says that the contacts are
    /// beside a single element.
    pub(super) fn of(
        contacts: Vec<Contact>,
        business_number: Option<E164>,
        is_only: bool,
        received: &[Message],
        statuses: &[Status],
        echoes: &[Message],
    ) -> Self {
        if contacts.is_empty() {
            return Self::One(contacts);
        }
        let known = ContactIndex::new(&contacts, business_number, is_only);
        let received = received.iter().map(|message| known.of_message(message));
        let statuses = statuses.iter().filter(|status| status.is_status());
        let statuses = statuses.map(|status| known.of_status(status));
        let echoes = echoes.iter().map(|echo| known.of_message(echo));
        let mut indices = received.chain(statuses).chain(echoes);
        let (first, second) = (indices.next().flatten(), indices.next());
        let Some(second) = second else {
            // In place, as a box would be one more allocation.
            let mut contacts = contacts;
            contacts.swap(0, first.unwrap_or_default());
            contacts.truncate(usize::from(first.is_some()));
            return Self::One(contacts);
        };
        let indices: Vec<_> = [first, second].into_iter().chain(indices).collect();
        let people = contacts.into_iter().map(|contact| Person::from(contact).shared());
        Self::Several(indices.into_iter(), people.collect())
    }

    /// Returns the person of the next element.
    pub(super) fn next(&mut self) -> Option<Person> {
        match self {
            Self::One(contacts) => contacts.pop().map(Person::from),
            Self::Several(indices, people) => people.get(indices.next()??).cloned(),
        }
    }
}
