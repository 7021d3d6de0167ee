//! AiSoule onto the domain model.

use std::borrow::Cow;

use super::{
    Actor, Address, AddressKind, Agent, AgentKind, Assignment, Attachment, AttachmentKind, Channel,
    Contact, Content, Counts, DeliveryError, DeliveryStatus, Direction, Event, Id, Inbox,
    InteractiveReply, Kind, Media, Message, MessageRef, ReplyKind, StatusChange, Text, TimeSource,
    id, list, moment::Moment, some,
};
use crate::{
    Provider,
    aisoule::{
        self, Campaign, Dialect, Event as Payload, IncomingMessage, MessageId, MessageType,
        OutgoingMessage, Receipt, Transfer, Webhook,
    },
    wire::{Extra, Number},
};

pub(super) fn event(webhook: Webhook) -> Event {
    let time = webhook.timestamp.as_ref();
    let dialect = webhook.dialect();
    let envelope = Envelope {
        name: webhook.event.wire_name(),
        dialect,
        moment: Moment::of(time, TimeSource::Envelope, "/timestamp"),
        extra: webhook.extra,
    };
    match webhook.event {
        Payload::MessageIncoming(body) | Payload::MessageReceived(body) => {
            incoming(envelope, body.into_inner())
        }
        Payload::MessageOutgoing(body) => outgoing(envelope, body.into_inner()),
        // In help and docs it is a receipt, in the engine the message itself.
        Payload::MessageSent(body) if dialect == Some(Dialect::Engine) => {
            outgoing(envelope, body.into_inner())
        }
        Payload::MessageSent(body) => sent(envelope, body.into_inner()),
        Payload::MessageDelivered(body) => {
            status_changed(envelope, body.into_inner(), DeliveryStatus::Delivered)
        }
        Payload::MessageRead(body) => {
            status_changed(envelope, body.into_inner(), DeliveryStatus::Read)
        }
        Payload::MessageFailed(body) => {
            status_changed(envelope, body.into_inner(), DeliveryStatus::Failed)
        }
        Payload::ContactCreated(body) => contact(envelope, body.into_inner(), Kind::ContactCreated),
        Payload::ContactUpdated(body) => {
            contact(envelope, body.into_inner(), Kind::ContactUpdated(Vec::new()))
        }
        Payload::CampaignCompleted(body) => campaign(envelope, body.into_inner()),
        Payload::TransferCreated(body) => {
            let body = body.into_inner();
            let assigned =
                body.to_agent_id.is_some() || body.to_team_id.is_some() || body.agent_id.is_some();
            transferred(envelope, body, assigned.then_some(true))
        }
        Payload::TransferAssigned(body) => transferred(envelope, body.into_inner(), Some(true)),
        Payload::TransferResumed(body) => transferred(envelope, body.into_inner(), Some(false)),
        Payload::Ping(body) | Payload::Test(body) => {
            Event { actor: Actor::System, ..envelope.event(Kind::Test, body.into_inner().extra) }
        }
        Payload::Unknown(body) => envelope.event(Kind::Unknown(body.body), Extra::default()),
    }
}

/// What every event has from outside its payload.
struct Envelope {
    name: Cow<'static, str>,
    dialect: Option<Dialect>,
    moment: Option<Moment>,
    extra: Extra,
}

impl Envelope {
    /// An event of a kind, with the unknown members of its payload and of the envelope.
    #[inline]
    fn event(self, kind: Kind, mut extra: Extra) -> Event {
        extra.append(self.extra);
        Event {
            version: self.dialect.map(|dialect| dialect.as_str().into()),
            channel: Some(Channel::WhatsApp),
            extra,
            ..Event::at(self.moment, Provider::AiSoule, self.name, kind)
        }
    }
}

/// The ids of a message that is sent whole.
fn ids(id: Option<MessageId>, dialect: Option<Dialect>) -> MessageRef {
    match dialect {
        // It knows messages by ids of its own.
        Some(Dialect::Engine) => MessageRef { id: id.map(Id::from), ..MessageRef::default() },
        Some(Dialect::Help | Dialect::Docs) | None => external(id),
    }
}

