//! Chatwoot onto the domain model.

mod message;

use std::{borrow::Cow, mem::take};

use super::{
    Account, Actor, Address, AddressKind, Agent, Channel, Contact, Conversation,
    ConversationStatusChange, Event, FieldChange, Id, Inbox, Kind, Session, Text, TimeSource,
    Typing, moment::Moment, some,
};
use crate::{
    Provider,
    chatwoot::{
        self, Changes, ChannelRecord, ChannelType, ContactSourceId, ConversationStatus,
        InboxSettings, InitiatedAt, Party, PartyType, Webhook, WidgetTriggered,
    },
    wire::{Extra, Json, Phone, Timestamp},
};

/// Name of an event as it was sent.
type Name = Cow<'static, str>;

pub(super) fn event(webhook: Webhook) -> Event {
    let name = webhook.wire_name();
    match webhook {
        Webhook::MessageCreated(body) => message::created(name, body),
        Webhook::MessageUpdated(body) => message::updated(name, body),
        Webhook::ConversationCreated(body) => {
            let moment = created_at(body.created_at.as_ref());
            conversation(name, body, Kind::ConversationCreated, moment)
        }
        Webhook::ConversationUpdated(body) => {
            let (changes, moment) = changes(body.changed_attributes.as_ref());
            let moment = moment.or_else(|| updated_at(body.updated_at.as_ref()));
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
            let (changes, moment) = changes(body.changed_attributes.as_ref());
            contact(name, body, Kind::ContactUpdated(changes), moment)
        }
        Webhook::InboxCreated(body) => {
            let moment = created_at(body.created_at.as_ref());
            inbox_settings(name, body, Kind::InboxCreated, moment)
        }
        Webhook::InboxUpdated(body) => {
            let (changes, moment) = changes(body.changed_attributes.as_ref());
            let moment = moment.or_else(|| updated_at(body.updated_at.as_ref()));
            inbox_settings(name, body, Kind::InboxUpdated(changes), moment)
        }
        Webhook::ConversationTypingOn(body) => typing(name, *body, true),
        Webhook::ConversationTypingOff(body) => typing(name, *body, false),
        Webhook::AutomationConversationCreated(body)
        | Webhook::AutomationConversationUpdated(body)
        | Webhook::AutomationConversationOpened(body)
        | Webhook::AutomationConversationResolved(body)
        | Webhook::AutomationMessageCreated(body)
        | Webhook::MacroExecuted(body) => {
            let moment = updated_at(body.updated_at.as_ref());
            conversation(name, body, Kind::RuleTriggered(super::Trigger::default()), moment)
        }
        Webhook::AccountCreated(body) => {
            let kind = Kind::AccountCreated(Vec::new());
            Event {
                account: Some(Account { id: Some(body.id.into()), name: some(body.name) }),
                extra: body.extra,
                ..Event::new(Provider::Chatwoot, name, kind)
            }
        }
        Webhook::Unknown(body) => Event::new(Provider::Chatwoot, name, Kind::Unknown(body.body)),
    }
}

fn created_at(time: Option<&Timestamp>) -> Option<Moment> {
    Moment::of(time, TimeSource::Object, "/created_at")
}

fn updated_at(time: Option<&Timestamp>) -> Option<Moment> {
    Moment::of(time, TimeSource::Object, "/updated_at")
}

/// What an event has from a conversation, be it the subject or where something happened.
#[derive(Default)]
struct Thread {
    account: Option<Account>,
    channel: Option<Channel>,
    inbox: Option<Inbox>,
    contact: Option<Contact>,
    conversation: Option<Box<Conversation>>,
    extra: Extra,
}

/// The contact is the one that the event itself names, if it names one.
fn thread(body: Option<Box<chatwoot::Conversation>>, contact: Option<Contact>) -> Thread {
    let Some(body) = body else {
        return Thread { contact, ..Thread::default() };
    };
    let nested = body.messages.as_ref().and_then(|messages| messages.first());
    let account_id = body.account_id.or(nested.and_then(|message| message.account_id.clone()));
    let source = body.contact_inbox.and_then(|contact_inbox| contact_inbox.source_id);
    let channel = body.channel.map(|kind| channel(kind, source.as_ref()));
    let meta = body.meta.map(|meta| (meta.sender, meta.assignee, meta.team));
    let (sender, assignee, team) = meta.unwrap_or_default();
    let contact = contact.or_else(|| sender.map(Contact::from));
    let address = source.and_then(|id| source_address(id, channel.as_ref()));
    Thread {
        account: body.account.map(account).or(account_id.map(Account::with_id)),
        channel,
        inbox: body.inbox_id.map(Inbox::with_id),
        contact: with_address(contact, address),
        conversation: Some(Box::new(Conversation {
            id: body.id.or(body.display_id).map(Id::from),
            status: body.status.map(status),
            priority: body.priority.map(Cow::from),
            labels: body.labels.unwrap_or_default(),
            unread_count: body.unread_count,
            can_reply: body.can_reply,
            assignee: assignee.map(agent),
            team: team.map(|team| Agent {
                id: Some(team.id.into()),
                name: some(team.name),
                ..Agent::default()
            }),
            custom_attributes: body.custom_attributes,
            additional_attributes: body.additional_attributes,
            ..Conversation::default()
        })),
        extra: body.extra,
    }
}

