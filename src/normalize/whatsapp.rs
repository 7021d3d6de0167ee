//! Maps WhatsApp's objects to the domain model.

mod account;
mod account_change;
mod address_book;
mod call;
mod click;
mod content;
mod elements;
mod flow;
mod group;
mod handover;
mod line;
mod other_elements;
mod path;
mod pending;
mod people;
mod person;
mod status;
mod template;
mod update;

use std::borrow::Cow;

pub(crate) use account::{account_errors, preference, unknown};
pub(crate) use address_book::{app_contact, user_id};
pub(crate) use call::call;
use chrono::{DateTime, Utc};
pub(crate) use click::{action, automatic, tracking};
use content::{content, sent_content};
pub(crate) use elements::Lists;
pub(crate) use group::group_event;
pub(crate) use handover::handover;
use path::{Nesting, Path};
pub(crate) use pending::{Body, Pending, has_changes};
pub(crate) use person::Person;
use person::{AddressChange, Ids};
pub(crate) use status::status;
pub(crate) use update::update;

use super::{
    Actor, Address, Channel, Contact, Content, Conversation, ConversationKind, Deleted,
    DeliveryError, DeliveryStatus, Direction, Event, Id, Inbox, JsonPointer, Kind, Mark, Message,
    MessageRef, Product, Text, TimeSource, event_time::EventTime, id::id, non_empty, option_to_vec,
};
use crate::{
    Provider,
    whatsapp::{self, Block, Error, MessageType},
    wire::{Extra, Json, Timestamp},
};

/// What an event takes from the delivery of its message or status.
pub(crate) struct Envelope<'a> {
    pub(crate) provider: Provider,
    pub(crate) delivery_id: Option<Id>,
    pub(crate) inbox: Option<Inbox>,
    /// JSON pointer to the time of the message or status.
    pub(crate) pointer: JsonPointer,
    pub(crate) change: &'a Change,
}

/// What all events of one change have in common, in Meta's envelope or a similar one.
#[derive(Debug, Clone, Default)]
pub(crate) struct Change {
    pub(crate) field: Option<Cow<'static, str>>,
    path: Path,
    /// When the entry was sent.
    pub(crate) sent_at: Option<DateTime<Utc>>,
    /// A summary of the earlier messages in the chat.
    pub(crate) summary: Option<Text>,
}

impl Change {
    /// Returns the subscribed field, unless it is the one for messages and statuses.
    fn name(&self) -> Option<Cow<'static, str>> {
        self.field.clone().filter(|field| field != "messages")
    }
}

/// What an event says in addition to what happened and when.
#[derive(Default)]
struct Details {
    contact: Option<Contact>,
    thread: Option<Box<Conversation>>,
    actor: Actor,
    extra: Extra,
}

impl Envelope<'_> {
    fn has_business_number(&self) -> bool {
        self.inbox.as_ref().is_some_and(|inbox| inbox.address.is_some())
    }

    /// Creates an event with its own time or, without one, the time of the entry. It has the given
    /// name unless the field has a name.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "an event is large, and else it is moved once more")]
    fn event(
        self,
        name: &'static str,
        time: Option<&Timestamp>,
        kind: Kind,
        details: Details,
    ) -> Event {
        let sent = || {
            let (at, pointer) = self.change.sent_at.zip(self.change.path.entry_time())?;
            Some(EventTime { at, from: TimeSource::Envelope, pointer })
        };
        let moment = EventTime::of(time, TimeSource::Event, self.pointer).or_else(sent);
        let mut conversation = details.thread;
        if self.change.summary.is_some() {
            conversation.get_or_insert_default().summary.clone_from(&self.change.summary);
        }
        let name = self.change.name().unwrap_or(name.into());
        Event {
            delivery_id: self.delivery_id,
            channel: Some(Channel::WhatsApp),
            inbox: self.inbox,
            contact: details.contact,
            conversation,
            actor: details.actor,
            extra: details.extra,
            ..Event::at(moment, self.provider, name, kind)
        }
    }
}

