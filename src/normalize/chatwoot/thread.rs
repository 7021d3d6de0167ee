//! Maps Chatwoot's conversations.

use std::{borrow::Cow, collections::BTreeMap};

use super::{
    account,
    party::{agent, source_address, with_address},
};
use crate::{
    chatwoot::{
        self, AssigneeType, ChannelType, ContactSourceId, ConversationStatus, GroupType, Party,
        SlaEvent,
    },
    normalize::{
        self, Account, AddressKind, Agent, AgentKind, Channel, Contact, Conversation,
        ConversationKind, Inbox, Sla, SlaMiss, event_time::plausible, id, non_empty,
    },
    wire::{self, Extra, Json},
};

/// What an event takes from a conversation, be it the subject of the event or where it happened.
#[derive(Default)]
pub(super) struct Thread {
    pub(super) account: Option<Account>,
    pub(super) channel: Option<Channel>,
    pub(super) inbox: Option<Inbox>,
    pub(super) contact: Option<Contact>,
    pub(super) conversation: Option<Box<Conversation>>,
    pub(super) extra: Extra,
}

/// Maps a conversation. The given contact, which the event itself names, has priority.
pub(super) fn thread(
    body: Option<Box<chatwoot::Conversation>>,
    contact: Option<Contact>,
) -> Thread {
    let Some(mut body) = body else {
        return Thread { contact, ..Thread::default() };
    };
    let nested = body.messages.as_ref().and_then(|messages| messages.first());
    let account_id =
        body.account_id.take().or(nested.and_then(|message| message.account_id.clone()));
    let sla = sla(&mut body);
    let (sender, assignee, team, meta_channel, mut verified) = match body.meta {
        Some(meta) => {
            let assignee = assignee(meta.assignee, meta.assignee_type);
            (meta.sender, assignee, meta.team, meta.channel, meta.hmac_verified)
        }
        None => (None, None, None, None, None),
    };
    let (mut source, mut session_id) = (None, None);
    if let Some(contact_inbox) = body.contact_inbox {
        source = contact_inbox.source_id;
        session_id = id(contact_inbox.id);
        verified = verified.or(contact_inbox.hmac_verified);
    }
    let channel = body.channel.or(meta_channel).map(|kind| channel(kind, source.as_ref()));
    let is_group = body.group_type == Some(GroupType::Group)
        || sender.as_ref().is_some_and(|sender| sender.group_type == Some(GroupType::Group));
    let address = source.and_then(|id| source_address(id, channel.as_ref()));
    let is_group =
        is_group || address.as_ref().is_some_and(|address| address.kind == AddressKind::Group);

    // In a group, the customer of the conversation is the group itself.
    let sender = sender.map(Contact::from);
    let (contact, group) = if is_group {
        (contact, sender)
    } else {
        (
            match (contact, sender) {
                (Some(contact), Some(sender)) => Some(contact.completed(sender)),
                (contact, sender) => contact.or(sender),
            },
            None,
        )
    };
    let with_session = |contact: Option<Contact>| {
        let mut contact = with_address(contact, address)?;
        (contact.session_id, contact.verified) = (session_id, verified);
        Some(contact)
    };
    let (contact, group) =
        if is_group { (contact, with_session(group)) } else { (with_session(contact), None) };

    let mut extra = body.extra;
    let redirected_from = body.redirect_origin_display_id.as_ref().and_then(Json::of);
    let group_left = body.group_left.as_ref().and_then(Json::of);
    for (key, json) in [
        ("visitor_page", body.visitor_page),
        ("kanban_task", body.kanban_task),
        ("redirect_origin_display_id", redirected_from),
        ("group_left", group_left),
    ] {
        if let Some(json) = json {
            extra.push(key, json);
        }
    }
    let kind = match &body.group_type {
        _ if is_group => Some(ConversationKind::Group),
        Some(GroupType::Individual) => Some(ConversationKind::Contact),
        _ => None,
    };
    let number = id(body.display_id);
    let id = id(body.id);
    Thread {
        account: body.account.map(account).or(normalize::id(account_id).map(Account::with_id)),
        channel,
        inbox: normalize::id(body.inbox_id).map(Inbox::with_id),
        contact: contact.and_then(Contact::present),
        conversation: Some(Box::new(Conversation {
            number: number.clone().filter(|number| id.as_ref().is_some_and(|id| id != number)),
            id: id.or(number),
            kind,
            group: group.map(Box::new),
            status: body.status.map(status),
            created_at: body.created_at.as_ref().and_then(plausible),
            first_reply_at: body.first_reply_created_at.as_ref().and_then(plausible),
            waiting_since: body.waiting_since.as_ref().and_then(plausible),
            snoozed_until: body.snoozed_until.as_ref().and_then(plausible),
            priority: body.priority.map(Cow::from),
            labels: body.labels.map_or_else(Vec::new, chatwoot::Labels::into_names),
            unread_count: body.unread_count,
            can_reply: body.can_reply,
            assignee,
            team: team.map(|team| Agent {
                name: non_empty(team.name),
                ..Agent::new(AgentKind::Team, normalize::id(Some(team.id)))
            }),
            sla,
            custom_attributes: body.custom_attributes,
            additional_attributes: body.additional_attributes.map(Json::from),
            ..Conversation::default()
        })),
        extra,
    }
}