fn with_address(contact: Option<Contact>, address: Option<Address>) -> Option<Contact> {
    let Some(address) = address else { return contact };
    let mut contact = contact.unwrap_or_default();
    contact.addresses.push(address);
    Some(contact)
}

fn account(account: chatwoot::Account) -> Account {
    Account { id: Some(account.id.into()), name: some(account.name) }
}

fn conversation(
    name: Name,
    body: Box<chatwoot::Conversation>,
    kind: Kind,
    moment: Option<Moment>,
) -> Event {
    let thread = thread(Some(body), None);
    Event {
        account: thread.account,
        channel: thread.channel,
        inbox: thread.inbox,
        contact: thread.contact,
        conversation: thread.conversation,
        extra: thread.extra,
        ..Event::at(moment, Provider::Chatwoot, name, kind)
    }
}

/// The name of some events says the status, too.
fn status_changed(
    name: Name,
    mut body: Box<chatwoot::Conversation>,
    named: Option<ConversationStatus>,
) -> Event {
    let (changes, moment) = changes(body.changed_attributes.as_ref());
    let moment = moment.or_else(|| updated_at(body.updated_at.as_ref()));
    let previous = changes.into_iter().find(|change| change.field == "status");
    let previous = previous.and_then(|change| change.previous?.to::<ConversationStatus>().ok());
    body.status = body.status.take().or(named);
    let kind = Kind::ConversationStatusChanged(ConversationStatusChange {
        status: body.status.clone().map(status),
        previous: previous.map(status),
    });
    conversation(name, body, kind, moment)
}

fn status(status: ConversationStatus) -> super::ConversationStatus {
    match status {
        ConversationStatus::Open => super::ConversationStatus::Open,
        ConversationStatus::Resolved => super::ConversationStatus::Resolved,
        // What is pending today was called after the bot that had it.
        ConversationStatus::Pending | ConversationStatus::Bot => super::ConversationStatus::Pending,
        ConversationStatus::Snoozed => super::ConversationStatus::Snoozed,
        ConversationStatus::Unknown(text) => text.as_str().into(),
    }
}

/// The changes, and the time that is among them.
fn changes(changes: Option<&Changes>) -> (Vec<FieldChange>, Option<Moment>) {
    let mut moment = None;
    let mut list = Vec::new();
    for change in changes.into_iter().flat_map(Changes::iter) {
        if change.name == "updated_at" && moment.is_none() {
            let time = change.current.as_ref().and_then(|value| value.to::<Timestamp>().ok());
            let pointer = format!("/changed_attributes{}", change.pointer);
            moment = Moment::of(time.as_ref(), TimeSource::Event, pointer);
        }
        list.push(FieldChange {
            field: change.name,
            previous: change.previous,
            current: change.current,
        });
    }
    (list, moment)
}

fn channel(kind: ChannelType, source: Option<&ContactSourceId>) -> Channel {
    match kind {
        ChannelType::WebWidget => Channel::WebWidget,
        ChannelType::Api => Channel::Api,
        ChannelType::Email => Channel::Email,
        ChannelType::FacebookPage => Channel::Facebook,
        ChannelType::Instagram => Channel::Instagram,
        ChannelType::Whatsapp => Channel::WhatsApp,
        ChannelType::TwilioSms => match source {
            Some(id) if id.0.as_str().starts_with("whatsapp:") => Channel::WhatsApp,
            _ => Channel::Sms,
        },
        ChannelType::Sms => Channel::Sms,
        ChannelType::Telegram => Channel::Telegram,
        ChannelType::Line => Channel::Line,
        ChannelType::Tiktok => Channel::TikTok,
        ChannelType::TwitterProfile => Channel::Twitter,
        ChannelType::Voice => Channel::Voice,
        ChannelType::Unknown(text) => text.as_str().into(),
    }
}

/// What an inbox calls a contact; on WhatsApp, the account there.
fn source_address(id: ContactSourceId, channel: Option<&Channel>) -> Option<Address> {
    let kind = match channel {
        Some(Channel::WhatsApp) => AddressKind::WaId,
        _ => AddressKind::SourceId,
    };
    Address::new(kind, id.0).with_e164().present()
}

