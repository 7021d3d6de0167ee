//! Maps AiSoule's events onto the domain model.

mod content;

use std::borrow::Cow;

use content::{attachment, content};
use serde::de::DeserializeOwned;

use super::{
    Actor, Address, AddressKind, Agent, AgentKind, Assignment, Channel, Contact, Content, Counts,
    DeliveryError, DeliveryStatus, Direction, Event, Id, Inbox, InteractiveReply, Kind, Message,
    MessageRef, ReplyKind, StatusChange, Text, TimeSource,
    event_time::EventTime,
    file::{file, with_file},
    id, non_empty, option_to_vec,
};
use crate::{
    Provider,
    aisoule::{
        self, AgentId, Campaign, Dialect, EventData, IncomingMessage, MessageId, MessageStatus,
        MessageType, OutboxEventId, OutgoingMessage, Queued, Receipt, Transfer, Webhook,
    },
    wire::{self, Extra, Json, Number, OneOrMany, Timestamp},
};

pub(super) fn event(webhook: Webhook) -> Event {
    let time = webhook.timestamp.as_ref();
    let dialect = webhook.dialect();
    let envelope = Envelope {
        name: webhook.event.wire_name(),
        dialect,
        moment: EventTime::of(time, TimeSource::Envelope, "/timestamp"),
        id: None,
        extra: webhook.extra,
    };
    match webhook.event {
        EventData::MessageIncoming(body) | EventData::MessageReceived(body) => {
            incoming(envelope, body.into_inner())
        }
        EventData::MessageOutgoing(body) => outgoing(envelope, body.into_inner()),
        // A receipt in the dialects help and docs, the message itself in engine.
        EventData::MessageSent(body)
            if dialect == Some(Dialect::Engine) || body.content.is_some() =>
        {
            outgoing(envelope, body.into_inner())
        }
        EventData::MessageSent(body) => sent(envelope, body.into_inner()),
        EventData::MessageDelivered(body) => {
            status_changed(envelope, body.into_inner(), DeliveryStatus::Delivered)
        }
        EventData::MessageRead(body) => {
            status_changed(envelope, body.into_inner(), DeliveryStatus::Read)
        }
        EventData::MessageFailed(body) => {
            status_changed(envelope, body.into_inner(), DeliveryStatus::Failed)
        }
        EventData::ContactCreated(body) => {
            contact(envelope, body.into_inner(), Kind::ContactCreated)
        }
        EventData::ContactUpdated(body) => {
            contact(envelope, body.into_inner(), Kind::ContactUpdated(Vec::new()))
        }
        EventData::CampaignCompleted(body) => campaign(envelope, body.into_inner()),
        // The engine also sends it when it removes an agent.
        EventData::TransferAssigned(body) if dialect == Some(Dialect::Engine) => {
            transferred(envelope, body.into_inner(), Some)
        }
        EventData::TransferCreated(body) | EventData::TransferAssigned(body) => {
            transferred(envelope, body.into_inner(), |is_given| is_given.then_some(true))
        }
        EventData::TransferResumed(body) => {
            transferred(envelope, body.into_inner(), |_| Some(false))
        }
        EventData::Ping(body) | EventData::Test(body) => {
            Event { actor: Actor::System, ..envelope.event(Kind::Test, body.into_inner().extra) }
        }
        EventData::Unknown(body) => {
            let queued: Option<Queued> = body.body.as_ref().and_then(|data| data.to().ok());
            let envelope = match queued.filter(|queued| queued.outbox_event_id.is_some()) {
                Some(event) => envelope.queued(event.outbox_event_id, event.occurred_at.as_ref()),
                None => envelope,
            };
            envelope.event(Kind::Unknown(body.body), Extra::default())
        }
    }
}

/// What every event takes from outside its payload.
struct Envelope {
    name: Cow<'static, str>,
    dialect: Option<Dialect>,
    moment: Option<EventTime>,
    id: Option<Id>,
    extra: Extra,
}

impl Envelope {
    /// Adds what a fork says of the event: its ID, and when it happened. The time in the envelope
    /// is then that of the delivery.
    fn queued(self, event: Option<OutboxEventId>, occurred_at: Option<&Timestamp>) -> Self {
        let moment = EventTime::of(occurred_at, TimeSource::Event, "/data/occurred_at");
        Self { id: id(event), moment: moment.or(self.moment), ..self }
    }

    /// Creates an event of a kind, with the unmodeled members of its payload and of the envelope.
    #[inline]
    fn event(self, kind: Kind, mut extra: Extra) -> Event {
        extra.append(self.extra);
        Event {
            id: self.id.map(Box::new),
            version: self.dialect.map(|dialect| dialect.as_str().into()),
            channel: Some(Channel::WhatsApp),
            extra,
            ..Event::at(self.moment, Provider::AiSoule, self.name, kind)
        }
    }
}

