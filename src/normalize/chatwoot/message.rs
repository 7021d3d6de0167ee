//! Messages of Chatwoot.

use std::collections::BTreeMap;

use super::{Name, Text, account, actor, changes, created_at, inbox, thread};
use crate::{
    Provider,
    chatwoot::{self, ContentAttributes, ContentType, FileType, MessageKind, PartyType},
    normalize::{
        Actor, Agent, Attachment, AttachmentKind, CardPhone, Contact, ContactCard, Content,
        Deleted, DeliveryError, DeliveryStatus, Direction, Event, FieldChange, Id, JsonPointer,
        Kind, Location, Media, Message, MessageRef, StatusChange, Structured, System, Template,
        TimeSource, Unsupported, Visibility, list,
        moment::{Moment, plausible},
        some,
    },
    wire::{Json, Number, Phone},
};

pub(super) fn created(name: Name, body: Box<chatwoot::Message>) -> Event {
    let moment = created_at(body.created_at.as_ref());
    event(name, body, moment, |message, actor| match message.direction {
        Some(Direction::Inbound) => (Kind::MessageReceived(message), actor),
        _ => (Kind::MessageSent(message), actor),
    })
}

pub(super) fn updated(name: Name, body: Box<chatwoot::Message>) -> Event {
    let (changes, moment) = changes(body.changed_attributes.as_ref());
    let copy = copy(&body);
    let moment = moment.or_else(|| {
        let (at, copy) = copy?;
        let pointer = JsonPointer::numbered("/conversation/messages/#/updated_at", &[at]);
        Moment::of(copy.updated_at.as_ref(), TimeSource::Object, pointer)
    });
    let snapshot = copy.and_then(|(_, copy)| copy.status.clone());
    // The body says who wrote the message, and not who changed it.
    event(name, body, moment, |mut message, _| {
        message.status = message.status.take().or(snapshot.map(|status| status.as_str().into()));
        if matches!(message.content, Content::Deleted(_)) {
            return (Kind::MessageDeleted(message), Actor::Unknown);
        }
        // A change without both of its values says nothing of the status.
        let is_given = |change: &FieldChange| change.previous.is_some() || change.current.is_some();
        match changes.into_iter().find(|change| change.field == "status" && is_given(change)) {
            Some(change) => {
                let status = change.current.and_then(|status| status.to::<DeliveryStatus>().ok());
                let change = StatusChange {
                    errors: message.errors,
                    ..StatusChange::new(message.ids, status.or(message.status))
                };
                (Kind::MessageStatusChanged(Box::new(change)), Actor::System)
            }
            None => (Kind::MessageUpdated(message), Actor::Unknown),
        }
    })
}

/// The copy of the message in its conversation, which is there only while it is the last one.
fn copy(body: &chatwoot::Message) -> Option<(usize, &chatwoot::NestedMessage)> {
    let messages = body.conversation.as_ref()?.messages.as_ref()?;
    messages.iter().enumerate().find(|(_, copy)| copy.id == body.id)
}

