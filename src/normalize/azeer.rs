//! Azeer onto the domain model.

use std::borrow::Cow;

use super::{
    Account, Actor, Address, AddressKind, Assignment, Attachment, AttachmentKind, Campaign,
    Channel, Contact, Content, ConversationStatus, ConversationStatusChange, DeliveryStatus,
    Direction, Event, Id, Inbox, InteractiveReply, Kind, Location, Media, Message, MessageRef,
    StatusChange, Template, Text, TimeSource, Trigger, id, list,
    moment::{Moment, plausible},
    some,
};
use crate::{
    Provider,
    azeer::{self, Action, Broadcast, MessageType, Notice, Platform, Webhook},
    wire::{Extra, Number, Undocumented, WaId},
};

/// Name of an event as it was sent.
type Name = Cow<'static, str>;

pub(super) fn event(webhook: Webhook) -> Event {
    let name = webhook.wire_name();
    match webhook {
        Webhook::IncomingMessage(body) => message(name, body, Direction::Inbound),
        Webhook::OutgoingMessage(body) => message(name, body, Direction::Outbound),
        Webhook::MessageStatusChanged(body) => status_changed(name, body),
        Webhook::NewContact(body) => contact(name, body),
        Webhook::BroadcastComplete(body) => campaign(name, *body),
        Webhook::ChatAssigned(body) => {
            notice(name, *body, Kind::ConversationAssigned(Box::<Assignment>::default()))
        }
        Webhook::ChatClosed(body) => {
            let status = Some(ConversationStatus::Closed);
            let change = ConversationStatusChange { status, previous: None };
            notice(name, *body, Kind::ConversationStatusChanged(change))
        }
        Webhook::ChatMentioned(body) => notice(name, *body, Kind::ConversationMentioned),
        Webhook::TemplateApproved(body) => {
            let template = Template { status: Some("approved".into()), ..Template::default() };
            notice(name, *body, Kind::TemplateStatusChanged(Box::new(template)))
        }
        Webhook::BillingAlert(body) => notice(name, *body, Kind::BillingAlert),
        Webhook::ForRules(body) => notice(name, *body, Kind::RuleTriggered(Trigger::default())),
        Webhook::Unknown(body) => Event::new(Provider::Azeer, name, Kind::Unknown(body.body)),
    }
}

