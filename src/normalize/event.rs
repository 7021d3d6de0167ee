use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use serde_json::value::RawValue;
use serde_with::skip_serializing_none;

use super::{
    Account, AccountChange, Actor, Agent, Assignment, Attachment, Call, Campaign, Channel, Click,
    Consent, Contact, Conversation, ConversationStatusChange, Conversion, EventKey, FieldChange,
    Flow, Id, Inbox, JsonPointer, Members, Message, Payment, Report, Session, StatusChange,
    Template, Trigger, Typing, event_time::EventTime, internally_tagged::internally_tagged,
};
use crate::{
    Provider,
    redacted::opaque,
    wire::{Extra, Json},
};

/// Something that happened, described in the same terms for every provider.
///
/// A field is absent unless the body gives its value. As JSON, an event is one flat object: its
/// `kind` is the dotted name of the [`Kind`], and it includes the [key](Self::key). Reading the
/// JSON back gives an equal value. That needs `serde_json`, because free-form members are kept as
/// raw JSON.
#[cfg_attr(feature = "schema", skip_serializing_none)]
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[non_exhaustive]
pub struct Event {
    /// What happened.
    #[cfg_attr(feature = "schema", schemars(flatten, with = "Keyed"))]
    pub kind: Kind,
    /// The ID of the event itself, which stays the same when the event is delivered again. Few
    /// providers send one.
    pub id: Option<Box<Id>>,
    /// The provider that sent the event.
    pub provider: Provider,
    /// The event type as the provider writes it. Where the body has none, it is that of the table
    /// in the [module docs](crate::normalize), such as `message` or `status`.
    pub provider_event: Cow<'static, str>,
    /// The version of the format, or its dialect: `1.0` and `1.1` for SalesChat, `help`, `docs` and
    /// `engine` for AiSoule.
    pub version: Option<Cow<'static, str>>,
    /// The ID of the delivery. Two deliveries of one fact may have different IDs, and one delivery
    /// may hold several events.
    pub delivery_id: Option<Id>,
    /// When the event happened, as far as the provider says; never when it was received.
    pub occurred_at: Option<DateTime<Utc>>,
    /// What kind of time [`occurred_at`](Self::occurred_at) is.
    pub occurred_at_from: Option<TimeSource>,
    /// The JSON pointer to [`occurred_at`](Self::occurred_at) in the body.
    pub occurred_at_pointer: Option<JsonPointer>,
    /// The account of the business at the platform. Absent where the body does not name it.
    pub account: Option<Account>,
    /// The network that carries the messages, such as WhatsApp.
    pub channel: Option<Channel>,
    /// The business's side of the channel, such as its phone number.
    pub inbox: Option<Inbox>,
    /// The customer, with what the body says about them.
    pub contact: Option<Contact>,
    /// The conversation that the event belongs to. Absent where the platform has no conversations,
    /// or the body does not name it.
    pub conversation: Option<Box<Conversation>>,
    /// Who did what the event reports.
    #[cfg_attr(feature = "schema", serde(default, skip_serializing_if = "Actor::is_unknown"))]
    pub actor: Actor,
    /// Members of the object that the event was made of, and of its conversation, that the
    /// provider's model does not know or that have no field in this model.
    #[cfg_attr(feature = "schema", serde(default, skip_serializing_if = "Extra::is_empty"))]
    pub extra: Extra,
}

