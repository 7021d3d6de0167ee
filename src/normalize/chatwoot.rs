//! Chatwoot onto the domain model.

mod message;

use std::borrow::Cow;

use super::{
    Actor, Address, AddressKind, Agent, Channel, ConversationStatusChange, Event, FieldChange, Id,
    Inbox, Kind, Normalize, Session, Text, TimeSource, Typing, some,
};
use crate::{
    Provider,
    chatwoot::{
        self, Account, Changes, ChannelRecord, ChannelType, Contact, ContactInbox, ContactSourceId,
        Conversation, ConversationStatus, InboxSettings, InitiatedAt, Party, PartyType, Webhook,
        WidgetTriggered,
    },
    wire::{Extra, Json, Phone, Timestamp},
};

impl Normalize for Webhook {
    fn normalize(self) -> super::Events {
        // On the stack until the model, which is large here, is gone.
        let mut event = Event::blank(Provider::Chatwoot, self.wire_name());
        event.kind = match self {
            Self::MessageCreated(message) => message::created(&mut event, *message),
            Self::MessageUpdated(message) => message::updated(&mut event, *message),
            Self::ConversationCreated(body) => {
                event.occurred(body.created_at.as_ref(), TimeSource::Object, "/created_at");
                conversation(&mut event, *body);
                Kind::ConversationCreated
            }
            Self::ConversationUpdated(body) => {
                let changes = updated(&mut event, &body);
                conversation(&mut event, *body);
                Kind::ConversationUpdated(changes)
            }
            Self::ConversationStatusChanged(body) => status_changed(&mut event, *body, None),
            Self::ConversationOpened(body) => {
                status_changed(&mut event, *body, Some(ConversationStatus::Open))
            }
            Self::ConversationResolved(body) => {
                status_changed(&mut event, *body, Some(ConversationStatus::Resolved))
            }
            Self::WebwidgetTriggered(widget) => session(&mut event, *widget),
            Self::ContactCreated(contact) => {
                whole_contact(&mut event, *contact);
                Kind::ContactCreated
            }
            Self::ContactUpdated(contact) => {
                let changes = changes(&mut event, contact.changed_attributes.as_ref());
                whole_contact(&mut event, *contact);
                Kind::ContactUpdated(changes)
            }
            Self::InboxCreated(settings) => {
                event.occurred(settings.created_at.as_ref(), TimeSource::Object, "/created_at");
                inbox_settings(&mut event, *settings);
                Kind::InboxCreated
            }
            Self::InboxUpdated(settings) => {
                let changes = changes(&mut event, settings.changed_attributes.as_ref());
                event.occurred(settings.updated_at.as_ref(), TimeSource::Object, "/updated_at");
                inbox_settings(&mut event, *settings);
                Kind::InboxUpdated(changes)
            }
            Self::ConversationTypingOn(typing) => typing_of(&mut event, *typing, true),
            Self::ConversationTypingOff(typing) => typing_of(&mut event, *typing, false),
            Self::AutomationConversationCreated(body)
            | Self::AutomationConversationUpdated(body)
            | Self::AutomationConversationOpened(body)
            | Self::AutomationConversationResolved(body)
            | Self::AutomationMessageCreated(body)
            | Self::MacroExecuted(body) => {
                event.occurred(body.updated_at.as_ref(), TimeSource::Object, "/updated_at");
                conversation(&mut event, *body);
                Kind::RuleTriggered
            }
            Self::AccountCreated(created) => {
                let body = Json::of(&created);
                event.account =
                    Some(super::Account { id: Some(created.id.into()), name: some(created.name) });
                event.extra = created.extra;
                Kind::Unknown(body)
            }
            Self::Unknown(unknown) => Kind::Unknown(unknown.body),
        };
        vec![event].into()
    }
}

fn account(account: Account) -> super::Account {
    super::Account { id: Some(account.id.into()), name: some(account.name) }
}

