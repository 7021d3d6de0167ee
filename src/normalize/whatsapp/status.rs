//! Maps statuses of messages, calls and payments.

use std::borrow::Cow;

use super::{
    Details, Envelope, Ids, errors, external, group,
    person::{Person, business_scoped, contact},
    unboxed,
};
use crate::{
    normalize::{
        Actor, Address, AddressKind, Call, Contact, Conversation, DeliveryError, DeliveryStatus,
        Event, Id, Kind, MessageRef, MessagingWindow, Payment, Pricing, StatusChange, Template,
        event_time::plausible, id::id, non_empty,
    },
    whatsapp::{self, RecipientType, StatusType},
    wire::{Json, WaId},
};

/// Maps an element of `statuses` that is a status.
pub(crate) fn status(
    envelope: Envelope<'_>,
    mut body: whatsapp::Status,
    person: Option<Person>,
) -> Event {
    let subject = body.subject();
    let time = body.timestamp.take();
    let Recipient { thread, address: recipient, contact } =
        Recipient::of(&mut body, &subject, person);
    let status = body.status;
    let callback = body.custom_callback_data.or(body.biz_opaque_callback_data);
    let callback_data = non_empty(callback.map(|data| data.0.into()));
    let mut errors = errors(body.errors);
    if body.code.is_some() || body.reason.is_some() {
        errors.extend(DeliveryError::reported(unboxed(body.code), unboxed(body.reason), None));
    }
    let sent_by = id(unboxed(body.gs_id));
    let kind = match subject {
        StatusType::Call => Kind::CallStatusChanged(Box::new(Call {
            external_id: id(body.id),
            status: status.map(|status| status.as_str().to_ascii_lowercase().as_str().into()),
            to: recipient,
            errors,
            callback_data,
            ..Call::default()
        })),
        StatusType::Payment => {
            let payment = body.payment.map(|payment| *payment);
            let data = payment.as_ref().and_then(Json::of);
            let (mut transaction, mut reference_id) = (None, None);
            if let Some(payment) = payment {
                transaction = unboxed(payment.transaction);
                reference_id = payment.reference_id;
            }
            let (transaction_id, transaction_status) = transaction
                .map_or((None, None), |transaction| (transaction.id, transaction.status));
            Kind::PaymentStatusChanged(Box::new(Payment {
                message: external(id(body.id)),
                reference_id: reference_id.map(Into::into),
                status: status.map(|status| status.as_str().into()),
                transaction_id: id(transaction_id),
                transaction_status: non_empty(transaction_status)
                    .map(|status| String::from(status).into()),
                payer: recipient,
                errors,
                data,
            }))
        }
        StatusType::SetCallback => Kind::Test,
        StatusType::Message | StatusType::Unknown(_) => {
            let (window, window_pricing) = body.conversation.map_or((None, None), |window| {
                let domain = MessagingWindow {
                    id: id(window.id),
                    origin: window.origin.and_then(|origin| origin.kind).map(Cow::from),
                    expires_at: window.expiration_timestamp.as_ref().and_then(plausible),
                };
                // A relay sends the address of the chat there.
                let is_window = domain.id.as_ref().is_none_or(|id| !id.to_text().contains('@'));
                (Some(domain).filter(|_| is_window), window.pricing)
            });
            Kind::MessageStatusChanged(Box::new(StatusChange {
                snapshot: None,
                message: MessageRef { client_request_id: sent_by, ..external(id(body.id)) },
                status: status.map(delivery),
                recipient,
                errors,
                pricing: body.pricing.or(unboxed(window_pricing)).map(pricing),
                window,
                template: id(unboxed(body.template_id)).map(Template::with_id),
                callback_data,
            }))
        }
    };
    let details = Details { contact, thread, actor: Actor::System, extra: body.extra };
    envelope.event("status", time.as_ref(), kind, details)
}

/// The recipient that a status is about.
struct Recipient {
    /// The group, if the status is about one of its members.
    thread: Option<Box<Conversation>>,
    address: Option<Address>,
    /// The person, if more than a phone number is known.
    contact: Option<Contact>,
}

impl Recipient {
    fn of(body: &mut whatsapp::Status, subject: &StatusType, person: Option<Person>) -> Self {
        let to_address =
            |number: Option<WaId>| number.map(Address::from).and_then(Address::present);
        let is_present = |number: &WaId| !number.bytes().is_empty();
        let number = body.recipient_id.take().filter(is_present);
        let mut number = number.or_else(|| body.message.as_mut()?.recipient_id.take());
        let group_id = id(unboxed(body.group_id.take()));
        let member = body.recipient_participant_id.take().or(body.participant_recipient_id.take());
        let mut member = unboxed(member).filter(is_present);
        let member_user = unboxed(body.recipient_participant_user_id.take());
        let member_parent = unboxed(body.recipient_participant_parent_user_id.take());
        let is_to_group = body.recipient_type == Some(RecipientType::Group);
        if let (Some(group), Some(to), None, false) = (&group_id, &number, &member, is_to_group)
            && group.to_text() != to.to_text()
        {
            // The group has a member of its own, so the other number is the participant's.
            member = number.take();
        }
        let is_group = is_to_group
            || group_id.is_some()
            || member.is_some()
            || member_user.is_some()
            || member_parent.is_some();
        let (thread, group_address, own) = if is_group {
            let group_address = to_address(number);
            let thread = group_id.or_else(|| Some(Id::from(&*group_address.as_ref()?.value)));
            let own = Ids { number: member, user: member_user, parent: member_parent };
            (
                thread.map(group),
                group_address.map(|address| address.with_kind(AddressKind::Group)),
                own,
            )
        } else {
            let parent = body.recipient_parent_user_id.take();
            let own = Ids {
                number: number.or_else(|| payer(body)),
                user: unboxed(body.recipient_user_id.take()),
                parent: unboxed(parent.or(body.parent_recipient_user_id.take())),
            };
            (None, None, own)
        };
        let hash = unboxed(body.recipient_identity_key_hash.take());
        // Most statuses contain only a phone number.
        let is_plain = person.is_none()
            && *subject == StatusType::Message
            && (&own.user, &own.parent, &hash) == (&None, &None, &None);
        if is_plain {
            return Self {
                thread,
                address: to_address(own.number).or(group_address),
                contact: None,
            };
        }
        // A masked number may belong to many people.
        let identifies = |number: &Address| number.e164().is_some() || own.user.is_none();
        let address = to_address(own.number.clone()).filter(identifies);
        let user = || own.user.clone().or_else(|| own.parent.clone()).and_then(business_scoped);
        let address = address.or_else(user).or(group_address);
        let mut contact =
            contact(person.unwrap_or_default().or_number(own.number), Ids { number: None, ..own });
        if let (Some(contact), Some(hash)) = (&mut contact, non_empty(hash)) {
            contact.identity_hash = Some(Box::new(hash));
        }
        Self { thread, address, contact }
    }
}

/// Returns who pays, in the form that one relay sends.
fn payer(body: &mut whatsapp::Status) -> Option<WaId> {
    let sender = |payment: &mut whatsapp::Payment| payment.sender.clone()?.into_inner().ok();
    unboxed(body.from.take()).or_else(|| sender(body.payment.as_deref_mut()?))
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
        | whatsapp::DeliveryStatus::CallRinging
        | whatsapp::DeliveryStatus::CallAccepted
        | whatsapp::DeliveryStatus::CallRejected
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