internally_tagged! {
    /// What happened, with the data that belongs to this kind of event alone.
    pub enum Kind: EventType by "kind" {
        /// The contact sent a message. Only where the body says so: see `message.sent`.
        "message.received" => MessageReceived(Box<Message>) in "message",
        /// A message from the business was sent or became known. This is not the delivery status
        /// `sent`.
        ///
        /// A message without a direction is one, too, with [`Message::direction`] absent: a program
        /// that answers what was received then never answers itself.
        "message.sent" => MessageSent(Box<Message>) in "message",
        /// Something about a message changed, such as its text.
        "message.updated" => MessageUpdated(Box<Message>) in "message",
        /// A message was deleted.
        "message.deleted" => MessageDeleted(Box<Message>) in "message",
        /// A message reached another delivery status, such as `delivered`, or failed.
        "message.status_changed" => MessageStatusChanged(Box<StatusChange>) in "change",
        /// The state of a phone call changed.
        "call.status_changed" => CallStatusChanged(Box<Call>) in "call",
        /// The state of a payment, or of an attempt to pay, changed.
        "payment.status_changed" => PaymentStatusChanged(Box<Payment>) in "payment",
        /// A conversation was created.
        "conversation.created" => ConversationCreated,
        /// Something about a conversation changed, such as its assignee.
        "conversation.updated" => ConversationUpdated(Vec<FieldChange>) in "changes",
        /// The state of a conversation changed.
        "conversation.status_changed" => ConversationStatusChanged(ConversationStatusChange) in "change",
        /// A conversation or contact was assigned to someone, or is no longer assigned.
        "conversation.assigned" => ConversationAssigned(Box<Assignment>) in "assignment",
        /// Someone was mentioned in a conversation.
        "conversation.mentioned" => ConversationMentioned,
        /// Someone started or stopped typing.
        "conversation.typing" => ConversationTyping(Typing) in "typing",
        /// A contact became known.
        "contact.created" => ContactCreated,
        /// Something about a contact changed, such as an address.
        "contact.updated" => ContactUpdated(Vec<FieldChange>) in "changes",
        /// A contact expired.
        "contact.expired" => ContactExpired,
        /// A contact opted out of messages, or opted in.
        "consent.changed" => ConsentChanged(Consent) in "consent",
        /// The members of a group changed.
        "conversation.members_changed" => ConversationMembersChanged(Box<Members>) in "members",
        /// A conversation was deleted.
        "conversation.deleted" => ConversationDeleted,
        /// A contact was removed from an address book.
        "contact.deleted" => ContactDeleted,
        /// A contact clicked a link.
        "link.clicked" => LinkClicked(Box<Click>) in "click",
        /// A contact did something after an ad or a message, such as a purchase.
        "conversion.reported" => ConversionReported(Box<Conversion>) in "conversion",
        /// The state of a campaign changed.
        "campaign.status_changed" => CampaignStatusChanged(Box<Campaign>) in "campaign",
        /// The messages of a campaign have been sent.
        "campaign.completed" => CampaignCompleted(Box<Campaign>) in "campaign",
        /// A template was approved, or its state changed otherwise.
        "template.status_changed" => TemplateStatusChanged(Box<Template>) in "template",
        /// The text, the category or the quality rating of a template changed.
        "template.updated" => TemplateUpdated(Box<Template>) in "template",
        /// The state of a flow changed, or a flow does not work well.
        "flow.status_changed" => FlowStatusChanged(Box<Flow>) in "flow",
        /// A file from a contact is available. The body does not say with which message it was
        /// sent.
        "media.received" => MediaReceived(Box<Attachment>) in "attachment",
        /// A report, which is a file with figures, is ready.
        "report.available" => ReportAvailable(Box<Report>) in "report",
        /// The platform sent an alert about the bill.
        "billing.alert" => BillingAlert,
        /// A rule of the business was triggered, such as an automation or a macro.
        "rule.triggered" => RuleTriggered(Trigger) in "trigger",
        /// Something about the account changed: a ban, a restriction, a review, a limit or a
        /// partner.
        "account.status_changed" => AccountStatusChanged(Box<AccountChange>) in "change",
        /// An account was created, with its users.
        "account.created" => AccountCreated(Vec<Agent>) in "users",
        /// An inbox was created.
        "inbox.created" => InboxCreated,
        /// The settings of an inbox changed.
        "inbox.updated" => InboxUpdated(Vec<FieldChange>) in "changes",
        /// An inbox was deleted.
        "inbox.deleted" => InboxDeleted,
        /// A visitor opened the chat window of a website.
        "session.started" => SessionStarted(Box<Session>) in "session",
        /// A delivery that only tests the endpoint.
        "test" => Test,
        /// An event that this version does not know, with its body.
        "unknown" => Unknown(Option<Json>) in "body",
    }
}

/// What a time was taken from, the most certain source first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TimeSource {
    /// The time that the provider gives for this very event.
    Event,
    /// The time at which the object of the event was created or changed.
    Object,
    /// The time at which the envelope was written.
    Envelope,
    /// The time that the device of a visitor gives. Its clock may be wrong.
    Device,
}

impl Event {
    /// Creates an event of a kind, with all other fields absent.
    #[must_use]
    #[inline]
    pub fn new(
        provider: Provider,
        provider_event: impl Into<Cow<'static, str>>,
        kind: Kind,
    ) -> Self {
        Self::at(None, provider, provider_event, kind)
    }

    /// Creates an event of a kind with its time, and all other fields absent.
    #[inline]
    pub(crate) fn at(
        time: Option<EventTime>,
        provider: Provider,
        provider_event: impl Into<Cow<'static, str>>,
        mut kind: Kind,
    ) -> Self {
        let (occurred_at, occurred_at_from, occurred_at_pointer) = match time {
            Some(EventTime { at, from, pointer }) => {
                // The event is that the message was sent.
                if let (
                    Kind::MessageReceived(message) | Kind::MessageSent(message),
                    TimeSource::Event | TimeSource::Object,
                ) = (&mut kind, from)
                {
                    message.sent_at.get_or_insert(at);
                }
                (Some(at), Some(from), Some(pointer))
            }
            None => (None, None, None),
        };
        Self {
            kind,
            id: None,
            provider,
            provider_event: provider_event.into(),
            version: None,
            delivery_id: None,
            occurred_at,
            occurred_at_from,
            occurred_at_pointer,
            account: None,
            channel: None,
            inbox: None,
            contact: None,
            conversation: None,
            actor: Actor::Unknown,
            extra: Extra::default(),
        }
    }