/// Fills in a conversation, be it the event's subject or only its place; gives back what its type
/// does not model.
fn place(event: &mut Event, body: Conversation) -> Extra {
    let nested = body.messages.as_ref().and_then(|messages| messages.first());
    let nested = nested.and_then(|message| message.account_id.clone());
    let number = body.id.or(body.display_id);
    let contact_inbox = body.contact_inbox.map(|contact_inbox| *contact_inbox);
    let source = contact_inbox.and_then(|contact_inbox: ContactInbox| contact_inbox.source_id);
    if event.account.is_none() {
        let id = body.account_id.or(nested);
        event.account = body.account.map(account).or(id.map(super::Account::with_id));
    }
    if event.channel.is_none() {
        event.channel = body.channel.map(|kind| channel(kind, source.as_ref()));
    }
    if event.inbox.is_none() {
        event.inbox = body.inbox_id.map(|id| Inbox { id: Some(id.into()), ..Default::default() });
    }
    let meta = body.meta.map(|meta| (meta.sender, meta.assignee, meta.team));
    let (sender, assignee, team) = meta.unwrap_or_default();
    if event.contact.is_none() {
        event.contact = sender.map(|sender| contact(*sender));
    }
    if let Some(address) = source.and_then(|id| source_address(id, event.channel.as_ref())) {
        event.contact.get_or_insert_default().addresses.push(address);
    }
    event.conversation = Some(Box::new(super::Conversation {
        id: number.map(Id::from),
        status: body.status.map(status),
        priority: body.priority.map(Cow::from),
        labels: body.labels.unwrap_or_default(),
        unread_count: body.unread_count,
        can_reply: body.can_reply,
        assignee: assignee.map(|party| agent(*party)),
        team: team.map(|team| Agent {
            id: Some(team.id.into()),
            name: some(team.name),
            email: None,
        }),
        custom_attributes: body.custom_attributes,
        additional_attributes: body.additional_attributes,
        ..Default::default()
    }));
    body.extra
}

fn conversation(event: &mut Event, body: Conversation) {
    event.extra = place(event, body);
}

/// The changes of a conversation, and when they were made.
fn updated(event: &mut Event, body: &Conversation) -> Vec<FieldChange> {
    let changes = changes(event, body.changed_attributes.as_ref());
    event.occurred(body.updated_at.as_ref(), TimeSource::Object, "/updated_at");
    changes
}

