//! Maps SalesChat's events to the domain model.

use std::borrow::Cow;

use super::{
    Account, Actor, Address, Agent, AgentKind, Assignment, Attachment, AttachmentKind, Channel,
    Consent, ConsentState, Contact, Conversation, ConversationKind, ConversationStatus,
    ConversationStatusChange, DeliveryError, DeliveryStatus, Event, Id, Inbox, Kind, Labels,
    MessageRef, Report, StatusChange, Template, TimeSource,
    event_time::{EventTime, plausible},
    id, non_empty, option_to_vec,
};
use crate::{
    Provider,
    saleschat::{
        self, AnalyticsDump, Chatroom, ChatroomStatus, ChatroomType, EventData, Media, OptOut,
        TemplateMessageStatus, TemplateStatus, Version, Webhook,
    },
    wire::{self, Extra},
};

pub(super) fn event(webhook: Webhook) -> Event {
    let envelope = Envelope {
        name: webhook.event.wire_name(),
        version: webhook.version.as_ref().map(Version::canonical),
        moment: None,
        extra: webhook.extra,
    };
    match webhook.event {
        EventData::ContactAssigned(body) => assigned(envelope, body),
        EventData::ChatroomCreated(body) => created(envelope, body),
        EventData::ChatroomActivated(body) => {
            status_changed(envelope, body, ConversationStatus::Active)
        }
        EventData::ChatroomDeactivated(body) => {
            status_changed(envelope, body, ConversationStatus::Inactive)
        }
        EventData::ChatroomExpired(body) => {
            status_changed(envelope, body, ConversationStatus::Expired)
        }
        EventData::ContactExpired(body) => Event {
            contact: id(body.id).map(Contact::with_id),
            actor: Actor::System,
            ..envelope.event(Kind::ContactExpired, body.extra)
        },
        EventData::TemplateMessageStatus(body) => template_status(envelope, *body),
        EventData::MediaFile(body) | EventData::MediaFileWithClassification(body) => {
            received(envelope, *body)
        }
        EventData::ContactOptOut(body) => opted_out(envelope, body),
        EventData::AnalyticsDump(body) => report(envelope, body),
        EventData::Unknown(body) => envelope.event(Kind::Unknown(body.body), Extra::default()),
    }
}

/// The parts of an event that come from outside its payload.
struct Envelope {
    name: Cow<'static, str>,
    version: Option<Cow<'static, str>>,
    moment: Option<EventTime>,
    extra: Extra,
}

impl Envelope {
    /// Creates an event of a kind, with the unmodeled members of its payload and of the envelope.
    #[inline]
    fn event(self, kind: Kind, mut extra: Extra) -> Event {
        extra.append(self.extra);
        Event {
            version: self.version,
            channel: Some(Channel::WhatsApp),
            extra,
            ..Event::at(self.moment, Provider::SalesChat, self.name, kind)
        }
    }
}

fn assigned(envelope: Envelope, body: saleschat::Assignment) -> Event {
    let user = id(body.user_id).map(|id| Agent::new(AgentKind::User, Some(id)));
    let kind = Kind::ConversationAssigned(Box::new(Assignment {
        assigned: body.is_assigned,
        to: option_to_vec(user),
        handover: body.is_handover,
        ..Assignment::default()
    }));
    Event { contact: id(body.contact_id).map(Contact::with_id), ..envelope.event(kind, body.extra) }
}

fn created(envelope: Envelope, body: Chatroom) -> Event {
    // An affiliate is not necessarily a customer.
    let by_contact = body.is_inbound == Some(true) && body.kind == Some(ChatroomType::Contact);
    Event {
        conversation: Some(Box::new(Conversation {
            id: id(body.id),
            external_ref: own(body.external_ref_id),
            kind: body.kind.map(conversation_kind),
            inbound: body.is_inbound,
            ..Conversation::default()
        })),
        actor: if by_contact { Actor::Contact } else { Actor::Unknown },
        ..envelope.event(Kind::ConversationCreated, body.extra)
    }
}

/// Returns an ID that the business made up, for which `0` is a valid value.
fn own(id: Option<wire::RawId>) -> Option<Id> {
    id.filter(|id| !id.to_text().is_empty()).map(Id::from)
}

fn conversation_kind(kind: ChatroomType) -> ConversationKind {
    match kind {
        ChatroomType::Contact => ConversationKind::Contact,
        ChatroomType::Affiliate => ConversationKind::Affiliate,
        ChatroomType::Unknown(text) => text.as_str().into(),
    }
}

