//! Maps Chatwoot's messages.

use std::{collections::BTreeMap, mem::take};

use super::{
    Name, account, changes,
    content::{Parts, content, is_deleted_by_customer},
    created_at, inbox,
    mail::email,
    party::actor,
    performer,
    thread::{Thread, thread},
};
use crate::{
    Provider,
    chatwoot::{
        self, ContentAttributes, ContentType, MessageAttributes, MessageId, MessageKind,
        MessageSourceId, MessageStatus, PartyType,
    },
    normalize::{
        Actor, Agent, AgentKind, Call, Contact, Content, DeliveryError, DeliveryStatus, Direction,
        Edit, Event, FieldChange, JsonPointer, Kind, Mark, Message, MessageRef, StatusChange,
        Story, Template, Text, TimeSource, Visibility,
        event_time::{EventTime, plausible},
        id, non_empty,
    },
    wire::{Extra, Json, Timestamp},
};

pub(super) fn ids(own: &MessageId, external: Option<&MessageSourceId>) -> MessageRef {
    MessageRef {
        id: id(Some(own.clone())),
        external_id: id(external.cloned()),
        client_request_id: None,
    }
}

pub(super) fn created(name: Name, mut body: Box<chatwoot::Message>) -> Event {
    // Some forks also send events of which only the name says the direction.
    if body.message_type.is_none() {
        body.message_type = match &*name {
            "message_incoming" => Some(MessageKind::Incoming.into()),
            "message_outgoing" => Some(MessageKind::Outgoing.into()),
            _ => None,
        };
    }
    let mut attributes = body.content_view();
    let imported = attributes.as_ref().and_then(|more| more.external_created_at.as_ref());
    let pointer = "/content_attributes/external_created_at";
    let moment = EventTime::of(imported, TimeSource::Event, pointer);
    let moment = moment.or_else(|| created_at(body.created_at.as_ref()));
    let (message, thread, extra) = message(body, attributes.as_mut(), None);
    let actor = message.author.clone();
    let kind = match call(message) {
        Ok(call) => Kind::CallStatusChanged(call),
        Err(message) if message.direction == Some(Direction::Inbound) => {
            Kind::MessageReceived(message)
        }
        Err(message) => Kind::MessageSent(message),
    };
    event(name, moment, thread, extra, actor, kind)
}

/// Returns the call that a message shows, with the message in it.
fn call(mut message: Box<Message>) -> Result<Box<Call>, Box<Message>> {
    match take(&mut message.content) {
        Content::Call(mut call) => {
            call.message = Some(message);
            Ok(call)
        }
        content => {
            message.content = content;
            Err(message)
        }
    }
}

pub(super) fn updated(name: Name, mut body: Box<chatwoot::Message>) -> Event {
    let mut attributes = body.content_view();
    let mut copy = take_copy(&mut body);
    let (changes, mut moment) = changes(body.changed_attributes.as_ref(), None);
    if let Some(more) = &attributes
        && is_deleted_by_customer(more)
    {
        let pointer = "/content_attributes/deleted_at";
        moment = EventTime::of(more.deleted_at.as_ref(), TimeSource::Event, pointer).or(moment);
    } else if let Some(more) = &attributes
        && more.is_edited == Some(true)
    {
        let pointer = "/content_attributes/edited_at";
        moment =
            moment.or_else(|| EventTime::of(more.edited_at.as_ref(), TimeSource::Event, pointer));
    }
    let moment =
        EventTime::of(body.changed_at.as_ref(), TimeSource::Event, "/changed_at").or(moment);
    let moment = moment.or_else(|| {
        let copy = copy.as_ref()?;
        let pointer = JsonPointer::numbered("/conversation/messages/#/updated_at", &[copy.index]);
        EventTime::of(copy.updated_at.as_ref(), TimeSource::Object, pointer)
    });
    let mut unmapped = Extra::default();
    let performer = performer(body.performed_by.take(), &mut unmapped);
    let by_contact = attributes.as_ref().is_some_and(is_deleted_by_customer);
    let copied = copy.as_mut().and_then(|copy| copy.call.take());
    let (mut message, thread, mut extra) = message(body, attributes.as_mut(), copied);
    extra.append(unmapped);
    let snapshot = copy.and_then(|copy| copy.status);
    message.status = message.status.take().or(snapshot.and_then(status));

    // A change with neither value does not report a status.
    let is_given = |change: &FieldChange| change.previous.is_some() || change.current.is_some();
    let change = changes.into_iter().find(|change| change.field == "status" && is_given(change));
    let (kind, actor) = match change {
        _ if matches!(message.content, Content::Deleted(_)) => {
            let actor = if by_contact { Actor::Contact } else { performer };
            (Kind::MessageDeleted(message), actor)
        }
        Some(change) => {
            let status = change.current.and_then(|status| status.to::<DeliveryStatus>().ok());
            let status = status.or(message.status.take());
            let ids = take(&mut message.ids);
            let change = StatusChange {
                errors: take(&mut message.errors),
                snapshot: Some(message),
                ..StatusChange::new(ids, status)
            };
            (Kind::MessageStatusChanged(Box::new(change)), Actor::System)
        }
        None => match call(message) {
            Ok(call) => (Kind::CallStatusChanged(call), performer),
            Err(message) => (Kind::MessageUpdated(message), performer),
        },
    };
    event(name, moment, thread, extra, actor, kind)
}

