//! Maps the content of Chatwoot's messages.

use super::call::call;
use crate::{
    chatwoot::{self, ContentAttributes, ContentType, FileType, MessageKind, Rich},
    normalize::{
        Attachment, AttachmentKind, Button, CardPhone, ContactCard, Content, Deleted, Location,
        Media, MessageRef, Reaction, Structured, System, Text, Unsupported, id, is_number,
        non_empty,
    },
    wire::{Json, Number, Phone},
};

/// The parts that the content of a message is made from.
pub(super) struct Parts {
    pub(super) text: Option<Text>,
    pub(super) files: Vec<chatwoot::Attachment>,
    /// The attributes as raw JSON.
    pub(super) raw: Option<Json>,
    /// The call, which only the copy of the message in its conversation contains.
    pub(super) call: Option<Box<chatwoot::Call>>,
}

/// Returns whether the customer deleted the message, in which case the text is kept.
pub(super) fn is_deleted_by_customer(attributes: &ContentAttributes) -> bool {
    attributes.deleted_by_contact == Some(true)
        || attributes.deleted_via_evolution_webhook == Some(true)
}

pub(super) fn content(
    kind: Option<&MessageKind>,
    content_type: Option<ContentType>,
    parts: Parts,
    attributes: Option<&mut ContentAttributes>,
) -> Content {
    if let Some(attributes) = attributes {
        if attributes.is_reaction == Some(true) {
            return reaction(parts.text, attributes);
        }
        if is_deleted_by_customer(attributes) {
            return Content::Deleted(Deleted { text: parts.text, placeholder: None });
        }
        if attributes.deleted == Some(true) {
            return Content::Deleted(Deleted { text: None, placeholder: parts.text });
        }
        if attributes.is_unsupported == Some(true) {
            let kind = (attributes.is_masked == Some(true)).then_some("masked".into());
            return Content::Unsupported(Unsupported { kind, placeholder: parts.text });
        }
        if kind != Some(&MessageKind::Activity) {
            if let Some(rich) = attributes.rich.take() {
                return structured(*rich, parts);
            }
            return typed(content_type, parts, Some(attributes));
        }
    }
    if kind == Some(&MessageKind::Activity) {
        return Content::System(System {
            kind: Some("activity".into()),
            text: parts.text,
            new_address: None,
        });
    }
    typed(content_type, parts, None)
}

/// Maps a reaction, which some forks send as a message that has the emoji as its text. A removed
/// one is empty.
fn reaction(text: Option<Text>, attributes: &ContentAttributes) -> Content {
    let emoji = text.filter(|_| attributes.deleted != Some(true));
    Content::Reaction(Reaction {
        target: MessageRef {
            id: id(attributes.in_reply_to.clone()),
            external_id: id(attributes.in_reply_to_external_id.clone()),
            client_request_id: None,
        },
        removed: emoji.is_none(),
        emoji,
    })
}

fn structured(rich: Rich, parts: Parts) -> Content {
    let button = |button: chatwoot::RichButton| Button {
        text: non_empty(button.text),
        url: non_empty(button.url),
        phone: button.phone.map(Text::from),
    };
    Content::Structured(Box::new(Structured {
        kind: non_empty(rich.kind).map(|kind| String::from(kind).into()),
        title: non_empty(rich.title),
        text: non_empty(rich.body).or(parts.text),
        footer: non_empty(rich.footer),
        buttons: rich.buttons.into_iter().flatten().map(button).collect(),
        data: parts.raw,
        attachments: parts.files.into_iter().map(attachment).collect(),
        ..Structured::default()
    }))
}

fn typed(
    kind: Option<ContentType>,
    parts: Parts,
    attributes: Option<&mut ContentAttributes>,
) -> Content {
    match kind {
        None | Some(ContentType::Text | ContentType::IncomingEmail) => plain(parts),
        Some(ContentType::Sticker) => {
            let sticker = |file| Attachment { kind: AttachmentKind::Sticker, ..attachment(file) };
            let attachments = parts.files.into_iter().map(sticker).collect();
            Content::Media(Media { caption: parts.text, attachments })
        }
        Some(ContentType::VoiceCall) => {
            let data = attributes.and_then(|attributes| attributes.data.take());
            let mut call = call(parts.call.map(|call| *call), data);
            (call.text, call.data) = (parts.text, parts.raw);
            Content::Call(Box::new(call))
        }
        Some(
            kind @ (ContentType::InputText
            | ContentType::InputTextarea
            | ContentType::InputEmail
            | ContentType::InputSelect
            | ContentType::Cards
            | ContentType::Form
            | ContentType::Article
            | ContentType::InputCsat
            | ContentType::Integrations
            | ContentType::AppleListPicker
            | ContentType::AppleTimePicker
            | ContentType::AppleQuickReply
            | ContentType::AppleRichLink
            | ContentType::AppleForm
            | ContentType::ApplePay
            | ContentType::Unknown(_)),
        ) => {
            let answer = attributes.and_then(|more| {
                let values = more.submitted_values.take();
                values.or_else(|| Json::of(more.submitted_email.as_ref()?))
            });
            Content::Structured(Box::new(Structured {
                kind: Some(kind.into()),
                text: parts.text,
                data: parts.raw,
                answer,
                attachments: parts.files.into_iter().map(attachment).collect(),
                ..Structured::default()
            }))
        }
    }
}

