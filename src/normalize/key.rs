use std::{fmt::Write, time::Duration};

use serde::{Deserialize, Serialize, Serializer, ser::SerializeMap};

use super::{
    Actor, Address, AddressKind, DeliveryStatus, Event, Id, Kind, Mark, Message, PaymentStatus,
    StatusChange, event::Fields, fingerprint::fingerprint,
};
use crate::{Provider, redacted::Shown, wire::Extra};

/// Identifies an event, so that a second delivery of it can be dropped.
///
/// A key is made of what the event says, not of the bytes of the body. The same event has the same
/// key even in another spelling: members in another order, `null` for an absent member, an ID as a
/// number or a string, a time in another time zone or with digits beyond milliseconds, other
/// whitespace and escapes, the same elements in another batch, or a copy for another endpoint. The
/// strength of the key says what a consumer may do with a second event that has the same key:
///
/// | strength | the second event is | so |
/// | --- | --- | --- |
/// | [`Unique`](Self::Unique) | the same fact | drop it, however late it arrives |
/// | [`Composite`](Self::Composite) | the same fact: the same object, time and content | drop it |
/// | [`Weak`](Self::Weak) | the same fact or a repetition of it; nothing distinguishes the two | drop it only within minutes of the first, or treat the event as *this is the current state* |
/// | [`None`](Self::None) | another fact, or too short-lived to matter | do not deduplicate |
///
/// [`expires_after`](Self::expires_after) returns these periods as durations.
///
/// A unique or composite key never equals the key of another fact.
///
/// Composite and weak keys contain a fingerprint of everything that the event says, except for how
/// it was delivered and for snapshots of other objects:
///
/// - If the event is about a message or payment that has an ID, or about a call that a message
///   shows, the account, channel, inbox, contact and conversation do not count.
/// - If the event is about any other call or about a consent, what else is known of the contact
///   does not count.
/// - Of a conversation, `unread_count`, `waiting_since` and `can_reply` do not count.
///
/// A unique key contains an ID that determines the fact for good: two events with this ID say the
/// same, or the later one repeats it in another form.
///
/// | kind | its key is the ID of | because |
/// | --- | --- | --- |
/// | any with [`Event::id`] | the event | the ID itself says that the event is the same |
/// | `message.received`, `message.sent` | the message; a standby copy and a message from a history have keys of their own | a message is written once, and any change of it is another event |
/// | `message.updated` | the revision, if it has one; copies as above | a revision is made once |
/// | `message.deleted` | the message; a deletion by the contact has another key than one by the business | each of them deletes it once |
/// | `message.status_changed` | the message, with status, recipient and errors | a message reaches a status once, and fails with an error once; Chatwoot sends a failed message again, so there the time is part of the key |
/// | `payment.status_changed` | the message and the transaction, with everything that is said about the payment | an attempt reaches a state once |
/// | `conversation.created`, `contact.created`, `account.created` | the object | an object is created once |
/// | `inbox.deleted` | the inbox; the ID of a channel alone is not unique | an inbox is deleted once |
/// | `media.received` | the file, unless it was classified | a file is received once |
/// | `report.available` | the file | a file is created once |
/// | `campaign.completed` | the campaign, with status and figures | a campaign is completed once |
///
/// Tests check all of this with every fixture: they change one value at a time, and no unique or
/// composite key may stay the same if the fact changes.
///
/// # One installation
///
/// Keys are unique within one installation of a provider. Two Chatwoot servers both have an account
/// 1 with a message 1, and many keys contain no account. A store that takes events from several
/// installations adds a name of its own in front, with [`scoped`](Self::scoped).
///
/// # In a store
///
/// A key contains IDs as they were sent, so it may be as long as the body, and the ID of a WhatsApp
/// message encodes a phone number. Hash a key before it goes into a log. As a primary key, a
/// message ID or the value of a header, use its digest (`EventKey::digest`, with the feature
/// `digest`). A key that was stored as text is read back by [`from_parts`](Self::from_parts).
///
/// | carried as | what |
/// | --- | --- |
/// | primary key | the 32 bytes of the digest; the text may be too long for an index |
/// | header or message ID, such as `Nats-Msg-Id` | the hex digits of the digest: the text may hold what is not ASCII |
/// | `CloudEvents` | `id`: the hex digits; `source`: the installation; `type`: the kind; `time`: when the event happened, or else was received, as some SDKs invent one where it is missing |
///
/// The text of a key changes only with [`VERSION`](Self::VERSION).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(tag = "strength", content = "text", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[non_exhaustive]
pub enum EventKey {
    /// The key contains the ID that the fact itself has.
    Unique(String),
    /// The key contains the ID of the affected object, the time and a fingerprint of the content.
    Composite(String),
    /// The key contains a fingerprint of the content, which may occur again as another fact.
    Weak(String),
    /// There is no key, because nothing identifies the event.
    None,
}