fn event(
    name: Name,
    moment: Option<EventTime>,
    thread: Thread,
    extra: Extra,
    actor: Actor,
    kind: Kind,
) -> Event {
    Event {
        account: thread.account,
        channel: thread.channel,
        inbox: thread.inbox,
        contact: thread.contact,
        conversation: thread.conversation,
        actor,
        extra,
        ..Event::at(moment, Provider::Chatwoot, name, kind)
    }
}

/// What only the copy of the message in its conversation says. The copy is present only while the
/// message is the last one.
struct ConversationCopy {
    index: usize,
    updated_at: Option<Timestamp>,
    status: Option<MessageStatus>,
    call: Option<Box<chatwoot::Call>>,
}

fn take_copy(body: &mut chatwoot::Message) -> Option<ConversationCopy> {
    let messages = body.conversation.as_mut()?.messages.as_mut()?;
    let index = messages.iter().position(|copy| copy.id == body.id)?;
    let copy = &mut messages[index];
    Some(ConversationCopy {
        index,
        updated_at: copy.updated_at.take(),
        status: copy.status.take(),
        call: copy.call.take(),
    })
}

/// Maps a message, with where it was written and the unmodeled members.
fn message(
    mut body: Box<chatwoot::Message>,
    mut attributes: Option<&mut ContentAttributes>,
    call: Option<Box<chatwoot::Call>>,
) -> (Box<Message>, Thread, Extra) {
    let kind = body.message_type.as_ref().map(|kind| kind.kind().clone());
    let mut more = body.additional_view();
    let (contact, author) = author(&mut body, kind.as_ref(), attributes.as_deref(), more.as_mut());
    let contact = contact.or(body.contact.map(Contact::from));
    let is_mail = body.content_type == Some(ContentType::IncomingEmail);
    let first_was_automatic = is_mail
        && body.conversation.as_ref().is_some_and(|conversation| {
            conversation.additional_view().is_some_and(|more| more.auto_reply == Some(true))
        });
    let mut thread = thread(body.conversation, contact);
    thread.account = body.account.map(account).or(thread.account);
    thread.inbox = body.inbox.map(inbox::inbox).or(thread.inbox);

    let mut message = match attributes.as_deref_mut() {
        Some(attributes) => described(attributes, first_was_automatic),
        None => Message::default(),
    };
    let parts = Parts {
        text: non_empty(body.content),
        files: body.attachments.into_iter().flatten().flatten().collect(),
        raw: body.content_attributes.map(Json::from),
        call,
    };
    let mut extra = body.extra;
    if let Some(attributes) = attributes.as_deref_mut() {
        extra.append(take(&mut attributes.extra));
    }
    message.content = content(kind.as_ref(), body.content_type, parts, attributes);
    message.ids = ids(&body.id, body.source_id.as_ref());
    message.direction = match kind {
        Some(MessageKind::Incoming) => Some(Direction::Inbound),
        Some(MessageKind::Outgoing | MessageKind::Template) => Some(Direction::Outbound),
        Some(MessageKind::Unknown(ref value)) => Some(value.as_str().into()),
        Some(MessageKind::Activity) => None,
        None => (author == Actor::Contact).then_some(Direction::Inbound),
    };
    message.author = author;
    message.visibility =
        body.private.map(|private| if private { Visibility::Internal } else { Visibility::Public });
    message.sent_at = message.sent_at.or_else(|| body.created_at.as_ref().and_then(plausible));
    message.status = body.status.and_then(status);
    if let Some(more) = more {
        extra.append(more.extra);
        message.template = more.template_params.as_ref().map(template);
        message.campaign_id = id(more.campaign_id);
        if message.campaign_id.is_some() {
            message.marks.push(Mark::Campaign);
        }
    }
    if let Some(page) = body.visitor_page {
        extra.push("visitor_page", page);
    }
    extra.append(take(&mut thread.extra));
    (Box::new(message), thread, extra)
}

