//! WhatsApp's objects onto the domain model.

use super::{
    Actor, Address, AddressKind, Attachment, AttachmentKind, CardPhone, Contact, ContactCard,
    Content, Conversation, ConversationKind, DeliveryError, DeliveryStatus, Direction, Event, Id,
    InteractiveReply, Kind, Location, Media, Message, MessageRef, MessagingWindow, Order,
    OrderItem, Pricing, Product, Reaction, ReplyKind, StatusChange, System, Template, Unsupported,
    some, time::plausible,
};
use crate::{
    whatsapp::{
        self, Button, Error, Interactive, InteractiveType, MessageType, RecipientType, UserId,
    },
    wire::{Json, Number, WaId},
};

/// What a message may hold, out of its message or of its edit.
struct Blocks {
    text: Option<whatsapp::Text>,
    image: Option<Box<whatsapp::Media>>,
    video: Option<Box<whatsapp::Media>>,
    audio: Option<Box<whatsapp::Media>>,
    voice: Option<Box<whatsapp::Media>>,
    document: Option<Box<whatsapp::Media>>,
    sticker: Option<Box<whatsapp::Media>>,
    location: Option<Box<whatsapp::Location>>,
    contacts: Option<Vec<whatsapp::ContactCard>>,
    button: Option<Box<Button>>,
    interactive: Option<Box<Interactive>>,
    reaction: Option<Box<whatsapp::Reaction>>,
    order: Option<Box<whatsapp::Order>>,
    system: Option<Box<whatsapp::System>>,
    unsupported: Option<Box<whatsapp::Unsupported>>,
}

macro_rules! blocks {
    ($message:ident: $($block:ident)+) => {
        Blocks { $($block: $message.$block),+ }
    };
    ($message:ident) => {
        blocks!($message: text image video audio voice document sticker location contacts button
            interactive reaction order system unsupported)
    };
}

/// Fills in what a message from or to a customer tells.
pub(crate) fn message(
    event: &mut Event,
    message: whatsapp::Message,
    contact: Option<whatsapp::Contact>,
    direction: Direction,
) -> Kind {
    let is_notice = message.kind == Some(MessageType::System);
    let (number, user, parent) = match direction {
        Direction::Outbound => {
            let [user, parent] = [message.to_user_id, message.to_parent_user_id];
            (message.to.map(|to| *to), user.map(|id| *id), parent.map(|id| *id))
        }
        _ => (message.from, message.from_user_id, message.from_parent_user_id),
    };
    event.contact = person(contact, number, user, parent);
    event.actor = match direction {
        _ if is_notice => Actor::System,
        Direction::Inbound => Actor::Contact,
        Direction::Outbound | Direction::Unknown(_) => Actor::Unknown,
    };
    event.conversation = message.group_id.map(|id| Conversation {
        kind: Some(ConversationKind::Group),
        ..Conversation::with_id(id)
    });
    event.extra = message.extra;

    let mut domain = Message {
        direction: Some(direction),
        referral: message.referral.and_then(|referral| Json::of(&referral)),
        ..Default::default()
    };
    if let Some(context) = message.context {
        context_of(&mut domain, *context);
    }
    let own = message.id.map(Id::from);
    match message.kind {
        Some(MessageType::Edit) => {
            let edit = message.edit.map(|edit| *edit);
            let (original, edited) =
                edit.map_or((None, None), |edit| (edit.original_message_id, edit.message));
            domain.ids.external_id = original.map(Id::from);
            domain.revision_id = own;
            if let Some(edited) = edited {
                if let Some(context) = edited.context {
                    context_of(&mut domain, *context);
                }
                domain.content = content(edited.kind, blocks!(edited));
                domain.errors = errors(edited.errors);
            }
            domain.errors.extend(errors(message.errors));
            Kind::MessageUpdated(Box::new(domain))
        }
        Some(MessageType::Revoke) => {
            let original = message.revoke.and_then(|revoke| revoke.original_message_id);
            domain.ids.external_id = original.map(Id::from);
            domain.revision_id = own;
            domain.content = Content::Deleted;
            domain.errors = errors(message.errors);
            Kind::MessageDeleted(Box::new(domain))
        }
        kind => {
            domain.ids.external_id = own;
            domain.content = content(kind, blocks!(message));
            domain.errors = errors(message.errors);
            match domain.direction {
                Some(Direction::Outbound) => Kind::MessageSent(Box::new(domain)),
                _ => Kind::MessageReceived(Box::new(domain)),
            }
        }
    }
}

