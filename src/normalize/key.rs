use std::{fmt::Write, time::Duration};

use serde::{Deserialize, Serialize, Serializer, ser::SerializeMap};

use super::{
    Actor, Address, AddressKind, DeliveryStatus, Event, Id, Kind, Mark, Message, PaymentStatus,
    StatusChange, event::Fields, fingerprint::fingerprint,
};
use crate::{Provider, redacted::Shown, wire::Extra};

/// Identifies an event, so that a second delivery of it can be dropped.
///
/// The key is made of what the event says, not of bytes. The same event in another spelling has the
/// same key: members in another order, `null` for what is absent, an id as a number or a string, a
/// time in another zone or with digits beyond milliseconds, other whitespace and escapes, the same
/// elements in another batch, a copy for another endpoint. The strength says what a consumer may do
/// with a second event of the same key:
///
/// | strength | a second one is | so |
/// | --- | --- | --- |
/// | [`Unique`](Self::Unique) | the same fact | drop it, however late it comes |
/// | [`Composite`](Self::Composite) | the same fact: the same object, time and content | drop it |
/// | [`Weak`](Self::Weak) | the same fact or a repetition of it; nothing distinguishes the two | drop it only within minutes of the first, or treat the event as *this is the state now* |
/// | [`None`](Self::None) | another fact, or too short-lived to matter | do not deduplicate |
///
/// [`expires_after`](Self::expires_after) has these times as numbers.
///
/// A key that is unique or composite never equals that of another fact. A composite one and a weak
/// one hold a fingerprint of all that the event says, except for its delivery and for snapshots of
/// other objects: of a message event, and of a call that a message shows, all but the message; of any
/// other call and of a consent what else is known of the contact; and of a conversation
/// `unread_count`, `waiting_since` and `can_reply`. A unique one holds an id that fixes the fact for
/// good, so that two events with this id say the same, or the later one says it anew:
///
/// | kind | its key is the id of | because |
/// | --- | --- | --- |
/// | any with [`Event::id`] | the event | it says that it is the same |
/// | `message.received`, `message.sent` | the message; a standby copy and a piece of a history have keys of their own | it is written once; what changes about it is another event |
/// | `message.updated` | the revision, if it has one; copies as above | it is made once |
/// | `message.deleted` | the message; the contact's deletion has another key than the business's | each deletes it once |
/// | `message.status_changed` | the message, with status, recipient and errors | it comes to a status once, and fails with an error once; Chatwoot tries again, so there the time counts |
/// | `payment.status_changed` | the message and the transaction, with all that is said of the payment | an attempt comes to a state once |
/// | `conversation.created`, `contact.created`, `account.created` | the object | it begins once |
/// | `inbox.deleted` | the inbox; of a channel's id alone it is not unique | it ends once |
/// | `media.received` | the file, unless it was classified | it comes in once |
/// | `report.available` | the file | it is made once |
/// | `campaign.completed` | the campaign, with status and figures | it is completed once |
///
/// Tests hold all of this against every fixture: they change one value at a time, and no strong key
/// may stay the same where the fact does not.
///
/// # One installation
///
/// Keys are unique within one installation of a provider. Two Chatwoot servers both have an account
/// 1 with a message 1, and many keys name no account. A store that takes events from several
/// installations puts a name of its own in front, by [`scoped`](Self::scoped).
///
/// # In a store
///
/// A key holds ids as they were sent, so it may be as long as the body, and the id of a WhatsApp
/// message encodes a phone number. Hash a key before it goes into a log; as a primary key, a message
/// id or a header value use its digest (`EventKey::digest`, with the feature `digest`). Written as
/// text, it is read back by [`from_parts`](Self::from_parts).
///
/// The text changes only with [`VERSION`](Self::VERSION).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(tag = "strength", content = "text", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[non_exhaustive]
pub enum EventKey {
    /// Made of the id that the fact itself has.
    Unique(String),
    /// Made of the id of the object it happened to, of the time, and of the content.
    Composite(String),
    /// Made of the content, which may come again as another fact.
    Weak(String),
    /// No key: nothing identifies the event.
    None,
}

impl EventKey {
    /// The version of the format of keys.
    ///
    /// Within a version, the same event has the same key in every release of this crate. A new
    /// version comes with an entry in the changelog that names the kinds of events whose keys
    /// differ. A store that keeps keys of the version before does not recognize those events when
    /// they come again, so compute the stored keys anew before the upgrade goes live: read the
    /// events' JSON, which later minor versions read, and call [`Event::key`]. A store without that
    /// JSON may count the events of these kinds twice for as long as senders retry, which is
    /// [`expires_after`](Self::expires_after).
    pub const VERSION: u32 = 1;

