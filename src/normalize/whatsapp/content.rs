//! Maps the content of WhatsApp's messages.

use std::borrow::Cow;

use super::{external, person::business_scoped};
use crate::{
    normalize::{
        Address, Attachment, AttachmentKind, CardPhone, ContactCard, Content, Id, InteractiveReply,
        Location, Media, Order, OrderItem, PostalAddress, Reaction, ReplyKind, Structured, System,
        Template, Text, Unsupported, id::id, non_empty,
    },
    whatsapp::{
        self, Block, CardOrigin, Interactive, InteractiveText, InteractiveType, MessageType,
        SentMessage,
    },
    wire::{Json, Number, Wire},
};

/// Maps the content of a message by its type and its block.
pub(crate) fn content(
    typed_block: Option<(MessageType, Option<Block>)>,
    origin: Option<&CardOrigin>,
) -> Content {
    let Some((kind, block)) = typed_block else { return Content::Empty };
    let Some(block) = block else {
        return match kind {
            MessageType::RequestWelcome => {
                Content::System(System { kind: Some(kind.into()), ..System::default() })
            }
            _ => unsupported(kind),
        };
    };
    match kind {
        MessageType::Unknown(_) => of_unknown_type(kind, |kind| block_content(kind, block, origin)),
        kind => block_content(kind, block, origin),
    }
}

/// Maps the members beside an unknown type.
fn of_unknown_type(kind: MessageType, to_content: impl FnOnce(MessageType) -> Content) -> Content {
    let content = to_content(kind.clone());
    let (text, data) = (content.text().map(Text::from), Json::of(&content));
    let attachments = match content {
        Content::Media(media) => media.attachments,
        _ => Vec::new(),
    };
    let data = data.filter(|_| attachments.is_empty());
    let kind = Some(kind.into());
    Content::Structured(Box::new(Structured {
        kind,
        text,
        data,
        attachments,
        ..Structured::default()
    }))
}

fn block_content(kind: MessageType, block: Block, origin: Option<&CardOrigin>) -> Content {
    match block {
        Block::Text(text) => {
            text.body.map_or_else(|| unsupported(kind), |body| Content::Text(body.into()))
        }
        Block::Image(file) => media(AttachmentKind::Image, *file),
        Block::Video(file) | Block::RoundVideo(file) => media(AttachmentKind::Video, *file),
        Block::Audio(file) => media(AttachmentKind::Audio, *file),
        Block::Voice(file) => media(AttachmentKind::Voice, *file),
        Block::Document(file) => media(AttachmentKind::Document, *file),
        Block::Sticker(file) => media(AttachmentKind::Sticker, *file),
        Block::Location(location) => Content::Location(self::location(*location)),
        Block::Contacts(cards) => {
            let card = |card| self::card(card, origin);
            Content::ContactCards(cards.into_iter().map(card).collect())
        }
        Block::Button(button) => Content::InteractiveReply(InteractiveReply {
            kind: Some(ReplyKind::TemplateButton),
            id: button.payload.map(Id::from),
            title: non_empty(button.text),
            ..InteractiveReply::default()
        }),
        Block::Interactive(question) if is_question(&question) => question_content(*question),
        Block::Interactive(answer) => Content::InteractiveReply(reply(*answer)),
        Block::Reaction(reaction) => {
            let emoji = non_empty(reaction.emoji);
            let target = reaction.message_id.or(reaction.messsage_id);
            Content::Reaction(Reaction {
                target: external(id(target)),
                removed: emoji.is_none(),
                emoji,
            })
        }
        Block::Order(order) => Content::Order(order_of(*order)),
        Block::System(notice) => Content::System(system(*notice)),
        Block::Unsupported(block) => match block.kind {
            Some(kind) => unsupported(kind),
            None => unsupported(kind),
        },
        // These change another message and have no content of their own.
        Block::Edit(_) | Block::Revoke(_) => Content::Empty,
    }
}

fn unsupported(kind: impl Into<Cow<'static, str>>) -> Content {
    Content::Unsupported(Unsupported { kind: Some(kind.into()), placeholder: None })
}

fn media(kind: AttachmentKind, file: whatsapp::Media) -> Content {
    let kind = match (kind, file.voice) {
        (AttachmentKind::Audio, Some(true)) => AttachmentKind::Voice,
        (kind, _) => kind,
    };
    let attachment = Attachment {
        id: id(file.id),
        url: non_empty(file.url).or_else(|| non_empty(file.link)),
        mime_type: non_empty(file.mime_type),
        file_name: non_empty(file.filename),
        sha256: file.sha256.and_then(|digest| non_empty(digest.into_inner().ok())),
        ..Attachment::new(kind)
    };
    Content::Media(Media { caption: non_empty(file.caption), attachments: vec![attachment] })
}

fn location(location: whatsapp::Location) -> Location {
    Location {
        latitude: location.latitude.as_ref().and_then(Number::as_f64),
        longitude: location.longitude.as_ref().and_then(Number::as_f64),
        name: non_empty(location.name),
        address: non_empty(location.address),
        url: non_empty(location.url),
        text: None,
    }
}