fn message(name: Name, body: Box<azeer::Message>, direction: Direction) -> Event {
    let channel = body.platform.map(channel);
    let is_inbound = direction == Direction::Inbound;
    let (customer, business) = if is_inbound { (body.from, body.to) } else { (body.to, body.from) };
    let customer = address(customer, channel.as_ref());
    let business = address(business, channel.as_ref());

    let nested = body.message_body.and_then(|body| body.text).and_then(|text| text.body);
    let text = some(nested).or(some(body.text));
    let (url, mime_type) = (some(body.filename_url), body.mime_type.map(trimmed));
    let file = match &body.message_type {
        Some(kind) => attachment(kind),
        None if url.is_some() || body.media_id.is_some() => {
            Some(AttachmentKind::of_mime(mime_type.as_deref()))
        }
        None => None,
    };
    let content = match (file, body.message_type) {
        (Some(kind), _) => {
            let file = Attachment {
                id: body.media_id.map(Id::from),
                url,
                mime_type: some(mime_type),
                file_name: some(body.filename),
                ..Attachment::new(kind)
            };
            Content::Media(Media { caption: text, attachments: vec![file] })
        }
        (None, Some(MessageType::Interactive)) => Content::InteractiveReply(InteractiveReply {
            id: body.interactive_reply_id.map(Id::from),
            title: text,
            ..InteractiveReply::default()
        }),
        (None, Some(MessageType::Location)) => Content::Location(Location {
            latitude: body.latitude.as_ref().and_then(Number::as_f64),
            longitude: body.longitude.as_ref().and_then(Number::as_f64),
            ..Location::default()
        }),
        (None, Some(other @ MessageType::Unknown(_))) => Content::other(other, text),
        (None, _) => text.map_or(Content::Empty, Content::Text),
    };
    let parent = id(body.parent_message_id);
    let ids = MessageRef {
        id: body.message_id.map(Id::from),
        external_id: body.id.map(Id::from),
        client_request_id: None,
    };
    let message = Box::new(Message {
        reply_to: parent.map(|id| MessageRef { id: Some(id), ..MessageRef::default() }),
        ..Message::new(ids, Some(direction), content)
    });
    let (actor, kind) = if is_inbound {
        (Actor::Contact, Kind::MessageReceived(message))
    } else {
        (Actor::Unknown, Kind::MessageSent(message))
    };
    let moment = Moment::of(body.timestamp.as_ref(), TimeSource::Event, "/timestamp");
    Event {
        account: body.business_id.map(Account::with_id),
        channel,
        inbox: business.map(Inbox::at),
        contact: Contact {
            id: body.contact_id.map(Id::from),
            addresses: list(customer),
            display_name: some(body.contact_name),
            is_existing: body.is_existing_contact,
            ..Contact::default()
        }
        .present(),
        actor,
        extra: body.extra,
        ..Event::at(moment, Provider::Azeer, name, kind)
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
        Some(Channel::WhatsApp) | None => Address::number(AddressKind::Phone, id),
        Some(_) => Address::new(AddressKind::SourceId, id),
    }
    .present()
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

/// Without the semicolon that Azeer puts after a MIME type.
fn trimmed(mime_type: Text) -> Text {
    let trimmed = mime_type.trim_end_matches([';', ' ']);
    if trimmed.len() == mime_type.len() { mime_type } else { trimmed.into() }
}

fn contact(name: Name, body: Box<azeer::Contact>) -> Event {
    let tags = body.tag_names().map(|name| Text::from(&*name)).collect();
    let channel = body.platform.map(channel);
    let address = address(body.platform_id, channel.as_ref());
    let kind = match body.action {
        Some(Action::Insert) => Kind::ContactCreated,
        Some(Action::Update | Action::Unknown(_)) | None => Kind::ContactUpdated(Vec::new()),
    };
    let moment = Moment::of(body.timestamp.as_ref(), TimeSource::Object, "/timestamp");
    Event {
        account: body.business_id.map(Account::with_id),
        channel,
        contact: Contact {
            id: body.id.map(Id::from),
            addresses: list(address),
            display_name: some(body.display_name),
            full_name: some(body.name),
            status: body.status.map(Cow::from),
            tags,
            ..Contact::default()
        }
        .present(),
        extra: body.extra,
        ..Event::at(moment, Provider::Azeer, name, kind)
    }
}

fn campaign(name: Name, body: Broadcast) -> Event {
    let updated_at = body.updated_at.as_ref();
    let moment = Moment::of(updated_at, TimeSource::Event, "/broadcast_updated_at");
    let moment =
        moment.or_else(|| Moment::of(body.timestamp.as_ref(), TimeSource::Envelope, "/timestamp"));
    let campaign = Campaign {
        id: body.id.map(Id::from),
        status: body.status.map(Cow::from),
        updated_at: updated_at.and_then(plausible),
        ..Campaign::default()
    };
    let kind = Kind::CampaignCompleted(Box::new(campaign));
    Event {
        account: body.business_id.map(Account::with_id),
        actor: Actor::System,
        extra: body.extra,
        ..Event::at(moment, Provider::Azeer, name, kind)
    }
}

fn status_changed(name: Name, body: Box<azeer::StatusChange>) -> Event {
    let mut extra = body.extra;
    let timestamp = guessed(body.timestamp, "timestamp", &mut extra);
    let account = guessed(body.business_id, "business_id", &mut extra);
    let channel = guessed(body.platform, "platform", &mut extra).map(channel);
    let id = guessed(body.contact_id, "contact_id", &mut extra).map(Id::from);
    let contact_name = some(guessed(body.contact_name, "contact_name", &mut extra));
    let message = MessageRef {
        id: guessed(body.message_id, "message_id", &mut extra).map(Id::from),
        external_id: guessed(body.id, "id", &mut extra).map(Id::from),
        client_request_id: None,
    };
    let status = some(guessed(body.status, "status", &mut extra));
    let status = status.map(|status| DeliveryStatus::from(status.as_str()));
    guessed(body.kind, "type", &mut extra);
    let kind = Kind::MessageStatusChanged(Box::new(StatusChange::new(message, status)));
    let moment = Moment::of(timestamp.as_ref(), TimeSource::Event, "/timestamp");
    Event {
        account: account.map(Account::with_id),
        channel,
        contact: Contact::known(id, None, contact_name),
        actor: Actor::System,
        extra,
        ..Event::at(moment, Provider::Azeer, name, kind)
    }
}

fn notice(name: Name, body: Notice, kind: Kind) -> Event {
    let mut extra = body.extra;
    let timestamp = guessed(body.timestamp, "timestamp", &mut extra);
    let account = guessed(body.business_id, "business_id", &mut extra);
    let channel = guessed(body.platform, "platform", &mut extra).map(channel);
    let id = guessed(body.contact_id, "contact_id", &mut extra).map(Id::from);
    let contact_name = some(guessed(body.contact_name, "contact_name", &mut extra));
    guessed(body.kind, "type", &mut extra);
    let moment = Moment::of(timestamp.as_ref(), TimeSource::Event, "/timestamp");
    Event {
        account: account.map(Account::with_id),
        channel,
        contact: Contact::known(id, None, contact_name),
        extra,
        ..Event::at(moment, Provider::Azeer, name, kind)
    }
}

/// A value of a body that is not documented; one of another type goes to the unknown members.
fn guessed<T>(guess: Option<Undocumented<T>>, key: &'static str, extra: &mut Extra) -> Option<T> {
    guess.and_then(|guess| match guess.into_inner() {
        Ok(value) => Some(value),
        Err(json) => {
            extra.push(key, json);
            None
        }
    })
}