/// The IDs of a message that the body holds in full.
fn ids(id: Option<MessageId>, dialect: Option<Dialect>) -> MessageRef {
    match dialect {
        // It has its own IDs of messages.
        Some(Dialect::Engine) => MessageRef { id: super::id(id), ..MessageRef::default() },
        Some(Dialect::Help | Dialect::Docs) | None => external(id),
    }
}

/// WhatsApp's ID of a message.
fn external(id: Option<MessageId>) -> MessageRef {
    MessageRef { external_id: super::id(id), ..MessageRef::default() }
}

/// A phone number, where the dialect gives one.
fn phone<T: Into<Address>>(number: Option<T>) -> Option<Address> {
    number.and_then(|number| number.into().with_kind(AddressKind::Phone).present())
}

fn incoming(envelope: Envelope, body: IncomingMessage) -> Event {
    let envelope = envelope.queued(body.outbox_event_id, body.occurred_at.as_ref());
    let mut extra = body.extra;
    keep(body.metadata, "metadata", &mut extra);
    let kind = body.kind.or(body.message_type);
    let file = file(
        kind.as_ref().and_then(attachment),
        None,
        non_empty(body.media_url),
        non_empty(body.media_mime_type),
        non_empty(body.media_filename),
    );
    let text = non_empty(body.text).or(non_empty(body.body)).or_else(|| non_empty(body.content));
    let content = match kind {
        Some(MessageType::ButtonReply) => reply(Some(ReplyKind::Button), text),
        Some(MessageType::NfmReply) => reply(Some(ReplyKind::Form), text),
        Some(MessageType::Interactive) => reply(None, text),
        kind => content(kind, text, &mut extra),
    };
    let kind = Kind::MessageReceived(Box::new(Message {
        author: Actor::Contact,
        status: body.status.map(delivery),
        ..Message::new(
            ids(body.id, envelope.dialect),
            Some(Direction::Inbound),
            with_file(content, file),
        )
    }));
    let address =
        phone(body.from).or_else(|| phone(body.sender)).or_else(|| phone(body.contact_phone));
    Event {
        inbox: Inbox {
            id: id(body.whatsapp_account_id),
            name: non_empty(body.whatsapp_account),
            address: phone(body.waba_number).or_else(|| phone(body.recipient)),
            ..Inbox::default()
        }
        .present(),
        contact: Contact::from_parts(id(body.contact_id), address, non_empty(body.contact_name)),
        actor: Actor::Contact,
        ..envelope.event(kind, extra)
    }
}

fn outgoing(envelope: Envelope, body: OutgoingMessage) -> Event {
    let mut extra = body.extra;
    let kind = body.kind.or(body.message_type);
    let file = file(
        kind.as_ref().and_then(attachment),
        None,
        non_empty(body.media_url),
        non_empty(body.media_mime_type),
        non_empty(body.media_filename),
    );
    let text = non_empty(body.body).or(non_empty(body.content));
    let content = content(kind, text, &mut extra);
    let author = agent(body.sent_by_user_id);
    let kind = Kind::MessageSent(Box::new(Message {
        author: author.clone(),
        status: body.status.map(delivery),
        ..Message::new(
            ids(body.id, envelope.dialect),
            Some(Direction::Outbound),
            with_file(content, file),
        )
    }));
    let address =
        phone(body.to).or_else(|| phone(body.recipient)).or_else(|| phone(body.contact_phone));
    Event {
        inbox: Inbox {
            name: non_empty(body.whatsapp_account),
            address: phone(body.waba_number).or_else(|| phone(body.sender)),
            ..Inbox::default()
        }
        .present(),
        contact: Contact::from_parts(id(body.contact_id), address, non_empty(body.contact_name)),
        actor: author,
        ..envelope.event(kind, extra)
    }
}

fn agent(user: Option<AgentId>) -> Actor {
    id(user)
        .map_or(Actor::Unknown, |id| Actor::Agent(Box::new(Agent::new(AgentKind::User, Some(id)))))
}

fn reply(kind: Option<ReplyKind>, title: Option<Text>) -> Content {
    Content::InteractiveReply(InteractiveReply { kind, title, ..InteractiveReply::default() })
}

/// Keeps a member for which the domain model has no field.
fn keep(json: Option<Json>, key: &str, extra: &mut Extra) {
    if let Some(json) = json {
        extra.push(key, json);
    }
}

fn delivery(status: MessageStatus) -> DeliveryStatus {
    match status {
        MessageStatus::Pending => DeliveryStatus::Queued,
        MessageStatus::Sent => DeliveryStatus::Sent,
        MessageStatus::Delivered => DeliveryStatus::Delivered,
        MessageStatus::Read => DeliveryStatus::Read,
        MessageStatus::Failed => DeliveryStatus::Failed,
        status @ (MessageStatus::Received | MessageStatus::Unknown(_)) => status.as_str().into(),
    }
}