/// Returns the author of a message, and the contact if that is the author.
fn author(
    body: &mut chatwoot::Message,
    kind: Option<&MessageKind>,
    attributes: Option<&ContentAttributes>,
    more: Option<&mut MessageAttributes>,
) -> (Option<Contact>, Actor) {
    let program = |kind, id, name| Actor::Bot(Box::new(Agent { name, ..Agent::new(kind, id) }));
    match (body.sender.take(), kind) {
        (Some(party), kind) => {
            // In old bodies, `contact` is the customer and `sender` is an agent.
            let likely = match kind {
                Some(MessageKind::Incoming) if body.contact.is_none() => PartyType::Contact,
                _ => PartyType::User,
            };
            if *party.party_type().unwrap_or(&likely) == PartyType::Contact {
                (Some(party.into()), Actor::Contact)
            } else if kind == Some(&MessageKind::Incoming) {
                if let Some(agent) = Json::of(&party) {
                    body.extra.push("sender", agent);
                }
                (None, Actor::Contact)
            } else {
                // The domain model has no value for the type of the party.
                if let Some(PartyType::Unknown(_)) = party.kind
                    && let Some(party) = Json::of(&party)
                {
                    body.extra.push("sender", party);
                }
                (None, actor(party, &likely))
            }
        }
        (None, Some(MessageKind::Incoming)) => (None, Actor::Contact),
        (None, Some(MessageKind::Activity)) => (None, Actor::System),
        (None, kind) => {
            let rule = attributes.and_then(|more| id(more.automation_rule_id.clone()));
            let name = more.and_then(|more| non_empty(more.agent_name.take()));
            let author = if rule.is_some() {
                program(AgentKind::Automation, rule, name)
            } else if name.is_some() {
                program(AgentKind::Assistant, None, name)
            } else if attributes.is_some_and(is_from_phone) {
                // A message from the phone app was written by a person.
                let name = attributes.and_then(|more| non_empty(more.external_sender_name.clone()));
                Actor::Agent(Box::new(Agent { name, ..Agent::new(AgentKind::User, None) }))
            } else if kind == Some(&MessageKind::Template) {
                Actor::Bot(Box::default())
            } else {
                Actor::Unknown
            };
            (None, author)
        }
    }
}

fn is_from_phone(attributes: &ContentAttributes) -> bool {
    attributes.external_echo == Some(true) || attributes.external_sender_name.is_some()
}

/// Starts a message with what its free-form attributes say, except for the content.
fn described(attributes: &mut ContentAttributes, first_was_automatic: bool) -> Message {
    let reply_to = MessageRef {
        id: id(attributes.in_reply_to.clone()),
        external_id: id(attributes.in_reply_to_external_id.clone()),
        client_request_id: None,
    };
    // A reaction is not a reply to its target.
    let is_reply = attributes.is_reaction != Some(true) && reply_to != MessageRef::default();
    let auto_reply = attributes.email.as_ref().and_then(|email| email.auto_reply);
    let is_imported = attributes.external_created_at.is_some() || attributes.imported == Some(true);
    let marks = [
        (is_from_phone(attributes), Mark::PhoneApp),
        (auto_reply.unwrap_or(first_was_automatic), Mark::AutoReply),
        (is_imported, Mark::History),
    ];
    let story = Story {
        kind: attributes.image_type.take().map(Into::into),
        id: id(attributes.story_id.take()),
        url: non_empty(attributes.story_url.take()),
        sender: non_empty(attributes.story_sender.take()),
    };
    let edit = Edit {
        edited_at: attributes.edited_at.as_ref().and_then(plausible),
        previous_text: non_empty(attributes.previous_content.take()),
    };
    let is_edited = attributes.is_edited == Some(true) || edit != Edit::default();
    Message {
        reply_to: is_reply.then_some(reply_to),
        marks: marks.into_iter().filter_map(|(is_set, mark)| is_set.then_some(mark)).collect(),
        story: (story != Story::default()).then(|| Box::new(story)),
        edit: is_edited.then(|| Box::new(edit)),
        email: email(attributes),
        translations: attributes.translations.take(),
        sent_at: attributes.external_created_at.as_ref().and_then(plausible),
        errors: non_empty(attributes.external_error.take()).into_iter().map(failure).collect(),
        referral: attributes.referral.take(),
        ..Message::default()
    }
}

fn failure(message: Text) -> DeliveryError {
    DeliveryError { message: Some(message), ..DeliveryError::default() }
}

/// Maps a delivery status; that a message was deleted is not one.
fn status(status: MessageStatus) -> Option<DeliveryStatus> {
    match status {
        MessageStatus::Progress => Some(DeliveryStatus::Queued),
        MessageStatus::Deleted => None,
        other => Some(other.as_str().into()),
    }
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
