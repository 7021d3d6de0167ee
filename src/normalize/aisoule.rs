//! AiSoule onto the domain model.

use std::borrow::Cow;

use super::{
    Actor, Address, AddressKind, Agent, Assignee, AssigneeKind, Attachment, AttachmentKind,
    Channel, Content, Counts, DeliveryError, DeliveryStatus, Direction, Event, Id,
    InteractiveReply, Kind, Media, Message, MessageRef, Normalize, ReplyKind, StatusChange, Text,
    TimeSource, list, some,
};
use crate::{
    Provider,
    aisoule::{
        Campaign, Contact as Person, Dialect, Event as Payload, IncomingMessage, MessageId,
        MessageType, OutgoingMessage, Receipt, Transfer, Webhook,
    },
    wire::Number,
};

impl Normalize for Webhook {
    fn normalize(self) -> super::Events {
        let dialect = self.dialect();
        let mut events = Vec::with_capacity(1);
        let event = Event::begin(&mut events, Provider::AiSoule, self.event.wire_name());
        event.version = dialect.map(|dialect| dialect.as_str().into());
        event.channel = Some(Channel::WhatsApp);
        event.occurred(self.timestamp.as_ref(), TimeSource::Envelope, "/timestamp");
        event.kind = match self.event {
            Payload::MessageIncoming(message) | Payload::MessageReceived(message) => {
                incoming(event, message.into_inner(), dialect)
            }
            Payload::MessageOutgoing(message) => outgoing(event, message.into_inner(), dialect),
            // In help and docs it is a receipt, in the engine the message itself.
            Payload::MessageSent(message) if dialect == Some(Dialect::Engine) => {
                outgoing(event, message.into_inner(), dialect)
            }
            Payload::MessageSent(message) => sent(event, message.into_inner()),
            Payload::MessageDelivered(receipt) => {
                status_changed(event, receipt.into_inner(), DeliveryStatus::Delivered)
            }
            Payload::MessageRead(receipt) => {
                status_changed(event, receipt.into_inner(), DeliveryStatus::Read)
            }
            Payload::MessageFailed(receipt) => {
                status_changed(event, receipt.into_inner(), DeliveryStatus::Failed)
            }
            Payload::ContactCreated(person) => {
                contact(event, person.into_inner());
                Kind::ContactCreated
            }
            Payload::ContactUpdated(person) => {
                contact(event, person.into_inner());
                Kind::ContactUpdated(Vec::new())
            }
            Payload::CampaignCompleted(figures) => campaign(event, figures.into_inner()),
            Payload::TransferCreated(transfer) => {
                let transfer = transfer.into_inner();
                let assigned = transfer.to_agent_id.is_some()
                    || transfer.to_team_id.is_some()
                    || transfer.agent_id.is_some();
                assigned_to(event, transfer, assigned.then_some(true))
            }
            Payload::TransferAssigned(transfer) => {
                assigned_to(event, transfer.into_inner(), Some(true))
            }
            Payload::TransferResumed(transfer) => {
                assigned_to(event, transfer.into_inner(), Some(false))
            }
            Payload::Ping(test) | Payload::Test(test) => {
                event.actor = Actor::System;
                event.extra = test.into_inner().extra;
                Kind::Test
            }
            Payload::Unknown(unknown) => Kind::Unknown(unknown.body),
        };
        event.extra.append(self.extra);
        events.into()
    }
}

/// A message with its id.
fn told(id: Option<MessageId>, dialect: Option<Dialect>, direction: Direction) -> Box<Message> {
    let mut message = Box::<Message>::default();
    let id = id.map(Id::from);
    match dialect {
        // It knows messages by ids of its own.
        Some(Dialect::Engine) => message.ids.id = id,
        Some(Dialect::Help | Dialect::Docs) | None => message.ids.external_id = id,
    }
    message.direction = Some(direction);
    message
}

/// WhatsApp's id of a message.
fn external(id: Option<MessageId>) -> MessageRef {
    MessageRef { external_id: id.map(Id::from), ..Default::default() }
}

/// A number that some dialect gives.
fn phone<T: Into<Address>>(number: Option<T>) -> Option<Address> {
    number.and_then(|number| number.into().of_kind(AddressKind::Phone).present())
}

fn incoming(event: &mut Event, message: IncomingMessage, dialect: Option<Dialect>) -> Kind {
    let mut received = told(message.id, dialect, Direction::Inbound);
    let address = phone(message.from)
        .or_else(|| phone(message.sender))
        .or_else(|| phone(message.contact_phone));
    event.actor = Actor::Contact;
    event.set_contact(|contact| {
        contact.id = message.contact_id.map(Id::from);
        contact.addresses = list(address);
        contact.display_name = some(message.contact_name);
    });
    event.set_inbox(|inbox| {
        inbox.id = message.whatsapp_account_id.map(Id::from);
        inbox.name = some(message.whatsapp_account);
        inbox.address = phone(message.waba_number).or_else(|| phone(message.recipient));
    });
    event.extra = message.extra;
    let text = some(message.text).or_else(|| some(message.body)).or_else(|| some(message.content));
    let file = || file(message.media_url, message.media_mime_type, message.media_filename);
    received.content = content(message.kind.or(message.message_type), text, file);
    Kind::MessageReceived(received)
}

