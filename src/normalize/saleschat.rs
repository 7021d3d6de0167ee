//! SalesChat onto the domain model.

use std::borrow::Cow;

use super::{
    Account, Actor, Address, Assignee, AssigneeKind, Attachment, AttachmentKind, Channel, Consent,
    ConsentState, Contact, Conversation, ConversationKind, ConversationStatus,
    ConversationStatusChange, DeliveryError, DeliveryStatus, Event, Id, Kind, Labels, MessageRef,
    Normalize, Report, StatusChange, Template, TimeSource, list, some, moment::plausible,
};
use crate::{
    Provider,
    saleschat::{
        AnalyticsDump, Assignment, Chatroom, ChatroomStatus, ChatroomType, Event as Payload, Media,
        OptOut, TemplateMessageStatus, TemplateStatus, Version, Webhook,
    },
};

impl Normalize for Webhook {
    fn normalize(self) -> super::Events {
        let mut events = Vec::with_capacity(1);
        let event = Event::begin(&mut events, Provider::SalesChat, self.event.wire_name());
        event.version = self.version.as_ref().map(Version::canonical);
        event.channel = Some(Channel::WhatsApp);
        event.kind = match self.event {
            Payload::ContactAssigned(assignment) => assigned(event, assignment),
            Payload::ChatroomCreated(chatroom) => created(event, chatroom),
            Payload::ChatroomActivated(change) => {
                status_changed(event, change, ConversationStatus::Active)
            }
            Payload::ChatroomDeactivated(change) => {
                status_changed(event, change, ConversationStatus::Inactive)
            }
            Payload::ChatroomExpired(change) => {
                status_changed(event, change, ConversationStatus::Expired)
            }
            Payload::ContactExpired(contact) => {
                event.contact = contact.id.map(Contact::with_id);
                event.actor = Actor::System;
                event.extra = contact.extra;
                Kind::ContactExpired
            }
            Payload::TemplateMessageStatus(status) => template_status(event, *status),
            Payload::MediaFile(media) | Payload::MediaFileWithClassification(media) => {
                received(event, *media)
            }
            Payload::ContactOptOut(opt_out) => opted_out(event, opt_out),
            Payload::AnalyticsDump(dump) => report(event, dump),
            Payload::Unknown(unknown) => Kind::Unknown(unknown.body),
        };
        event.extra.append(self.extra);
        events.into()
    }
}

fn assigned(event: &mut Event, assignment: Assignment) -> Kind {
    event.contact = assignment.contact_id.map(Contact::with_id);
    event.extra = assignment.extra;
    let user = assignment.user_id.map(|id| Assignee::new(AssigneeKind::User, id));
    Kind::ConversationAssigned(Box::new(super::Assignment {
        assigned: assignment.is_assigned,
        to: list(user),
        handover: assignment.is_handover,
        ..Default::default()
    }))
}

fn created(event: &mut Event, chatroom: Chatroom) -> Kind {
    // An affiliate need not be a customer.
    if chatroom.is_inbound == Some(true) && chatroom.kind == Some(ChatroomType::Contact) {
        event.actor = Actor::Contact;
    }
    event.conversation = Some(Box::new(Conversation {
        id: chatroom.id.map(Id::from),
        external_ref: chatroom.external_ref_id.map(Id::from),
        kind: chatroom.kind.map(conversation_kind),
        ..Default::default()
    }));
    event.extra = chatroom.extra;
    Kind::ConversationCreated
}

fn conversation_kind(kind: ChatroomType) -> ConversationKind {
    match kind {
        ChatroomType::Contact => ConversationKind::Contact,
        ChatroomType::Affiliate => ConversationKind::Affiliate,
        ChatroomType::Unknown(text) => text.as_str().into(),
    }
}