    /// Returns the deduplication key, which distinguishes this event from others and recognizes it
    /// when it is delivered again.
    ///
    /// A [weak](EventKey::Weak) key must expire: what it identifies may happen again. See
    /// [`EventKey::expires_after`].
    #[must_use]
    pub fn key(&self) -> EventKey {
        EventKey::of(self)
    }

    /// Returns the ID that connects all events about one message.
    ///
    /// `None` if the event is not about a message, or gives no ID of it. Changes of a status or a
    /// payment, conversions, and calls that a message shows are about a message, too.
    ///
    /// Chatwoot learns the network's ID of a message only later, so its own ID comes first. For
    /// other providers the network's ID comes first; of Azeer's two IDs, only that one is certainly
    /// unique.
    #[must_use]
    pub fn message_id(&self) -> Option<&Id> {
        let ids = match &self.kind {
            Kind::MessageStatusChanged(change) => &change.message,
            Kind::PaymentStatusChanged(payment) => &payment.message,
            Kind::ConversionReported(conversion) => &conversion.message,
            Kind::CallStatusChanged(call) => &call.message.as_ref()?.ids,
            _ => &self.message()?.ids,
        };
        let (first, second) = match self.provider {
            Provider::Chatwoot => (&ids.id, &ids.external_id),
            _ => (&ids.external_id, &ids.id),
        };
        first.as_ref().or(second.as_ref()).or(ids.client_request_id.as_ref())
    }

    /// Returns the message that was received, sent, updated or deleted; `None` for other kinds of
    /// events.
    #[must_use]
    pub fn message(&self) -> Option<&Message> {
        match &self.kind {
            Kind::MessageReceived(message)
            | Kind::MessageSent(message)
            | Kind::MessageUpdated(message)
            | Kind::MessageDeleted(message) => Some(message),
            _ => None,
        }
    }
}

impl Event {
    /// Returns who the conversation or contact is assigned to now.
    ///
    /// `None` unless the event is `conversation.assigned`, or `conversation.updated` with a change
    /// of the assignment among its changes.
    #[must_use]
    pub fn assignment(&self) -> Option<Cow<'_, Assignment>> {
        match &self.kind {
            Kind::ConversationAssigned(assignment) => Some(Cow::Borrowed(assignment)),
            Kind::ConversationUpdated(changes) => Assignment::from_changes(changes).map(Cow::Owned),
            _ => None,
        }
    }
}

/// The kind, and the member that has no field.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[allow(dead_code, reason = "only its schema is wanted")]
struct Keyed {
    #[schemars(flatten)]
    kind: Kind,
    /// The deduplication key of the event, with its strength.
    // Always written, and not needed for reading.
    key: Option<EventKey>,
}

/// The fields of an [`Event`] as JSON, without its key.
#[skip_serializing_none]
#[derive(Serialize, Deserialize)]
#[serde(remote = "Event")]
pub(super) struct Fields {
    // Only for writing: `Deserialize` below takes the kind from the raw JSON.
    #[serde(flatten, skip_deserializing, default = "unread")]
    kind: Kind,
    id: Option<Box<Id>>,
    #[serde(serialize_with = "opaque")]
    provider: Provider,
    #[serde(serialize_with = "opaque")]
    provider_event: Cow<'static, str>,
    #[serde(serialize_with = "opaque")]
    version: Option<Cow<'static, str>>,
    delivery_id: Option<Id>,
    occurred_at: Option<DateTime<Utc>>,
    occurred_at_from: Option<TimeSource>,
    #[serde(serialize_with = "opaque")]
    occurred_at_pointer: Option<JsonPointer>,
    account: Option<Account>,
    channel: Option<Channel>,
    inbox: Option<Inbox>,
    contact: Option<Contact>,
    conversation: Option<Box<Conversation>>,
    #[serde(default, skip_serializing_if = "Actor::is_unknown")]
    actor: Actor,
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    extra: Extra,
}

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct WithKey<'a> {
            #[serde(flatten, with = "Fields")]
            event: &'a Event,
            key: EventKey,
        }

        WithKey { event: self, key: self.key() }.serialize(to)
    }
}

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(from)?;
        let mut reader = serde_json::Deserializer::from_str(raw.get());
        let mut event = Fields::deserialize(&mut reader).map_err(D::Error::custom)?;
        event.kind = serde_json::from_str(raw.get()).map_err(D::Error::custom)?;
        Ok(event)
    }
}

/// A value for the kind, which the derived `Deserialize` leaves out.
fn unread() -> Kind {
    Kind::Unknown(None)
}
