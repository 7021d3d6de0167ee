//! Maps Azeer's events onto the domain model.

use std::borrow::Cow;

use super::{
    Account, Actor, Address, AddressKind, Assignment, AttachmentKind, Campaign, Channel, Contact,
    Content, ConversationStatus, ConversationStatusChange, DeliveryStatus, Direction, Event, Id,
    Inbox, InteractiveReply, Kind, Location, Message, MessageRef, StatusChange, Template, Text,
    TimeSource, Trigger,
    event_time::{EventTime, plausible},
    file::{file, with_file},
    id, non_empty, option_to_vec,
};
use crate::{
    Provider,
    azeer::{self, Action, Broadcast, MessageType, Platform, UndocumentedEvent, Webhook},
    wire::{Extra, Json, Number, Undocumented, WaId},
};

/// The event type, as sent.
type Name = Cow<'static, str>;

pub(super) fn event(webhook: Webhook) -> Event {
    let name = webhook.wire_name();
    match webhook {
        Webhook::IncomingMessage(body) => message(name, body, Direction::Inbound),
        Webhook::OutgoingMessage(body) => message(name, body, Direction::Outbound),
        Webhook::MessageStatusChanged(body) => status_changed(name, *body),
        Webhook::NewContact(body) => contact(name, body),
        Webhook::BroadcastComplete(body) => campaign(name, *body),
        Webhook::ChatAssigned(body) => undocumented_event(
            name,
            *body,
            Kind::ConversationAssigned(Box::<Assignment>::default()),
        ),
        Webhook::ChatClosed(body) => {
            let status = Some(ConversationStatus::Closed);
            let change = ConversationStatusChange { status, previous: None };
            undocumented_event(name, *body, Kind::ConversationStatusChanged(change))
        }
        Webhook::ChatMentioned(body) => {
            undocumented_event(name, *body, Kind::ConversationMentioned)
        }
        Webhook::TemplateApproved(body) => template(name, *body),
        Webhook::BillingAlert(body) => undocumented_event(name, *body, Kind::BillingAlert),
        Webhook::ForRules(body) => {
            undocumented_event(name, *body, Kind::RuleTriggered(Trigger::default()))
        }
        Webhook::Unknown(body) => Event::new(Provider::Azeer, name, Kind::Unknown(body.body)),
    }
}