fn outgoing(event: &mut Event, message: OutgoingMessage, dialect: Option<Dialect>) -> Kind {
    let mut sent = told(message.id, dialect, Direction::Outbound);
    let address = phone(message.to)
        .or_else(|| phone(message.recipient))
        .or_else(|| phone(message.contact_phone));
    event.actor = message.sent_by_user_id.map_or(Actor::Unknown, |id| {
        Actor::Agent(Agent { id: Some(id.into()), ..Default::default() })
    });
    event.set_contact(|contact| {
        contact.id = message.contact_id.map(Id::from);
        contact.addresses = list(address);
        contact.display_name = some(message.contact_name);
    });
    event.set_inbox(|inbox| {
        inbox.name = some(message.whatsapp_account);
        inbox.address = phone(message.waba_number).or_else(|| phone(message.sender));
    });
    event.extra = message.extra;
    let text = some(message.body).or_else(|| some(message.content));
    let file = || file(message.media_url, message.media_mime_type, message.media_filename);
    sent.content = content(message.kind.or(message.message_type), text, file);
    sent.status = message.status.map(|status| status.as_str().into());
    Kind::MessageSent(sent)
}

fn file(url: Option<Text>, mime: Option<Text>, name: Option<Text>) -> Option<Attachment> {
    let is_told = [&url, &mime, &name].into_iter().flatten().any(|text| !text.is_empty());
    is_told.then(|| {
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
        Content::InteractiveReply(InteractiveReply { kind, title, ..Default::default() })
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
fn sent(event: &mut Event, message: OutgoingMessage) -> Kind {
    let status = message.status.map_or(DeliveryStatus::Sent, |status| status.as_str().into());
    event.actor = Actor::System;
    event.set_inbox(|inbox| {
        inbox.address = phone(message.waba_number).or_else(|| phone(message.sender));
    });
    event.extra = message.extra;
    let ids = external(message.id);
    let recipient = phone(message.to).or_else(|| phone(message.recipient));
    Kind::MessageStatusChanged(Box::new(StatusChange {
        recipient,
        ..StatusChange::new(ids, Some(status))
    }))
}

fn status_changed(event: &mut Event, receipt: Receipt, status: DeliveryStatus) -> Kind {
    event.actor = Actor::System;
    event.set_inbox(|inbox| {
        inbox.address = phone(receipt.waba_number).or_else(|| phone(receipt.sender));
    });
    event.extra = receipt.extra;
    let ids = external(receipt.message_id);
    let mut change = StatusChange::new(ids, Some(status));
    change.recipient = phone(receipt.to).or_else(|| phone(receipt.recipient));
    let code = receipt.error_code.map(Id::from).filter(|code| !code.as_str().is_empty());
    let message = some(receipt.error_message);
    if code.is_some() || message.is_some() {
        let error = code.map_or_else(DeliveryError::default, DeliveryError::from_code);
        change.errors = vec![DeliveryError { message, ..error }];
    }
    Kind::MessageStatusChanged(Box::new(change))
}

fn contact(event: &mut Event, person: Person) {
    let address = phone(person.phone_number).or_else(|| phone(person.contact_phone));
    event.set_inbox(|inbox| {
        inbox.name = some(person.whatsapp_account);
    });
    event.set_contact(|contact| {
        contact.id = person.id.or(person.contact_id).map(Id::from);
        contact.addresses = list(address);
        contact.display_name = some(person.name).or_else(|| some(person.contact_name));
        contact.origin = person.source.map(Cow::from);
        contact.tags = person.tags.and_then(|tags| tags.to().ok()).unwrap_or_default();
        contact.status = person.stage.and_then(|stage| stage.to().ok());
        contact.custom_attributes = person.custom_fields;
    });
    event.extra = person.extra;
}

fn campaign(event: &mut Event, campaign: Campaign) -> Kind {
    event.actor = Actor::System;
    event.extra = campaign.extra;
    let count = |number: Option<Number>| number.as_ref().and_then(Number::as_u64);
    Kind::CampaignCompleted(Box::new(super::Campaign {
        id: campaign.id.map(Id::from),
        name: some(campaign.name),
        counts: Counts {
            total: count(campaign.total),
            sent: count(campaign.sent),
            delivered: count(campaign.delivered),
            read: count(campaign.read),
            failed: count(campaign.failed),
        },
        ..Default::default()
    }))
}

fn assigned_to(event: &mut Event, transfer: Transfer, assigned: Option<bool>) -> Kind {
    event.set_contact(|contact| {
        contact.id = transfer.contact_id.map(Id::from);
        contact.addresses = list(phone(transfer.contact_phone));
        contact.display_name = some(transfer.contact_name);
    });
    event.set_inbox(|inbox| {
        inbox.name = some(transfer.whatsapp_account);
    });
    event.extra = transfer.extra;
    let user = transfer.to_agent_id.or(transfer.agent_id).map(|id| Assignee {
        name: some(transfer.agent_name),
        ..Assignee::new(AssigneeKind::User, id)
    });
    let team = transfer.to_team_id.map(|id| Assignee::new(AssigneeKind::Team, id));
    Kind::ConversationAssigned(Box::new(super::Assignment {
        id: transfer.id.map(Id::from),
        assigned,
        to: user.into_iter().chain(team).collect(),
        from: transfer.from_agent_id.map(|id| Assignee::new(AssigneeKind::User, id)),
        source: transfer.source.map(Cow::from),
        note: some(transfer.notes).or_else(|| some(transfer.reason)),
        ..Default::default()
    }))
}
