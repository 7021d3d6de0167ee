use std::{borrow::Cow, slice};

use super::EventType;
use crate::{
    ParseError,
    json::{self, Reader},
    payload::{Root, names_event, payload},
    whatsapp::{Batch, Change, Entry, Update},
    wire::{self, Extra, Node, Text, Unknown, Wire, object, serde_traits},
};

/// A webhook body: Meta's envelope, or the part of it that a relay passes on.
///
/// The members of the body determine the variant. Most users only need [`updates`](Self::updates)
/// or [`batches`](Self::batches), which return the same for all variants.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Webhook {
    /// The whole envelope, as Meta sends it.
    Envelope(Envelope),
    /// A single entry of the envelope, recognized by its `changes`. Sent by relays.
    Entry(Entry),
    /// A single change of the envelope, recognized by its `value`. Sent by relays.
    Change(Change),
    /// The members of a single value of the envelope. Sent by relays.
    Value(Bare),
}

object! {
    /// The outermost object of Meta's webhooks, which groups the changes by account.
    pub struct Envelope {
        /// The product that the webhook is about, `whatsapp_business_account`. Other products of
        /// Meta have other values.
        object: Option<Text>,
        /// The entries, each with the changes to one account.
        entry: Option<Vec<Entry>>,
        /// A single entry as JSON in a string, which [`Webhook::parse`] reads. AWS End User
        /// Messaging Social sends it in place of the other members.
        "whatsAppWebhookEntry" as whats_app_webhook_entry: Option<Text>,
    }
}

/// The members of a value, without the envelope around them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Bare {
    /// The update. Without a `field`, it is read as `messages`, or as a template status if it has
    /// the ID of a template.
    pub update: Update,
    /// Whether the body has a member `field` with the name of the update.
    pub has_field: bool,
}

impl Bare {
    /// Creates the members of a value, including the member `field` with the name of the update.
    #[must_use]
    pub fn new(update: Update) -> Self {
        Self { update, has_field: true }
    }

    /// Returns the name of the field, or `None` if the body does not contain it.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        self.has_field.then(|| self.update.name())
    }
}

/// The `object` of WhatsApp.
pub(super) const OBJECT: &str = "whatsapp_business_account";

impl Envelope {
    /// Returns the `object` if it names a product other than WhatsApp.
    pub(crate) fn other_product(&self) -> Option<&str> {
        self.object.as_deref().filter(|object| *object != OBJECT)
    }
}

impl Root for Webhook {
    const NAMES: &'static [&'static str] = EventType::NAMES;

    fn other_provider_error(&self, text: &str, error: Option<&json::Error>) -> Option<ParseError> {
        names_event(self.extra()?, text, error)
    }
}

payload!(Meta);

impl Webhook {
    /// Returns the field of the first change that this version knows, or else of the first change.
    ///
    /// Returns `other` if there is no change, and the `object` for a body of another product of
    /// Meta's.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Envelope(envelope) => {
                if let Some(product) = envelope.other_product() {
                    return product;
                }
            }
            Self::Value(bare) => {
                let has_lists = |value| Batch::of(None, value).name().is_some();
                let is_known = bare.has_field || bare.update.lists().is_none_or(has_lists);
                return if is_known { bare.update.name() } else { "other" };
            }
            Self::Entry(_) | Self::Change(_) => {}
        }
        let mut other = None;
        for field in self.changes().filter_map(Change::name) {
            if EventType::NAMES.contains(&field) {
                return field;
            }
            other = other.or(Some(field));
        }
        other.unwrap_or("other")
    }

    /// Returns the entries of the body, none if it has only a change or a value.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        let entries = match self {
            Self::Envelope(envelope) => envelope.entry.as_deref().unwrap_or_default(),
            Self::Entry(entry) => slice::from_ref(entry),
            Self::Change(_) | Self::Value(_) => &[],
        };
        entries.iter()
    }

    /// Returns the updates of all changes, in order.
    pub fn updates(&self) -> impl Iterator<Item = &Update> {
        let bare = match self {
            Self::Value(bare) => Some(&bare.update),
            _ => None,
        };
        bare.into_iter().chain(self.changes().filter_map(|change| change.value.as_ref()))
    }

    /// Returns the messages, statuses and other objects, one part for each update that has any.
    pub fn batches(&self) -> impl Iterator<Item = Batch<'_>> {
        self.updates().filter_map(|update| Some(Batch::of(Some(update.name()), update.lists()?)))
    }

    fn changes(&self) -> impl Iterator<Item = &Change> {
        let own = match self {
            Self::Change(change) => Some(change),
            _ => None,
        };
        own.into_iter().chain(self.entries().flat_map(|entry| entry.changes.iter().flatten()))
    }

    /// Returns the unmodeled members of the body itself.
    fn extra(&self) -> Option<&Extra> {
        match self {
            Self::Envelope(envelope) => Some(&envelope.extra),
            Self::Entry(entry) => Some(&entry.extra),
            Self::Change(change) => Some(&change.extra),
            Self::Value(bare) => bare.update.lists().map(|value| &value.extra),
        }
    }
}

impl Wire for Webhook {
    fn empty() -> Self {
        Self::Envelope(Envelope::empty())
    }

    fn read(&mut self, body: &mut wire::Body<'_>) -> Result<(), json::Error> {
        let start = body.json.mark();
        // Invalid JSON is reported by the read below.
        *self = Self::of_members(&mut body.json).unwrap_or_else(|_| Self::empty());
        body.json.rewind(start);
        match self {
            Self::Envelope(envelope) => envelope.read(body),
            Self::Entry(entry) => entry.read(body),
            Self::Change(change) => change.read(body),
            Self::Value(bare) => {
                let name = bare.update.name().to_owned();
                body.set_event(name.into(), bare.has_field.then_some("field"));
                bare.update.read(body)
            }
        }
    }

    fn node(&self) -> Node<'_> {
        match self {
            Self::Envelope(envelope) => envelope.node(),
            Self::Entry(entry) => entry.node(),
            Self::Change(change) => change.node(),
            Self::Value(bare) => match bare.update.node() {
                Node::Object(object, _) => {
                    Node::Object(object, bare.field().map(|field| ("field", field)))
                }
                node => node,
            },
        }
    }
}

serde_traits!(Webhook);

impl Webhook {
    /// Determines the variant from the names of the members, without their values.
    fn of_members(json: &mut Reader<'_>) -> Result<Self, json::Error> {
        let (mut field, mut is_template) = (None, false);
        let mut more = json.begin_object("an object")?;
        while more {
            let key = json.key()?;
            json.colon()?;
            let first = json.peek()?;
            match &*key {
                "object" | "entry" | "whatsAppWebhookEntry" => return Ok(Self::empty()),
                "changes" if first == b'[' => return Ok(Self::Entry(Wire::empty())),
                "value" if first == b'{' => return Ok(Self::Change(Wire::empty())),
                "field" if first == b'"' && field.is_none() => {
                    let start = json.mark();
                    field = Some(json.string("a string")?);
                    json.rewind(start);
                }
                "message_template_id" => is_template |= first != b'n',
                _ => {}
            }
            json.skip()?;
            more = json.next_member()?;
        }
        let has_field = field.is_some();
        let assumed = if is_template { "message_template_status_update" } else { "messages" };
        let name = field.unwrap_or(Cow::Borrowed(assumed));
        let update = Update::Unknown(Unknown { name: (&*name).into(), body: None });
        Ok(Self::Value(Bare { update, has_field }))
    }
}
