use super::{
    AutomaticEvent, Call, Change, Contact, ContactIndex, Error, Group, History, Message, Metadata,
    StateSync, Status, TrackingEvent, UserAction, UserIdUpdate, UserPreference, Value,
};
use crate::wire::{E164, Phone};

/// The messages, statuses and other objects that were sent together with their contacts: those of
/// the body itself, or of one change in Meta's envelope.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Batch<'a> {
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

impl<'a> Batch<'a> {
    /// Returns the arrays of one change in Meta's envelope.
    pub(crate) fn of(field: Option<&'a str>, value: &'a Value) -> Self {
        // A standby value nests everything except its metadata.
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

    /// Returns the arrays of changes in Meta's envelope, one part for each change.
    pub(crate) fn of_changes(
        changes: impl Iterator<Item = &'a Change>,
    ) -> impl Iterator<Item = Self> {
        changes.filter_map(|change| {
            let update = change.value.as_ref()?;
            Some(Self::of(Some(update.name()), update.lists()?))
        })
    }

    /// Returns the name of the field that the change belongs to, if it is given.
    #[must_use]
    pub fn field(&self) -> Option<&'a str> {
        self.field
    }

    /// Returns the business phone number, if the part has it. See also Smartflow's
    /// `businessPhoneNumber`.
    #[must_use]
    pub fn metadata(&self) -> Option<&'a Metadata> {
        self.metadata
    }

    /// Returns the customers who sent the messages, or whom the statuses, echoes and calls are
    /// about.
    #[must_use]
    pub fn contacts(&self) -> &'a [Contact] {
        self.contacts
    }

    /// Returns the messages from customers. From a relay, or with the field `smb_message_echoes`,
    /// they may include messages of the business.
    #[must_use]
    pub fn messages(&self) -> &'a [Message] {
        self.messages
    }

    /// Returns the statuses of messages sent by the business, of calls, or of payments, without the
    /// elements that are [not a status](Status::is_status).
    pub fn statuses(&self) -> impl Iterator<Item = &'a Status> + use<'a> {
        self.statuses.iter().filter(|status| status.is_status())
    }

    /// Returns whether the array of statuses has elements.
    pub(crate) fn has_statuses(&self) -> bool {
        !self.statuses.is_empty()
    }

    /// Returns the messages that the business sent from its phone app.
    #[must_use]
    pub fn echoes(&self) -> &'a [Message] {
        self.echoes
    }

    /// Returns the events of calls.
    #[must_use]
    pub fn calls(&self) -> &'a [Call] {
        self.calls
    }

    /// Returns the choices of customers about which messages they receive.
    #[must_use]
    pub fn preferences(&self) -> &'a [UserPreference] {
        self.preferences
    }

    /// Returns the batches of earlier messages.
    #[must_use]
    pub fn histories(&self) -> &'a [History] {
        self.histories
    }

    /// Returns the errors of the account.
    #[must_use]
    pub fn errors(&self) -> &'a [Error] {
        self.errors
    }

    /// Returns the clicks on links in marketing messages.
    #[must_use]
    pub fn user_actions(&self) -> &'a [UserAction] {
        self.user_actions
    }

    /// Returns the contacts of the phone app that were added, edited or removed.
    #[must_use]
    pub fn state_syncs(&self) -> &'a [StateSync] {
        self.state_syncs
    }

    /// Returns the changes of customers' business-scoped IDs.
    #[must_use]
    pub fn user_ids(&self) -> &'a [UserIdUpdate] {
        self.user_ids
    }

    /// Returns the purchases and leads of customers who came through an ad.
    #[must_use]
    pub fn automatic_events(&self) -> &'a [AutomaticEvent] {
        self.automatic_events
    }

    /// Returns the actions of customers on links.
    #[must_use]
    pub fn tracking_events(&self) -> &'a [TrackingEvent] {
        self.tracking_events
    }

    /// Returns the events of groups.
    #[must_use]
    pub fn groups(&self) -> &'a [Group] {
        self.groups
    }

    /// Returns whether the part has anything that yields an event of its own.
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

    /// Returns the name of the part's most important content, or `None` if nothing in it is known.
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

    /// Returns the messages, each with the contact who sent it or, for messages of the business,
    /// who received it.
    ///
    /// That is the contact with the same business-scoped ID as the message, or else with the same
    /// phone number. The only contact also belongs to the only message, unless their phone numbers
    /// differ.
    pub fn senders(&self) -> impl Iterator<Item = (&'a Message, Option<&'a Contact>)> + use<'a> {
        let (people, contacts) = (self.people(), self.contacts);
        let contact = move |message| people.of_message(message).map(|at| &contacts[at]);
        self.messages.iter().map(move |message| (message, contact(message)))
    }

    /// Returns the statuses, each with the contact it is about; in a group, that is the
    /// participant. The contact is found in the same way as by [`senders`](Self::senders).
    pub fn recipients(&self) -> impl Iterator<Item = (&'a Status, Option<&'a Contact>)> + use<'a> {
        let (people, contacts) = (self.people(), self.contacts);
        let contact = move |status| people.of_status(status).map(|at| &contacts[at]);
        self.statuses().map(move |status| (status, contact(status)))
    }

    fn people(&self) -> ContactIndex<'a> {
        let about = self.messages.len() + self.statuses().count() + self.echoes.len();
        let about = about + self.calls.len() + self.preferences.len();
        ContactIndex::new(self.contacts, self.business_number(), about == 1)
    }

    /// Returns the phone number of the business.
    pub(crate) fn business_number(&self) -> Option<E164> {
        let own = self.metadata.and_then(|metadata| metadata.display_phone_number.as_ref()?.e164());
        own.or_else(|| self.business?.e164())
    }
}
