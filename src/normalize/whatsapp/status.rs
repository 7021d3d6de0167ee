//! What became of a message.

use std::borrow::Cow;

use super::{
    Envelope, errors, external, group,
    person::{Person, business_scoped, contact},
    unboxed,
};
use crate::{
    normalize::{
        Actor, Address, AddressKind, Channel, DeliveryStatus, Event, Id, Kind, MessagingWindow,
        Pricing, StatusChange, Template, TimeSource,
        moment::{Moment, plausible},
        some,
    },
    whatsapp::{self, RecipientType},
};

/// A status, of an element that is one.
pub(crate) fn status(envelope: Envelope, body: whatsapp::Status, person: Option<Person>) -> Event {
    let time = body.timestamp.as_ref();
    let moment = Moment::of(time, TimeSource::Event, envelope.pointer);

    let group_id = body.group_id.map(|id| Id::from(*id));
    let recipient = body.recipient_id.map(Address::from).and_then(Address::present);
    let (thread, recipient) = if body.recipient_type == Some(RecipientType::Group) {
        let member = body.recipient_participant_id.or(body.participant_recipient_id);
        let member_user = body.recipient_participant_user_id;
        let member = member
            .map(|number| Address::from(*number))
            .or_else(|| member_user.and_then(|id| business_scoped(*id)));
        let thread = group_id.or_else(|| recipient.as_ref().map(|group| Id::from(&*group.value)));
        let group = recipient.map(|group| group.of_kind(AddressKind::Group));
        (thread, member.or(group))
    } else {
        (group_id, recipient.or_else(|| body.recipient_user_id.and_then(|id| business_scoped(*id))))
    };

    let callback = body.custom_callback_data.or(body.biz_opaque_callback_data);
    let (window, window_pricing) = match body.conversation.map(|window| *window) {
        Some(window) => {
            let expires_at = window.expiration_timestamp.as_ref().and_then(plausible);
            let domain = MessagingWindow {
                id: window.id.map(Id::from),
                origin: window.origin.and_then(|origin| origin.kind).map(Cow::from),
                expires_at,
            };
            (Some(domain), window.pricing)
        }
        None => (None, None),
    };
    let change = Box::new(StatusChange {
        snapshot: None,
        message: external(body.id.map(Id::from)),
        status: body.status.map(delivery),
        recipient,
        errors: errors(body.errors),
        pricing: body.pricing.or(unboxed(window_pricing)).map(pricing),
        window,
        template: body.template_id.map(|id| Template::with_id(*id)),
        callback_data: some(callback.map(|data| data.0.into())),
    });
    Event {
        delivery_id: envelope.delivery_id,
        channel: Some(Channel::WhatsApp),
        inbox: envelope.inbox,
        contact: person.and_then(|person| contact(person, None, None, None)),
        conversation: thread.map(group),
        actor: Actor::System,
        extra: body.extra,
        ..Event::at(moment, envelope.provider, "status", Kind::MessageStatusChanged(change))
    }
}

fn delivery(status: whatsapp::DeliveryStatus) -> DeliveryStatus {
    match status {
        whatsapp::DeliveryStatus::Sent => DeliveryStatus::Sent,
        whatsapp::DeliveryStatus::Delivered => DeliveryStatus::Delivered,
        whatsapp::DeliveryStatus::Read => DeliveryStatus::Read,
        whatsapp::DeliveryStatus::Failed => DeliveryStatus::Failed,
        whatsapp::DeliveryStatus::Played => DeliveryStatus::Played,
        whatsapp::DeliveryStatus::Accepted => DeliveryStatus::Queued,
        other @ (whatsapp::DeliveryStatus::Deleted
        | whatsapp::DeliveryStatus::Warning
        | whatsapp::DeliveryStatus::Captured
        | whatsapp::DeliveryStatus::Pending
        | whatsapp::DeliveryStatus::HeldForQualityAssessment
        | whatsapp::DeliveryStatus::ReferralConversion
        | whatsapp::DeliveryStatus::Unknown(_)) => other.as_str().into(),
    }
}

fn pricing(pricing: whatsapp::Pricing) -> Pricing {
    let kind = pricing.kind.or(pricing.pricing_type.map(|kind| *kind));
    Pricing {
        billable: pricing.billable,
        model: pricing.model.map(Cow::from),
        category: pricing.category.map(Cow::from),
        kind: kind.map(Cow::from),
    }
}
