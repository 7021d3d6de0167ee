//! Azeer onto the domain model.

use std::borrow::Cow;

use super::{
    Account, Actor, Address, AddressKind, Assignment, Attachment, AttachmentKind, Campaign,
    Channel, Content, ConversationStatus, ConversationStatusChange, DeliveryStatus, Direction,
    Event, Id, InteractiveReply, Kind, Location, Media, Message, MessageRef, Normalize,
    StatusChange, Template, Text, TimeSource, list, some,
};
use crate::{
    Provider,
    azeer::{
        Action, Broadcast, Contact as Person, Message as Sent, MessageType, Notice, Platform,
        StatusChange as Changed, Webhook,
    },
    wire::{Extra, Number, Undocumented, WaId},
};

impl Normalize for Webhook {
    fn normalize(self) -> Vec<Event> {
        let mut events = Vec::with_capacity(1);
        let event = Event::begin(&mut events, Provider::Azeer, self.wire_name());
        event.kind = match self {
            Self::IncomingMessage(message) => {
                event.actor = Actor::Contact;
                Kind::MessageReceived(message_of(event, *message, Direction::Inbound))
            }
            Self::OutgoingMessage(message) => {
                Kind::MessageSent(message_of(event, *message, Direction::Outbound))
            }
            Self::MessageStatusChanged(change) => status_changed(event, *change),
            Self::NewContact(person) => contact(event, *person),
            Self::BroadcastComplete(broadcast) => campaign(event, *broadcast),
            Self::ChatAssigned(notice) => {
                notified(event, *notice);
                Kind::ConversationAssigned(Box::<Assignment>::default())
            }
            Self::ChatClosed(notice) => {
                notified(event, *notice);
                Kind::ConversationStatusChanged(ConversationStatusChange {
                    status: Some(ConversationStatus::Closed),
                    previous: None,
                })
            }
            Self::ChatMentioned(notice) => {
                notified(event, *notice);
                Kind::ConversationMentioned
            }
            Self::TemplateApproved(notice) => {
                notified(event, *notice);
                let status = Some("approved".into());
                Kind::TemplateStatusChanged(Box::new(Template { status, ..Default::default() }))
            }
            Self::BillingAlert(notice) => {
                notified(event, *notice);
                Kind::BillingAlert
            }
            Self::ForRules(notice) => {
                notified(event, *notice);
                Kind::RuleTriggered
            }
            Self::Unknown(unknown) => Kind::Unknown(unknown.body),
        };
        events
    }
}

fn channel(platform: Platform) -> Channel {
    match platform {
        Platform::WhatsApp => Channel::WhatsApp,
        Platform::Unknown(text) => text.as_str().into(),
    }
}

/// A number, if the network has numbers.
fn address(id: Option<WaId>, channel: Option<&Channel>) -> Option<Address> {
    let id = id?;
    match channel {
        Some(Channel::WhatsApp) | None => Address::number(AddressKind::Phone, id.e164(), id),
        Some(_) => Address::new(AddressKind::SourceId, id),
    }
    .present()
}

fn message_of(event: &mut Event, message: Sent, direction: Direction) -> Box<Message> {
    event.occurred(message.timestamp.as_ref(), TimeSource::Event, "/timestamp");
    event.account = message.business_id.map(Account::with_id);
    event.channel = message.platform.map(channel);
    let (customer, business) = match direction {
        Direction::Outbound => (message.to, message.from),
        _ => (message.from, message.to),
    };
    let customer = address(customer, event.channel.as_ref());
    event.set_contact(|contact| {
        contact.id = message.contact_id.map(Id::from);
        contact.addresses = list(customer);
        contact.display_name = some(message.contact_name);
        contact.is_existing = message.is_existing_contact;
    });
    let address = address(business, event.channel.as_ref());
    event.set_inbox(|inbox| {
        inbox.address = address;
    });
    event.extra = message.extra;

    let nested = message.message_body.and_then(|body| body.text).and_then(|text| text.body);
    let text = some(nested).or_else(|| some(message.text));
    let (url, mime_type) = (some(message.filename_url), message.mime_type.map(trimmed));
    let file = match &message.message_type {
        Some(kind) => attachment(kind),
        None if url.is_some() || message.media_id.is_some() => {
            Some(AttachmentKind::of_mime(mime_type.as_deref()))
        }
        None => None,
    };
    let parent = message.parent_message_id.map(Id::from);
    let parent = parent.filter(|id| !id.is_none());
    let mut told = Box::<Message>::default();
    told.content = match (file, message.message_type) {
        (Some(kind), _) => {
            let file = Attachment {
                id: message.media_id.map(Id::from),
                url,
                mime_type: some(mime_type),
                file_name: some(message.filename),
                ..Attachment::new(kind)
            };
            Content::Media(Media { caption: text, attachments: vec![file] })
        }
        (None, Some(MessageType::Interactive)) => Content::InteractiveReply(InteractiveReply {
            id: message.interactive_reply_id.map(Id::from),
            title: text,
            ..Default::default()
        }),
        (None, Some(MessageType::Location)) => Content::Location(Location {
            latitude: message.latitude.as_ref().and_then(Number::as_f64),
            longitude: message.longitude.as_ref().and_then(Number::as_f64),
            ..Default::default()
        }),
        (None, Some(other @ MessageType::Unknown(_))) => Content::other(other, text),
        (None, _) => text.map_or(Content::Empty, Content::Text),
    };
    told.ids.id = message.message_id.map(Id::from);
    told.ids.external_id = message.id.map(Id::from);
    told.direction = Some(direction);
    told.reply_to = parent.map(|id| MessageRef { id: Some(id), ..Default::default() });
    told
}

