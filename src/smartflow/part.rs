use std::{borrow::Cow, collections::BTreeMap};

use super::Webhook;
use crate::{
    whatsapp::{Contact, Error, Message, Metadata, Status, UserId, Value},
    wire::WaId,
};

/// Messages and statuses that came together with their contacts: the body itself, or one change
/// in Meta's envelope.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part<'a> {
    metadata: Option<&'a Metadata>,
    contacts: &'a [Contact],
    messages: &'a [Message],
    statuses: &'a [Status],
    errors: &'a [Error],
}

impl<'a> Part<'a> {
    pub(crate) fn new(
        contacts: &'a [Contact],
        messages: &'a [Message],
        statuses: &'a [Status],
    ) -> Self {
        Self { metadata: None, contacts, messages, statuses, errors: &[] }
    }

    /// The business number, if the part tells; see also [`Webhook::business_phone_number`].
    #[must_use]
    pub fn metadata(&self) -> Option<&'a Metadata> {
        self.metadata
    }

    /// Who wrote the messages, or whom the statuses are about.
    #[must_use]
    pub fn contacts(&self) -> &'a [Contact] {
        self.contacts
    }

    /// Messages from customers.
    #[must_use]
    pub fn messages(&self) -> &'a [Message] {
        self.messages
    }

    /// What became of messages of the business, without elements that are
    /// [no status](Status::is_status).
    pub fn statuses(&self) -> impl Iterator<Item = &'a Status> + use<'a> {
        self.statuses.iter().filter(|status| status.is_status())
    }

    /// Whether anything stands in the list of statuses.
    pub(crate) fn has_statuses(&self) -> bool {
        !self.statuses.is_empty()
    }

    /// What is wrong with the account.
    #[must_use]
    pub fn errors(&self) -> &'a [Error] {
        self.errors
    }

    /// The messages, each with who wrote it.
    ///
    /// That is the only contact, if there is only one message; or else the contact with the number
    /// or the business-scoped id of the message.
    pub fn senders(&self) -> impl Iterator<Item = (&'a Message, Option<&'a Contact>)> + use<'a> {
        let contacts = self.contacts;
        let whose = self.whose_messages().map(|at| Some(&contacts[at?]));
        self.messages.iter().zip(whose)
    }

    /// The statuses, each with whom it is about; in a group, the member.
    ///
    /// That is the only contact, if there is only one status; or else the contact with the number
    /// or the business-scoped id of the status.
    pub fn recipients(&self) -> impl Iterator<Item = (&'a Status, Option<&'a Contact>)> + use<'a> {
        let contacts = self.contacts;
        let whose = self.whose_statuses().map(|at| Some(&contacts[at?]));
        self.statuses.iter().zip(whose).filter(|(status, _)| status.is_status())
    }

    /// Which contact wrote each message.
    pub(crate) fn whose_messages(&self) -> impl Iterator<Item = Option<usize>> + use<'a> {
        let people = People::new(self.contacts, self.messages.len() == 1);
        self.messages.iter().map(move |message| {
            people.find([message.from.as_ref(), None], message.from_user_id.as_deref())
        })
    }

    /// Which contact each element of the statuses is about.
    pub(crate) fn whose_statuses(&self) -> impl Iterator<Item = Option<usize>> + use<'a> {
        let people = People::new(self.contacts, self.statuses().count() == 1);
        self.statuses.iter().map(move |status| {
            let user = status.recipient_participant_user_id.as_deref();
            let user = user.or(status.recipient_user_id.as_deref());
            people.find([status.participant_id(), status.recipient_id.as_ref()], user)
        })
    }
}

/// The contacts of a part, to be found by what they are known by.
enum People<'a> {
    /// There is no other.
    Only,
    Few(&'a [Contact]),
    /// By number and by id, so that looking for all is not looking at all for each.
    Many(BTreeMap<Cow<'a, str>, usize>, BTreeMap<&'a UserId, usize>),
}