fn status_changed(event: &mut Event, change: ChatroomStatus, status: ConversationStatus) -> Kind {
    let time = change.status_update_ts.as_ref();
    event.occurred(time, TimeSource::Event, "/payload/status_update_ts");
    event.actor = Actor::System;
    event.conversation = Some(Box::new(Conversation {
        id: change.chatroom_id.map(Id::from),
        kind: change.kind.map(conversation_kind),
        status: Some(status.clone()),
        ..Default::default()
    }));
    event.extra = change.extra;
    Kind::ConversationStatusChanged(ConversationStatusChange {
        status: Some(status),
        previous: None,
    })
}

fn template_status(event: &mut Event, status: TemplateMessageStatus) -> Kind {
    event.actor = Actor::System;
    event.conversation = status.chatroom_id.map(Conversation::with_id);
    event.set_inbox(|inbox| {
        inbox.id = status.remote_phone_id.map(Id::from);
        inbox.waba_id = status.remote_waba_id.map(Id::from);
    });
    event.extra = status.extra;
    let permanent = (status.status == Some(TemplateStatus::PermanentlyFailed)).then_some(true);
    let delivery = status.status.map(|status| match status {
        TemplateStatus::Delivered => DeliveryStatus::Delivered,
        TemplateStatus::PermanentlyFailed => DeliveryStatus::Failed,
        TemplateStatus::Unknown(text) => text.as_str().into(),
    });
    let code = status.err_code.map(Id::from).filter(|code| !code.as_str().is_empty());
    let message = some(status.err_reason);
    let mut change = StatusChange::new(
        MessageRef { client_request_id: status.request_id.map(Id::from), ..Default::default() },
        delivery,
    );
    if code.is_some() || message.is_some() || permanent.is_some() {
        let error = code.map_or_else(DeliveryError::default, DeliveryError::from_code);
        change.errors = vec![DeliveryError { permanent, message, ..error }];
    }
    change.template = status.remote_template_id.map(Template::with_id);
    Kind::MessageStatusChanged(Box::new(change))
}

fn received(event: &mut Event, media: Media) -> Kind {
    event.actor = Actor::Contact;
    event.account = media.org_id.map(Account::with_id);
    event.set_inbox(|inbox| {
        inbox.id = media.remote_phone_id.map(Id::from);
        inbox.waba_id = media.remote_waba_id.map(Id::from);
    });
    event.contact = media.phone_number.map(Address::from).and_then(Contact::at);
    event.conversation = media.chatroom_id.map(Conversation::with_id);
    event.extra = media.extra;
    let kind = AttachmentKind::of_mime(media.mime_type.as_deref());
    Kind::MediaReceived(Box::new(Attachment {
        id: media.id.map(Id::from),
        file_name: some(media.file_name),
        mime_type: some(media.mime_type),
        labels: media.classification.map(|classification| Labels {
            suggested: classification.suggested_labels.unwrap_or_default(),
            status: classification.status.map(Cow::from),
            user: classification.user_input_labels.unwrap_or_default(),
        }),
        ..Attachment::new(kind)
    }))
}

fn opted_out(event: &mut Event, opt_out: OptOut) -> Kind {
    event.occurred(opt_out.opt_out_ts.as_ref(), TimeSource::Event, "/payload/opt_out_ts");
    event.actor = Actor::Contact;
    event.contact = opt_out.phone_number.map(Address::from).and_then(Contact::at);
    event.conversation = opt_out.chatroom_id.map(Conversation::with_id);
    event.extra = opt_out.extra;
    let mut consent = Consent::new(ConsentState::OptedOut);
    if let Some(source) = opt_out.source {
        consent.source = source.kind.map(Cow::from);
        consent.template_id = source.template_id.map(Id::from);
        consent.button_id = source.button_id.map(Id::from);
    }
    Kind::ConsentChanged(consent)
}

fn report(event: &mut Event, dump: AnalyticsDump) -> Kind {
    event.actor = Actor::System;
    let report = Report {
        granularity: dump.period().cloned().map(Cow::from),
        metric: dump.metric_type.map(Cow::from),
        period_start: dump.start_time.as_ref().and_then(plausible),
        file_id: dump.file_id.map(Id::from),
    };
    event.extra = dump.extra;
    Kind::ReportAvailable(Box::new(report))
}
