//! Maps Chatwoot's events onto the domain model.

mod call;
mod content;
mod inbox;
mod mail;
mod message;
mod party;
mod thread;

use std::{borrow::Cow, mem::take};

use party::{actor, with_address};
use thread::{status, thread};

use super::{
    Account, Actor, AgentKind, Channel, Contact, ConversationStatusChange, Event, FieldChange,
    Kind, MessageRef, Session, TimeSource, Trigger, Typing, event_time::EventTime, id, non_empty,
};
use crate::{
    Provider,
    chatwoot::{
        self, Changes, ConversationStatus, InitiatedAt, Party, PartyType, Webhook, WidgetTriggered,
    },
    wire::{Extra, Json, Timestamp, Undocumented, Unknown},
};

/// The event type, as sent.
type Name = Cow<'static, str>;

pub(super) fn event(webhook: Webhook) -> Event {
    let name = webhook.wire_name();
    match webhook {
        // Some forks send each message under a second event type.
        Webhook::MessageCreated(body)
        | Webhook::MessageIncoming(body)
        | Webhook::MessageOutgoing(body) => message::created(name, body),
        Webhook::MessageUpdated(body) => message::updated(name, body),
        Webhook::ConversationCreated(body) => {
            let moment = created_at(body.created_at.as_ref());
            conversation(name, body, Kind::ConversationCreated, moment)
        }
        Webhook::ConversationUpdated(body) => {
            let (changes, moment) = changed(&body);
            conversation(name, body, Kind::ConversationUpdated(changes), moment)
        }
        Webhook::ConversationStatusChanged(body) => status_changed(name, body, None),
        Webhook::ConversationOpened(body) => {
            status_changed(name, body, Some(ConversationStatus::Open))
        }
        Webhook::ConversationResolved(body) => {
            status_changed(name, body, Some(ConversationStatus::Resolved))
        }
        Webhook::WebwidgetTriggered(body) => session(name, body),
        Webhook::ContactCreated(body) => contact(name, body, Kind::ContactCreated, None),
        Webhook::ContactUpdated(body) => {
            let (changes, moment) = changes(body.changed_attributes.as_ref(), None);
            contact(name, body, Kind::ContactUpdated(changes), moment)
        }
        Webhook::InboxCreated(body) => {
            let moment = created_at(body.created_at.as_ref());
            inbox::settings(name, body, Kind::InboxCreated, moment)
        }
        Webhook::InboxUpdated(body) => {
            let updated_at = body.updated_at.as_ref();
            let (changes, moment) = changes(body.changed_attributes.as_ref(), updated_at);
            inbox::settings(name, body, Kind::InboxUpdated(changes), moment)
        }
        Webhook::InboxDeleted(body) => inbox::settings(name, body, Kind::InboxDeleted, None),
        Webhook::ConversationTypingOn(body) => typing(name, *body, true, false),
        Webhook::ConversationTypingOff(body) => typing(name, *body, false, false),
        Webhook::ConversationRecording(body) => typing(name, *body, true, true),
        Webhook::AutomationMessageCreated(body) => {
            let message = body.messages.as_ref().and_then(|messages| messages.first());
            let message =
                message.map(|message| message::ids(&message.id, message.source_id.as_ref()));
            rule(name, body, message)
        }
        Webhook::AutomationConversationCreated(body)
        | Webhook::AutomationConversationUpdated(body)
        | Webhook::AutomationConversationOpened(body)
        | Webhook::AutomationConversationResolved(body)
        | Webhook::KanbanColumnAction(body)
        | Webhook::MacroExecuted(body) => rule(name, body, None),
        Webhook::AccountCreated(body) => {
            let user = |user| party::agent(Box::new(user), Some(AgentKind::User));
            let users = body.users.into_iter().flatten().map(user).collect();
            Event {
                account: Some(Account { id: id(Some(body.id)), name: non_empty(body.name) }),
                extra: body.extra,
                ..Event::new(Provider::Chatwoot, name, Kind::AccountCreated(users))
            }
        }
        Webhook::Unknown(body) => unknown(name, body),
    }
}

/// Maps an unknown event. The workflow events of some forks have a conversation as their body.
fn unknown(name: Name, body: Unknown) -> Event {
    let conversation = || body.body.as_ref()?.to::<chatwoot::Conversation>().ok();
    if name.starts_with("workflow_event.")
        && let Some(mut conversation) = conversation()
    {
        conversation.extra.remove("event");
        return rule(name, Box::new(conversation), None);
    }
    Event::new(Provider::Chatwoot, name, Kind::Unknown(body.body))
}

fn created_at(time: Option<&Timestamp>) -> Option<EventTime> {
    EventTime::of(time, TimeSource::Object, "/created_at")
}

fn account(account: chatwoot::Account) -> Account {
    Account { id: id(Some(account.id)), name: non_empty(account.name) }
}

fn conversation(
    name: Name,
    mut body: Box<chatwoot::Conversation>,
    kind: Kind,
    moment: Option<EventTime>,
) -> Event {
    let actor = performer(body.performed_by.take(), &mut body.extra);
    let thread = thread(Some(body), None);
    Event {
        account: thread.account,
        channel: thread.channel,
        inbox: thread.inbox,
        contact: thread.contact,
        conversation: thread.conversation,
        actor,
        extra: thread.extra,
        ..Event::at(moment, Provider::Chatwoot, name, kind)
    }
}

fn rule(name: Name, body: Box<chatwoot::Conversation>, message: Option<MessageRef>) -> Event {
    let (_, moment) = changed(&body);
    conversation(name, body, Kind::RuleTriggered(Trigger { message }), moment)
}

