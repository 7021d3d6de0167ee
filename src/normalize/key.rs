use std::{collections::BTreeMap, fmt::Write};

use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::value::RawValue;

use super::{Address, ConversationStatus, DeliveryStatus, Event, Id, Kind, Message};
use crate::redacted::Shown;

/// By what to tell an event from others, and how far that carries.
///
/// It is built from what the event says, not from bytes: deliveries that differ in the order of
/// members, in white space, in escapes, or in whether an id is a number or a text, have the same
/// key. The strength says what a consumer may do with a second event of the same key:
///
/// | strength | a second one is | so |
/// | --- | --- | --- |
/// | [`Unique`](Self::Unique) | the same fact | drop it, however late it comes |
/// | [`Composite`](Self::Composite) | the same fact, unless two happened at the same moment | drop it |
/// | [`Weak`](Self::Weak) | the same fact or a repetition of it; nothing tells which | drop it only within minutes of the first, or treat the event as *this is the state now* |
/// | [`None`](Self::None) | another fact, or too short-lived to matter | do not deduplicate |
///
/// Providers try again for up to three days (SalesChat, for files) or some days (Meta); keeping keys
/// for a week is safe. A key holds ids as they were sent, and the id of a WhatsApp message encodes a
/// phone number: hash a key before it goes into a log.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(tag = "strength", content = "text", rename_all = "snake_case"),
    schemars(transform = super::tidy)
)]
#[non_exhaustive]
pub enum EventKey {
    /// Made of the id that the fact itself has.
    Unique(String),
    /// Made of the id of what it happened to, and when.
    Composite(String),
    /// Made of what was told, which may be told again.
    Weak(String),
    /// Nothing to tell it by.
    None,
}

impl EventKey {
    /// The key as a text; none if there is nothing to tell the event by.
    ///
    /// Provider, kind and account come first, then the parts, each with `|` before it and `=` if it
    /// is there; `|` and `\` in a part have `\` before them.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Unique(text) | Self::Composite(text) | Self::Weak(text) => Some(text),
            Self::None => None,
        }
    }

    /// Name of the strength, such as `unique`.
    #[must_use]
    pub fn strength(&self) -> &'static str {
        match self {
            Self::Unique(_) => "unique",
            Self::Composite(_) => "composite",
            Self::Weak(_) => "weak",
            Self::None => "none",
        }
    }

    pub(crate) fn of(event: &Event) -> Self {
        let key = Parts::new(event);
        match &event.kind {
            Kind::MessageReceived(message) | Kind::MessageSent(message) => {
                key.message(event, message)
            }
            Kind::MessageUpdated(message) => match &message.revision_id {
                Some(id) => key.id(Some(id)).unique(Parts::weak),
                None => key
                    .id(event.message_id())
                    .time(event)
                    .composite(|key| key.print(message).weak()),
            },
            Kind::MessageDeleted(_) => key.id(event.message_id()).unique(Parts::weak),
            Kind::MessageStatusChanged(change) => key
                .id(event.message_id())
                .part(change.status.as_ref().map(DeliveryStatus::as_str))
                .address(change.recipient.as_ref())
                .unique(|key| key.print(&event.extra).time(event).weak()),
            Kind::ConversationCreated => key.conversation(event).unique(Parts::weak),
            Kind::ConversationUpdated(changes) => {
                key.conversation(event).time(event).composite(|key| key.print(changes).weak())
            }
            Kind::ConversationStatusChanged(change) => key
                .conversation(event)
                .part(change.status.as_ref().map(ConversationStatus::as_str))
                .time(event)
                .composite(|key| key.print(&event.extra).weak()),
            Kind::ConversationAssigned(assignment) => key
                .part(Some(&*event.provider_event))
                .id(assignment.id.as_ref())
                .contact(event)
                .print(&assignment.to)
                .flag(assignment.assigned)
                .flag(assignment.handover)
                .time(event)
                .composite(|key| key.print(&event.extra).weak()),
            Kind::ConversationTyping(_) => Self::None,
            Kind::ContactCreated => key.contact(event).unique(Parts::weak),
            Kind::ContactUpdated(changes) => {
                key.contact(event).time(event).composite(|key| key.print(changes).weak())
            }
            Kind::ContactExpired => key.contact(event).weak(),
            Kind::ConsentChanged(consent) => key
                .contact(event)
                .part(Some(consent.state.as_str()))
                .time(event)
                .composite(Parts::weak),
            Kind::CampaignCompleted(campaign) => {
                key.id(campaign.id.as_ref()).part(campaign.status.as_deref()).unique(Parts::weak)
            }
            Kind::MediaReceived(attachment) => {
                let key = key.id(attachment.id.as_ref());
                match &attachment.labels {
                    Some(labels) => key.print(labels).composite(Parts::weak),
                    None => key.unique(Parts::weak),
                }
            }
            Kind::ReportAvailable(report) => key.id(report.file_id.as_ref()).unique(Parts::weak),
            Kind::InboxCreated => key.inbox(event).time(event).composite(Parts::weak),
            Kind::InboxUpdated(changes) => {
                key.inbox(event).time(event).composite(|key| key.print(changes).weak())
            }
            Kind::SessionStarted(session) => key
                .id(session.id.as_ref())
                .moment(session.initiated_at.as_deref())
                .composite(Parts::weak),
            Kind::RuleTriggered => key
                .part(Some(&*event.provider_event))
                .conversation(event)
                .time(event)
                .composite(|key| key.print(&event.extra).weak()),
            Kind::ConversationMentioned
            | Kind::TemplateStatusChanged(_)
            | Kind::BillingAlert
            | Kind::Test => key
                .part(Some(&*event.provider_event))
                .contact(event)
                .time(event)
                .print(&event.extra)
                .weak(),
            Kind::Unknown(body) => key.part(Some(&*event.provider_event)).print(body).weak(),
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
            let mut rest = part;
            while let Some(at) = rest.find(['|', '\\']) {
                let (before, escaped) = rest.split_at(at);
                self.text.extend([before, "\\", &escaped[..1]]);
                rest = &escaped[1..];
            }
            self.text.push_str(rest);
        }
        self
    }

    /// A part that names what it happened to.
    fn id(mut self, id: Option<&Id>) -> Self {
        let id = id.map(Id::as_str);
        self.named |= id.as_deref().is_some_and(|id| !id.is_empty());
        self.part(id.as_deref())
    }

    fn flag(self, flag: Option<bool>) -> Self {
        self.part(flag.map(|flag| if flag { "true" } else { "false" }))
    }

    fn address(self, address: Option<&Address>) -> Self {
        self.part(address.map(|address| &*address.value))
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

    fn inbox(self, event: &Event) -> Self {
        let inbox = event.inbox.as_ref();
        self.id(inbox.and_then(|inbox| inbox.id.as_ref()))
            .id(inbox.and_then(|inbox| inbox.channel_id.as_ref()))
    }

    fn time(mut self, event: &Event) -> Self {
        self.timed = event.occurred_at.is_some();
        self.text.push('|');
        if let Some(at) = event.occurred_at {
            let _ = write!(self.text, "={}.{:09}", at.timestamp(), at.timestamp_subsec_nanos());
        }
        self
    }

    /// A part that tells when.
    fn moment(mut self, time: Option<&str>) -> Self {
        self.timed = time.is_some();
        self.part(time)
    }

    /// A part that stands for a whole value.
    fn print(mut self, value: &impl Serialize) -> Self {
        let json = serde_json::to_string(value).unwrap_or_default();
        self.text.push('|');
        let _ = write!(self.text, "={:032x}", fingerprint(&json));
        self
    }

    fn message(self, event: &Event, message: &Message) -> EventKey {
        let weak = |key: Self| key.contact(event).time(event).print(&message.content).weak();
        self.id(event.message_id()).unique(weak)
    }

    fn unique(self, or: impl FnOnce(Self) -> EventKey) -> EventKey {
        if self.named { EventKey::Unique(self.text) } else { or(self) }
    }

    fn composite(self, or: impl FnOnce(Self) -> EventKey) -> EventKey {
        if self.named && self.timed { EventKey::Composite(self.text) } else { or(self) }
    }

    fn weak(self) -> EventKey {
        EventKey::Weak(self.text)
    }
}