fn context_of(message: &mut Message, context: whatsapp::Context) {
    if context.is_forwarded() {
        message.forwarded = Some(true);
    }
    if let Some(id) = context.id {
        message.reply_to = Some(MessageRef { external_id: Some(id.into()), ..Default::default() });
    }
    message.product = context.referred_product.map(|product| Product {
        id: product.product_retailer_id.map(Id::from),
        catalog_id: product.catalog_id.map(Id::from),
    });
}

/// The type word selects the block; without a word, the block that is there does.
fn content(kind: Option<MessageType>, blocks: Blocks) -> Content {
    let kind = kind.or_else(|| kind_of(&blocks));
    let missing = |kind: &str| Content::Unsupported(Unsupported { kind: Some(kind.to_owned()) });
    let Some(kind) = kind else { return Content::Empty };
    let content = match &kind {
        MessageType::Text => blocks.text.and_then(|text| text.body).map(Content::Text),
        MessageType::Image => blocks.image.map(|file| media(AttachmentKind::Image, *file)),
        MessageType::Video => blocks.video.map(|file| media(AttachmentKind::Video, *file)),
        MessageType::Audio => blocks.audio.map(|file| media(AttachmentKind::Audio, *file)),
        MessageType::Voice => blocks.voice.map(|file| media(AttachmentKind::Voice, *file)),
        MessageType::Document => blocks.document.map(|file| media(AttachmentKind::Document, *file)),
        MessageType::Sticker => blocks.sticker.map(|file| media(AttachmentKind::Sticker, *file)),
        MessageType::Location => blocks.location.map(|place| Content::Location(location(*place))),
        MessageType::Contacts => blocks
            .contacts
            .map(|cards| Content::ContactCards(cards.into_iter().map(card).collect())),
        MessageType::Button => blocks.button.map(|button| {
            Content::InteractiveReply(InteractiveReply {
                kind: Some(ReplyKind::TemplateButton),
                id: button.payload.map(Id::from),
                title: some(button.text),
                ..Default::default()
            })
        }),
        MessageType::Interactive => {
            blocks.interactive.map(|answer| Content::InteractiveReply(reply(*answer)))
        }
        MessageType::Reaction => blocks.reaction.map(|reaction| {
            let emoji = some(reaction.emoji);
            let target = reaction.message_id.or(reaction.messsage_id).map(Id::from);
            Content::Reaction(Reaction {
                target: MessageRef { external_id: target, ..Default::default() },
                removed: emoji.is_none(),
                emoji,
            })
        }),
        MessageType::Order => blocks.order.map(|order| Content::Order(order_of(*order))),
        MessageType::System => blocks.system.map(|notice| Content::System(system(*notice))),
        MessageType::Unsupported | MessageType::UnknownType => {
            let told = blocks.unsupported.and_then(|unsupported| unsupported.kind);
            return missing(told.as_ref().map_or(kind.as_str(), |told| told.as_str()));
        }
        MessageType::RequestWelcome => Some(Content::System(System {
            kind: Some(kind.as_str().to_owned()),
            ..Default::default()
        })),
        MessageType::Edit
        | MessageType::Revoke
        | MessageType::MediaPlaceholder
        | MessageType::Unknown(_) => None,
    };
    content.unwrap_or_else(|| missing(kind.as_str()))
}

fn kind_of(blocks: &Blocks) -> Option<MessageType> {
    let there = [
        (blocks.text.is_some(), MessageType::Text),
        (blocks.image.is_some(), MessageType::Image),
        (blocks.video.is_some(), MessageType::Video),
        (blocks.audio.is_some(), MessageType::Audio),
        (blocks.voice.is_some(), MessageType::Voice),
        (blocks.document.is_some(), MessageType::Document),
        (blocks.sticker.is_some(), MessageType::Sticker),
        (blocks.location.is_some(), MessageType::Location),
        (blocks.contacts.is_some(), MessageType::Contacts),
        (blocks.button.is_some(), MessageType::Button),
        (blocks.interactive.is_some(), MessageType::Interactive),
        (blocks.reaction.is_some(), MessageType::Reaction),
        (blocks.order.is_some(), MessageType::Order),
        (blocks.system.is_some(), MessageType::System),
        (blocks.unsupported.is_some(), MessageType::Unsupported),
    ];
    there.into_iter().find(|(is_there, _)| *is_there).map(|(_, kind)| kind)
}

