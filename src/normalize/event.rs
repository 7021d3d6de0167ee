use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use serde_json::value::RawValue;
use serde_with::skip_serializing_none;

use super::{
    Account, AccountChange, Actor, Agent, Assignment, Attachment, Call, Campaign, Channel, Click,
    Consent, Contact, Conversation, ConversationStatusChange, Conversion, EventKey, FieldChange,
    Flow, Id, Inbox, JsonPointer, Members, Message, Payment, Report, Session, StatusChange,
    Template, Trigger, Typing, moment::Moment, variants::variants,
};
use crate::{
    Provider,
    redacted::opaque,
    wire::{Extra, Json},
};

/// Something that happened, in words that all providers share.
///
/// A field is absent unless the body says it. As JSON it is one flat object whose `kind` is the
/// dotted name of the [`Kind`], and it has the [key](Self::key) too; reading it back gives an equal
/// value. Reading needs `serde_json`, because free-form members are kept as they stand.
#[cfg_attr(feature = "schema", skip_serializing_none)]
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[non_exhaustive]
pub struct Event {
    /// What happened.
    #[cfg_attr(feature = "schema", schemars(flatten, with = "Keyed"))]
    pub kind: Kind,
    /// Id of the event itself, which stays the same when it is delivered again; few senders give
    /// one.
    pub id: Option<Box<Id>>,
    /// Who sent it.
    pub provider: Provider,
    /// Name of the event as sent; `message` or `status` where the body has no name.
    pub provider_event: Cow<'static, str>,
    /// Version of the format, or the dialect: SalesChat's `1.0` and `1.1`, AiSoule's `help`, `docs`
    /// and `engine`.
    pub version: Option<Cow<'static, str>>,
    /// Id of the delivery. Two deliveries of the same fact may have two; the other way round, one
    /// delivery may hold several events.
    pub delivery_id: Option<Id>,
    /// When it happened, as far as the provider tells; never when it was received.
    pub occurred_at: Option<DateTime<Utc>>,
    /// What the time was taken from.
    pub occurred_at_from: Option<TimeSource>,
    /// JSON pointer to the time.
    pub occurred_at_pointer: Option<JsonPointer>,
    /// The business.
    pub account: Option<Account>,
    /// The network.
    pub channel: Option<Channel>,
    /// The business's side.
    pub inbox: Option<Inbox>,
    /// The customer's side.
    pub contact: Option<Contact>,
    /// The thread.
    pub conversation: Option<Box<Conversation>>,
    /// Who did it.
    #[cfg_attr(feature = "schema", serde(default, skip_serializing_if = "Actor::is_unknown"))]
    pub actor: Actor,
    /// Members of the object that the event was made of, and of its conversation, that the
    /// provider's model does not know, or for which this model has no field.
    #[cfg_attr(feature = "schema", serde(default, skip_serializing_if = "Extra::is_empty"))]
    pub extra: Extra,
}