/// Maps `message.sent` as a receipt.
fn sent(envelope: Envelope, body: OutgoingMessage) -> Event {
    let status = body.status.map_or(DeliveryStatus::Sent, delivery);
    let kind = Kind::MessageStatusChanged(Box::new(StatusChange {
        recipient: phone(body.to)
            .or_else(|| phone(body.recipient))
            .or_else(|| phone(body.contact_phone)),
        ..StatusChange::new(external(body.id), Some(status))
    }));
    Event {
        inbox: Inbox {
            name: non_empty(body.whatsapp_account),
            address: phone(body.waba_number).or_else(|| phone(body.sender)),
            ..Inbox::default()
        }
        .present(),
        contact: Contact::from_parts(id(body.contact_id), None, non_empty(body.contact_name)),
        actor: Actor::System,
        ..envelope.event(kind, body.extra)
    }
}

fn status_changed(envelope: Envelope, body: Receipt, status: DeliveryStatus) -> Event {
    let kind = Kind::MessageStatusChanged(Box::new(StatusChange {
        recipient: phone(body.to).or_else(|| phone(body.recipient)),
        errors: option_to_vec(DeliveryError::reported(body.error_code, body.error_message, None)),
        ..StatusChange::new(external(body.message_id), Some(status))
    }));
    Event {
        inbox: phone(body.waba_number).or_else(|| phone(body.sender)).map(Inbox::with_address),
        actor: Actor::System,
        ..envelope.event(kind, body.extra)
    }
}

fn contact(envelope: Envelope, body: aisoule::Contact, kind: Kind) -> Event {
    let envelope = envelope.queued(body.outbox_event_id, body.occurred_at.as_ref());
    let mut extra = body.extra;
    keep(body.metadata, "metadata", &mut extra);
    let tags: Option<OneOrMany<wire::RawId>> = read(body.tags, "tags", &mut extra);
    let tags = tags.into_iter().flatten().map(Text::from);
    let stage: Option<String> = read(body.stage, "stage", &mut extra);
    let address = phone(body.phone_number).or_else(|| phone(body.contact_phone));
    Event {
        inbox: non_empty(body.whatsapp_account).map(Inbox::named),
        contact: Contact {
            id: id(body.id).or_else(|| id(body.contact_id)),
            addresses: option_to_vec(address),
            display_name: non_empty(body.name).or(non_empty(body.contact_name)),
            origin: body.source.map(Cow::from),
            tags: tags.filter(|tag| !tag.is_empty()).collect(),
            status: stage.map(Cow::from),
            custom_attributes: body.custom_fields,
            ..Contact::default()
        }
        .present(),
        actor: agent(body.actor_user_id),
        ..envelope.event(kind, extra)
    }
}

/// Reads a member of undocumented form as a `T`; one that does not fit is kept as sent.
fn read<T: DeserializeOwned>(json: Option<Json>, key: &str, extra: &mut Extra) -> Option<T> {
    let value = json.as_ref()?.to().ok();
    if value.is_none() {
        keep(json, key, extra);
    }
    value
}

fn campaign(envelope: Envelope, body: Campaign) -> Event {
    let count = |number: Option<Number>| number.as_ref().and_then(Number::as_u64);
    let kind = Kind::CampaignCompleted(Box::new(super::Campaign {
        id: id(body.id),
        name: non_empty(body.name),
        counts: Counts {
            total: count(body.total),
            sent: count(body.sent),
            delivered: count(body.delivered),
            read: count(body.read),
            failed: count(body.failed),
        },
        ..super::Campaign::default()
    }));
    Event { actor: Actor::System, ..envelope.event(kind, body.extra) }
}

fn transferred(
    envelope: Envelope,
    body: Transfer,
    assigned: impl FnOnce(bool) -> Option<bool>,
) -> Event {
    let (user, name) =
        (id(body.to_agent_id).or_else(|| id(body.agent_id)), non_empty(body.agent_name));
    let user = (user.is_some() || name.is_some())
        .then(|| Agent { name, ..Agent::new(AgentKind::User, user) });
    let team = id(body.to_team_id).map(|id| Agent::new(AgentKind::Team, Some(id)));
    let to: Vec<_> = user.into_iter().chain(team).collect();
    let kind = Kind::ConversationAssigned(Box::new(Assignment {
        id: id(body.id),
        assigned: assigned(!to.is_empty()),
        to,
        from: id(body.from_agent_id).map(|id| Agent::new(AgentKind::User, Some(id))),
        source: body.source.map(Cow::from),
        note: non_empty(body.notes).or(non_empty(body.reason)),
        ..Assignment::default()
    }));
    Event {
        inbox: non_empty(body.whatsapp_account).map(Inbox::named),
        contact: Contact::from_parts(
            id(body.contact_id),
            phone(body.contact_phone),
            non_empty(body.contact_name),
        ),
        ..envelope.event(kind, body.extra)
    }
}