    /// Returns the key with this strength and text, as [`strength`](Self::strength) and
    /// [`as_str`](Self::as_str) gave them; `None` if there is no such strength.
    ///
    /// ```
    /// use chathooks::normalize::EventKey;
    ///
    /// let key = EventKey::from_parts("unique", "azeer|message.received||=wamid.A");
    /// assert_eq!(key, Some(EventKey::Unique("azeer|message.received||=wamid.A".into())));
    /// assert_eq!(EventKey::from_parts("strong", ""), None);
    /// ```
    #[must_use]
    pub fn from_parts(strength: &str, text: impl Into<String>) -> Option<Self> {
        Some(match strength {
            "unique" => Self::Unique(text.into()),
            "composite" => Self::Composite(text.into()),
            "weak" => Self::Weak(text.into()),
            "none" => Self::None,
            _ => return None,
        })
    }

    /// Returns the key as text; `None` if nothing identifies the event.
    ///
    /// Provider, kind and account come first, then the parts, each after a `|`, and after `|=` if it
    /// is present. In a part, `|` and `\` have `\` before them, and a control character is `\x` and
    /// two hex digits, so the text is one line and may be the value of a header once it is ASCII.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Unique(text) | Self::Composite(text) | Self::Weak(text) => Some(text),
            Self::None => None,
        }
    }

    /// Returns the name of the strength, such as `unique`.
    #[must_use]
    pub fn strength(&self) -> &'static str {
        match self {
            Self::Unique(_) => "unique",
            Self::Composite(_) => "composite",
            Self::Weak(_) => "weak",
            Self::None => "none",
        }
    }

    /// Returns the key with the name of an installation in front, for a store or a stream that
    /// takes events from several.
    ///
    /// It never equals a key without a name or with another one. The name is the receiver's own,
    /// such as that of the endpoint; the body does not give one.
    ///
    /// ```
    /// use chathooks::normalize::EventKey;
    ///
    /// let key = EventKey::Unique("chatwoot|message.received|=1|=1".into());
    /// let scoped = key.clone().scoped("chatwoot-eu");
    /// assert_eq!(scoped.as_str(), Some("=chatwoot-eu|chatwoot|message.received|=1|=1"));
    /// assert_ne!(scoped, key.scoped("chatwoot-us"));
    /// ```
    #[must_use]
    pub fn scoped(mut self, installation: &str) -> Self {
        if let Self::Unique(text) | Self::Composite(text) | Self::Weak(text) = &mut self {
            let mut scoped = String::with_capacity(text.len() + installation.len() + 2);
            // No provider begins with it.
            scoped.push('=');
            escape(installation, &mut scoped);
            scoped.push('|');
            scoped.push_str(text);
            *text = scoped;
        }
        self
    }

    /// Returns how long a store has to keep the key after an event was received; `None` if there is
    /// no key to keep.
    ///
    /// For unique and composite keys that is eight days, one more than the longest that a provider
    /// is known to retry: Meta for up to seven days, SalesChat for three (files), AiSoule for
    /// minutes. Chatwoot's account webhooks are sent once; of Smartflow and Azeer nothing is
    /// published. Keeping them for longer does no harm. After ten minutes a second event with the
    /// same weak key counts as new.
    #[must_use]
    pub fn expires_after(&self) -> Option<Duration> {
        const MINUTE: u64 = 60;
        const DAY: u64 = 24 * 60 * MINUTE;
        match self {
            Self::Unique(_) | Self::Composite(_) => Some(Duration::from_secs(8 * DAY)),
            Self::Weak(_) => Some(Duration::from_secs(10 * MINUTE)),
            Self::None => None,
        }
    }

    pub(crate) fn of(event: &Event) -> Self {
        let key = Parts::new(event);
        if let Some(id) = &event.id {
            return key.part(Some("event")).id(Some(id)).once(event);
        }
        match &event.kind {
            Kind::MessageReceived(message) | Kind::MessageSent(message) => {
                key.id(event.message_id()).copy(message).once(event)
            }
            Kind::MessageUpdated(message) => match &message.revision_id {
                Some(id) => key.id(Some(id)).copy(message).once(event),
                None => key.id(event.message_id()).each(event),
            },
            Kind::MessageDeleted(message) => {
                // The contact may delete it, and the business afterwards as well.
                let by_contact = matches!(event.actor, Actor::Contact).then_some("contact");
                key.id(event.message_id()).part(by_contact).copy(message).once(event)
            }
            Kind::MessageStatusChanged(change) => {
                let key = key
                    .id(event.message_id())
                    .part(change.status.as_ref().map(DeliveryStatus::as_str))
                    .address(change.recipient.as_ref())
                    .failure(change, &event.extra);
                if change.is_final_for(event.provider) { key.once(event) } else { key.each(event) }
            }
            Kind::CallStatusChanged(call) => {
                let own = call.id.as_ref().or(event.message_id());
                key.id(own).id(call.external_id.as_ref()).each(event)
            }
            Kind::PaymentStatusChanged(payment) => {
                let key = key
                    .id(event.message_id())
                    .id(payment.transaction_id.as_ref())
                    .part(payment.status.as_ref().map(PaymentStatus::as_str))
                    .part(payment.transaction_status.as_deref());
                match payment.transaction_id {
                    // A refund or a new error leaves the statuses as they were.
                    Some(_) => key.print(payment).once(event),
                    None => key.each(event),
                }
            }
            Kind::ConversationCreated => key.conversation(event).once(event),
            Kind::ConversationUpdated(_)
            | Kind::ConversationStatusChanged(_)
            | Kind::ConversationMembersChanged(_)
            | Kind::ConversationDeleted => key.conversation(event).each(event),
            Kind::ConversationAssigned(assignment) => key
                .part(Some(&*event.provider_event))
                .id(assignment.id.as_ref())
                .contact(event)
                .each(event),
            Kind::ConversationTyping(_) => Self::None,
            Kind::ContactCreated => key.contact(event).once(event),
            Kind::ContactUpdated(_) | Kind::ConsentChanged(_) | Kind::ContactDeleted => {
                key.contact(event).each(event)
            }
            Kind::ContactExpired => key.contact(event).weak(event),
            Kind::CampaignCompleted(campaign) => key
                .id(campaign.id.as_ref())
                .part(campaign.status.as_deref())
                .print(campaign)
                .once(event),
            Kind::MediaReceived(attachment) => {
                let key = key.id(attachment.id.as_ref());
                if attachment.labels.is_none() { key.once(event) } else { key.each(event) }
            }
            Kind::ReportAvailable(report) => key.id(report.file_id.as_ref()).once(event),
            Kind::AccountCreated(_) => {
                key.id(event.account.as_ref().and_then(|account| account.id.as_ref())).once(event)
            }
            Kind::InboxCreated | Kind::InboxUpdated(_) => key.inbox(event).each(event),
            // The id of a channel is that of a row in one of several tables.
            Kind::InboxDeleted => match event.inbox.as_ref().and_then(|inbox| inbox.id.as_ref()) {
                Some(_) => key.inbox(event).once(event),
                None => key.inbox(event).each(event),
            },
            Kind::SessionStarted(session) => key.id(session.id.as_ref()).each(event),
            Kind::LinkClicked(click) => key.id(click.click_id.as_ref()).each(event),
            Kind::ConversionReported(conversion) => {
                key.id(event.message_id()).id(conversion.click_id.as_ref()).each(event)
            }
            Kind::CampaignStatusChanged(campaign) => key.id(campaign.id.as_ref()).each(event),
            Kind::FlowStatusChanged(flow) => key.id(flow.id.as_ref()).each(event),
            Kind::AccountStatusChanged(change) => key
                .part(Some(&*event.provider_event))
                .part(change.event.as_deref())
                .id(change.subject_id.as_ref())
                .id(change.business_id.as_ref())
                .inbox(event)
                .each(event),
            Kind::TemplateStatusChanged(template) | Kind::TemplateUpdated(template) => {
                key.part(Some(&*event.provider_event)).id(template.id.as_ref()).each(event)
            }
            Kind::RuleTriggered(_)
            | Kind::ConversationMentioned
            | Kind::BillingAlert
            | Kind::Test
            | Kind::Unknown(_) => key.part(Some(&*event.provider_event)).weak(event),
        }
    }
}

