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

    /// Which contact wrote each message, and then whom each element of the statuses is about.
    pub(crate) fn whose(&self) -> Vec<Option<usize>> {
        let at =
            |contact: &Contact| self.contacts.iter().position(|own| std::ptr::eq(own, contact));
        let senders = self.messages.iter().map(|message| self.sender(message));
        let recipients = self.statuses.iter().map(|status| self.recipient(status));
        match self.contacts {
            [] => Vec::new(),
            _ => senders.chain(recipients).map(|contact| contact.and_then(at)).collect(),
        }
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
    pub(super) fn has_statuses(&self) -> bool {
        !self.statuses.is_empty()
    }

    /// What is wrong with the account.
    #[must_use]
    pub fn errors(&self) -> &'a [Error] {
        self.errors
    }

    /// Who wrote a message of this part.
    ///
    /// The only contact, of the only message; or else the contact with the number or the
    /// business-scoped id of the message.
    #[must_use]
    pub fn sender(&self, message: &Message) -> Option<&'a Contact> {
        let only = self.messages.len() == 1;
        self.contact(only, &[message.from.as_ref()], message.from_user_id.as_ref())
    }

    /// Whom a status of this part is about; in a group, the member.
    ///
    /// The only contact, of the only status; or else the contact with the number or the
    /// business-scoped id of the status.
    #[must_use]
    pub fn recipient(&self, status: &Status) -> Option<&'a Contact> {
        let only = self.statuses().count() == 1;
        let user = status.recipient_participant_user_id.as_deref();
        let user = user.or(status.recipient_user_id.as_ref());
        self.contact(only, &[status.participant_id(), status.recipient_id.as_ref()], user)
    }

    fn contact(
        &self,
        only: bool,
        numbers: &[Option<&WaId>],
        user: Option<&UserId>,
    ) -> Option<&'a Contact> {
        if let ([contact], true) = (self.contacts, only) {
            return Some(contact);
        }
        self.contacts.iter().find(|contact| {
            let own = contact.wa_id.as_ref();
            let number = own
                .is_some_and(|own| numbers.iter().flatten().any(|number| same_number(own, number)));
            number || (user.is_some() && contact.user_id.as_ref() == user)
        })
    }
}

/// Whether two numbers are the same, with a plus or without.
fn same_number(a: &WaId, b: &WaId) -> bool {
    a.as_str().trim_start_matches('+') == b.as_str().trim_start_matches('+')
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

    /// Names of the senders, message by message.
    fn senders(body: &str) -> Vec<Option<String>> {
        let webhook = Webhook::parse(body.as_bytes()).unwrap();
        let parts = webhook.parts();
        let contacts =
            parts.flat_map(|part| part.messages().iter().map(move |message| part.sender(message)));
        contacts.map(|contact| contact?.profile.as_ref()?.name.clone()).collect()
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
    fn the_only_contact_needs_no_id() {
        let body = r#"{"contacts":[{"profile":{"name":"A"}}],"messages":{"from":"919800000001"}}"#;
        assert_eq!(senders(body), [Some("A".to_owned())]);
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
        let contact = part.recipient(part.statuses().next().unwrap()).unwrap();
        assert_eq!(contact.wa_id.as_ref().unwrap().as_str(), "919800000002");
    }
}