/// What the file of such a message is, if it has one.
fn attachment(kind: &MessageType) -> Option<AttachmentKind> {
    match kind {
        MessageType::Audio => Some(AttachmentKind::Audio),
        MessageType::Voice => Some(AttachmentKind::Voice),
        MessageType::Video => Some(AttachmentKind::Video),
        MessageType::Image => Some(AttachmentKind::Image),
        MessageType::Document => Some(AttachmentKind::Document),
        MessageType::Sticker => Some(AttachmentKind::Sticker),
        MessageType::Text
        | MessageType::Interactive
        | MessageType::Location
        | MessageType::Unknown(_) => None,
    }
}

/// Without the semicolon that Azeer leaves behind a MIME type.
fn trimmed(mime_type: Text) -> Text {
    let trimmed = mime_type.trim_end_matches([';', ' ']);
    if trimmed.len() == mime_type.len() { mime_type } else { trimmed.into() }
}

fn contact(event: &mut Event, person: Person) -> Kind {
    let tags = person.tag_names().map(|tag| Text::from(&*tag)).collect();
    event.occurred(person.timestamp.as_ref(), TimeSource::Object, "/timestamp");
    event.account = person.business_id.map(Account::with_id);
    event.channel = person.platform.map(channel);
    let address = address(person.platform_id, event.channel.as_ref());
    event.set_contact(|contact| {
        contact.id = person.id.map(Id::from);
        contact.addresses = list(address);
        contact.display_name = some(person.display_name);
        contact.full_name = some(person.name);
        contact.status = person.status.map(Cow::from);
        contact.tags = tags;
    });
    event.extra = person.extra;
    match person.action {
        Some(Action::Insert) => Kind::ContactCreated,
        Some(Action::Update | Action::Unknown(_)) | None => Kind::ContactUpdated(Vec::new()),
    }
}

fn campaign(event: &mut Event, broadcast: Broadcast) -> Kind {
    event.occurred(broadcast.updated_at.as_ref(), TimeSource::Event, "/broadcast_updated_at");
    event.occurred(broadcast.timestamp.as_ref(), TimeSource::Envelope, "/timestamp");
    event.account = broadcast.business_id.map(Account::with_id);
    event.actor = Actor::System;
    event.extra = broadcast.extra;
    Kind::CampaignCompleted(Box::new(Campaign {
        id: broadcast.id.map(Id::from),
        status: broadcast.status.map(Cow::from),
        updated_at: broadcast.updated_at.as_ref().and_then(super::time::plausible),
        ..Default::default()
    }))
}

/// A guessed value; what is none goes to the members that nobody knows.
fn guessed<T>(guess: Option<Undocumented<T>>, key: &'static str, extra: &mut Extra) -> Option<T> {
    guess.and_then(|guess| match guess.into_inner() {
        Ok(value) => Some(value),
        Err(json) => {
            extra.push(key, json);
            None
        }
    })
}

fn status_changed(event: &mut Event, change: Changed) -> Kind {
    let mut extra = change.extra;
    event.actor = Actor::System;
    let timestamp = guessed(change.timestamp, "timestamp", &mut extra);
    event.occurred(timestamp.as_ref(), TimeSource::Event, "/timestamp");
    event.account = guessed(change.business_id, "business_id", &mut extra).map(Account::with_id);
    event.channel = guessed(change.platform, "platform", &mut extra).map(channel);
    event.set_contact(|contact| {
        contact.id = guessed(change.contact_id, "contact_id", &mut extra).map(Id::from);
        contact.display_name = some(guessed(change.contact_name, "contact_name", &mut extra));
    });
    let ids = MessageRef {
        id: guessed(change.message_id, "message_id", &mut extra).map(Id::from),
        external_id: guessed(change.id, "id", &mut extra).map(Id::from),
        client_request_id: None,
    };
    let status = some(guessed(change.status, "status", &mut extra));
    let status = status.map(|status| DeliveryStatus::from(status.as_str()));
    guessed(change.kind, "type", &mut extra);
    event.extra = extra;
    Kind::MessageStatusChanged(Box::new(StatusChange::new(ids, status)))
}

fn notified(event: &mut Event, notice: Notice) {
    let mut extra = notice.extra;
    let timestamp = guessed(notice.timestamp, "timestamp", &mut extra);
    event.occurred(timestamp.as_ref(), TimeSource::Event, "/timestamp");
    event.account = guessed(notice.business_id, "business_id", &mut extra).map(Account::with_id);
    event.channel = guessed(notice.platform, "platform", &mut extra).map(channel);
    event.set_contact(|contact| {
        contact.id = guessed(notice.contact_id, "contact_id", &mut extra).map(Id::from);
        contact.display_name = some(guessed(notice.contact_name, "contact_name", &mut extra));
    });
    guessed(notice.kind, "type", &mut extra);
    event.extra = extra;
}