/// The event of a message, of which `subject` makes the kind, and the actor out of the author.
fn event(
    name: Name,
    mut body: Box<chatwoot::Message>,
    moment: Option<Moment>,
    subject: impl FnOnce(Box<Message>, Actor) -> (Kind, Actor),
) -> Event {
    let kind = body.message_type.as_ref().map(|kind| kind.kind().clone());
    let attributes = body.content_view();
    let more = body.additional_view();

    let (contact, author) = match (body.sender.take(), &kind) {
        (Some(party), kind) => {
            // In old bodies the customer is in `contact`, and the sender is an agent.
            let likely = match kind {
                Some(MessageKind::Incoming) if body.contact.is_none() => PartyType::Contact,
                _ => PartyType::User,
            };
            if *party.party_type().unwrap_or(&likely) == PartyType::Contact {
                (Some(party.into()), Actor::Contact)
            } else if *kind == Some(MessageKind::Incoming) {
                (None, Actor::Contact)
            } else {
                (None, actor(party, &likely))
            }
        }
        (None, Some(MessageKind::Incoming)) => (None, Actor::Contact),
        (None, Some(MessageKind::Template)) => (None, Actor::Bot(Agent::default())),
        (None, Some(MessageKind::Activity)) => (None, Actor::System),
        (None, _) => (None, Actor::Unknown),
    };
    let contact = contact.or(body.contact.map(Contact::from));
    let thread = thread(body.conversation, contact);

    let external_id = body.source_id.map(Id::from).filter(|id| !id.as_str().is_empty());
    let direction = match &kind {
        Some(MessageKind::Incoming) => Some(Direction::Inbound),
        Some(MessageKind::Outgoing | MessageKind::Template) => Some(Direction::Outbound),
        Some(MessageKind::Activity | MessageKind::Unknown(_)) | None => None,
    };
    let files = body.attachments.into_iter().flatten().flatten().collect();
    let parts = Parts { text: some(body.content), files, raw: body.content_attributes };
    let deleted = attributes.as_ref().is_some_and(|more| more.deleted == Some(true));
    let content = match kind {
        _ if deleted => Content::Deleted(Deleted::default()),
        Some(MessageKind::Activity) => Content::System(System {
            kind: Some("activity".into()),
            text: parts.text,
            new_address: None,
        }),
        _ => content(body.content_type, parts, attributes.as_ref()),
    };
    let message = Box::new(Message {
        ids: MessageRef { id: Some(body.id.into()), external_id, client_request_id: None },
        direction,
        visibility: body
            .private
            .map(|private| if private { Visibility::Internal } else { Visibility::Public }),
        content,
        template: more.as_ref().and_then(|more| more.template_params.as_ref()).map(template),
        campaign_id: more.and_then(|more| more.campaign_id).map(Id::from),
        sent_at: body.created_at.as_ref().and_then(plausible),
        status: body.status.map(|status| status.as_str().into()),
        ..attributes.map_or_else(Message::default, described)
    });
    let (kind, actor) = subject(message, author);
    Event {
        account: body.account.map(account).or(thread.account),
        channel: thread.channel,
        inbox: body.inbox.map(inbox).or(thread.inbox),
        contact: thread.contact,
        conversation: thread.conversation,
        actor,
        extra: body.extra,
        ..Event::at(moment, Provider::Chatwoot, name, kind)
    }
}

/// A message of which only its free map is known.
fn described(attributes: ContentAttributes) -> Message {
    let reply_to = MessageRef {
        id: attributes.in_reply_to.map(Id::from),
        external_id: attributes.in_reply_to_external_id.map(Id::from),
        client_request_id: None,
    };
    Message {
        reply_to: (reply_to != MessageRef::default()).then_some(reply_to),
        errors: some(attributes.external_error).into_iter().map(failure).collect(),
        referral: attributes.referral,
        ..Message::default()
    }
}

fn failure(message: Text) -> DeliveryError {
    DeliveryError { message: Some(message), ..DeliveryError::default() }
}

fn template(parameters: &Json) -> Box<Template> {
    let members: BTreeMap<String, Json> = parameters.to().unwrap_or_default();
    let text = |key| members.get(key).and_then(|value| value.to::<Text>().ok());
    Box::new(Template {
        name: text("name"),
        language: text("language"),
        category: text("category").map(|text| String::from(text).into()),
        parameters: Some(parameters.clone()),
        ..Default::default()
    })
}

/// What a message is made of.
struct Parts {
    text: Option<Text>,
    files: Vec<chatwoot::Attachment>,
    raw: Option<Json>,
}

