use std::{borrow::Cow, collections::BTreeMap};

use super::{
    AutomaticEvent, Call, Change, Contact, Error, Group, History, Message, Metadata, StateSync,
    Status, TrackingEvent, UserAction, UserId, UserIdUpdate, UserPreference, Value,
};
use crate::wire::{E164, Phone, Sameness, WaId};

/// Messages, statuses and the like that came together with their contacts: the body itself, or one
/// change in Meta's envelope.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Part<'a> {
    pub(crate) field: Option<&'a str>,
    pub(crate) metadata: Option<&'a Metadata>,
    pub(crate) business: Option<&'a Phone>,
    pub(crate) contacts: &'a [Contact],
    pub(crate) messages: &'a [Message],
    pub(crate) statuses: &'a [Status],
    pub(crate) echoes: &'a [Message],
    pub(crate) calls: &'a [Call],
    pub(crate) preferences: &'a [UserPreference],
    pub(crate) histories: &'a [History],
    pub(crate) errors: &'a [Error],
    pub(crate) user_actions: &'a [UserAction],
    pub(crate) state_syncs: &'a [StateSync],
    pub(crate) user_ids: &'a [UserIdUpdate],
    pub(crate) automatic_events: &'a [AutomaticEvent],
    pub(crate) tracking_events: &'a [TrackingEvent],
    pub(crate) groups: &'a [Group],
}

impl<'a> Part<'a> {
    /// What stands in changes of Meta's envelope.
    pub(crate) fn of_changes(
        changes: impl Iterator<Item = &'a Change>,
    ) -> impl Iterator<Item = Self> {
        changes.filter_map(|change| {
            let update = change.value.as_ref()?;
            Some(Self::of(Some(update.name()), update.lists()?))
        })
    }

    /// What the change is, where that is said.
    #[must_use]
    pub fn field(&self) -> Option<&'a str> {
        self.field
    }

    /// The business number, if the part tells; see also Smartflow's `businessPhoneNumber`.
    #[must_use]
    pub fn metadata(&self) -> Option<&'a Metadata> {
        self.metadata
    }

    /// Who wrote the messages, or whom the statuses, echoes and calls are about.
    #[must_use]
    pub fn contacts(&self) -> &'a [Contact] {
        self.contacts
    }

    /// Messages from customers; from a relay, or with the field `smb_message_echoes`, also those of
    /// the business.
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

    /// Messages that the business sent from its phone app.
    #[must_use]
    pub fn echoes(&self) -> &'a [Message] {
        self.echoes
    }

    /// Calls.
    #[must_use]
    pub fn calls(&self) -> &'a [Call] {
        self.calls
    }

    /// What customers want to get.
    #[must_use]
    pub fn preferences(&self) -> &'a [UserPreference] {
        self.preferences
    }

    /// Messages of before.
    #[must_use]
    pub fn histories(&self) -> &'a [History] {
        self.histories
    }

    /// What is wrong with the account.
    #[must_use]
    pub fn errors(&self) -> &'a [Error] {
        self.errors
    }

    /// Clicks on links of marketing messages.
    #[must_use]
    pub fn user_actions(&self) -> &'a [UserAction] {
        self.user_actions
    }

    /// Contacts of the phone app that were added, edited or removed.
    #[must_use]
    pub fn state_syncs(&self) -> &'a [StateSync] {
        self.state_syncs
    }

    /// Ids of customers that changed.
    #[must_use]
    pub fn user_ids(&self) -> &'a [UserIdUpdate] {
        self.user_ids
    }

    /// What customers did after they came through an ad.
    #[must_use]
    pub fn automatic_events(&self) -> &'a [AutomaticEvent] {
        self.automatic_events
    }

    /// What customers did with links.
    #[must_use]
    pub fn tracking_events(&self) -> &'a [TrackingEvent] {
        self.tracking_events
    }

    /// What happened to groups.
    #[must_use]
    pub fn groups(&self) -> &'a [Group] {
        self.groups
    }

    /// Whether anything has an event of its own.
    pub(crate) fn has_events(&self) -> bool {
        self.name().is_some()
            || !self.errors.is_empty()
            || !self.user_actions.is_empty()
            || !self.state_syncs.is_empty()
            || !self.user_ids.is_empty()
            || !self.automatic_events.is_empty()
            || !self.tracking_events.is_empty()
            || !self.groups.is_empty()
    }

    /// What the part is called after, if anything in it is known.
    pub(crate) fn name(&self) -> Option<&'static str> {
        let has_messages = !self.messages.is_empty() || !self.echoes.is_empty();
        let threads = self.histories.iter().flat_map(|history| history.threads.iter().flatten());
        let has_past = || threads.flat_map(|thread| &thread.messages).any(|list| !list.is_empty());
        if has_messages || has_past() {
            Some("message")
        } else if self.has_statuses() {
            Some("status")
        } else if !self.calls.is_empty() {
            Some("calls")
        } else {
            (!self.preferences.is_empty()).then_some("user_preferences")
        }
    }

    /// The messages, each with who wrote it; those of the business, with whom it went to.
    ///
    /// That is the contact with the business-scoped id of the message, or else with its number; or
    /// the only contact of the only message, unless it has another number.
    pub fn senders(&self) -> impl Iterator<Item = (&'a Message, Option<&'a Contact>)> + use<'a> {
        let (people, contacts) = (self.people(), self.contacts);
        let contact = move |message| people.of_message(message).map(|at| &contacts[at]);
        self.messages.iter().map(move |message| (message, contact(message)))
    }

    /// The statuses, each with whom it is about; in a group, the member. Found as
    /// [senders](Self::senders) are.
    pub fn recipients(&self) -> impl Iterator<Item = (&'a Status, Option<&'a Contact>)> + use<'a> {
        let (people, contacts) = (self.people(), self.contacts);
        let contact = move |status| people.of_status(status).map(|at| &contacts[at]);
        self.statuses().map(move |status| (status, contact(status)))
    }

    fn people(&self) -> People<'a> {
        let about = self.messages.len() + self.statuses().count() + self.echoes.len();
        let about = about + self.calls.len() + self.preferences.len();
        People::new(self.contacts, self.line(), about == 1)
    }

    /// Number of the business.
    pub(crate) fn line(&self) -> Option<E164> {
        let own = self.metadata.and_then(|metadata| metadata.display_phone_number.as_ref()?.e164());
        own.or_else(|| self.business?.e164())
    }
}