/// Maps a text, files, or both.
fn plain(parts: Parts) -> Content {
    let Parts { text, mut files, .. } = parts;
    if files.is_empty() {
        return text.map_or(Content::Empty, Content::Text);
    }
    let all = |kind: FileType| files.iter().all(|file| file.kind == Some(kind.clone()));
    if files.len() == 1 && all(FileType::Location) {
        return Content::Location(location(files.swap_remove(0), text));
    }
    if all(FileType::Contact) {
        let mut cards = cards(&files);
        match (&mut *cards, &text) {
            (_, None) => return Content::ContactCards(cards),
            // Chatwoot's service for WhatsApp writes the formatted name there.
            ([card], Some(_)) => {
                card.formatted_name = text;
                return Content::ContactCards(cards);
            }
            _ => {}
        }
    }
    let attachments = files.into_iter().map(attachment).collect();
    Content::Media(Media { caption: text, attachments })
}

fn attachment(file: chatwoot::Attachment) -> Attachment {
    let kind = file.kind.clone().map_or(AttachmentKind::File, attachment_kind);
    let meta = file.meta_view();
    let (description, extracted_text, recorded) = meta.map_or((None, None, None), |meta| {
        (non_empty(meta.image_description), non_empty(meta.extracted_text), meta.is_recorded_audio)
    });
    let is_voice = kind == AttachmentKind::Audio && recorded == Some(true);
    Attachment {
        id: id(Some(file.id)),
        url: non_empty(file.data_url),
        thumbnail_url: non_empty(file.thumb_url),
        mime_type: non_empty(file.content_type),
        size: file.file_size,
        title: non_empty(file.fallback_title),
        transcript: non_empty(file.transcribed_text),
        description,
        extracted_text,
        ..Attachment::new(if is_voice { AttachmentKind::Voice } else { kind })
    }
}

fn attachment_kind(kind: FileType) -> AttachmentKind {
    match kind {
        FileType::Image => AttachmentKind::Image,
        FileType::Audio => AttachmentKind::Audio,
        FileType::Video => AttachmentKind::Video,
        FileType::File => AttachmentKind::File,
        FileType::Location => AttachmentKind::Location,
        FileType::Contact => AttachmentKind::Contact,
        FileType::Fallback | FileType::Embed => AttachmentKind::Link,
        FileType::Share
        | FileType::StoryMention
        | FileType::IgReel
        | FileType::IgPost
        | FileType::IgStory => AttachmentKind::Share,
        FileType::Unknown(text) => text.as_str().into(),
    }
}

fn location(file: chatwoot::Attachment, text: Option<Text>) -> Location {
    let degrees = |number: &Option<Number>| number.as_ref().and_then(Number::as_f64);
    let (latitude, longitude) = (degrees(&file.coordinates_lat), degrees(&file.coordinates_long));
    // Both are 0 where neither was set.
    let is_set = (latitude, longitude) != (Some(0.0), Some(0.0));
    Location {
        latitude: latitude.filter(|_| is_set),
        longitude: longitude.filter(|_| is_set),
        name: non_empty(file.fallback_title),
        url: non_empty(file.data_url),
        text,
        ..Default::default()
    }
}

/// Maps contact cards, for which there is one attachment per phone number, with the same name.
fn cards(files: &[chatwoot::Attachment]) -> Vec<ContactCard> {
    let mut cards: Vec<ContactCard> = Vec::new();
    for file in files {
        let names = file.meta_view();
        let name = |name: Option<&str>| name.filter(|name| !name.is_empty()).map(Text::from);
        let first_name = name(names.as_ref().and_then(|names| names.first_name()));
        let last_name = name(names.as_ref().and_then(|names| names.last_name()));
        let is_same = cards.last().is_some_and(|last| {
            names.is_some() && (&last.first_name, &last.last_name) == (&first_name, &last_name)
        });
        if !is_same {
            cards.push(ContactCard { first_name, last_name, ..Default::default() });
        }
        // Without a number, the title is a sentence.
        let number = file.fallback_title.as_deref().filter(|title| is_number(title));
        if let (Some(number), Some(card)) = (number, cards.last_mut()) {
            card.phones.push(CardPhone { phone: Some(Phone::from(number)), ..Default::default() });
        }
    }
    cards
}