fn message(name: Name, body: Box<azeer::Message>, direction: Direction) -> Event {
    let mut extra = body.extra;
    let timestamp = take_undocumented(body.timestamp, "timestamp", &mut extra);
    let nested = take_undocumented(body.message_body, "message_body", &mut extra);
    take_undocumented(body.local_timestamp, "local_timestamp", &mut extra);
    let channel = body.platform.map(channel);
    let is_inbound = direction == Direction::Inbound;
    let (customer, business) = if is_inbound { (body.from, body.to) } else { (body.to, body.from) };
    let customer = address(customer, channel.as_ref());
    let business = address(business, channel.as_ref());

    let nested = nested.and_then(|body| {
        extra.append(body.extra);
        let text = body.text?;
        extra.append(text.extra);
        text.body
    });
    let text = non_empty(nested).or(non_empty(body.text));
    let choice = body.interactive_reply_id.filter(|id| !id.0.to_text().is_empty());
    let location = Location {
        latitude: body.latitude.as_ref().and_then(Number::as_f64),
        longitude: body.longitude.as_ref().and_then(Number::as_f64),
        ..Location::default()
    };
    // These say nothing: a file has members of its own.
    let kind = body.message_type.filter(|kind| !matches!(kind.as_str(), "" | "file"));
    let file = file(
        kind.as_ref().and_then(attachment),
        id(body.media_id),
        non_empty(body.filename_url),
        non_empty(body.mime_type.map(trimmed)),
        non_empty(body.filename),
    );
    let is_choice = choice.is_some() || is_inbound && kind == Some(MessageType::Interactive);
    let content = if is_choice {
        let (id, title) = (choice.map(Id::from), text);
        Content::InteractiveReply(InteractiveReply { id, title, ..InteractiveReply::default() })
    } else {
        match kind {
            // In a message from the business, `interactive` is the question.
            Some(other @ (MessageType::Interactive | MessageType::Unknown(_))) => {
                Content::other(other, text)
            }
            Some(MessageType::Location) => Content::Location(Location { text, ..location }),
            None if location != Location::default() => {
                Content::Location(Location { text, ..location })
            }
            Some(
                MessageType::Text
                | MessageType::Audio
                | MessageType::Voice
                | MessageType::Video
                | MessageType::Image
                | MessageType::Document
                | MessageType::Sticker,
            )
            | None => text.map_or(Content::Empty, Content::Text),
        }
    };
    let parent = id(body.parent_message_id);
    let ids =
        MessageRef { id: id(body.message_id), external_id: id(body.id), client_request_id: None };
    let author = if is_inbound { Actor::Contact } else { Actor::Unknown };
    let message = Box::new(Message {
        author: author.clone(),
        reply_to: parent.map(|id| MessageRef { id: Some(id), ..MessageRef::default() }),
        ..Message::new(ids, Some(direction), with_file(content, file))
    });
    let kind = if is_inbound { Kind::MessageReceived(message) } else { Kind::MessageSent(message) };
    let moment = EventTime::of(timestamp.as_ref(), TimeSource::Event, "/timestamp");
    Event {
        account: id(body.business_id).map(Account::with_id),
        channel,
        inbox: business.map(Inbox::with_address),
        contact: Contact {
            id: id(body.contact_id),
            addresses: option_to_vec(customer),
            display_name: non_empty(body.contact_name),
            is_existing: body.is_existing_contact,
            ..Contact::default()
        }
        .present(),
        actor: author,
        extra,
        ..Event::at(moment, Provider::Azeer, name, kind)
    }
}

fn channel(platform: Platform) -> Channel {
    match platform {
        Platform::WhatsApp => Channel::WhatsApp,
        Platform::Unknown(text) => text.as_str().into(),
    }
}

/// An address: a phone number if the network has phone numbers.
fn address(id: Option<WaId>, channel: Option<&Channel>) -> Option<Address> {
    let id = id?;
    match channel {
        Some(Channel::WhatsApp) | None => Address::number(AddressKind::Phone, id),
        Some(_) => Address::new(AddressKind::SourceId, id),
    }
    .present()
}

/// The kind of file that a message of this type has, if any.
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

/// Removes the semicolon that Azeer puts after a MIME type.
fn trimmed(mime_type: Text) -> Text {
    let trimmed = mime_type.trim_end_matches([';', ' ']);
    if trimmed.len() == mime_type.len() { mime_type } else { trimmed.into() }
}

fn contact(name: Name, body: Box<azeer::Contact>) -> Event {
    let tags = body.tag_names();
    let mut extra = body.extra;
    let timestamp = take_undocumented(body.timestamp, "timestamp", &mut extra);
    take_undocumented(body.tags, "tags", &mut extra);
    // The domain model has no fields for them.
    let action = body.action.as_ref().filter(|action| matches!(action, Action::Unknown(_)));
    for (key, value) in [
        ("message_id", id(body.message_id).as_ref().and_then(Json::of)),
        ("action", action.and_then(Json::of)),
    ] {
        if let Some(value) = value {
            extra.push(key, value);
        }
    }
    let channel = body.platform.map(channel);
    let address = address(body.platform_id, channel.as_ref());
    let kind = match body.action {
        Some(Action::Insert) => Kind::ContactCreated,
        Some(Action::Update | Action::Unknown(_)) | None => Kind::ContactUpdated(Vec::new()),
    };
    let moment = EventTime::of(timestamp.as_ref(), TimeSource::Object, "/timestamp");
    Event {
        account: id(body.business_id).map(Account::with_id),
        channel,
        contact: Contact {
            id: id(body.id),
            addresses: option_to_vec(address),
            display_name: non_empty(body.display_name),
            full_name: non_empty(body.name),
            status: body.status.map(Cow::from),
            tags,
            ..Contact::default()
        }
        .present(),
        extra,
        ..Event::at(moment, Provider::Azeer, name, kind)
    }
}

