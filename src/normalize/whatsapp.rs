//! WhatsApp's objects onto the domain model.

mod content;
mod person;
mod status;

use content::content;
pub(crate) use person::Person;
pub(crate) use status::status;

use super::{
    Actor, Channel, Content, Conversation, ConversationKind, Deleted, DeliveryError, Direction,
    Event, Id, Inbox, JsonPointer, Kind, Message, MessageRef, Product, TimeSource, moment::Moment,
    some,
};
use crate::{
    Provider,
    whatsapp::{self, Block, Error, MessageType},
    wire::Json,
};

/// What an event has from the delivery that its message or status came in.
pub(crate) struct Envelope {
    pub(crate) provider: Provider,
    pub(crate) delivery_id: Option<Id>,
    pub(crate) inbox: Option<Inbox>,
    /// Where the time of the message or status is.
    pub(crate) pointer: JsonPointer,
}

/// A message from or to a customer.
pub(crate) fn message(
    envelope: Envelope,
    mut body: whatsapp::Message,
    person: Option<Person>,
    direction: Direction,
) -> Event {
    let time = body.timestamp.as_ref();
    let moment = Moment::of(time, TimeSource::Event, envelope.pointer);
    let actor = match direction {
        _ if body.kind == Some(MessageType::System) => Actor::System,
        Direction::Inbound => Actor::Contact,
        Direction::Outbound | Direction::Unknown(_) => Actor::Unknown,
    };
    // Without the word a block changes no other message.
    let has_word = body.kind.is_some();
    let block = body.take_block();
    let own = body.id.map(Id::from);
    let mut refers = References::default().with(body.context);
    let mut errors = Vec::new();
    let (kind, id, revision_id, content): (fn(Box<Message>) -> Kind, _, _, _) = match block {
        Some((MessageType::Edit, block)) if has_word => {
            let (original, edited) = match block {
                Some(Block::Edit(edit)) => (edit.original_message_id, edit.message),
                _ => (None, None),
            };
            let content = edited.map_or(Content::Empty, |mut edited| {
                let content = content(edited.take_block());
                refers = std::mem::take(&mut refers).with(edited.context);
                errors = self::errors(edited.errors);
                content
            });
            (Kind::MessageUpdated, original.map(Id::from), own, content)
        }
        Some((MessageType::Revoke, block)) if has_word => {
            let original = match block {
                Some(Block::Revoke(revoke)) => revoke.original_message_id,
                _ => None,
            };
            (
                Kind::MessageDeleted,
                original.map(Id::from),
                own,
                Content::Deleted(Deleted::default()),
            )
        }
        block if direction == Direction::Outbound => (Kind::MessageSent, own, None, content(block)),
        block => (Kind::MessageReceived, own, None, content(block)),
    };
    errors.extend(self::errors(body.errors));
    let person = person.unwrap_or_default();
    let contact = match direction {
        Direction::Outbound => {
            person::contact(person, unboxed(body.to), body.to_user_id, body.to_parent_user_id)
        }
        _ => person::contact(person, body.from, body.from_user_id, body.from_parent_user_id),
    };
    let message = Box::new(Message {
        revision_id,
        reply_to: refers.reply_to,
        forwarded: refers.forwarded,
        product: refers.product,
        referral: body.referral.and_then(|referral| Json::of(&referral)),
        errors,
        ..Message::new(external(id), Some(direction), content)
    });
    Event {
        delivery_id: envelope.delivery_id,
        channel: Some(Channel::WhatsApp),
        inbox: envelope.inbox,
        contact,
        conversation: body.group_id.map(|id| group(*id)),
        actor,
        extra: body.extra,
        ..Event::at(moment, envelope.provider, "message", kind(message))
    }
}

/// What a message refers to.
#[derive(Default)]
struct References {
    reply_to: Option<MessageRef>,
    forwarded: Option<bool>,
    product: Option<Box<Product>>,
}

impl References {
    /// The same with what a context says, which an edited message may have in addition to the edit.
    fn with(self, context: Option<Box<whatsapp::Context>>) -> Self {
        let Some(context) = context else { return self };
        Self {
            forwarded: context.is_forwarded().then_some(true).or(self.forwarded),
            reply_to: context.id.map(|id| external(Some(id.into()))).or(self.reply_to),
            product: context.referred_product.map(|product| {
                Box::new(Product {
                    id: product.product_retailer_id.map(Id::from),
                    catalog_id: product.catalog_id.map(Id::from),
                })
            }),
        }
    }
}

fn external(id: Option<Id>) -> MessageRef {
    MessageRef { external_id: id, ..MessageRef::default() }
}

fn unboxed<T>(value: Option<Box<T>>) -> Option<T> {
    value.map(|value| *value)
}

/// The thread of a group.
fn group(id: impl Into<Id>) -> Box<Conversation> {
    Box::new(Conversation {
        id: Some(id.into()),
        kind: Some(ConversationKind::Group),
        ..Conversation::default()
    })
}

fn errors(errors: Option<Vec<Error>>) -> Vec<DeliveryError> {
    errors.map_or_else(Vec::new, |errors| errors.into_iter().map(error).collect())
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