fn media(kind: AttachmentKind, file: whatsapp::Media) -> Content {
    let kind = match (kind, file.voice) {
        (AttachmentKind::Audio, Some(true)) => AttachmentKind::Voice,
        (kind, _) => kind,
    };
    let attachment = Attachment {
        id: file.id.map(Id::from),
        url: some(file.url),
        mime_type: some(file.mime_type),
        file_name: some(file.filename),
        sha256: some(file.sha256),
        ..Attachment::new(kind)
    };
    Content::Media(Media { caption: some(file.caption), attachments: vec![attachment] })
}

fn location(place: whatsapp::Location) -> Location {
    Location {
        latitude: place.latitude.as_ref().and_then(Number::as_f64),
        longitude: place.longitude.as_ref().and_then(Number::as_f64),
        name: some(place.name),
        address: some(place.address),
        url: some(place.url),
        text: None,
    }
}

fn card(card: whatsapp::ContactCard) -> ContactCard {
    let mut domain = ContactCard {
        emails: card.emails.into_iter().flatten().filter_map(|email| some(email.email)).collect(),
        urls: card.urls.into_iter().flatten().filter_map(|url| some(url.url)).collect(),
        organization: card.org.and_then(|org| some(org.company)),
        birthday: some(card.birthday),
        ..Default::default()
    };
    if let Some(name) = card.name {
        domain.formatted_name = some(name.formatted_name);
        domain.first_name = some(name.first_name);
        domain.last_name = some(name.last_name);
    }
    let phone = |phone: whatsapp::CardPhone| CardPhone {
        phone: phone.phone,
        wa_id: phone.wa_id.map(String::from),
        label: some(phone.label),
    };
    domain.phones = card.phones.into_iter().flatten().map(phone).collect();
    domain
}

fn reply(answer: Interactive) -> InteractiveReply {
    let kind = match answer.kind {
        Some(InteractiveType::ButtonReply) => Some(ReplyKind::Button),
        Some(InteractiveType::ListReply) => Some(ReplyKind::List),
        Some(InteractiveType::NfmReply) => Some(ReplyKind::Form),
        Some(InteractiveType::CallPermissionReply) => Some(ReplyKind::CallPermission),
        Some(InteractiveType::PaymentMethod) => Some("payment_method".into()),
        Some(InteractiveType::Product) => Some("product".into()),
        Some(InteractiveType::Unknown(text)) => Some(text.as_str().into()),
        None => None,
    };
    let mut reply = InteractiveReply { kind, data: answer.payment_method, ..Default::default() };
    if let Some(button) = answer.button_reply {
        reply.kind = reply.kind.or(Some(ReplyKind::Button));
        reply.id = button.id.map(Id::from);
        reply.title = some(button.title);
    }
    if let Some(row) = answer.list_reply {
        reply.kind = reply.kind.or(Some(ReplyKind::List));
        reply.id = row.id.map(Id::from);
        reply.title = some(row.title);
        reply.description = some(row.description);
    }
    if let Some(form) = answer.nfm_reply {
        reply.kind = reply.kind.or(Some(ReplyKind::Form));
        reply.title = some(form.body);
        reply.description = some(form.name);
        // Nothing promises that what was filled in is JSON; then it is a text.
        reply.data = form
            .response_json
            .and_then(|text| serde_json::from_str(&text).ok().or_else(|| Json::of(&text)));
    }
    if let Some(permission) = answer.call_permission_reply {
        reply.kind = reply.kind.or(Some(ReplyKind::CallPermission));
        reply.title = permission.response.as_ref().map(|response| response.as_str().to_owned());
        reply.data = Json::of(&permission);
    }
    if let Some(product) = answer.product {
        reply.id = product.product_retailer_id.as_ref().map(|id| id.clone().into());
        reply.data = Json::of(&product);
    }
    reply
}

fn order_of(order: whatsapp::Order) -> Order {
    let item = |item: whatsapp::ProductItem| OrderItem {
        product_id: item.product_retailer_id.map(Id::from),
        quantity: item.quantity,
        price: item.item_price,
        currency: some(item.currency),
    };
    Order {
        catalog_id: order.catalog_id.map(Id::from),
        text: some(order.text),
        items: order.product_items.into_iter().flatten().map(item).collect(),
    }
}

fn system(notice: whatsapp::System) -> System {
    let number = notice.wa_id.or(notice.new_wa_id);
    let number = number.map(Address::from).and_then(Address::present);
    System {
        kind: notice.kind.map(|kind| kind.as_str().to_owned()),
        text: some(notice.body),
        new_address: number.or_else(|| notice.user_id.and_then(business_scoped)),
    }
}