/// A contact and a party have the same members, as far as they are mapped.
macro_rules! contacts {
    ($($model:ident),+) => { $(
        impl From<Box<chatwoot::$model>> for Contact {
            fn from(body: Box<chatwoot::$model>) -> Self {
                let identifier = body.identifier.map(|id| id.0.into());
                Self {
                    id: Some(body.id.into()),
                    addresses: addresses(body.phone_number, body.email, identifier),
                    display_name: some(body.name),
                    avatar_url: some(body.avatar).or(some(body.thumbnail)),
                    blocked: body.blocked,
                    custom_attributes: body.custom_attributes,
                    additional_attributes: body.additional_attributes,
                    ..Self::default()
                }
            }
        }
    )+ };
}

contacts!(Contact, Party);

fn addresses(phone: Option<Phone>, email: Option<Text>, identifier: Option<Text>) -> Vec<Address> {
    let phone = phone.map(Address::from).and_then(Address::present);
    let email = some(email).map(|email| Address::new(AddressKind::Email, email));
    let identifier = some(identifier).map(|id| Address::new(AddressKind::Identifier, id));
    [phone, email, identifier].into_iter().flatten().collect()
}

fn agent(party: Box<Party>) -> Agent {
    let name = some(party.name).or(some(party.available_name));
    Agent { id: Some(party.id.into()), name, email: some(party.email), kind: None }
}

/// Who a party is; one that does not say it is taken for what its event makes likely.
fn actor(party: Box<Party>, likely: &PartyType) -> Actor {
    match party.party_type().unwrap_or(likely) {
        PartyType::Contact => Actor::Contact,
        PartyType::User => Actor::Agent(agent(party)),
        PartyType::AgentBot | PartyType::CaptainAssistant => Actor::Bot(agent(party)),
        PartyType::Unknown(_) => Actor::Unknown,
    }
}

fn contact(
    name: Name,
    mut body: Box<chatwoot::Contact>,
    kind: Kind,
    moment: Option<Moment>,
) -> Event {
    Event {
        account: body.account.take().map(account),
        extra: take(&mut body.extra),
        contact: Some(body.into()),
        ..Event::at(moment, Provider::Chatwoot, name, kind)
    }
}

fn inbox_settings(
    name: Name,
    body: Box<InboxSettings>,
    kind: Kind,
    moment: Option<Moment>,
) -> Event {
    Event {
        inbox: Inbox {
            id: body.inbox_id().cloned().map(Id::from),
            channel_id: body.channel.as_ref().and_then(ChannelRecord::id).map(Id::from),
            ..Inbox::default()
        }
        .present(),
        account: body.account.map(account),
        extra: body.extra,
        ..Event::at(moment, Provider::Chatwoot, name, kind)
    }
}

fn typing(name: Name, body: chatwoot::Typing, on: bool) -> Event {
    let is_contact =
        |party: &Party| party.party_type().is_none_or(|kind| *kind == PartyType::Contact);
    let (contact, actor) = match body.user {
        Some(party) if is_contact(&party) => (Some(party.into()), Actor::Contact),
        Some(party) => (None, actor(party, &PartyType::Contact)),
        None => (None, Actor::Unknown),
    };
    let thread = thread(body.conversation, contact);
    let internal = body.is_private.map(|flag| flag.is_set());
    let kind = Kind::ConversationTyping(Typing { on, internal, recording: false });
    Event {
        account: thread.account,
        channel: thread.channel,
        inbox: thread.inbox,
        contact: thread.contact,
        conversation: thread.conversation,
        actor,
        extra: body.extra,
        ..Event::new(Provider::Chatwoot, name, kind)
    }
}

fn session(name: Name, body: Box<WidgetTriggered>) -> Event {
    let contact = body.contact.map(Contact::from);
    let contact = if body.current_conversation.is_none() {
        with_address(contact, body.source_id.and_then(|id| source_address(id, None)))
    } else {
        contact
    };
    let thread = thread(body.current_conversation, contact);
    let id = body.id.map(Id::from);
    let session = match body.event_info {
        Some(info) => {
            let initiated_at = info.initiated_at.as_ref().and_then(InitiatedAt::timestamp);
            Session {
                id,
                initiated_at: initiated_at.map(|time| (&*time.as_str()).into()),
                referer: some(info.referer),
                widget_language: some(info.widget_language),
                browser_language: some(info.browser_language),
                browser: info.browser.and_then(|browser| Json::of(&browser)),
            }
        }
        None => Session { id, ..Session::default() },
    };
    Event {
        account: body.account.map(account).or(thread.account),
        channel: thread.channel.or(Some(Channel::WebWidget)),
        inbox: body.inbox.map(inbox).or(thread.inbox),
        contact: thread.contact,
        conversation: thread.conversation,
        actor: Actor::Contact,
        extra: body.extra,
        ..Event::new(Provider::Chatwoot, name, Kind::SessionStarted(Box::new(session)))
    }
}

fn inbox(inbox: chatwoot::Inbox) -> Inbox {
    Inbox { name: some(inbox.name), ..Inbox::with_id(inbox.id) }
}
