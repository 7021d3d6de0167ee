//! What a message holds.

use std::borrow::Cow;

use super::person::business_scoped;
use crate::{
    normalize::{
        Address, Attachment, AttachmentKind, CardPhone, ContactCard, Content, Id, InteractiveReply,
        Location, Media, MessageRef, Order, OrderItem, Reaction, ReplyKind, System, Unsupported,
        some,
    },
    whatsapp::{self, Button, Interactive, InteractiveType, MessageType},
    wire::{Json, Number},
};

/// What a message may hold, out of its message or of its edit.
pub(crate) struct Blocks {
    pub(crate) text: Option<whatsapp::Text>,
    pub(crate) image: Option<Box<whatsapp::Media>>,
    pub(crate) video: Option<Box<whatsapp::Media>>,
    pub(crate) audio: Option<Box<whatsapp::Media>>,
    pub(crate) voice: Option<Box<whatsapp::Media>>,
    pub(crate) document: Option<Box<whatsapp::Media>>,
    pub(crate) sticker: Option<Box<whatsapp::Media>>,
    pub(crate) location: Option<Box<whatsapp::Location>>,
    pub(crate) contacts: Option<Vec<whatsapp::ContactCard>>,
    pub(crate) button: Option<Box<Button>>,
    pub(crate) interactive: Option<Box<Interactive>>,
    pub(crate) reaction: Option<Box<whatsapp::Reaction>>,
    pub(crate) order: Option<Box<whatsapp::Order>>,
    pub(crate) system: Option<Box<whatsapp::System>>,
    pub(crate) unsupported: Option<Box<whatsapp::Unsupported>>,
}

macro_rules! blocks {
    ($message:ident: $($block:ident)+) => {
        $crate::normalize::whatsapp::content::Blocks { $($block: $message.$block.take()),+ }
    };
    ($message:ident) => {
        $crate::normalize::whatsapp::content::blocks!($message: text image video audio voice document sticker location contacts button
            interactive reaction order system unsupported)
    };
}

pub(crate) use blocks;

/// The type word selects the block; without a word, the block that is there does.
pub(crate) fn content(kind: Option<MessageType>, blocks: Blocks) -> Content {
    let kind = kind.or_else(|| kind_of(&blocks));
    let missing = |kind: Cow<'static, str>| Content::Unsupported(Unsupported { kind: Some(kind) });
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
            return missing(told.map_or_else(|| kind.into(), Cow::from));
        }
        MessageType::RequestWelcome => {
            Some(Content::System(System { kind: Some(kind.clone().into()), ..Default::default() }))
        }
        MessageType::Edit
        | MessageType::Revoke
        | MessageType::MediaPlaceholder
        | MessageType::Unknown(_) => None,
    };
    content.unwrap_or_else(|| missing(kind.into()))
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
        wa_id: phone.wa_id.map(Into::into),
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
        reply.title = permission.response.as_ref().map(|response| response.as_str().into());
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
        kind: notice.kind.map(Cow::from),
        text: some(notice.body),
        new_address: number.or_else(|| notice.user_id.and_then(business_scoped)),
    }
}