fn status_changed(
    event: &mut Event,
    body: Conversation,
    named: Option<ConversationStatus>,
) -> Kind {
    let changes = updated(event, &body);
    let previous = changes.into_iter().find(|change| change.field == "status");
    let previous = previous.and_then(|change| change.previous?.to::<ConversationStatus>().ok());
    conversation(event, body);
    let conversation = event.conversation.get_or_insert_default();
    let status_now = conversation.status.clone().or(named.map(status));
    conversation.status.clone_from(&status_now);
    Kind::ConversationStatusChanged(ConversationStatusChange {
        status: status_now,
        previous: previous.map(status),
    })
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

/// The changes, and the time that stands among them.
fn changes(event: &mut Event, changes: Option<&Changes>) -> Vec<FieldChange> {
    let mut list = Vec::new();
    for change in changes.into_iter().flat_map(Changes::iter) {
        if change.name == "updated_at" {
            let time = change.current.as_ref().and_then(|value| value.to::<Timestamp>().ok());
            let pointer = format!("/changed_attributes{}", change.pointer);
            event.occurred(time.as_ref(), TimeSource::Event, pointer);
        }
        list.push(FieldChange {
            field: change.name,
            previous: change.previous,
            current: change.current,
        });
    }
    list
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

/// A contact, in either of its forms.
fn contact(contact: Contact) -> super::Contact {
    super::Contact {
        id: Some(contact.id.into()),
        addresses: addresses(
            contact.phone_number,
            contact.email,
            contact.identifier.map(|id| id.0.into()),
        ),
        display_name: some(contact.name),
        avatar_url: some(contact.avatar).or_else(|| some(contact.thumbnail)),
        blocked: contact.blocked,
        custom_attributes: contact.custom_attributes,
        additional_attributes: contact.additional_attributes,
        ..Default::default()
    }
}

/// A contact that stands where others may, too.
fn party_contact(party: Party) -> super::Contact {
    super::Contact {
        id: Some(party.id.into()),
        addresses: addresses(
            party.phone_number,
            party.email,
            party.identifier.map(|id| id.0.into()),
        ),
        display_name: some(party.name),
        avatar_url: some(party.avatar).or_else(|| some(party.thumbnail)),
        blocked: party.blocked,
        custom_attributes: party.custom_attributes,
        additional_attributes: party.additional_attributes,
        ..Default::default()
    }
}

fn addresses(phone: Option<Phone>, email: Option<Text>, identifier: Option<Text>) -> Vec<Address> {
    let phone = phone.map(Address::from).and_then(Address::present);
    let email = some(email).map(|email| Address::new(AddressKind::Email, email));
    let identifier = some(identifier).map(|id| Address::new(AddressKind::Identifier, id));
    [phone, email, identifier].into_iter().flatten().collect()
}

fn agent(party: Party) -> Agent {
    let name = some(party.name).or_else(|| some(party.available_name));
    Agent { id: Some(party.id.into()), name, email: some(party.email) }
}

/// Who somebody is; a party of whom nothing tells it is taken for what its event makes likely.
fn actor(party: Party, likely: &PartyType) -> Actor {
    match party.party_type().unwrap_or(likely) {
        PartyType::Contact => Actor::Contact,
        PartyType::User => Actor::Agent(agent(party)),
        PartyType::AgentBot | PartyType::CaptainAssistant => Actor::Bot(agent(party)),
        PartyType::Unknown(_) => Actor::Unknown,
    }
}

fn whole_contact(event: &mut Event, mut body: Contact) {
    event.account = body.account.take().map(account);
    event.extra = std::mem::take(&mut body.extra);
    event.contact = Some(contact(body));
}

fn inbox_settings(event: &mut Event, settings: InboxSettings) {
    let inbox = Inbox {
        id: settings.inbox_id().cloned().map(Id::from),
        channel_id: settings.channel.as_ref().and_then(ChannelRecord::id).map(Id::from),
        ..Default::default()
    };
    event.set_inbox(|place| *place = inbox);
    event.account = settings.account.map(account);
    event.extra = settings.extra;
}

fn typing_of(event: &mut Event, typing: chatwoot::Typing, on: bool) -> Kind {
    if let Some(party) = typing.user {
        if party.party_type().is_none_or(|kind| *kind == PartyType::Contact) {
            event.contact = Some(party_contact(*party));
            event.actor = Actor::Contact;
        } else {
            event.actor = actor(*party, &PartyType::Contact);
        }
    }
    if let Some(body) = typing.conversation {
        place(event, *body);
    }
    event.extra = typing.extra;
    let internal = typing.is_private.map(|flag| flag.is_set());
    Kind::ConversationTyping(Typing { on, internal })
}

fn session(event: &mut Event, widget: WidgetTriggered) -> Kind {
    event.actor = Actor::Contact;
    event.account = widget.account.map(account);
    event.inbox = widget.inbox.map(inbox);
    event.contact = widget.contact.map(|body| contact(*body));
    if let Some(body) = widget.current_conversation {
        place(event, *body);
    } else if let Some(address) = widget.source_id.and_then(|id| source_address(id, None)) {
        event.contact.get_or_insert_default().addresses.push(address);
    }
    event.channel.get_or_insert(Channel::WebWidget);
    event.extra = widget.extra;
    let mut session = Session { id: widget.id.map(Id::from), ..Default::default() };
    if let Some(info) = widget.event_info {
        let initiated = info.initiated_at.as_ref().and_then(InitiatedAt::timestamp);
        session.initiated_at = initiated.map(|time| (&*time.as_str()).into());
        session.referer = some(info.referer);
        session.widget_language = some(info.widget_language);
        session.browser_language = some(info.browser_language);
        session.browser = info.browser.and_then(|browser| Json::of(&browser));
    }
    Kind::SessionStarted(Box::new(session))
}

fn inbox(inbox: chatwoot::Inbox) -> Inbox {
    Inbox { id: Some(inbox.id.into()), name: some(inbox.name), ..Default::default() }
}