/// WhatsApp's id of a message.
fn external(id: Option<MessageId>) -> MessageRef {
    MessageRef { external_id: id.map(Id::from), ..MessageRef::default() }
}

/// A number, where the dialect gives one.
fn phone<T: Into<Address>>(number: Option<T>) -> Option<Address> {
    number.and_then(|number| number.into().of_kind(AddressKind::Phone).present())
}

fn incoming(envelope: Envelope, body: IncomingMessage) -> Event {
    let text = some(body.text).or(some(body.body)).or_else(|| some(body.content));
    let file = || file(body.media_url, body.media_mime_type, body.media_filename);
    let kind = Kind::MessageReceived(Box::new(Message::new(
        ids(body.id, envelope.dialect),
        Some(Direction::Inbound),
        content(body.kind.or(body.message_type), text, file),
    )));
    let address =
        phone(body.from).or_else(|| phone(body.sender)).or_else(|| phone(body.contact_phone));
    Event {
        inbox: Inbox {
            id: body.whatsapp_account_id.map(Id::from),
            name: some(body.whatsapp_account),
            address: phone(body.waba_number).or_else(|| phone(body.recipient)),
            ..Inbox::default()
        }
        .present(),
        contact: Contact::known(body.contact_id.map(Id::from), address, some(body.contact_name)),
        actor: Actor::Contact,
        ..envelope.event(kind, body.extra)
    }
}

fn outgoing(envelope: Envelope, body: OutgoingMessage) -> Event {
    let text = some(body.body).or(some(body.content));
    let file = || file(body.media_url, body.media_mime_type, body.media_filename);
    let kind = Kind::MessageSent(Box::new(Message {
        status: body.status.map(|status| status.as_str().into()),
        ..Message::new(
            ids(body.id, envelope.dialect),
            Some(Direction::Outbound),
            content(body.kind.or(body.message_type), text, file),
        )
    }));
    let address =
        phone(body.to).or_else(|| phone(body.recipient)).or_else(|| phone(body.contact_phone));
    Event {
        inbox: Inbox {
            name: some(body.whatsapp_account),
            address: phone(body.waba_number).or_else(|| phone(body.sender)),
            ..Inbox::default()
        }
        .present(),
        contact: Contact::known(body.contact_id.map(Id::from), address, some(body.contact_name)),
        actor: body.sent_by_user_id.map_or(Actor::Unknown, |id| {
            Actor::Agent(Agent::new(AgentKind::User, Some(id.into())))
        }),
        ..envelope.event(kind, body.extra)
    }
}

fn file(url: Option<Text>, mime: Option<Text>, name: Option<Text>) -> Option<Attachment> {
    let is_given = [&url, &mime, &name].into_iter().flatten().any(|text| !text.is_empty());
    is_given.then(|| {
        let mime_type = some(mime);
        let kind = AttachmentKind::of_mime(mime_type.as_deref());
        Attachment { url: some(url), mime_type, file_name: some(name), ..Attachment::new(kind) }
    })
}

fn content(
    kind: Option<MessageType>,
    text: Option<Text>,
    file: impl FnOnce() -> Option<Attachment>,
) -> Content {
    let media = |kind, file: Option<Attachment>, caption| {
        let attachment =
            Attachment { kind, ..file.unwrap_or(Attachment::new(AttachmentKind::File)) };
        Content::Media(Media { caption, attachments: vec![attachment] })
    };
    let reply = |kind, title| {
        Content::InteractiveReply(InteractiveReply { kind, title, ..InteractiveReply::default() })
    };
    match kind {
        Some(MessageType::Image) => media(AttachmentKind::Image, file(), text),
        Some(MessageType::Video) => media(AttachmentKind::Video, file(), text),
        Some(MessageType::Audio) => media(AttachmentKind::Audio, file(), text),
        Some(MessageType::Document) => media(AttachmentKind::Document, file(), text),
        Some(MessageType::ButtonReply) => reply(Some(ReplyKind::Button), text),
        Some(MessageType::NfmReply) => reply(Some(ReplyKind::Form), text),
        Some(MessageType::Interactive) => reply(None, text),
        Some(MessageType::Text) | None => match file() {
            Some(attachment) => {
                Content::Media(Media { caption: text, attachments: vec![attachment] })
            }
            None => text.map_or(Content::Empty, Content::Text),
        },
        Some(
            other @ (MessageType::Template
            | MessageType::Flow
            | MessageType::Reaction
            | MessageType::Location
            | MessageType::Contact
            | MessageType::Call
            | MessageType::Unknown(_)),
        ) => Content::other(other, text),
    }
}

