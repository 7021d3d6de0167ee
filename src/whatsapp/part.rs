use super::{
    AutomaticEvent, Call, Change, Contact, Error, Group, History, Message, Metadata, People,
    StateSync, Status, TrackingEvent, UserAction, UserIdUpdate, UserPreference, Value,
};
use crate::wire::{E164, Phone};

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
    /// The lists of one change in Meta's envelope.
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

    /// The lists of changes in Meta's envelope, change by change.
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

    /// Whether the list of statuses has elements.
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