impl EventKey {
    /// The version of the format of keys.
    ///
    /// Within a version, the same event has the same key in every release of this crate. A new
    /// version comes with an entry in the changelog that names the kinds of events whose keys
    /// differ.
    ///
    /// A store that keeps keys of the previous version does not recognize such an event when it is
    /// delivered again. Therefore, recompute the stored keys before the upgrade goes live:
    /// deserialize the stored JSON of the events, which later minor versions can read, and call
    /// [`Event::key`]. A store without that JSON may count events of these kinds twice for as long
    /// as senders retry, which is [`expires_after`](Self::expires_after).
    pub const VERSION: u32 = 1;

    /// Returns the key with the given strength and text, as returned by
    /// [`strength`](Self::strength) and [`as_str`](Self::as_str); `None` if there is no such
    /// strength.
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

    /// Returns the text of the key; `None` if nothing identifies the event.
    ///
    /// The provider, the kind and the account come first, followed by the other parts. Each part is
    /// preceded by `|`, or by `|=` if it is present. Within a part, `|` and `\` are escaped by a
    /// `\`, and a control character is written as `\x` and two hexadecimal digits. So the text is
    /// always a single line, and can be the value of a header if it is ASCII.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Unique(text) | Self::Composite(text) | Self::Weak(text) => Some(text),
            Self::None => None,
        }
    }

    /// Returns the name of the strength: `unique`, `composite`, `weak` or `none`.
    #[must_use]
    pub fn strength(&self) -> &'static str {
        match self {
            Self::Unique(_) => "unique",
            Self::Composite(_) => "composite",
            Self::Weak(_) => "weak",
            Self::None => "none",
        }
    }

    /// Returns the key with the name of an installation in front, for a store or stream that takes
    /// events from several installations.
    ///
    /// The result never equals a key without a name or with another name. The receiver chooses the
    /// name, such as the name of the endpoint; the body does not contain one.
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
            // No name of a provider begins with `=`.
            scoped.push('=');
            escape(installation, &mut scoped);
            scoped.push('|');
            scoped.push_str(text);
            *text = scoped;
        }
        self
    }

    /// Returns how long a store has to keep the key after it received the event; `None` if there is
    /// no key to keep.
    ///
    /// For unique and composite keys, that is eight days: one more than the longest time for which
    /// a provider is known to retry. Meta retries for up to seven days, SalesChat for three
    /// (files), AiSoule for minutes. Chatwoot sends account webhooks only once. Smartflow and Azeer
    /// publish nothing about it. Keeping these keys for longer does no harm.
    ///
    /// For weak keys, it is ten minutes. After that, a second event with the same key counts as
    /// new.
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
        let key = KeyBuilder::new(event);
        if let Some(id) = &event.id {
            return key.part(Some("event")).id(Some(id)).unique(event);
        }
        match &event.kind {
            Kind::MessageReceived(message) | Kind::MessageSent(message) => {
                key.id(event.message_id()).copy(message).unique(event)
            }
            Kind::MessageUpdated(message) => match &message.revision_id {
                Some(id) => key.id(Some(id)).copy(message).unique(event),
                None => key.id(event.message_id()).composite(event),
            },
            Kind::MessageDeleted(message) => {
                // The business may delete it after the contact did.
                let by_contact = matches!(event.actor, Actor::Contact).then_some("contact");
                key.id(event.message_id()).part(by_contact).copy(message).unique(event)
            }
            Kind::MessageStatusChanged(change) => {
                let key = key
                    .id(event.message_id())
                    .part(change.status.as_ref().map(DeliveryStatus::as_str))
                    .address(change.recipient.as_ref())
                    .failure(change, &event.extra);
                if change.is_final_for(event.provider) {
                    key.unique(event)
                } else {
                    key.composite(event)
                }
            }
            Kind::CallStatusChanged(call) => {
                let own = call.id.as_ref().or(event.message_id());
                key.id(own).id(call.external_id.as_ref()).composite(event)
            }
            Kind::PaymentStatusChanged(payment) => {
                let key = key
                    .id(event.message_id())
                    .id(payment.transaction_id.as_ref())
                    .part(payment.status.as_ref().map(PaymentStatus::as_str))
                    .part(payment.transaction_status.as_deref());
                match payment.transaction_id {
                    // A refund or a new error leaves the two statuses unchanged.
                    Some(_) => key.fingerprint(payment).unique(event),
                    None => key.composite(event),
                }
            }
            Kind::ConversationCreated => key.conversation(event).unique(event),
            Kind::ConversationUpdated(_)
            | Kind::ConversationStatusChanged(_)
            | Kind::ConversationMembersChanged(_)
            | Kind::ConversationDeleted => key.conversation(event).composite(event),
            Kind::ConversationAssigned(assignment) => key
                .part(Some(&*event.provider_event))
                .id(assignment.id.as_ref())
                .contact(event)
                .composite(event),
            Kind::ConversationTyping(_) => Self::None,
            Kind::ContactCreated => key.contact(event).unique(event),
            Kind::ContactUpdated(_) | Kind::ConsentChanged(_) | Kind::ContactDeleted => {
                key.contact(event).composite(event)
            }
            Kind::ContactExpired => key.contact(event).weak(event),
            Kind::CampaignCompleted(campaign) => key
                .id(campaign.id.as_ref())
                .part(campaign.status.as_deref())
                .fingerprint(campaign)
                .unique(event),
            Kind::MediaReceived(attachment) => {
                let key = key.id(attachment.id.as_ref());
                if attachment.labels.is_none() { key.unique(event) } else { key.composite(event) }
            }
            Kind::ReportAvailable(report) => key.id(report.file_id.as_ref()).unique(event),
            Kind::AccountCreated(_) => {
                key.id(event.account.as_ref().and_then(|account| account.id.as_ref())).unique(event)
            }
            Kind::InboxCreated | Kind::InboxUpdated(_) => key.inbox(event).composite(event),
            // A channel's ID is that of a row in one of several tables.
            Kind::InboxDeleted => match event.inbox.as_ref().and_then(|inbox| inbox.id.as_ref()) {
                Some(_) => key.inbox(event).unique(event),
                None => key.inbox(event).composite(event),
            },
            Kind::SessionStarted(session) => key.id(session.id.as_ref()).composite(event),
            Kind::LinkClicked(click) => key.id(click.click_id.as_ref()).composite(event),
            Kind::ConversionReported(conversion) => {
                key.id(event.message_id()).id(conversion.click_id.as_ref()).composite(event)
            }
            Kind::CampaignStatusChanged(campaign) => key.id(campaign.id.as_ref()).composite(event),
            Kind::FlowStatusChanged(flow) => key.id(flow.id.as_ref()).composite(event),
            Kind::AccountStatusChanged(change) => key
                .part(Some(&*event.provider_event))
                .part(change.event.as_deref())
                .id(change.subject_id.as_ref())
                .id(change.business_id.as_ref())
                .inbox(event)
                .composite(event),
            Kind::TemplateStatusChanged(template) | Kind::TemplateUpdated(template) => {
                key.part(Some(&*event.provider_event)).id(template.id.as_ref()).composite(event)
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
    /// Returns whether a message reaches this status only once, so that a second report of it is a
    /// repetition. Chatwoot sends a message that failed again under the same ID.
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

/// Appends a part, escaped so that it reads neither as two parts nor as the end of a line.
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

/// A key under construction.
struct KeyBuilder {
    text: String,
    /// Whether the affected object is identified.
    is_identified: bool,
    /// Whether the time of the event is known.
    has_time: bool,
}

impl KeyBuilder {
    fn new(event: &Event) -> Self {
        // Most keys are shorter.
        let mut text = String::with_capacity(160);
        text.extend([event.provider.as_str(), "|", event.kind.name()]);
        let account = event.account.as_ref().and_then(|account| account.id.as_ref());
        let key = Self { text, is_identified: false, has_time: false };
        key.part(account.map(Id::to_text).as_deref())
    }

    fn part(mut self, part: Option<&str>) -> Self {
        self.text.push('|');
        if let Some(part) = part {
            self.text.push('=');
            escape(part, &mut self.text);
        }
        self
    }

    /// Appends an ID that identifies the affected object.
    fn id(mut self, id: Option<&Id>) -> Self {
        let id = id.map(Id::to_text);
        self.is_identified |= id.as_deref().is_some_and(|id| !id.is_empty());
        self.part(id.as_deref())
    }

    /// Appends an address; a phone number is the same with and without a plus.
    fn address(self, address: Option<&Address>) -> Self {
        self.part(address.map(|address| match address.kind {
            AddressKind::Phone | AddressKind::WaId => address.value.trim_start_matches('+'),
            _ => &address.value,
        }))
    }

    /// Appends what distinguishes a copy from the message itself: a standby copy is marked as such,
    /// and the placeholder that a history sends first differs from the file that follows.
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
                self.is_identified = true;
                self.address(Some(address))
            }
            _ => self.id(contact.and_then(|contact| contact.id.as_ref())),
        }
    }

    fn conversation(self, event: &Event) -> Self {
        let inbox = event.inbox.as_ref().and_then(|inbox| inbox.id.as_ref());
        self.part(inbox.map(Id::to_text).as_deref())
            .id(event.conversation.as_ref().and_then(|conversation| conversation.id.as_ref()))
    }

    fn inbox(mut self, event: &Event) -> Self {
        let inbox = event.inbox.as_ref();
        let channel_id = inbox.and_then(|inbox| inbox.channel_id.as_ref());
        match inbox.and_then(|inbox| inbox.address.as_ref()) {
            Some(address) if channel_id.or(inbox.and_then(|inbox| inbox.id.as_ref())).is_none() => {
                self.is_identified = true;
                self.address(Some(address)).id(channel_id)
            }
            _ => {
                let own = inbox.and_then(|inbox| inbox.id.as_ref().or(inbox.waba_id.as_ref()));
                self.id(own).id(channel_id)
            }
        }
    }

    fn time(mut self, event: &Event) -> Self {
        self.has_time |= event.occurred_at.is_some();
        self.text.push('|');
        if let Some(at) = event.occurred_at {
            // Digits beyond milliseconds may differ between two copies of an event.
            let _ = write!(self.text, "={}.{:03}", at.timestamp(), at.timestamp_subsec_millis());
        }
        self
    }

    /// Appends the fingerprint of a whole value.
    fn fingerprint(mut self, value: &impl Serialize) -> Self {
        let json = serde_json::to_string(value).unwrap_or_default();
        self.text.push('|');
        let _ = write!(self.text, "={:032x}", fingerprint(&json));
        self
    }

    /// Appends why a message failed: its errors or, if none is modeled, all unmodeled members.
    fn failure(self, change: &StatusChange, extra: &Extra) -> Self {
        let has_failed = change.status == Some(DeliveryStatus::Failed);
        if !change.errors.is_empty() {
            self.fingerprint(&change.errors)
        } else if has_failed && !extra.is_empty() {
            self.fingerprint(extra)
        } else {
            self.part(None)
        }
    }

    /// Returns the key of an event that happens once to the identified object.
    fn unique(self, event: &Event) -> EventKey {
        if self.is_identified { EventKey::Unique(self.text) } else { self.weak(event) }
    }

    /// Returns the key of an event that may happen again, which also contains the time and the
    /// content.
    fn composite(self, event: &Event) -> EventKey {
        let is_identified = self.is_identified;
        let key = self.time(event).fingerprint(&KeyContent { event, is_identified });
        if key.is_identified && key.has_time {
            EventKey::Composite(key.text)
        } else {
            EventKey::Weak(key.text)
        }
    }

    fn weak(self, event: &Event) -> EventKey {
        let is_identified = self.is_identified;
        EventKey::Weak(self.time(event).fingerprint(&KeyContent { event, is_identified }).text)
    }
}

/// The content of an event: without its delivery and without snapshots of other objects. For an
/// event about a message that has an ID, that is the message alone.
struct KeyContent<'a> {
    event: &'a Event,
    is_identified: bool,
}

impl Serialize for KeyContent<'_> {
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
        if !(is_about_message && self.is_identified) {
            event.account.clone_from(&self.event.account);
            event.channel.clone_from(&self.event.channel);
            event.inbox.clone_from(&self.event.inbox);
            event.contact.clone_from(&self.event.contact);
            event.conversation.clone_from(&self.event.conversation);
        }
        if self.is_identified
            && matches!(kind, Kind::CallStatusChanged(_) | Kind::ConsentChanged(_))
        {
            // What else is known of the contact depends on the rest of the batch.
            event.contact = None;
        }
        if let Kind::ConversationUpdated(changes)
        | Kind::ContactUpdated(changes)
        | Kind::InboxUpdated(changes) = &mut event.kind
        {
            // Some relays send one object in place of the list.
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
