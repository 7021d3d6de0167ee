use std::{borrow::Cow, collections::BTreeMap};

use super::{Call, Contact, Message, Status, UserId, UserIdUpdate, UserPreference};
use crate::wire::{E164, Sameness, WaId};

/// The contacts of a batch, indexed by their phone numbers and IDs.
pub(crate) struct ContactIndex<'a> {
    /// The phone number of the business, which is never a contact's.
    business_number: Option<E164>,
    index: Index<'a>,
}

enum Index<'a> {
    /// The only contact, of the only message or status.
    Only(&'a Contact),
    Few(&'a [Contact]),
    /// Indexes by phone number and by ID, so that finding all contacts takes less than quadratic
    /// time.
    Many(BTreeMap<Cow<'a, [u8]>, usize>, BTreeMap<&'a UserId, usize>),
}

impl<'a> Index<'a> {
    fn new(contacts: &'a [Contact], only: bool) -> Self {
        const FEW: usize = 8;
        match contacts {
            [contact] if only => Self::Only(contact),
            few if few.len() <= FEW => Self::Few(few),
            many => {
                // Inserted in reverse, so that the first contact of a number wins.
                let contacts = || many.iter().enumerate().rev();
                Self::Many(
                    contacts()
                        .filter_map(|(at, contact)| Some((digits(contact.wa_id.as_ref())?, at)))
                        .collect(),
                    contacts()
                        .filter_map(|(at, contact)| {
                            Some((non_empty_id(contact.user_id.as_ref())?, at))
                        })
                        .collect(),
                )
            }
        }
    }
}

impl<'a> ContactIndex<'a> {
    pub(crate) fn new(contacts: &'a [Contact], business_number: Option<E164>, only: bool) -> Self {
        Self { business_number, index: Index::new(contacts, only) }
    }

    pub(crate) fn of_message(&self, message: &Message) -> Option<usize> {
        self.find(
            [
                message.from_user_id.as_deref().or(message.from_bsuid.as_deref()),
                message.to_user_id.as_deref(),
            ],
            [message.from.as_ref(), message.to.as_deref()],
        )
    }

    pub(crate) fn of_status(&self, status: &Status) -> Option<usize> {
        self.find(
            [status.recipient_participant_user_id.as_deref(), status.recipient_user_id.as_deref()],
            [status.participant_id(), status.recipient_id.as_ref()],
        )
    }

    pub(crate) fn of_call(&self, call: &Call) -> Option<usize> {
        self.find(
            [call.from_user_id.as_ref(), call.to_user_id.as_ref()],
            [call.from.as_ref(), call.to.as_ref()],
        )
    }

    pub(crate) fn of_preference(&self, preference: &UserPreference) -> Option<usize> {
        self.find([preference.user_id.as_ref(), None], [preference.wa_id.as_ref(), None])
    }

    pub(crate) fn of_user_id(&self, update: &UserIdUpdate) -> Option<usize> {
        let id = update.user_id.as_ref();
        let (previous, current) = (|| id?.previous.as_ref(), || id?.current.as_ref());
        self.find([previous(), current()], [update.wa_id.as_ref(), None])
    }

    /// Returns the index of the first contact with one of the IDs, or else with one of the numbers.
    /// Empty IDs and numbers, and the number of the business, match no contact.
    fn find(&self, users: [Option<&UserId>; 2], numbers: [Option<&WaId>; 2]) -> Option<usize> {
        if matches!(self.index, Index::Few([])) {
            return None;
        }
        if let (Index::Only(contact), None, [Some(number), _]) =
            (&self.index, self.business_number, numbers)
            && contact.wa_id.as_ref().is_some_and(|own| own.bytes() == number.bytes())
        {
            // Fast path for most bodies.
            return Some(0);
        }
        let is_business =
            |number: &WaId| self.business_number.is_some() && number.e164() == self.business_number;
        let users = users.map(non_empty_id);
        let numbers = numbers.map(|number| number.filter(|number| !is_business(number)));
        match &self.index {
            Index::Only(contact) => {
                let is_business = contact.wa_id.as_ref().is_some_and(is_business);
                (!is_business && !is_someone_else(contact, users, numbers)).then_some(0)
            }
            Index::Few(contacts) => {
                let by_id = |contact: &Contact| {
                    let own = non_empty_id(contact.user_id.as_ref());
                    own.is_some() && users.contains(&own)
                };
                let numbers = numbers.map(digits);
                let by_number = |contact: &Contact| {
                    let own = digits(contact.wa_id.as_ref());
                    own.is_some() && numbers.contains(&own)
                };
                contacts.iter().position(by_id).or_else(|| contacts.iter().position(by_number))
            }
            Index::Many(by_number, by_id) => {
                let at = users.into_iter().flatten().filter_map(|user| by_id.get(user)).min();
                let numbers = numbers.into_iter().filter_map(digits);
                at.or_else(|| numbers.filter_map(|number| by_number.get(&number)).min()).copied()
            }
        }
    }
}

/// Returns whether the contact has none of these IDs and numbers.
fn is_someone_else(
    contact: &Contact,
    users: [Option<&UserId>; 2],
    numbers: [Option<&WaId>; 2],
) -> bool {
    let own = non_empty_id(contact.user_id.as_ref());
    if own.is_some() && users.contains(&own) {
        return false;
    }
    let Some(own) = &contact.wa_id else { return false };
    // Cheaper than parsing, and usually sufficient.
    if numbers.iter().flatten().any(|number| number.bytes() == own.bytes()) {
        return false;
    }
    let Some(own) = own.e164() else { return false };
    let mut numbers = numbers.into_iter().flatten().map(WaId::e164).peekable();
    numbers.peek().is_some()
        && numbers.all(|number| number.is_some_and(|number| own.compare(number) == Sameness::Other))
}

/// Returns the ID, unless it identifies no one.
fn non_empty_id(user: Option<&UserId>) -> Option<&UserId> {
    user.filter(|user| !user.0.is_empty_id())
}

/// Returns the number without its plus, unless it identifies no one.
fn digits(number: Option<&WaId>) -> Option<Cow<'_, [u8]>> {
    let bytes = number?.bytes();
    let plus = usize::from(bytes.first() == Some(&b'+'));
    let is_empty = bytes[plus..].iter().all(|byte| *byte == b'0');
    (!is_empty).then(|| match bytes {
        Cow::Borrowed(bytes) => bytes[plus..].into(),
        Cow::Owned(bytes) => bytes[plus..].to_owned().into(),
    })
}

