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

    /// Sets the contact, if `fill` tells anything of it.
    #[inline]
    pub(crate) fn set_contact(&mut self, fill: impl FnOnce(&mut Contact)) {
        let contact = self.contact.insert(Contact::default());
        fill(contact);
        // Mostly one of these tells, and nothing has to be made to compare with.
        if contact.id.is_none() && contact.addresses.is_empty() && *contact == Contact::default() {
            self.contact = None;
        }
    }

    /// Sets the inbox, if `fill` tells anything of it.
    #[inline]
    pub(crate) fn set_inbox(&mut self, fill: impl FnOnce(&mut Inbox)) {
        let inbox = self.inbox.insert(Inbox::default());
        fill(inbox);
        if inbox.id.is_none() && inbox.address.is_none() && *inbox == Inbox::default() {
            self.inbox = None;
        }
    }
}
