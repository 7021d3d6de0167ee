use std::time::Duration;

use serde::{Deserialize, Serialize, Serializer, ser::SerializeMap};

use super::key_builder::escape;
use crate::redacted::Shown;

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
/// | any with [`Event::id`](super::Event::id) | the event | the ID itself says that the event is the same |
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
    /// [`Event::key`](super::Event::key). A store without that JSON may count events of these kinds twice for as long
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

#[cfg(test)]
mod tests {
    use super::EventKey;

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