/// The contacts of a part, to be found by what they are known by.
pub(crate) struct People<'a> {
    /// Number of the business, which is nobody of them.
    line: Option<E164>,
    known: Known<'a>,
}

enum Known<'a> {
    /// There is no other.
    Only(&'a Contact),
    Few(&'a [Contact]),
    /// By number and by id, so that looking for all is not looking at all for each.
    Many(BTreeMap<Cow<'a, [u8]>, usize>, BTreeMap<&'a UserId, usize>),
}

impl<'a> Known<'a> {
    fn new(contacts: &'a [Contact], only: bool) -> Self {
        const FEW: usize = 8;
        match contacts {
            [contact] if only => Self::Only(contact),
            few if few.len() <= FEW => Self::Few(few),
            many => {
                // The first one counts, so it is put in last.
                let contacts = || many.iter().enumerate().rev();
                Self::Many(
                    contacts()
                        .filter_map(|(at, contact)| Some((digits(contact.wa_id.as_ref())?, at)))
                        .collect(),
                    contacts()
                        .filter_map(|(at, contact)| Some((known(contact.user_id.as_ref())?, at)))
                        .collect(),
                )
            }
        }
    }
}

impl<'a> People<'a> {
    pub(crate) fn new(contacts: &'a [Contact], line: Option<E164>, only: bool) -> Self {
        Self { line, known: Known::new(contacts, only) }
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

    /// The first contact with one of the ids, or else with one of the numbers. Empty ones are
    /// nobody's, and the line of the business is nobody.
    fn find(&self, users: [Option<&UserId>; 2], numbers: [Option<&WaId>; 2]) -> Option<usize> {
        if matches!(self.known, Known::Few([])) {
            return None;
        }
        if let (Known::Only(contact), None, [Some(number), _]) = (&self.known, self.line, numbers)
            && contact.wa_id.as_ref().is_some_and(|own| own.bytes() == number.bytes())
        {
            // Most bodies are of this form.
            return Some(0);
        }
        let is_line = |number: &WaId| self.line.is_some() && number.e164() == self.line;
        let users = users.map(known);
        let numbers = numbers.map(|number| number.filter(|number| !is_line(number)));
        match &self.known {
            Known::Only(contact) => {
                let is_line = contact.wa_id.as_ref().is_some_and(is_line);
                (!is_line && !is_somebody_else(contact, users, numbers)).then_some(0)
            }
            Known::Few(contacts) => {
                let by_id = |contact: &Contact| {
                    let own = known(contact.user_id.as_ref());
                    own.is_some() && users.contains(&own)
                };
                let numbers = numbers.map(digits);
                let by_number = |contact: &Contact| {
                    let own = digits(contact.wa_id.as_ref());
                    own.is_some() && numbers.contains(&own)
                };
                contacts.iter().position(by_id).or_else(|| contacts.iter().position(by_number))
            }
            Known::Many(by_number, by_id) => {
                let at = users.into_iter().flatten().filter_map(|user| by_id.get(user)).min();
                let numbers = numbers.into_iter().filter_map(digits);
                at.or_else(|| numbers.filter_map(|number| by_number.get(&number)).min()).copied()
            }
        }
    }
}

/// Whether a contact has another id and another number than somebody.
fn is_somebody_else(
    contact: &Contact,
    users: [Option<&UserId>; 2],
    numbers: [Option<&WaId>; 2],
) -> bool {
    let own = known(contact.user_id.as_ref());
    if own.is_some() && users.contains(&own) {
        return false;
    }
    let Some(own) = &contact.wa_id else { return false };
    // Mostly that is all.
    if numbers.iter().flatten().any(|number| number.bytes() == own.bytes()) {
        return false;
    }
    let Some(own) = own.e164() else { return false };
    let mut numbers = numbers.into_iter().flatten().map(WaId::e164).peekable();
    numbers.peek().is_some()
        && numbers.all(|number| number.is_some_and(|number| own.compare(number) == Sameness::Other))
}

/// The id, unless it is nobody's.
fn known(user: Option<&UserId>) -> Option<&UserId> {
    user.filter(|user| !user.0.is_nobody())
}

/// A number without its plus, unless it is nobody's.
fn digits(number: Option<&WaId>) -> Option<Cow<'_, [u8]>> {
    let bytes = number?.bytes();
    let plus = usize::from(bytes.first() == Some(&b'+'));
    let is_nobody = bytes[plus..].iter().all(|byte| *byte == b'0');
    (!is_nobody).then(|| match bytes {
        Cow::Borrowed(bytes) => bytes[plus..].into(),
        Cow::Owned(bytes) => bytes[plus..].to_owned().into(),
    })
}

impl<'a> Part<'a> {
    /// What stands in one change of Meta's envelope.
    pub(crate) fn of(field: Option<&'a str>, value: &'a Value) -> Self {
        // A copy for one who listens has all but the line within.
        let held = value.standby.as_deref().unwrap_or(value);
        Self {
            field,
            metadata: value.metadata.as_deref(),
            business: None,
            contacts: held.contacts.as_deref().unwrap_or_default(),
            messages: held.messages.as_deref().unwrap_or_default(),
            statuses: held.statuses.as_deref().unwrap_or_default(),
            echoes: held.message_echoes.as_deref().unwrap_or_default(),
            calls: held.calls.as_deref().unwrap_or_default(),
            preferences: held.user_preferences.as_deref().unwrap_or_default(),
            histories: held.history.as_deref().unwrap_or_default(),
            errors: held.errors.as_deref().unwrap_or_default(),
            user_actions: held.user_actions.as_deref().unwrap_or_default(),
            state_syncs: held.state_sync.as_deref().unwrap_or_default(),
            user_ids: held.user_id_update.as_deref().unwrap_or_default(),
            automatic_events: held.automatic_events.as_deref().unwrap_or_default(),
            tracking_events: held.tracking_events.as_deref().unwrap_or_default(),
            groups: held.groups.as_deref().unwrap_or_default(),
        }
    }
}

#[cfg(test)]
#[cfg(feature = "smartflow")]
mod tests {
    use crate::{smartflow::Webhook, wire::Text};

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
    fn empty_is_nobody_and_ids_come_first() {
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
    fn the_only_contact_is_somebody_else_by_another_number() {
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
        let part = webhook.parts().next().unwrap();
        let contact = part.recipients().next().unwrap().1.unwrap();
        assert_eq!(contact.wa_id.as_ref().unwrap().as_str(), "919800000002");
    }
}