fn status_changed(envelope: Envelope, body: ChatroomStatus, status: ConversationStatus) -> Event {
    let time = body.status_update_ts.as_ref();
    let moment = EventTime::of(time, TimeSource::Event, "/payload/status_update_ts");
    let kind = Kind::ConversationStatusChanged(ConversationStatusChange {
        status: Some(status.clone()),
        previous: None,
    });
    Event {
        conversation: Some(Box::new(Conversation {
            id: id(body.chatroom_id),
            kind: body.kind.map(conversation_kind),
            status: Some(status),
            ..Conversation::default()
        })),
        actor: Actor::System,
        ..Envelope { moment, ..envelope }.event(kind, body.extra)
    }
}

fn template_status(envelope: Envelope, body: TemplateMessageStatus) -> Event {
    let permanent = (body.status == Some(TemplateStatus::PermanentlyFailed)).then_some(true);
    let status = body.status.map(|status| match status {
        TemplateStatus::Delivered => DeliveryStatus::Delivered,
        TemplateStatus::PermanentlyFailed => DeliveryStatus::Failed,
        TemplateStatus::Unknown(text) => text.as_str().into(),
    });
    let kind = Kind::MessageStatusChanged(Box::new(StatusChange {
        message: MessageRef { client_request_id: id(body.request_id), ..MessageRef::default() },
        status,
        errors: option_to_vec(DeliveryError::reported(body.err_code, body.err_reason, permanent)),
        template: id(body.remote_template_id).map(Template::with_id),
        ..StatusChange::default()
    }));
    Event {
        inbox: Inbox {
            id: id(body.remote_phone_id),
            waba_id: id(body.remote_waba_id),
            ..Inbox::default()
        }
        .present(),
        conversation: id(body.chatroom_id).map(Conversation::with_id),
        actor: Actor::System,
        ..envelope.event(kind, body.extra)
    }
}

fn received(envelope: Envelope, body: Media) -> Event {
    let mut extra = body.extra;
    let kind = AttachmentKind::of_mime(body.mime_type.as_deref());
    let kind = Kind::MediaReceived(Box::new(Attachment {
        id: id(body.id),
        file_name: non_empty(body.file_name),
        mime_type: non_empty(body.mime_type),
        labels: body.classification.map(|classification| {
            extra.append(classification.extra);
            Labels {
                suggested: classification.suggested_labels.unwrap_or_default(),
                status: classification.status.map(Cow::from),
                user: classification.user_input_labels.unwrap_or_default(),
            }
        }),
        ..Attachment::new(kind)
    }));
    Event {
        account: id(body.org_id).map(Account::with_id),
        inbox: Inbox {
            id: id(body.remote_phone_id),
            waba_id: id(body.remote_waba_id),
            ..Inbox::default()
        }
        .present(),
        contact: body.phone_number.map(Address::from).and_then(Contact::with_address),
        conversation: id(body.chatroom_id).map(Conversation::with_id),
        actor: Actor::Contact,
        ..envelope.event(kind, extra)
    }
}

fn opted_out(envelope: Envelope, body: OptOut) -> Event {
    let time = body.opt_out_ts.as_ref();
    let moment = EventTime::of(time, TimeSource::Event, "/payload/opt_out_ts");
    let mut extra = body.extra;
    let consent = Consent::new(ConsentState::OptedOut);
    let consent = match body.source {
        Some(source) => {
            extra.append(source.extra);
            Consent {
                source: source.kind.map(Cow::from),
                template_id: id(source.template_id),
                button_id: own(source.button_id),
                ..consent
            }
        }
        None => consent,
    };
    Event {
        contact: body.phone_number.map(Address::from).and_then(Contact::with_address),
        conversation: id(body.chatroom_id).map(Conversation::with_id),
        actor: Actor::Contact,
        ..Envelope { moment, ..envelope }.event(Kind::ConsentChanged(consent), extra)
    }
}

fn report(envelope: Envelope, body: AnalyticsDump) -> Event {
    let kind = Kind::ReportAvailable(Box::new(Report {
        granularity: body.period().cloned().map(Cow::from),
        metric: body.metric_type.map(Cow::from),
        period_start: body.start_time.as_ref().and_then(plausible),
        file_id: id(body.file_id),
    }));
    Event { actor: Actor::System, ..envelope.event(kind, body.extra) }
}