fn campaign(name: Name, body: Broadcast) -> Event {
    let mut extra = body.extra;
    let updated_at = take_undocumented(body.updated_at, "broadcast_updated_at", &mut extra);
    let timestamp = take_undocumented(body.timestamp, "timestamp", &mut extra);
    let moment = EventTime::of(updated_at.as_ref(), TimeSource::Event, "/broadcast_updated_at");
    let moment =
        moment.or_else(|| EventTime::of(timestamp.as_ref(), TimeSource::Envelope, "/timestamp"));
    let campaign = Campaign {
        id: id(body.id),
        status: body.status.map(Cow::from),
        updated_at: updated_at.as_ref().and_then(plausible),
        ..Campaign::default()
    };
    let kind = Kind::CampaignCompleted(Box::new(campaign));
    Event {
        account: id(body.business_id).map(Account::with_id),
        actor: Actor::System,
        extra,
        ..Event::at(moment, Provider::Azeer, name, kind)
    }
}

fn status_changed(name: Name, body: azeer::StatusChange) -> Event {
    let mut extra = body.extra;
    let message = MessageRef {
        id: id(take_undocumented(body.message_id, "message_id", &mut extra)),
        external_id: id(take_undocumented(body.id, "id", &mut extra)),
        client_request_id: None,
    };
    let status = non_empty(take_undocumented(body.status, "status", &mut extra));
    let message_status =
        non_empty(take_undocumented(body.message_status, "message_status", &mut extra));
    let status = status.or(message_status).map(|status| DeliveryStatus::from(status.as_str()));
    let event = UndocumentedEvent {
        business_id: body.business_id,
        contact_id: body.contact_id,
        contact_name: body.contact_name,
        platform: body.platform,
        timestamp: body.timestamp,
        kind: body.kind,
        extra,
    };
    let kind = Kind::MessageStatusChanged(Box::new(StatusChange::new(message, status)));
    Event { actor: Actor::System, ..undocumented_event(name, event, kind) }
}

fn template(name: Name, body: azeer::TemplateChange) -> Event {
    let mut extra = body.extra;
    let status = non_empty(take_undocumented(body.status, "status", &mut extra));
    let status = status.map_or("approved".into(), |status| String::from(status).into());
    let event = UndocumentedEvent {
        business_id: body.business_id,
        contact_id: body.contact_id,
        contact_name: body.contact_name,
        platform: body.platform,
        timestamp: body.timestamp,
        kind: body.kind,
        extra,
    };
    let template = Template { status: Some(status), ..Template::default() };
    undocumented_event(name, event, Kind::TemplateStatusChanged(Box::new(template)))
}

fn undocumented_event(name: Name, body: UndocumentedEvent, kind: Kind) -> Event {
    let mut extra = body.extra;
    let timestamp = take_undocumented(body.timestamp, "timestamp", &mut extra);
    let account = id(take_undocumented(body.business_id, "business_id", &mut extra));
    let channel = take_undocumented(body.platform, "platform", &mut extra).map(channel);
    let contact_id = id(take_undocumented(body.contact_id, "contact_id", &mut extra));
    let contact_name = non_empty(take_undocumented(body.contact_name, "contact_name", &mut extra));
    take_undocumented(body.kind, "type", &mut extra);
    let moment = EventTime::of(timestamp.as_ref(), TimeSource::Event, "/timestamp");
    Event {
        account: account.map(Account::with_id),
        channel,
        contact: Contact::from_parts(contact_id, None, contact_name),
        extra,
        ..Event::at(moment, Provider::Azeer, name, kind)
    }
}

/// Takes the value of an undocumented member; one that does not fit goes to the unmodeled members.
fn take_undocumented<T>(
    member: Option<Undocumented<T>>,
    key: &'static str,
    extra: &mut Extra,
) -> Option<T> {
    member.and_then(|member| match member.into_inner() {
        Ok(value) => Some(value),
        Err(json) => {
            extra.push(key, json);
            None
        }
    })
}