fn content(
    kind: Option<ContentType>,
    parts: Parts,
    attributes: Option<&ContentAttributes>,
) -> Content {
    if attributes.is_some_and(|more| more.is_unsupported == Some(true)) {
        return Content::Unsupported(Unsupported::default());
    }
    match kind {
        None | Some(ContentType::Text | ContentType::IncomingEmail) => plain(parts),
        Some(ContentType::Sticker) => {
            let sticker = |file| Attachment { kind: AttachmentKind::Sticker, ..attachment(file) };
            let attachments = parts.files.into_iter().map(sticker).collect();
            Content::Media(Media { caption: parts.text, attachments })
        }
        Some(
            kind @ (ContentType::InputText
            | ContentType::InputTextarea
            | ContentType::InputEmail
            | ContentType::InputSelect
            | ContentType::Cards
            | ContentType::Form
            | ContentType::Article
            | ContentType::InputCsat
            | ContentType::Integrations
            | ContentType::VoiceCall
            | ContentType::Unknown(_)),
        ) => {
            let answer = attributes.and_then(|more| {
                let values = more.submitted_values.clone();
                values.or_else(|| Json::of(more.submitted_email.as_ref()?))
            });
            Content::Structured(Structured {
                kind: Some(kind.clone().into()),
                text: parts.text,
                data: parts.raw,
                answer,
                attachments: parts.files.into_iter().map(attachment).collect(),
                ..Structured::default()
            })
        }
    }
}

/// A text, files, or both.
fn plain(parts: Parts) -> Content {
    let Parts { text, mut files, .. } = parts;
    if files.is_empty() {
        return text.map_or(Content::Empty, Content::Text);
    }
    let all = |kind: FileType| files.iter().all(|file| file.kind == Some(kind.clone()));
    if files.len() == 1 && all(FileType::Location) {
        return Content::Location(location(files.swap_remove(0), text));
    }
    if text.is_none() && all(FileType::Contact) {
        return Content::ContactCards(files.into_iter().map(card).collect());
    }
    let attachments = files.into_iter().map(attachment).collect();
    Content::Media(Media { caption: text, attachments })
}

fn attachment(file: chatwoot::Attachment) -> Attachment {
    Attachment {
        id: Some(file.id.into()),
        url: some(file.data_url),
        thumbnail_url: some(file.thumb_url),
        mime_type: some(file.content_type),
        size: file.file_size,
        title: some(file.fallback_title),
        transcript: some(file.transcribed_text),
        ..Attachment::new(file.kind.map_or(AttachmentKind::File, attachment_kind))
    }
}

fn attachment_kind(kind: FileType) -> AttachmentKind {
    match kind {
        FileType::Image => AttachmentKind::Image,
        FileType::Audio => AttachmentKind::Audio,
        FileType::Video => AttachmentKind::Video,
        FileType::File => AttachmentKind::File,
        FileType::Location => AttachmentKind::Location,
        FileType::Contact => AttachmentKind::Contact,
        FileType::Fallback | FileType::Embed => AttachmentKind::Link,
        FileType::Share
        | FileType::StoryMention
        | FileType::IgReel
        | FileType::IgPost
        | FileType::IgStory => AttachmentKind::Share,
        FileType::Unknown(text) => text.as_str().into(),
    }
}

fn location(file: chatwoot::Attachment, text: Option<Text>) -> Location {
    let degrees = |number: &Option<Number>| number.as_ref().and_then(Number::as_f64);
    let (latitude, longitude) = (degrees(&file.coordinates_lat), degrees(&file.coordinates_long));
    // Both are 0 where neither was set.
    let is_set = (latitude, longitude) != (Some(0.0), Some(0.0));
    Location {
        latitude: latitude.filter(|_| is_set),
        longitude: longitude.filter(|_| is_set),
        name: some(file.fallback_title),
        url: some(file.data_url),
        text,
        ..Default::default()
    }
}

fn card(file: chatwoot::Attachment) -> ContactCard {
    let names = file.meta_view();
    let name = |name: Option<&str>| name.filter(|name| !name.is_empty()).map(Text::from);
    let phone = some(file.fallback_title)
        .map(|phone| CardPhone { phone: Some(Phone::from(phone.as_str())), ..Default::default() });
    ContactCard {
        first_name: name(names.as_ref().and_then(|names| names.first_name())),
        last_name: name(names.as_ref().and_then(|names| names.last_name())),
        phones: list(phone),
        ..Default::default()
    }
}
