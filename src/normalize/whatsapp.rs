//! WhatsApp's objects onto the domain model.

mod content;
mod person;
mod status;

use content::{blocks, content};
pub(crate) use person::Person;
use person::introduce;
pub(crate) use status::status;

use std::mem::take;

use super::{
    Actor, Content, Conversation, ConversationKind, DeliveryError, Direction, Event, Id, Kind,
    Message, MessageRef, Product, some,
};
use crate::{
    whatsapp::{self, Error, MessageType},
    wire::Json,
};

/// Fills in what a message from or to a customer tells. It is taken to pieces where it stands.
pub(crate) fn message(
    event: &mut Event,
    message: &mut whatsapp::Message,
    person: Option<&mut Person>,
    direction: Direction,
) -> Kind {
    let is_notice = message.kind == Some(MessageType::System);
    let (number, user, parent) = match direction {
        Direction::Outbound => {
            let [user, parent] = [message.to_user_id.take(), message.to_parent_user_id.take()];
            (message.to.take().map(|to| *to), user.map(|id| *id), parent.map(|id| *id))
        }
        _ => (message.from.take(), message.from_user_id.take(), message.from_parent_user_id.take()),
    };
    introduce(event, person, number, user, parent);
    event.actor = match direction {
        _ if is_notice => Actor::System,
        Direction::Inbound => Actor::Contact,
        Direction::Outbound | Direction::Unknown(_) => Actor::Unknown,
    };
    event.conversation = message.group_id.take().map(group);
    event.extra = take(&mut message.extra);

    let mut domain = Box::<Message>::default();
    domain.direction = Some(direction);
    domain.referral = message.referral.take().and_then(|referral| Json::of(&referral));
    if let Some(context) = message.context.take() {
        context_of(&mut domain, *context);
    }
    let own = message.id.take().map(Id::from);
    match message.kind.take() {
        Some(MessageType::Edit) => {
            let edit = message.edit.take().map(|edit| *edit);
            let (original, edited) =
                edit.map_or((None, None), |edit| (edit.original_message_id, edit.message));
            domain.ids.external_id = original.map(Id::from);
            domain.revision_id = own;
            if let Some(mut edited) = edited {
                if let Some(context) = edited.context {
                    context_of(&mut domain, *context);
                }
                domain.content = content(edited.kind, blocks!(edited));
                domain.errors = errors(edited.errors);
            }
            domain.errors.extend(errors(message.errors.take()));
            Kind::MessageUpdated(domain)
        }
        Some(MessageType::Revoke) => {
            let original = message.revoke.take().and_then(|revoke| revoke.original_message_id);
            domain.ids.external_id = original.map(Id::from);
            domain.revision_id = own;
            domain.content = Content::Deleted;
            domain.errors = errors(message.errors.take());
            Kind::MessageDeleted(domain)
        }
        kind => {
            domain.ids.external_id = own;
            domain.content = content(kind, blocks!(message));
            domain.errors = errors(message.errors.take());
            match domain.direction {
                Some(Direction::Outbound) => Kind::MessageSent(domain),
                _ => Kind::MessageReceived(domain),
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
    message.product = context.referred_product.map(|product| {
        Box::new(Product {
            id: product.product_retailer_id.map(Id::from),
            catalog_id: product.catalog_id.map(Id::from),
        })
    });
}

/// The thread of a group.
fn group(id: impl Into<Id>) -> Box<Conversation> {
    let mut thread = Conversation::with_id(id);
    thread.kind = Some(ConversationKind::Group);
    thread
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