fn card(card: whatsapp::ContactCard, origin: Option<&CardOrigin>) -> ContactCard {
    let address = |address: whatsapp::CardAddress| PostalAddress {
        street: non_empty(address.street),
        city: non_empty(address.city),
        state: non_empty(address.state),
        zip: non_empty(address.zip),
        country: non_empty(address.country),
        country_code: non_empty(address.country_code),
        label: non_empty(address.label),
    };
    let mut domain = ContactCard {
        emails: card
            .emails
            .into_iter()
            .flatten()
            .filter_map(|email| non_empty(email.email))
            .collect(),
        urls: card.urls.into_iter().flatten().filter_map(|url| non_empty(url.url)).collect(),
        addresses: card.addresses.into_iter().flatten().map(address).collect(),
        birthday: non_empty(card.birthday),
        vcard: non_empty(card.vcard),
        origin: card.origin.or_else(|| origin.cloned()).map(Cow::from),
        ..Default::default()
    };
    if let Some(name) = card.name {
        domain.formatted_name = non_empty(name.formatted_name);
        domain.first_name = non_empty(name.first_name);
        domain.middle_name = non_empty(name.middle_name);
        domain.last_name = non_empty(name.last_name);
        domain.name_prefix = non_empty(name.prefix);
        domain.name_suffix = non_empty(name.suffix);
    }
    if let Some(org) = card.org {
        domain.organization = non_empty(org.company);
        domain.department = non_empty(org.department);
        domain.job_title = non_empty(org.title);
    }
    let phone = |phone: whatsapp::CardPhone| CardPhone {
        phone: phone.phone,
        wa_id: phone.wa_id.map(Into::into),
        label: non_empty(phone.label),
    };
    domain.phones = card.phones.into_iter().flatten().map(phone).collect();
    domain
}

/// Returns whether a message asks a question, rather than answering one.
fn is_question(interactive: &Interactive) -> bool {
    match interactive.kind {
        Some(InteractiveType::Button | InteractiveType::List | InteractiveType::Carousel) => true,
        Some(InteractiveType::Unknown(_)) => {
            interactive.body.is_some() || interactive.action.is_some()
        }
        _ => false,
    }
}

fn question_content(question: Interactive) -> Content {
    let non_empty_text = |text: Option<Box<InteractiveText>>| non_empty(text?.text);
    let mut header = question.header;
    let title = header.as_mut().and_then(|header| non_empty(header.text.take()));
    // The `type` of a text header adds nothing to its text.
    let header = header.filter(|header| {
        header.image.is_some() || header.video.is_some() || header.document.is_some()
    });
    let offer = Interactive { header, action: question.action, ..Interactive::empty() };
    Content::Structured(Box::new(Structured {
        kind: question.kind.map(Cow::from),
        title,
        text: non_empty_text(question.body),
        footer: non_empty_text(question.footer),
        data: if offer == Interactive::empty() { None } else { Json::of(&offer) },
        ..Structured::default()
    }))
}

/// Maps the content that the business passed to the API.
pub(crate) fn sent_content(mut body: SentMessage) -> Content {
    let Some(template) = body.template.take() else { return content(body.take_block(), None) };
    Content::Template(Box::new(Template {
        name: non_empty(template.name),
        language: template.language.and_then(|language| non_empty(language.code)),
        parameters: template.components,
        ..Template::default()
    }))
}

fn reply(answer: Interactive) -> InteractiveReply {
    let kind = match answer.kind {
        Some(InteractiveType::ButtonReply) => Some(ReplyKind::Button),
        Some(InteractiveType::ListReply) => Some(ReplyKind::List),
        Some(InteractiveType::NfmReply) => Some(ReplyKind::Form),
        Some(InteractiveType::CallPermissionReply) => Some(ReplyKind::CallPermission),
        Some(InteractiveType::PaymentMethod) => Some("payment_method".into()),
        Some(InteractiveType::Product) => Some("product".into()),
        Some(
            kind @ (InteractiveType::Button | InteractiveType::List | InteractiveType::Carousel),
        ) => Some(kind.as_str().into()),
        Some(InteractiveType::Unknown(text)) => Some(text.as_str().into()),
        None => None,
    };
    // For an unknown type, this is everything it holds.
    let rest = || (!answer.extra.is_empty()).then(|| Json::of(&answer.extra)).flatten();
    let data = answer.payment_method.or_else(rest);
    let mut reply = InteractiveReply { kind, data, ..Default::default() };
    if let Some(button) = answer.button_reply {
        reply.kind = reply.kind.or(Some(ReplyKind::Button));
        reply.id = button.id.map(Id::from);
        reply.title = non_empty(button.title);
    }
    if let Some(row) = answer.list_reply {
        reply.kind = reply.kind.or(Some(ReplyKind::List));
        reply.id = row.id.map(Id::from);
        reply.title = non_empty(row.title);
        reply.description = non_empty(row.description);
    }
    if let Some(form) = answer.nfm_reply {
        reply.kind = reply.kind.or(Some(ReplyKind::Form));
        reply.title = non_empty(form.body);
        reply.description = non_empty(form.name);
        // A form's answer need not be JSON; if it is not, it is kept as a string.
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
        currency: non_empty(item.currency),
    };
    Order {
        catalog_id: id(order.catalog_id),
        text: non_empty(order.text),
        items: order.product_items.into_iter().flatten().map(item).collect(),
    }
}

fn system(message: whatsapp::System) -> System {
    let number = message.wa_id.or(message.new_wa_id);
    let number = number.map(Address::from).and_then(Address::present);
    System {
        kind: message.kind.map(Cow::from),
        text: non_empty(message.body),
        new_address: number.or_else(|| message.user_id.and_then(business_scoped)),
    }
}