impl StatusChange {
    /// Whether a message comes to this status once, so that a second report of it is the same one.
    /// Chatwoot sends a message that failed again, under its id.
    fn is_final_for(&self, provider: Provider) -> bool {
        let is_retried = provider == Provider::Chatwoot;
        match &self.status {
            None | Some(DeliveryStatus::Unknown(_)) => false,
            Some(DeliveryStatus::Queued | DeliveryStatus::Sent | DeliveryStatus::Failed) => {
                !is_retried
            }
            Some(DeliveryStatus::Delivered | DeliveryStatus::Read | DeliveryStatus::Played) => true,
        }
    }
}

impl Serialize for EventKey {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("strength", &Shown(self.strength()))?;
        if let Some(text) = self.as_str() {
            map.serialize_entry("text", text)?;
        }
        map.end()
    }
}

/// Adds a part that cannot be taken for two, nor for the end of a line.
pub(super) fn escape(part: &str, text: &mut String) {
    let is_special = |char: char| matches!(char, '|' | '\\') || char.is_control();
    let mut rest = part;
    while let Some(at) = rest.find(is_special) {
        text.push_str(&rest[..at]);
        let mut chars = rest[at..].chars();
        match chars.next() {
            Some(char) if char.is_control() => {
                let _ = write!(text, "\\x{:02x}", u32::from(char));
            }
            Some(char) => text.extend(['\\', char]),
            None => {}
        }
        rest = chars.as_str();
    }
    text.push_str(rest);
}