impl<'a> People<'a> {
    fn new(contacts: &'a [Contact], only: bool) -> Self {
        const FEW: usize = 8;
        match contacts {
            [_] if only => Self::Only,
            few if few.len() <= FEW => Self::Few(few),
            many => {
                // The first one counts, so it is put in last.
                let numbered = |(at, contact): (usize, &'a Contact)| {
                    contact.wa_id.as_ref().map(|number| (digits(number), at))
                };
                let known = |(at, contact): (usize, &'a Contact)| {
                    contact.user_id.as_ref().map(|id| (id, at))
                };
                Self::Many(
                    many.iter().enumerate().rev().filter_map(numbered).collect(),
                    many.iter().enumerate().rev().filter_map(known).collect(),
                )
            }
        }
    }

    /// The first contact with one of the numbers, or with the id.
    fn find(&self, numbers: [Option<&WaId>; 2], user: Option<&UserId>) -> Option<usize> {
        let numbers = numbers.into_iter().flatten();
        match self {
            Self::Only => Some(0),
            Self::Few(contacts) => contacts.iter().position(|contact| {
                let own = contact.wa_id.as_ref();
                own.is_some_and(|own| numbers.clone().any(|number| digits(own) == digits(number)))
                    || (user.is_some() && contact.user_id.as_ref() == user)
            }),
            Self::Many(by_number, by_id) => {
                let by_id = user.and_then(|id| by_id.get(id));
                numbers
                    .filter_map(|number| by_number.get(&digits(number)))
                    .chain(by_id)
                    .min()
                    .copied()
            }
        }
    }
}

/// A number without its plus.
fn digits(number: &WaId) -> Cow<'_, str> {
    match number.as_str() {
        Cow::Borrowed(text) => text.trim_start_matches('+').into(),
        Cow::Owned(text) => text.trim_start_matches('+').to_owned().into(),
    }
}

impl<'a> From<&'a Webhook> for Part<'a> {
    /// What stands at the top of the body.
    fn from(webhook: &'a Webhook) -> Self {
        Self {
            metadata: webhook.metadata.as_deref(),
            contacts: webhook.contacts.as_deref().unwrap_or_default(),
            messages: webhook.messages.as_deref().unwrap_or_default(),
            statuses: webhook.statuses.as_deref().unwrap_or_default(),
            errors: webhook.errors.as_deref().unwrap_or_default(),
        }
    }
}

impl<'a> From<&'a Value> for Part<'a> {
    fn from(value: &'a Value) -> Self {
        Self {
            metadata: value.metadata.as_deref(),
            contacts: value.contacts.as_deref().unwrap_or_default(),
            messages: value.messages.as_deref().unwrap_or_default(),
            statuses: value.statuses.as_deref().unwrap_or_default(),
            errors: value.errors.as_deref().unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::Text;

    /// Names of the senders, message by message.
    fn senders(body: &str) -> Vec<Option<Text>> {
        let webhook = Webhook::parse(body.as_bytes()).unwrap();
        let parts = webhook.parts();
        let contacts = parts.flat_map(|part| part.senders());
        contacts.map(|(_, contact)| contact?.profile.as_ref()?.name.clone()).collect()
    }

    #[test]
    fn contacts_are_told_by_their_ids() {
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
    fn many_contacts_are_told_apart_as_few_are() {
        let person = |n: usize| format!(r#"{{"wa_id":"+{n}","profile":{{"name":"{n}"}}}}"#);
        for count in [3, 30] {
            let people: Vec<_> = (0..count).chain([1]).map(person).collect();
            let messages: Vec<_> = (0..=count).map(|n| format!(r#"{{"from":"{n}"}}"#)).collect();
            let (people, messages) = (people.join(","), messages.join(","));
            let names = senders(&format!(r#"{{"contacts":[{people}],"messages":[{messages}]}}"#));
            let expected: Vec<_> =
                (0..count).map(|n| Some(n.to_string().into())).chain([None]).collect();
            assert_eq!(names, expected);
        }
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
        let part = webhook.parts().next().unwrap();
        let contact = part.recipients().next().unwrap().1.unwrap();
        assert_eq!(contact.wa_id.as_ref().unwrap().as_str(), "919800000002");
    }
}