fn business_scoped(id: UserId) -> Option<Address> {
    Address::new(AddressKind::BusinessScopedUserId, id.0).present()
}

/// Somebody on WhatsApp, of whom a number, an id, or both are known.
fn person(
    contact: Option<whatsapp::Contact>,
    number: Option<WaId>,
    user: Option<UserId>,
    parent: Option<UserId>,
) -> Option<Contact> {
    let mut person = Contact::default();
    let mut others = Vec::new();
    let (mut user, mut parent) = (user, parent);
    if let Some(contact) = contact {
        let wa_id = contact.wa_id.map(Address::from).and_then(Address::present);
        user = user.or(contact.user_id);
        parent = parent.or(contact.parent_user_id);
        let profile = contact.profile.map(|profile| (profile.name, profile.username));
        let (name, username) = profile.unwrap_or_default();
        person.display_name = some(name);
        others.extend(wa_id);
        person.addresses.extend(user.take().and_then(business_scoped));
        person.addresses.append(&mut others);
        others.extend(some(username).map(|name| Address::new(AddressKind::Username, name)));
    }
    person.addresses.extend(user.and_then(business_scoped));
    let number = number.map(|number| Address::from(number).of_kind(AddressKind::Phone));
    person.addresses.extend(number.and_then(Address::present));
    person.addresses.append(&mut others);
    person.addresses.extend(parent.and_then(business_scoped));
    person.told()
}

/// Fills in what a status tells; the element is one.
pub(crate) fn status(
    event: &mut Event,
    status: whatsapp::Status,
    contact: Option<whatsapp::Contact>,
) -> Kind {
    event.actor = Actor::System;
    event.contact = person(contact, None, None, None);
    event.extra = status.extra;
    let is_group = status.recipient_type == Some(RecipientType::Group);
    let group = status.group_id.map(|id| Id::from(*id));
    let participant = status.recipient_participant_id.or(status.participant_recipient_id);
    let participant_user = status.recipient_participant_user_id.map(|id| *id);
    let recipient = status.recipient_id.map(Address::from).and_then(Address::present);
    let (thread, recipient) = if is_group {
        let member = participant.map(|id| Address::from(*id));
        let member = member.or_else(|| participant_user.and_then(business_scoped));
        let thread = group.or_else(|| recipient.as_ref().map(|group| Id::from(&*group.value)));
        let group = recipient.map(|group| group.of_kind(AddressKind::Group));
        (thread, member.or(group))
    } else {
        (group, recipient.or_else(|| status.recipient_user_id.and_then(business_scoped)))
    };
    event.conversation = thread.map(|id| Conversation {
        kind: Some(ConversationKind::Group),
        ..Conversation::with_id(id)
    });

    let ids = MessageRef { external_id: status.id.map(Id::from), ..Default::default() };
    let mut change = StatusChange::new(ids, status.status.map(delivery));
    change.recipient = recipient;
    change.errors = errors(status.errors);
    let callback =
        status.custom_callback_data.or(status.biz_opaque_callback_data.map(|data| *data));
    change.callback_data = some(callback.map(|data| data.to_string()));
    change.template =
        status.template_id.map(|id| Template { id: Some(Id::from(*id)), ..Default::default() });
    change.payment = status.payment.and_then(|payment| Json::of(&payment));
    let mut price = status.pricing;
    if let Some(window) = status.conversation {
        price = price.or(window.pricing.map(|pricing| *pricing));
        change.window = Some(MessagingWindow {
            id: window.id.map(Id::from),
            origin: window
                .origin
                .and_then(|origin| origin.kind)
                .map(|kind| kind.as_str().to_owned()),
            expires_at: window.expiration_timestamp.as_ref().and_then(plausible),
        });
    }
    change.pricing = price.map(pricing);
    Kind::MessageStatusChanged(Box::new(change))
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
        model: pricing.model.map(|model| model.as_str().to_owned()),
        category: pricing.category.map(|category| category.as_str().to_owned()),
        kind: kind.map(|kind| kind.as_str().to_owned()),
    }
}

fn errors(errors: Option<Vec<Error>>) -> Vec<DeliveryError> {
    errors.into_iter().flatten().map(error).collect()
}

fn error(error: Error) -> DeliveryError {
    let details = error.error_data.and_then(|data| data.details).or(error.details);
    DeliveryError {
        title: some(error.title),
        message: some(error.message),
        details: some(details),
        ..error.code.map_or_else(DeliveryError::default, DeliveryError::from_code)
    }
}