/// A key that is being written.
struct Parts {
    text: String,
    /// Whether what it happened to has a name.
    named: bool,
    /// Whether the moment is known.
    timed: bool,
}

impl Parts {
    fn new(event: &Event) -> Self {
        // Most keys are shorter.
        let mut text = String::with_capacity(160);
        text.extend([event.provider.as_str(), "|", event.kind.name()]);
        let account = event.account.as_ref().and_then(|account| account.id.as_ref());
        let key = Self { text, named: false, timed: false };
        key.part(account.map(Id::as_str).as_deref())
    }

    fn part(mut self, part: Option<&str>) -> Self {
        self.text.push('|');
        if let Some(part) = part {
            self.text.push('=');
            escape(part, &mut self.text);
        }
        self
    }

    /// A part that names what it happened to.
    fn id(mut self, id: Option<&Id>) -> Self {
        let id = id.map(Id::as_str);
        self.named |= id.as_deref().is_some_and(|id| !id.is_empty());
        self.part(id.as_deref())
    }

    /// An address; a number is the same with a plus and without.
    fn address(self, address: Option<&Address>) -> Self {
        self.part(address.map(|address| match address.kind {
            AddressKind::Phone | AddressKind::WaId => address.value.trim_start_matches('+'),
            _ => &address.value,
        }))
    }

    /// A copy for one who listens is not the message itself, and a history sends a placeholder first
    /// and the file later.
    fn copy(self, message: &Message) -> Self {
        let has = |mark: Mark| message.marks.contains(&mark);
        match (has(Mark::Standby), has(Mark::History)) {
            (true, _) => self.part(Some(Mark::Standby.as_str())),
            (_, true) => self.part(Some(message.content.name())),
            _ => self,
        }
    }

    fn contact(mut self, event: &Event) -> Self {
        let contact = event.contact.as_ref();
        match contact.and_then(|contact| contact.addresses.first()) {
            Some(address) if contact.is_some_and(|contact| contact.id.is_none()) => {
                self.named = true;
                self.address(Some(address))
            }
            _ => self.id(contact.and_then(|contact| contact.id.as_ref())),
        }
    }

    fn conversation(self, event: &Event) -> Self {
        let inbox = event.inbox.as_ref().and_then(|inbox| inbox.id.as_ref());
        self.part(inbox.map(Id::as_str).as_deref())
            .id(event.conversation.as_ref().and_then(|conversation| conversation.id.as_ref()))
    }

    fn inbox(mut self, event: &Event) -> Self {
        let inbox = event.inbox.as_ref();
        let channel_id = inbox.and_then(|inbox| inbox.channel_id.as_ref());
        match inbox.and_then(|inbox| inbox.address.as_ref()) {
            Some(address) if channel_id.or(inbox.and_then(|inbox| inbox.id.as_ref())).is_none() => {
                self.named = true;
                self.address(Some(address)).id(channel_id)
            }
            _ => {
                let own = inbox.and_then(|inbox| inbox.id.as_ref().or(inbox.waba_id.as_ref()));
                self.id(own).id(channel_id)
            }
        }
    }

    fn time(mut self, event: &Event) -> Self {
        self.timed |= event.occurred_at.is_some();
        self.text.push('|');
        if let Some(at) = event.occurred_at {
            // Digits beyond milliseconds differ between two copies of one event.
            let _ = write!(self.text, "={}.{:03}", at.timestamp(), at.timestamp_subsec_millis());
        }
        self
    }

    /// A part that stands for a whole value.
    fn print(mut self, value: &impl Serialize) -> Self {
        let json = serde_json::to_string(value).unwrap_or_default();
        self.text.push('|');
        let _ = write!(self.text, "={:032x}", fingerprint(&json));
        self
    }

