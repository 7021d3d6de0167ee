//! What every mapping begins an event with.

use std::borrow::Cow;

use super::{Contact, Event, Inbox};
use crate::Provider;

impl Event {
    /// Adds an event whose kind is not known yet to a list, where it is made and stays.
    pub(crate) fn begin(
        events: &mut Vec<Self>,
        provider: Provider,
        name: impl Into<Cow<'static, str>>,
    ) -> &mut Self {
        let last = events.len();
        events.resize_with(last + 1, || Self::blank(provider, Cow::default()));
        let event = &mut events[last];
        event.provider_event = name.into();
        event
    }

    /// Sets the contact, if anything is known of it.
    pub(crate) fn set_contact(&mut self, contact: Contact) {
        // Mostly one of these tells, and nothing has to be made to compare with.
        if contact.id.is_some() || !contact.addresses.is_empty() || contact != Contact::default() {
            self.contact = Some(contact);
        }
    }

    /// Sets the inbox, if anything is known of it.
    pub(crate) fn set_inbox(&mut self, inbox: Inbox) {
        if inbox.id.is_some() || inbox.address.is_some() || inbox != Inbox::default() {
            self.inbox = Some(inbox);
        }
    }
}