/// Maps an assignee with its type, because users, bots and assistants are numbered separately.
fn assignee(party: Option<Box<Party>>, kind: Option<AssigneeType>) -> Option<Agent> {
    let kind = kind.map(|kind| match kind {
        AssigneeType::User => AgentKind::User,
        AssigneeType::AgentBot => AgentKind::Bot,
        AssigneeType::CaptainAssistant => AgentKind::Assistant,
        AssigneeType::Team => AgentKind::Team,
        AssigneeType::Unknown(text) => text.as_str().into(),
    });
    party.map(|party| agent(party, kind))
}

/// Maps the service level agreement of a conversation, with its misses.
fn sla(body: &mut chatwoot::Conversation) -> Option<Box<Sla>> {
    let policy_id = id(body.sla_policy_id.take());
    let misses: Vec<_> = body.sla_events.take().into_iter().flatten().map(miss).collect();
    let sla = match body.applied_sla.take() {
        Some(sla) => Sla {
            id: id(sla.id),
            policy_id: id(sla.sla_id).or(policy_id),
            policy_name: non_empty(sla.name),
            status: sla.status.map(Cow::from),
            misses,
        },
        None => Sla { policy_id, misses, ..Sla::default() },
    };
    (sla != Sla::default()).then(|| Box::new(sla))
}

fn miss(event: SlaEvent) -> SlaMiss {
    let meta = event.meta.and_then(|meta| meta.to::<BTreeMap<String, wire::RawId>>().ok());
    SlaMiss {
        id: id(event.id),
        kind: event.kind.map(Cow::from),
        missed_at: event.created_at.as_ref().and_then(plausible),
        message_id: id(meta.and_then(|mut meta| meta.remove("message_id"))),
    }
}

pub(super) fn status(status: ConversationStatus) -> normalize::ConversationStatus {
    match status {
        ConversationStatus::Open => normalize::ConversationStatus::Open,
        ConversationStatus::Resolved => normalize::ConversationStatus::Resolved,
        // `bot` is the former name of `pending`.
        ConversationStatus::Pending | ConversationStatus::Bot => {
            normalize::ConversationStatus::Pending
        }
        ConversationStatus::Snoozed => normalize::ConversationStatus::Snoozed,
        ConversationStatus::Unknown(text) => text.as_str().into(),
    }
}

fn channel(kind: ChannelType, source: Option<&ContactSourceId>) -> Channel {
    match kind {
        ChannelType::WebWidget => Channel::WebWidget,
        ChannelType::Api => Channel::Api,
        ChannelType::Email => Channel::Email,
        ChannelType::FacebookPage => Channel::Facebook,
        ChannelType::Instagram => Channel::Instagram,
        ChannelType::Whatsapp
        | ChannelType::EvolutionApi
        | ChannelType::Evolution
        | ChannelType::Wapi => Channel::WhatsApp,
        ChannelType::TwilioSms => match source {
            Some(id) if id.0.to_text().starts_with("whatsapp:") => Channel::WhatsApp,
            _ => Channel::Sms,
        },
        ChannelType::Sms => Channel::Sms,
        ChannelType::Telegram => Channel::Telegram,
        ChannelType::Line => Channel::Line,
        ChannelType::Tiktok => Channel::TikTok,
        ChannelType::TwitterProfile => Channel::Twitter,
        ChannelType::Voice => Channel::Voice,
        ChannelType::Kakao => "kakao".into(),
        ChannelType::Lazada => "lazada".into(),
        ChannelType::AppleMessages => "apple_messages".into(),
        ChannelType::NotificaMe => "notificame".into(),
        ChannelType::Simulator => "simulator".into(),
        ChannelType::Internal => "internal".into(),
        ChannelType::Unknown(text) => text.as_str().into(),
    }
}