    /// Why a message failed; where no error is modelled, all that is not.
    fn failure(self, change: &StatusChange, extra: &Extra) -> Self {
        let has_failed = change.status == Some(DeliveryStatus::Failed);
        if !change.errors.is_empty() {
            self.print(&change.errors)
        } else if has_failed && !extra.is_empty() {
            self.print(extra)
        } else {
            self.part(None)
        }
    }

    /// The key of what happens once to what has this id.
    fn once(self, event: &Event) -> EventKey {
        if self.named { EventKey::Unique(self.text) } else { self.weak(event) }
    }

    /// The key of what may happen again: made of the time and of all that the event says, too.
    fn each(self, event: &Event) -> EventKey {
        let is_named = self.named;
        let key = self.time(event).print(&Told { event, is_named });
        if key.named && key.timed {
            EventKey::Composite(key.text)
        } else {
            EventKey::Weak(key.text)
        }
    }

    fn weak(self, event: &Event) -> EventKey {
        let is_named = self.named;
        EventKey::Weak(self.time(event).print(&Told { event, is_named }).text)
    }
}

/// What an event says, without its delivery and without what is a snapshot of something else. Of a
/// message that has an id that is the message alone.
struct Told<'a> {
    event: &'a Event,
    is_named: bool,
}

impl Serialize for Told<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Event { kind, extra, .. } = self.event;
        let is_about_message = match kind {
            Kind::MessageReceived(_)
            | Kind::MessageSent(_)
            | Kind::MessageUpdated(_)
            | Kind::MessageDeleted(_)
            | Kind::MessageStatusChanged(_)
            | Kind::PaymentStatusChanged(_) => true,
            Kind::CallStatusChanged(call) => call.message.is_some(),
            _ => false,
        };
        let mut event = Event {
            extra: extra.clone(),
            actor: self.event.actor.clone(),
            ..Event::new(self.event.provider, "", kind.clone())
        };
        if !(is_about_message && self.is_named) {
            event.account.clone_from(&self.event.account);
            event.channel.clone_from(&self.event.channel);
            event.inbox.clone_from(&self.event.inbox);
            event.contact.clone_from(&self.event.contact);
            event.conversation.clone_from(&self.event.conversation);
        }
        if self.is_named && matches!(kind, Kind::CallStatusChanged(_) | Kind::ConsentChanged(_)) {
            // What else is known of the person depends on what came in the same batch.
            event.contact = None;
        }
        if let Kind::ConversationUpdated(changes)
        | Kind::ContactUpdated(changes)
        | Kind::InboxUpdated(changes) = &mut event.kind
        {
            // Some relays make one object of the list.
            changes.sort_by(|one, other| one.field.cmp(&other.field));
        }
        if let Some(conversation) = &mut event.conversation {
            conversation.unread_count = None;
            conversation.waiting_since = None;
            conversation.can_reply = None;
        }
        Fields::serialize(&event, to)
    }
}

#[cfg(test)]
mod tests {
    use super::{EventKey, escape};

    #[test]
    fn parts_stay_apart_and_on_one_line() {
        for (part, escaped) in [
            ("wamid.A==", "wamid.A=="),
            ("a|b\\", "a\\|b\\\\"),
            ("\0\n\u{7f}\u{85}é\u{2028}", "\\x00\\x0a\\x7f\\x85é\u{2028}"),
            ("\\x00", "\\\\x00"),
        ] {
            let mut text = String::new();
            escape(part, &mut text);
            assert_eq!(text, escaped);
        }
    }

    #[test]
    fn read_back() {
        for key in [
            EventKey::Unique("a|=\\x00".into()),
            EventKey::Composite("b".into()),
            EventKey::Weak(String::new()),
            EventKey::None,
        ] {
            let json = serde_json::to_string(&key).unwrap();
            assert_eq!(serde_json::from_str::<EventKey>(&json).unwrap(), key, "{json}");
            let text = key.as_str().unwrap_or_default();
            assert_eq!(EventKey::from_parts(key.strength(), text), Some(key));
        }
    }

    #[test]
    fn scopes_nest_and_never_meet() {
        let key = |text: &str| EventKey::Unique(text.into());
        let keys = [
            key("azeer|test"),
            key("azeer|test").scoped(""),
            key("azeer|test").scoped("a"),
            key("azeer|test").scoped("a|b"),
            key("azeer|test").scoped("b").scoped("a"),
            EventKey::Weak("azeer|test".into()).scoped("a"),
        ];
        for (index, one) in keys.iter().enumerate() {
            assert!(!keys[index + 1..].contains(one), "{one:?}");
        }
        assert_eq!(EventKey::None.scoped("a"), EventKey::None);
    }
}