/// `message.sent` as a receipt.
fn sent(envelope: Envelope, body: OutgoingMessage) -> Event {
    let status = body.status.map_or(DeliveryStatus::Sent, |status| status.as_str().into());
    let kind = Kind::MessageStatusChanged(Box::new(StatusChange {
        recipient: phone(body.to).or_else(|| phone(body.recipient)),
        ..StatusChange::new(external(body.id), Some(status))
    }));
    Event {
        inbox: phone(body.waba_number).or_else(|| phone(body.sender)).map(Inbox::at),
        actor: Actor::System,
        ..envelope.event(kind, body.extra)
    }
}

fn status_changed(envelope: Envelope, body: Receipt, status: DeliveryStatus) -> Event {
    let kind = Kind::MessageStatusChanged(Box::new(StatusChange {
        recipient: phone(body.to).or_else(|| phone(body.recipient)),
        errors: list(DeliveryError::reported(body.error_code, body.error_message, None)),
        ..StatusChange::new(external(body.message_id), Some(status))
    }));
    Event {
        inbox: phone(body.waba_number).or_else(|| phone(body.sender)).map(Inbox::at),
        actor: Actor::System,
        ..envelope.event(kind, body.extra)
    }
}

fn contact(envelope: Envelope, body: aisoule::Contact, kind: Kind) -> Event {
    let address = phone(body.phone_number).or_else(|| phone(body.contact_phone));
    Event {
        inbox: some(body.whatsapp_account).map(Inbox::named),
        contact: Contact {
            id: body.id.or(body.contact_id).map(Id::from),
            addresses: list(address),
            display_name: some(body.name).or(some(body.contact_name)),
            origin: body.source.map(Cow::from),
            tags: body.tags.and_then(|tags| tags.to().ok()).unwrap_or_default(),
            status: body.stage.and_then(|stage| stage.to().ok()),
            custom_attributes: body.custom_fields,
            ..Contact::default()
        }
        .present(),
        ..envelope.event(kind, body.extra)
    }
}

fn campaign(envelope: Envelope, body: Campaign) -> Event {
    let count = |number: Option<Number>| number.as_ref().and_then(Number::as_u64);
    let kind = Kind::CampaignCompleted(Box::new(super::Campaign {
        id: body.id.map(Id::from),
        name: some(body.name),
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

fn transferred(envelope: Envelope, body: Transfer, assigned: Option<bool>) -> Event {
    let user = id(body.to_agent_id.or(body.agent_id))
        .map(|id| Agent { name: some(body.agent_name), ..Agent::new(AgentKind::User, Some(id)) });
    let team = id(body.to_team_id).map(|id| Agent::new(AgentKind::Team, Some(id)));
    let kind = Kind::ConversationAssigned(Box::new(Assignment {
        id: body.id.map(Id::from),
        assigned,
        to: user.into_iter().chain(team).collect(),
        from: id(body.from_agent_id).map(|id| Agent::new(AgentKind::User, Some(id))),
        source: body.source.map(Cow::from),
        note: some(body.notes).or(some(body.reason)),
        ..Assignment::default()
    }));
    Event {
        inbox: some(body.whatsapp_account).map(Inbox::named),
        contact: Contact::known(
            body.contact_id.map(Id::from),
            phone(body.contact_phone),
            some(body.contact_name),
        ),
        ..envelope.event(kind, body.extra)
    }
}
