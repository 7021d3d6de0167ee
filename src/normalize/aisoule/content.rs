//! Maps the content of a message.

use crate::{
    aisoule::{Card, MessageType, Place},
    normalize::{AttachmentKind, CardPhone, ContactCard, Content, Location, Text, non_empty},
    wire::Extra,
};

/// Maps the content of a message that is not a reply. Unmodeled members of JSON in its text are
/// added to `extra`.
pub(super) fn content(kind: Option<MessageType>, text: Option<Text>, extra: &mut Extra) -> Content {
    match kind {
        Some(kind @ MessageType::Location) => match location(text.as_deref(), extra) {
            Some(location) => Content::Location(location),
            None => Content::other(kind, text),
        },
        Some(kind @ (MessageType::Contact | MessageType::Contacts)) => {
            match cards(text.as_deref(), extra) {
                Some(cards) => Content::ContactCards(cards),
                None => Content::other(kind, text),
            }
        }
        Some(
            MessageType::Text
            | MessageType::Image
            | MessageType::Video
            | MessageType::Audio
            | MessageType::Document
            | MessageType::Sticker,
        )
        | None => text.map_or(Content::Empty, Content::Text),
        Some(
            other @ (MessageType::Template
            | MessageType::Interactive
            | MessageType::Flow
            | MessageType::Reaction
            | MessageType::Call
            | MessageType::ButtonReply
            | MessageType::NfmReply
            | MessageType::Unknown(_)),
        ) => Content::other(other, text),
    }
}

/// Returns the location in a text, if the text is JSON of that shape.
fn location(text: Option<&str>, extra: &mut Extra) -> Option<Location> {
    let location: Place = serde_json::from_str(text?).ok()?;
    let (latitude, longitude) = (location.latitude.as_f64()?, location.longitude.as_f64()?);
    extra.append(location.extra);
    Some(Location {
        latitude: Some(latitude),
        longitude: Some(longitude),
        name: non_empty(location.name),
        address: non_empty(location.address),
        ..Location::default()
    })
}

/// Returns the contact cards in a text, if the text is JSON of that shape.
fn cards(text: Option<&str>, extra: &mut Extra) -> Option<Vec<ContactCard>> {
    let cards: Vec<Card> = serde_json::from_str(text?).ok()?;
    let is_card = |card: &Card| card.name.is_some() || card.phones.is_some();
    if cards.is_empty() || !cards.iter().all(is_card) {
        return None;
    }
    let card = |card: Card| {
        extra.append(card.extra);
        let phones = card.phones.unwrap_or_default().into_iter();
        ContactCard {
            formatted_name: non_empty(card.name),
            phones: phones
                .map(|phone| CardPhone { phone: Some(phone), ..CardPhone::default() })
                .collect(),
            ..ContactCard::default()
        }
    };
    Some(cards.into_iter().map(card).collect())
}

/// Returns the kind of file that a message of this type has, if it has one.
pub(super) fn attachment(kind: &MessageType) -> Option<AttachmentKind> {
    match kind {
        MessageType::Image => Some(AttachmentKind::Image),
        MessageType::Video => Some(AttachmentKind::Video),
        MessageType::Audio => Some(AttachmentKind::Audio),
        MessageType::Document => Some(AttachmentKind::Document),
        MessageType::Sticker => Some(AttachmentKind::Sticker),
        MessageType::Text
        | MessageType::Template
        | MessageType::Interactive
        | MessageType::Flow
        | MessageType::Reaction
        | MessageType::Location
        | MessageType::Contact
        | MessageType::Contacts
        | MessageType::Call
        | MessageType::ButtonReply
        | MessageType::NfmReply
        | MessageType::Unknown(_) => None,
    }
}