#[cfg(test)]
#[cfg(feature = "smartflow")]
mod tests {
    use crate::{smartflow::Webhook, wire::Text};

    /// Returns the names of the senders, in the order of the messages.
    fn senders(body: &str) -> Vec<Option<Text>> {
        let webhook = Webhook::parse(body.as_bytes()).unwrap();
        let parts = webhook.batches();
        let contacts = parts.flat_map(|part| part.senders());
        contacts.map(|(_, contact)| contact?.profile.as_ref()?.name.clone()).collect()
    }

    #[test]
    fn contacts_are_identified_by_their_ids() {
        let names = senders(
            r#"{
                "contacts": [
                    {"profile": {"name": "A"}, "wa_id": "919800000001"},
                    {"profile": {"name": "B"}, "user_id": "IN.2"},
                    {"profile": {"name": "C"}, "wa_id": 919800000003}
                ],
                "messages": [
                    {"id": "1", "from": "919800000003"},
                    {"id": "2", "from_user_id": "IN.2"},
                    {"id": "3", "from": "+919800000001"},
                    {"id": "4", "from": "919800000004"},
                    {"id": "5"}
                ]
            }"#,
        );
        let names: Vec<_> = names.iter().map(Option::as_deref).collect();
        assert_eq!(names, [Some("C"), Some("B"), Some("A"), None, None]);
    }

    #[test]
    fn many_contacts_are_distinguished_as_few_are() {
        let person = |n: usize| format!(r#"{{"wa_id":"+{n}","profile":{{"name":"{n}"}}}}"#);
        for count in [3, 30] {
            let people: Vec<_> = (1..count).chain([1]).map(person).collect();
            let messages: Vec<_> = (1..=count).map(|n| format!(r#"{{"from":"{n}"}}"#)).collect();
            let (people, messages) = (people.join(","), messages.join(","));
            let names = senders(&format!(r#"{{"contacts":[{people}],"messages":[{messages}]}}"#));
            let expected: Vec<_> =
                (1..count).map(|n| Some(n.to_string().into())).chain([None]).collect();
            assert_eq!(names, expected);
        }
    }

    #[test]
    fn empty_ids_match_no_one_and_ids_come_first() {
        let person =
            |n: usize| format!(r#"{{"wa_id":"","user_id":"GB.{n}","profile":{{"name":"{n}"}}}}"#);
        for count in [2, 30] {
            let people: Vec<_> = (0..count).map(person).collect();
            let message = |n| format!(r#"{{"from":"","from_user_id":"GB.{n}"}}"#);
            let messages: Vec<_> = (0..count).map(message).collect();
            let (people, messages) = (people.join(","), messages.join(","));
            let names = senders(&format!(r#"{{"contacts":[{people}],"messages":[{messages}]}}"#));
            let expected: Vec<_> = (0..count).map(|n| Some(n.to_string().into())).collect();
            assert_eq!(names, expected);
        }
        let names = senders(
            r#"{
                "contacts": [
                    {"wa_id": "447700900101", "user_id": "GB.1", "profile": {"name": "A"}},
                    {"wa_id": "447700900102", "user_id": "GB.2", "profile": {"name": "B"}}
                ],
                "messages": [{"from": "447700900101", "from_user_id": "GB.2"}, {"from": "0"}]
            }"#,
        );
        assert_eq!(names, [Some("B".into()), None]);
    }

    #[test]
    fn the_only_contact_is_someone_else_by_another_number() {
        let name = |from: &str| {
            let contact = r#"{"profile":{"name":"A"},"wa_id":"5215512345678"}"#;
            senders(&format!(r#"{{"contacts":[{contact}],"messages":{{"from":"{from}"}}}}"#))
                .remove(0)
        };
        for same in ["5215512345678", "+525512345678", "", "84011223344556@lid"] {
            assert_eq!(name(same), Some("A".into()), "{same}");
        }
        assert_eq!(name("447700900101"), None);
    }

    #[test]
    fn the_only_contact_needs_no_id() {
        let body = r#"{"contacts":[{"profile":{"name":"A"}}],"messages":{"from":"919800000001"}}"#;
        assert_eq!(senders(body), [Some("A".into())]);
        let body = r#"{"contacts":[{"profile":{"name":"A"}}],"messages":[{"id":"1"},{"id":"2"}]}"#;
        assert_eq!(senders(body), [None, None]);
        assert_eq!(senders(r#"{"messages":{"id":"1"}}"#), [None]);
    }

    #[test]
    fn a_status_of_a_group_is_about_a_member() {
        let webhook = Webhook::parse(
            br#"{
                "contacts": [{"wa_id": "919800000001"}, {"wa_id": "919800000002"}],
                "statuses": [
                    {"id": "1", "status": "read", "recipient_id": "Y2FwaV9ncm91cA",
                        "participant_recipient_id": "919800000002"},
                    {"id": "d-1"}
                ]
            }"#,
        )
        .unwrap();
        let part = webhook.batches().next().unwrap();
        let contact = part.recipients().next().unwrap().1.unwrap();
        assert_eq!(contact.wa_id.as_ref().unwrap().to_text(), "919800000002");
    }
}
