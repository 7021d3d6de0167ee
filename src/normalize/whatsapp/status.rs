//! What became of a message.

use std::{borrow::Cow, mem::take};

use super::{
    errors,
    person::{Person, business_scoped, introduce},
};
use crate::{
    normalize::{
        Actor, Address, AddressKind, DeliveryStatus, Event, Id, Kind, MessagingWindow, Pricing,
        StatusChange, Template, moment::plausible, some,
    },
    whatsapp::{self, RecipientType},
    wire::Json,
};

/// Fills in what a status tells; the element is one. It is taken to pieces where it stands.
pub(crate) fn status(
    event: &mut Event,
    status: &mut whatsapp::Status,
    person: Option<&mut Person>,
) -> Kind {
    event.actor = Actor::System;
    if person.is_some() {
        introduce(event, person, None, None, None);
    }
    event.extra = take(&mut status.extra);
    let is_group = status.recipient_type == Some(RecipientType::Group);
    let group = status.group_id.take().map(|id| Id::from(*id));
    let participant =
        status.recipient_participant_id.take().or(status.participant_recipient_id.take());
    let participant_user = status.recipient_participant_user_id.take().map(|id| *id);
    let recipient = status.recipient_id.take().map(Address::from).and_then(Address::present);
    let (thread, recipient) = if is_group {
        let member = participant.map(|id| Address::from(*id));
        let member = member.or_else(|| participant_user.and_then(business_scoped));
        let thread = group.or_else(|| recipient.as_ref().map(|group| Id::from(&*group.value)));
        let group = recipient.map(|group| group.of_kind(AddressKind::Group));
        (thread, member.or(group))
    } else {
        (group, recipient.or_else(|| status.recipient_user_id.take().and_then(business_scoped)))
    };
    event.conversation = thread.map(super::group);

    let mut change = Box::<StatusChange>::default();
    change.message.external_id = status.id.take().map(Id::from);
    change.status = status.status.take().map(delivery);
    change.recipient = recipient;
    change.errors = errors(status.errors.take());
    let callback = status
        .custom_callback_data
        .take()
        .or(status.biz_opaque_callback_data.take().map(|data| *data));
    change.callback_data = some(callback.map(|data| data.0.into()));
    change.template = status.template_id.take().map(|id| Template::with_id(*id));
    change.payment = status.payment.take().and_then(|payment| Json::of(&payment));
    let mut price = status.pricing.take();
    if let Some(window) = status.conversation.take() {
        price = price.or(window.pricing.map(|pricing| *pricing));
        change.window = Some(MessagingWindow {
            id: window.id.map(Id::from),
            origin: window.origin.and_then(|origin| origin.kind).map(Cow::from),
            expires_at: window.expiration_timestamp.as_ref().and_then(plausible),
        });
    }
    change.pricing = price.map(pricing);
    Kind::MessageStatusChanged(change)
}

fn delivery(status: whatsapp::DeliveryStatus) -> DeliveryStatus {
    use whatsapp::DeliveryStatus as Word;
    match status {
        Word::Sent => DeliveryStatus::Sent,
        Word::Delivered => DeliveryStatus::Delivered,
        Word::Read => DeliveryStatus::Read,
        Word::Failed => DeliveryStatus::Failed,
        Word::Played => DeliveryStatus::Played,
        Word::Accepted => DeliveryStatus::Queued,
        other @ (Word::Deleted
        | Word::Warning
        | Word::Captured
        | Word::Pending
        | Word::HeldForQualityAssessment
        | Word::ReferralConversion
        | Word::Unknown(_)) => other.as_str().into(),
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