/// Maps a message from or to a customer.
pub(crate) fn message(
    mut envelope: Envelope<'_>,
    mut body: whatsapp::Message,
    person: Option<Person>,
    direction: Direction,
    mark: Option<Mark>,
) -> Event {
    let author = author(&body, &direction);
    // Only a message with a `type` edits or revokes another one.
    let has_type = body.kind.is_some();
    let block = body.take_block();
    let mut references = References::default().with(body.context.take());
    let is_edit = body.message_type.take_if(|value| ***value == *"message_edit").is_some();
    let mut sent = body.message.take();
    let sent_to = sent.as_mut().map(|sent| {
        references = std::mem::take(&mut references).with(sent.context.take());
        (sent.to.take(), sent.recipient.take())
    });
    keep_unmapped(&mut body, sent.as_deref());
    let origin = body.origin.as_deref();
    let own = id(body.id);
    let mut errors = Vec::new();
    let sender = Ids {
        number: body.from,
        user: unboxed(body.from_user_id.or(body.from_bsuid)),
        parent: unboxed(body.from_parent_user_id),
    };
    let address_change = match &block {
        Some((_, Some(Block::System(message)))) => Some(AddressChange::of(message, &sender)),
        _ => None,
    };
    let (kind, own, revision_id, content): (fn(Box<Message>) -> Kind, _, _, _) = match block {
        Some((MessageType::Edit, block)) if has_type => {
            let (original, edited) = match block {
                Some(Block::Edit(edit)) => (edit.original_message_id, edit.message),
                _ => (None, None),
            };
            let content = edited.map_or(Content::Empty, |mut edited| {
                let content = content(edited.take_block(), edited.origin.as_deref());
                references = std::mem::take(&mut references).with(edited.context);
                errors = self::errors(edited.errors);
                body.extra.append(edited.extra);
                content
            });
            (Kind::MessageUpdated, id(original), own, content)
        }
        Some((MessageType::Revoke, block)) if has_type => {
            let original = match block {
                Some(Block::Revoke(revoke)) => revoke.original_message_id,
                _ => None,
            };
            (Kind::MessageDeleted, id(original), own, Content::Deleted(Deleted::default()))
        }
        // One relay marks an edited message by a value of its own.
        block if is_edit => {
            let original = references.reply_to.take().and_then(|original| original.external_id);
            (Kind::MessageUpdated, original, own, content(block, origin))
        }
        block if direction == Direction::Outbound => {
            let content = match sent {
                Some(sent) => sent_content(*sent),
                None => content(block, origin),
            };
            (Kind::MessageSent, own, None, content)
        }
        block => (Kind::MessageReceived, own, None, content(block, origin)),
    };
    errors.extend(self::errors(body.errors));
    let mut person = person.unwrap_or_default();
    let thread = id(unboxed(body.group_id)).map(group).or_else(|| person.group());
    let customer = match direction {
        Direction::Outbound => {
            let number = sender.number.map(Address::from).and_then(Address::present);
            if let Some(number) = number.filter(|_| !envelope.has_business_number()) {
                envelope.inbox.get_or_insert_default().address = Some(number);
            }
            let (to, user) = sent_to.unwrap_or_default();
            Ids {
                number: unboxed(body.to).or(to),
                user: unboxed(body.to_user_id).or(user),
                parent: unboxed(body.to_parent_user_id),
            }
        }
        _ => sender,
    };
    let mut contact = person::contact(person, customer);
    if let Some(hash) = body.identity.and_then(|identity| non_empty(identity.hash)) {
        contact.get_or_insert_default().identity_hash = Some(Box::new(hash));
    }
    if let Some(address_change) = address_change {
        contact = address_change.apply(contact);
    }
    let time = body.timestamp.as_ref();
    let message = Box::new(Message {
        revision_id,
        author: author.clone(),
        marks: option_to_vec(mark),
        reply_to: references.reply_to,
        reply_to_author: references.author.map(Box::new),
        forwarded: references.forwarded,
        product: references.product,
        referral: body.referral.and_then(|referral| Json::of(&referral)),
        status: body.history_context.and_then(|history| Some(history_status(&history.status?))),
        errors,
        ..Message::new(external(own), Some(direction), content)
    });
    let details = Details { contact, thread, actor: author, extra: body.extra };
    envelope.event("message", time, kind(message), details)
}

/// Returns the author of a message.
fn author(body: &whatsapp::Message, direction: &Direction) -> Actor {
    match direction {
        _ if body.kind == Some(MessageType::System) => Actor::System,
        Direction::Inbound => Actor::Contact,
        _ if body
            .message_creation_type
            .as_ref()
            .is_some_and(|kind| ***kind == *"created_by_1p_bot") =>
        {
            Actor::Bot(Box::default())
        }
        Direction::Outbound | Direction::Unknown(_) => Actor::Unknown,
    }
}

/// Adds what the domain model has no field for to the unmodeled members.
fn keep_unmapped(body: &mut whatsapp::Message, sent: Option<&whatsapp::SentMessage>) {
    let message_type = body.message_type.take().and_then(|value| Json::of(&*value));
    let callback_data = sent.and_then(|sent| Json::of(sent.biz_opaque_callback_data.as_deref()?));
    let members = [
        ("template", body.template.take().map(|json| *json)),
        ("flow", body.flow.take().map(|json| *json)),
        ("message_type", message_type),
        ("biz_opaque_callback_data", callback_data),
    ];
    for (key, json) in members {
        if let Some(json) = json {
            body.extra.push(key, json);
        }
    }
    for (key, json) in sent.into_iter().flat_map(|sent| sent.extra.iter()) {
        body.extra.push(key, json.clone());
    }
}

/// Returns the delivery status of a message from a history.
fn history_status(status: &str) -> DeliveryStatus {
    match &*status.to_ascii_lowercase() {
        "pending" => DeliveryStatus::Queued,
        "error" => DeliveryStatus::Failed,
        status => status.into(),
    }
}

/// What a message refers to.
#[derive(Default)]
struct References {
    reply_to: Option<MessageRef>,
    author: Option<Address>,
    forwarded: Option<bool>,
    product: Option<Box<Product>>,
}

impl References {
    /// Adds the references of a context; an edited message has one of its own in addition to that
    /// of the edit.
    fn with(self, context: Option<Box<whatsapp::Context>>) -> Self {
        let Some(context) = context else { return self };
        Self {
            forwarded: context.is_forwarded().then_some(true).or(self.forwarded),
            reply_to: id(context.id.or(unboxed(context.message_id)))
                .map(|id| external(Some(id)))
                .or(self.reply_to),
            author: context.from.map(Address::from).and_then(Address::present).or(self.author),
            product: context.referred_product.map(|product| {
                Box::new(Product {
                    id: product.product_retailer_id.map(Id::from),
                    catalog_id: id(product.catalog_id),
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

/// Returns the conversation of a group.
fn group(id: Id) -> Box<Conversation> {
    Box::new(Conversation {
        id: Some(id),
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
        title: non_empty(error.title),
        message: non_empty(error.message),
        details: non_empty(details),
        ..error.code.map_or_else(DeliveryError::default, DeliveryError::from_code)
    }
}
