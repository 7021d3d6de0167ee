use super::{Address, AddressKind, Event, Id, Kind, key_builder::escape};
use crate::Provider;

impl Event {
    /// Returns the platform's ID of the account; `None` if the body does not name the account.
    #[must_use]
    pub fn account_id(&self) -> Option<&Id> {
        self.account.as_ref()?.id.as_ref()
    }

    /// Returns the ID of the conversation, or of the WhatsApp group.
    ///
    /// `None` if the platform has no conversations, or the body does not name it.
    #[must_use]
    pub fn conversation_id(&self) -> Option<&Id> {
        self.conversation.as_ref()?.id.as_ref()
    }

    /// Returns the platform's ID of the contact.
    ///
    /// `None` if the platform knows people by address alone, or the body does not name them.
    #[must_use]
    pub fn contact_id(&self) -> Option<&Id> {
        self.contact.as_ref()?.id.as_ref()
    }

    /// Returns a key that all events of one conversation share, by which to group, lock or
    /// partition.
    ///
    /// `None` if the event belongs to no conversation, or does not say to which.
    ///
    /// | provider | made of |
    /// | --- | --- |
    /// | `chatwoot`, `saleschat` | the ID of the conversation, and that of the account if it is named |
    /// | `smartflow`, `meta` | the business phone number, and the group or the customer's address; for a status, that of its recipient |
    /// | `aisoule` | the customer's address, or else the ID of the contact |
    /// | `azeer` | the ID of the account, and the ID of the contact or else the customer's address |
    ///
    /// A number is written without its plus, so that `messages` and `statuses` get the same key.
    /// Still, a body that names less than another may get a different key: Smartflow names the
    /// business phone number in some bodies only, and WhatsApp may name a customer by number first
    /// and by business-scoped ID later.
    ///
    /// Like an [`EventKey`](super::EventKey), the key is unique within one installation and holds
    /// personal data, and its format changes only with
    /// [`EventKey::VERSION`](super::EventKey::VERSION).
    ///
    /// ```
    /// use chathooks::Provider;
    ///
    /// let received = Provider::Meta.receive(br#"{"metadata":{"display_phone_number":"442079460123"},
    ///     "contacts":[{"wa_id":"447700900101"}],
    ///     "messages":[{"from":"447700900101","id":"wamid.A"}],
    ///     "statuses":[{"id":"wamid.B","status":"read","recipient_id":"447700900101"}]}"#);
    /// for event in received.events {
    ///     let key = event.conversation_key();
    ///     assert_eq!(key.as_deref(), Some("meta|=442079460123|=447700900101"));
    /// }
    /// ```
    #[must_use]
    pub fn conversation_key(&self) -> Option<String> {
        let id = |id: Option<&Id>| id.map(|id| id.to_text().into_owned());
        let (scope, own) = match self.provider {
            Provider::Chatwoot | Provider::SalesChat => {
                (id(self.account_id()), id(self.conversation_id()))
            }
            Provider::Smartflow | Provider::Meta => {
                let group = id(self.conversation_id());
                (self.business(), group.or_else(|| self.customer()))
            }
            Provider::AiSoule => (None, self.customer().or_else(|| id(self.contact_id()))),
            Provider::Azeer => {
                (id(self.account_id()), id(self.contact_id()).or_else(|| self.customer()))
            }
        };
        let mut key = String::from(self.provider.as_str());
        for part in [scope, Some(own?)] {
            key.push('|');
            if let Some(part) = part {
                key.push('=');
                escape(&part, &mut key);
            }
        }
        Some(key)
    }

    /// The business phone number, or else the ID of the inbox.
    fn business(&self) -> Option<String> {
        let inbox = self.inbox.as_ref()?;
        let number = inbox.address.as_ref().map(canonical);
        number.or_else(|| inbox.id.as_ref().map(|id| id.to_text().into_owned()))
    }

    /// The customer's address; for a status, that of its recipient.
    fn customer(&self) -> Option<String> {
        let recipient = match &self.kind {
            Kind::MessageStatusChanged(change) => change.recipient.as_ref(),
            _ => None,
        };
        recipient.or_else(|| self.address()).map(canonical)
    }
}

/// An address as text; a number without its plus.
fn canonical(address: &Address) -> String {
    match address.kind {
        AddressKind::Phone | AddressKind::WaId => {
            let number = address.e164().map(|number| number.to_string());
            let text = number.as_deref().unwrap_or(&address.value);
            text.trim_start_matches('+').to_owned()
        }
        _ => String::from(&*address.value),
    }
}

#[cfg(all(test, feature = "providers"))]
mod tests {
    use crate::Provider;

    fn keys(provider: Provider, body: &str) -> Vec<Option<String>> {
        let received = provider.receive(body.as_bytes());
        assert!(received.is_complete(), "{:?}", received.error);
        received.events.iter().map(super::Event::conversation_key).collect()
    }

    #[test]
    fn what_belongs_together_has_one_key() {
        let line = r#""metadata":{"display_phone_number":"442079460123"}"#;
        let both = keys(
            Provider::Meta,
            &format!(
                r#"{{{line},"messages":[{{"from":"447700900101","id":"1"}}],
                "statuses":[{{"id":"2","status":"sent","recipient_id":"+447700900101"}}]}}"#
            ),
        );
        let key = Some("meta|=442079460123|=447700900101".to_owned());
        assert_eq!(both, [key.clone(), key.clone()]);
        let echo = r#""message_echoes":[{"from":"442079460123","to":"447700900101","id":"3"}]"#;
        let body = format!(r#"{{{line},{echo},"field":"smb_message_echoes"}}"#);
        assert_eq!(keys(Provider::Meta, &body), [key]);

        let body = format!(
            r#"{{{line},"messages":[{{"from":"447700900101","group_id":"120363@g.us","id":"4"}}]}}"#
        );
        let key = Some("meta|=442079460123|=120363@g.us".to_owned());
        assert_eq!(keys(Provider::Meta, &body), [key]);

        let message =
            r#"{"id":7,"account":{"id":1},"conversation":{"id":20},"event":"message_created"}"#;
        let key = Some("chatwoot|=1|=20".to_owned());
        assert_eq!(keys(Provider::Chatwoot, message), [key]);
        let contact = r#"{"id":7,"account":{"id":1},"event":"contact_created"}"#;
        assert_eq!(keys(Provider::Chatwoot, contact), [None]);
    }
}