variants! {
    /// What happened, with what belongs to it alone.
    pub enum Kind: EventType by "kind" {
        /// A contact wrote.
        "message.received" => MessageReceived(Box<Message>) in "message",
        /// A message of the business became known. Not the same as the status `sent`.
        "message.sent" => MessageSent(Box<Message>) in "message",
        /// Something about a message changed.
        "message.updated" => MessageUpdated(Box<Message>) in "message",
        /// A message was deleted.
        "message.deleted" => MessageDeleted(Box<Message>) in "message",
        /// A message came further on its way, or failed.
        "message.status_changed" => MessageStatusChanged(Box<StatusChange>) in "change",
        /// A phone call came further, or ended.
        "call.status_changed" => CallStatusChanged(Box<Call>) in "call",
        /// A payment or an attempt at it came further, or failed.
        "payment.status_changed" => PaymentStatusChanged(Box<Payment>) in "payment",
        /// A conversation began.
        "conversation.created" => ConversationCreated,
        /// Something about a conversation changed.
        "conversation.updated" => ConversationUpdated(Vec<FieldChange>) in "changes",
        /// A conversation changed its state.
        "conversation.status_changed" => ConversationStatusChanged(ConversationStatusChange) in "change",
        /// A conversation or contact went into other hands.
        "conversation.assigned" => ConversationAssigned(Box<Assignment>) in "assignment",
        /// Somebody was mentioned in a conversation.
        "conversation.mentioned" => ConversationMentioned,
        /// Somebody writes, or has stopped to.
        "conversation.typing" => ConversationTyping(Typing) in "typing",
        /// A contact became known.
        "contact.created" => ContactCreated,
        /// Something about a contact changed.
        "contact.updated" => ContactUpdated(Vec<FieldChange>) in "changes",
        /// A contact expired.
        "contact.expired" => ContactExpired,
        /// A contact wants no more messages, or wants them again.
        "consent.changed" => ConsentChanged(Consent) in "consent",
        /// Who is in a group changed.
        "conversation.members_changed" => ConversationMembersChanged(Box<Members>) in "members",
        /// A conversation was deleted.
        "conversation.deleted" => ConversationDeleted,
        /// A contact is gone from an address book.
        "contact.deleted" => ContactDeleted,
        /// A contact clicked a link.
        "link.clicked" => LinkClicked(Box<Click>) in "click",
        /// A contact did something after an ad or a message.
        "conversion.reported" => ConversionReported(Box<Conversion>) in "conversion",
        /// A campaign changed its state.
        "campaign.status_changed" => CampaignStatusChanged(Box<Campaign>) in "campaign",
        /// Messages to many have gone out.
        "campaign.completed" => CampaignCompleted(Box<Campaign>) in "campaign",
        /// A template was approved, or changed its state otherwise.
        "template.status_changed" => TemplateStatusChanged(Box<Template>) in "template",
        /// Something about a template changed: its text, its category, how well it is liked.
        "template.updated" => TemplateUpdated(Box<Template>) in "template",
        /// A flow changed its state, or does not work well.
        "flow.status_changed" => FlowStatusChanged(Box<Flow>) in "flow",
        /// A file of a contact is there; the message it came with is not told.
        "media.received" => MediaReceived(Box<Attachment>) in "attachment",
        /// A file with figures is ready.
        "report.available" => ReportAvailable(Box<Report>) in "report",
        /// Something about the bill.
        "billing.alert" => BillingAlert,
        /// A rule of the business came to bear.
        "rule.triggered" => RuleTriggered(Trigger) in "trigger",
        /// Something about the account: a ban, a restriction, a review, a limit, a partner.
        "account.status_changed" => AccountStatusChanged(Box<AccountChange>) in "change",
        /// An account was made, with its users.
        "account.created" => AccountCreated(Vec<Agent>) in "users",
        /// An inbox was made.
        "inbox.created" => InboxCreated,
        /// The settings of an inbox changed.
        "inbox.updated" => InboxUpdated(Vec<FieldChange>) in "changes",
        /// An inbox was deleted.
        "inbox.deleted" => InboxDeleted,
        /// A visitor opened the chat window of a web site.
        "session.started" => SessionStarted(Box<Session>) in "session",
        /// A delivery that only tries the endpoint.
        "test" => Test,
        /// An event that this version does not know.
        "unknown" => Unknown(Option<Json>) in "body",
    }
}

/// What a time was taken from, the most certain first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TimeSource {
    /// The provider says when this happened.
    Event,
    /// The object that it happened to was made or changed then.
    Object,
    /// The envelope was written then.
    Envelope,
    /// The device of a visitor says when this happened; its clock may be wrong.
    Device,
}

impl Event {
    /// An event of which nothing else is known.
    #[must_use]
    #[inline]
    pub fn new(
        provider: Provider,
        provider_event: impl Into<Cow<'static, str>>,
        kind: Kind,
    ) -> Self {
        Self::at(None, provider, provider_event, kind)
    }

    /// An event of which only the time is known besides.
    #[inline]
    pub(crate) fn at(
        moment: Option<Moment>,
        provider: Provider,
        provider_event: impl Into<Cow<'static, str>>,
        kind: Kind,
    ) -> Self {
        let mut kind = kind;
        let (occurred_at, occurred_at_from, occurred_at_pointer) = match moment {
            Some(Moment { at, from, pointer }) => {
                // What happened is that it was written.
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

    /// By what to tell this event from others, and a second delivery of it from a second event.
    #[must_use]
    pub fn key(&self) -> EventKey {
        EventKey::of(self)
    }

    /// The id by which to tell that events are about one message: one that was sent, came in, or
    /// was reported on.
    ///
    /// Chatwoot learns the network's id only later, so its own comes first. Elsewhere the network's
    /// comes first; of Azeer's two, only that is sure to be unique.
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

    /// The message that the event is about, if it holds one.
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
    /// Into whose hands the conversation or contact went: of `conversation.assigned`, and of
    /// `conversation.updated` where the changes tell of it.
    #[must_use]
    pub fn assignment(&self) -> Option<Cow<'_, Assignment>> {
        match &self.kind {
            Kind::ConversationAssigned(assignment) => Some(Cow::Borrowed(assignment)),
            Kind::ConversationUpdated(changes) => Assignment::among(changes).map(Cow::Owned),
            _ => None,
        }
    }
}

/// The kind, and the member that no field stands for.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[allow(dead_code, reason = "only its schema is wanted")]
struct Keyed {
    #[schemars(flatten)]
    kind: Kind,
    /// By what to tell this event from others, and how far that carries.
    // Always written; reading needs none.
    key: Option<EventKey>,
}

/// The fields of an [`Event`] as JSON, without its key.
#[skip_serializing_none]
#[derive(Serialize, Deserialize)]
#[serde(remote = "Event")]
pub(super) struct Fields {
    // For writing alone: reading takes the kind from the raw JSON, see `Deserialize` below.
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

/// The derived reading needs a value for the kind that it leaves out.
fn unread() -> Kind {
    Kind::Unknown(None)
}