/// A number that is the same for all spellings of one JSON value: members in any order, white
/// space, escapes. Numbers count by their literal. Not proof against somebody who wants two values
/// to have the same one.
fn fingerprint(json: &str) -> u128 {
    fn hash(json: &str, depth: u32) -> u128 {
        // Whoever nests deeper has to repeat himself to the letter.
        const DEEPEST: u32 = 32;
        match json.as_bytes().first() {
            Some(b'{') if depth < DEEPEST => {
                let members = serde_json::from_str::<BTreeMap<String, &RawValue>>(json);
                members.map_or_else(
                    |_| fnv(json.bytes()),
                    |members| {
                        let member = |(key, value): (&String, &&RawValue)| {
                            let value = hash(value.get(), depth + 1);
                            fnv(key.bytes()) ^ value.rotate_left(17)
                        };
                        fnv(members
                            .iter()
                            .flat_map(|entry| member(entry).to_le_bytes())
                            .chain(*b"{"))
                    },
                )
            }
            Some(b'[') if depth < DEEPEST => {
                let list = serde_json::from_str::<Vec<&RawValue>>(json);
                list.map_or_else(
                    |_| fnv(json.bytes()),
                    |list| {
                        let element =
                            |value: &&RawValue| hash(value.get(), depth + 1).to_le_bytes();
                        fnv(list.iter().flat_map(element).chain(*b"["))
                    },
                )
            }
            Some(b'"') => match serde_json::from_str::<String>(json) {
                Ok(text) => fnv(text.bytes().chain(*b"\"")),
                Err(_) => fnv(json.bytes()),
            },
            _ => fnv(json.bytes()),
        }
    }

    hash(json, 0)
}

/// FNV-1a with 128 bits.
fn fnv(bytes: impl Iterator<Item = u8>) -> u128 {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    bytes.fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn spellings_of_one_value() {
        let same = [r#"{"a":1,"b":["é",{}]}"#, "{ \"b\" : [\"\\u00e9\", { }],\n\"a\":1}"];
        assert_eq!(fingerprint(same[0]), fingerprint(same[1]));
    }

    #[test]
    fn other_values() {
        let others = [
            "1",
            "1.0",
            r#""1""#,
            "[1]",
            "[[1]]",
            "{}",
            "[]",
            "null",
            r#""""#,
            r#"{"a":1}"#,
            r#"{"a":[1]}"#,
            r#"{"b":1}"#,
            r#"["a",1]"#,
            r#"{"a":{"b":1}}"#,
            r#"{"b":{"a":1}}"#,
            r#"{"a":"b","c":"d"}"#,
            r#"{"a":"d","c":"b"}"#,
        ];
        let prints: std::collections::BTreeSet<_> =
            others.iter().map(|json| fingerprint(json)).collect();
        assert_eq!(prints.len(), others.len());
    }
}