/// Maps a change of status. Some event types name the new status themselves.
fn status_changed(
    name: Name,
    mut body: Box<chatwoot::Conversation>,
    named: Option<ConversationStatus>,
) -> Event {
    let (changes, moment) = changed(&body);
    let previous = changes.into_iter().find(|change| change.field == "status");
    let previous = previous.and_then(|change| change.previous?.to::<ConversationStatus>().ok());
    body.status = body.status.take().or(named);
    let kind = Kind::ConversationStatusChanged(ConversationStatusChange {
        status: body.status.clone().map(status),
        previous: previous.map(status),
    });
    conversation(name, body, kind, moment)
}

/// The changes of a conversation, and when they were made.
fn changed(body: &chatwoot::Conversation) -> (Vec<FieldChange>, Option<EventTime>) {
    let (changes, moment) = changes(body.changed_attributes.as_ref(), body.updated_at.as_ref());
    let at = EventTime::of(body.changed_at.as_deref(), TimeSource::Event, "/changed_at");
    (changes, at.or(moment))
}

/// The changes, and when they were made: the time among them, or else that of the object.
fn changes(
    changes: Option<&Changes>,
    updated_at: Option<&Timestamp>,
) -> (Vec<FieldChange>, Option<EventTime>) {
    let mut moment = None;
    let mut list = Vec::new();
    for change in changes.into_iter().flat_map(Changes::iter) {
        if change.name == "updated_at" && moment.is_none() {
            let time = change.current.as_ref().and_then(|value| value.to::<Timestamp>().ok());
            let pointer = format!("/changed_attributes{}", change.pointer);
            moment = EventTime::of(time.as_ref(), TimeSource::Event, pointer);
        }
        list.push(FieldChange::new(change.name, change.previous, change.current));
    }
    (list, moment.or_else(|| EventTime::of(updated_at, TimeSource::Object, "/updated_at")))
}

/// Who made a change, where a fork says so; a value that does not fit goes to the unmodeled
/// members.
fn performer(by: Option<Undocumented<Box<Party>>>, extra: &mut Extra) -> Actor {
    match by.map(Undocumented::into_inner) {
        None => Actor::Unknown,
        Some(Ok(party)) => actor(party, &PartyType::User),
        Some(Err(json)) => {
            extra.push("performed_by", json);
            Actor::Unknown
        }
    }
}

fn contact(
    name: Name,
    mut body: Box<chatwoot::Contact>,
    kind: Kind,
    moment: Option<EventTime>,
) -> Event {
    Event {
        account: body.account.take().map(account),
        extra: take(&mut body.extra),
        contact: Some(body.into()),
        ..Event::at(moment, Provider::Chatwoot, name, kind)
    }
}

fn typing(name: Name, body: chatwoot::Typing, on: bool, recording: bool) -> Event {
    let is_contact =
        |party: &Party| party.party_type().is_none_or(|kind| *kind == PartyType::Contact);
    let (contact, actor) = match body.user {
        Some(party) if is_contact(&party) => (Some(party.into()), Actor::Contact),
        Some(party) => (None, actor(party, &PartyType::Contact)),
        None => (None, Actor::Unknown),
    };
    let mut thread = thread(body.conversation, contact);
    let mut extra = body.extra;
    extra.append(take(&mut thread.extra));
    let internal = body.is_private.map(|flag| flag.is_set());
    let kind = Kind::ConversationTyping(Typing { on, internal, recording });
    Event {
        account: thread.account,
        channel: thread.channel,
        inbox: thread.inbox,
        contact: thread.contact,
        conversation: thread.conversation,
        actor,
        extra,
        ..Event::new(Provider::Chatwoot, name, kind)
    }
}

fn session(name: Name, body: Box<WidgetTriggered>) -> Event {
    let contact = body.contact.map(Contact::from);
    let contact = if body.current_conversation.is_none() {
        let address = body.source_id.and_then(|id| party::source_address(id, None));
        with_address(contact, address)
    } else {
        contact
    };
    let mut thread = thread(body.current_conversation, contact);
    let mut extra = body.extra;
    extra.append(take(&mut thread.extra));
    let mut moment = None;
    let session = match body.event_info {
        Some(info) => {
            let (time, pointer) = match &info.initiated_at {
                Some(InitiatedAt::Bare(time)) => (Some(time), "/event_info/initiated_at"),
                Some(InitiatedAt::Object(object)) => {
                    (object.timestamp.as_ref(), "/event_info/initiated_at/timestamp")
                }
                None => (None, ""),
            };
            moment = EventTime::of(time, TimeSource::Device, pointer);
            Session {
                id: id(body.id),
                initiated_at: time.map(|time| (&*time.to_text()).into()),
                referer: non_empty(info.referer),
                widget_language: non_empty(info.widget_language),
                browser_language: non_empty(info.browser_language),
                browser: info.browser.and_then(|browser| Json::of(&browser)),
            }
        }
        None => Session { id: id(body.id), ..Session::default() },
    };
    Event {
        account: body.account.map(account).or(thread.account),
        channel: thread.channel.or(Some(Channel::WebWidget)),
        inbox: body.inbox.map(inbox::inbox).or(thread.inbox),
        contact: thread.contact,
        conversation: thread.conversation,
        actor: Actor::Contact,
        extra,
        ..Event::at(moment, Provider::Chatwoot, name, Kind::SessionStarted(Box::new(session)))
    }
}
