//! Yields the events of the lists that were sent together.

use std::vec;

use super::{
    self as whatsapp, Change, Envelope,
    other_elements::{OtherElement, has_other_elements, take_other_elements},
    people::People,
};
use crate::{
    Provider,
    normalize::{Address, Direction, Event, Id, Inbox, JsonPointer, Mark, Text, id::id},
    whatsapp::{Batch, Contact, Message, Metadata, Status, Update, Value},
    wire::{E164, Json, OneOrMany, WaId},
};

/// Patterns of pointers to the time of an element of a list: in a value of Meta's envelope, and in
/// the copy for an app that only listens.
macro_rules! pointers {
    ($list:literal) => {
        [
            concat!("/entry/#/changes/#/value/", $list, "/timestamp"),
            concat!("/entry/#/changes/#/value/standby/", $list, "/timestamp"),
        ]
    };
}

/// Where elements come from.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    pub(super) provider: Provider,
    pub(super) change: Change,
    /// Whether the elements are in a copy for an app that only listens.
    pub(super) is_standby: bool,
}

impl Origin {
    pub(super) fn new(provider: Provider) -> Self {
        Self { provider, change: Change::default(), is_standby: false }
    }

    fn field(&self) -> &str {
        self.change.field.as_deref().unwrap_or("messages")
    }
}

/// The elements that were sent together: at the top level of the body, or in one change of Meta's
/// envelope.
#[derive(Debug, Clone)]
pub(super) struct Elements {
    origin: Origin,
    /// The business phone number.
    business_number: Option<E164>,
    inbox: Option<Inbox>,
    people: People,
    /// The message that was sent as an object instead of a list.
    message: Option<Box<Message>>,
    messages: List<Message>,
    statuses: List<Status>,
    /// The number of remaining elements of `statuses` that are statuses.
    remaining_statuses: usize,
    echoes: List<Message>,
    others: vec::IntoIter<OtherElement>,
}

/// A list that is consumed element by element.
#[derive(Debug, Clone)]
struct List<T> {
    length: usize,
    rest: vec::IntoIter<T>,
}

impl<T> From<Vec<T>> for List<T> {
    fn from(list: Vec<T>) -> Self {
        Self { length: list.len(), rest: list.into_iter() }
    }
}

impl<T> List<T> {
    /// Returns the index of the next element.
    fn next_index(&self) -> usize {
        self.length - self.rest.len()
    }
}

/// The lists that most bodies have.
#[derive(Default)]
pub(crate) struct Lists {
    pub(crate) waba_id: Option<Id>,
    /// The phone number of the business, where the body has it at its top level.
    pub(crate) business: Option<Address>,
    pub(crate) metadata: Option<Box<Metadata>>,
    pub(crate) contacts: Option<Vec<Contact>>,
    pub(crate) messages: Option<OneOrMany<Message>>,
    pub(crate) statuses: Option<Vec<Status>>,
    pub(crate) echoes: Option<Vec<Message>>,
}

impl Elements {
    /// Creates the elements of a change in Meta's envelope; the only one is the change itself if it
    /// contains nothing known.
    pub(super) fn of_change(
        mut origin: Origin,
        waba_id: Option<Id>,
        update: Option<Update>,
    ) -> Self {
        let single = |origin, waba_id, metadata, other| {
            let lists = Lists { waba_id, metadata, ..Lists::default() };
            let mut elements = Self::new(origin, lists, None);
            elements.others = vec![other].into_iter();
            elements
        };
        let mut value = match update.map(Update::into_lists) {
            None => return single(origin, waba_id, None, OtherElement::Unknown(None)),
            Some(Err(Update::Unknown(unknown))) => {
                return single(origin, waba_id, None, OtherElement::Unknown(unknown.body));
            }
            Some(Err(update)) => {
                return single(origin, waba_id, None, OtherElement::Update(Box::new(update)));
            }
            Some(Ok(value)) => value,
        };
        if !Batch::of(None, &value).has_events() {
            let body = Json::of(&*value);
            return single(origin, waba_id, value.metadata, OtherElement::Unknown(body));
        }
        if let Some(mut standby) = value.standby.take() {
            standby.metadata = value.metadata;
            value = standby;
            origin.is_standby = true;
        }
        let lists = Lists {
            waba_id,
            business: None,
            metadata: value.metadata.take(),
            contacts: value.contacts.take(),
            messages: value.messages.take(),
            statuses: value.statuses.take(),
            echoes: value.message_echoes.take(),
        };
        let more = has_other_elements(&value).then_some(value);
        Self::new(origin, lists, more)
    }

    /// Creates the elements of lists, and of what few bodies have.
    pub(super) fn new(mut origin: Origin, lists: Lists, mut more: Option<Box<Value>>) -> Self {
        let metadata = lists.metadata.as_ref();
        let number = metadata.and_then(|own| own.display_phone_number.as_ref()?.e164());
        let business_number = number.or_else(|| lists.business.as_ref()?.e164());
        let inbox = inbox(business_number, lists.waba_id, lists.business, lists.metadata);
        let contacts = lists.contacts.unwrap_or_default();
        let received = lists.messages.as_deref().unwrap_or_default();
        let statuses = lists.statuses.unwrap_or_default();
        let echoes = lists.echoes.unwrap_or_default();
        let remaining_statuses = statuses.iter().filter(|status| status.is_status()).count();
        let listed = received.len() + remaining_statuses + echoes.len();

        let mut others = Vec::new();
        if let Some(more) = &mut more {
            let summary = more.conversation_context.take_if(|context| context.text().is_some());
            let summary = summary.and_then(|context| context.summary?.text);
            origin.change.summary = summary.map(Text::shared);
            others = take_other_elements(&origin, more, &contacts, business_number, listed);
        }
        let is_other = |other: &OtherElement| {
            matches!(other, OtherElement::Call(..) | OtherElement::Preference(..))
        };
        let is_only = listed == 1 && !others.iter().any(is_other);
        let people = People::of(contacts, business_number, is_only, received, &statuses, &echoes);
        let (message, messages) = match lists.messages {
            Some(OneOrMany::One(message)) => (Some(message), Vec::new()),
            Some(OneOrMany::Many(messages)) => (None, messages),
            None => (None, Vec::new()),
        };
        // Values that several events have in common are allocated once.
        let is_shared = listed + others.len() > 1;
        Self {
            origin,
            business_number,
            inbox: if is_shared { inbox.map(Inbox::shared) } else { inbox },
            people,
            message,
            messages: messages.into(),
            statuses: statuses.into(),
            remaining_statuses,
            echoes: echoes.into(),
            others: others.into_iter(),
        }
    }

    /// Sets the ID of the inbox, unless the elements name one.
    pub(super) fn or_inbox(mut self, app_id: Option<&Id>) -> Self {
        if let Some(own) = app_id {
            self.inbox.get_or_insert_default().id.get_or_insert_with(|| own.clone());
        }
        self
    }

    pub(super) fn len(&self) -> usize {
        let received = usize::from(self.message.is_some()) + self.messages.rest.len();
        received + self.remaining_statuses + self.echoes.rest.len() + self.others.len()
    }

    /// Returns the event of the next element.
    pub(super) fn next(&mut self, delivery_id: Option<Id>) -> Option<Event> {
        if self.message.is_some() {
            self.next_single(delivery_id)
        } else if self.messages.rest.len() > 0 {
            self.next_message(delivery_id)
        } else if self.remaining_statuses > 0 {
            self.next_status(delivery_id)
        } else if self.echoes.rest.len() > 0 {
            self.next_echo(delivery_id)
        } else {
            self.next_other(delivery_id)
        }
    }

    fn next_single(&mut self, delivery_id: Option<Id>) -> Option<Event> {
        let pointer = self.pointer(pointers!("messages"), None);
        let (message, person) = (self.message.take()?, self.people.next());
        let (direction, mark) = self.direction_and_mark(&message, false);
        let envelope = self.envelope(delivery_id, pointer);
        Some(whatsapp::message(envelope, *message, person, direction, mark))
    }

    fn next_message(&mut self, delivery_id: Option<Id>) -> Option<Event> {
        let pointer = self.pointer(pointers!("messages/#"), Some(self.messages.next_index()));
        let (message, person) = (self.messages.rest.next()?, self.people.next());
        let (direction, mark) = self.direction_and_mark(&message, false);
        let envelope = self.envelope(delivery_id, pointer);
        Some(whatsapp::message(envelope, message, person, direction, mark))
    }

    fn next_status(&mut self, delivery_id: Option<Id>) -> Option<Event> {
        let skipped = self.statuses.rest.as_slice().iter().position(Status::is_status)?;
        let pointer =
            self.pointer(pointers!("statuses/#"), Some(self.statuses.next_index() + skipped));
        let (status, person) = (self.statuses.rest.nth(skipped)?, self.people.next());
        self.remaining_statuses -= 1;
        let envelope = self.envelope(delivery_id, pointer);
        Some(whatsapp::status(envelope, status, person))
    }

    fn next_echo(&mut self, delivery_id: Option<Id>) -> Option<Event> {
        let pointer = self.pointer(pointers!("message_echoes/#"), Some(self.echoes.next_index()));
        let (echo, person) = (self.echoes.rest.next()?, self.people.next());
        let (direction, mark) = self.direction_and_mark(&echo, true);
        let envelope = self.envelope(delivery_id, pointer);
        Some(whatsapp::message(envelope, echo, person, direction, mark))
    }

    fn next_other(&mut self, delivery_id: Option<Id>) -> Option<Event> {
        let other = self.others.next()?;
        let pointer = match &other {
            OtherElement::Call(at, ..) => self.pointer(pointers!("calls/#"), Some(*at)),
            OtherElement::Preference(at, ..) => {
                self.pointer(pointers!("user_preferences/#"), Some(*at))
            }
            OtherElement::HistoryMessage(pointer, ..) => pointer.clone().into(),
            OtherElement::Contact(at, ..) => {
                self.pointer(pointers!("state_sync/#/metadata"), Some(*at))
            }
            OtherElement::UserId(at, ..) => self.pointer(pointers!("user_id_update/#"), Some(*at)),
            OtherElement::Automatic(at, ..) => {
                self.pointer(pointers!("automatic_events/#"), Some(*at))
            }
            OtherElement::Tracking(at, ..) => self.pointer(pointers!("events/#"), Some(*at)),
            OtherElement::Action(at, ..) => self.pointer(pointers!("user_actions/#"), Some(*at)),
            OtherElement::Group(at, ..) => self.pointer(pointers!("groups/#"), Some(*at)),
            OtherElement::Update(_) => {
                self.pointer(["/entry/#/changes/#/value/timestamp"; 2], None)
            }
            OtherElement::AccountErrors(_) | OtherElement::Unknown(_) => "".into(),
        };
        let business_number = self.business_number;
        Some(match other {
            OtherElement::Call(_, call, person, errors) => whatsapp::call(
                self.envelope(delivery_id, pointer),
                *call,
                person,
                errors,
                business_number,
            ),
            OtherElement::Preference(_, preference, person) => {
                whatsapp::preference(self.envelope(delivery_id, pointer), *preference, person)
            }
            OtherElement::HistoryMessage(_, message, person) => {
                let (direction, mark) = self.direction_and_mark(&message, false);
                let envelope = self.envelope(delivery_id, pointer);
                whatsapp::message(envelope, *message, Some(person), direction, mark)
            }
            OtherElement::Contact(_, contact) => {
                whatsapp::app_contact(self.envelope(delivery_id, pointer), *contact)
            }
            OtherElement::UserId(_, update, person) => {
                whatsapp::user_id(self.envelope(delivery_id, pointer), *update, person)
            }
            OtherElement::Automatic(_, event) => {
                whatsapp::automatic(self.envelope(delivery_id, pointer), *event)
            }
            OtherElement::Tracking(_, event) => {
                whatsapp::tracking(self.envelope(delivery_id, pointer), *event)
            }
            OtherElement::Action(_, action) => {
                whatsapp::action(self.envelope(delivery_id, pointer), *action)
            }
            OtherElement::Group(_, group) => {
                whatsapp::group_event(self.envelope(delivery_id, pointer), *group)
            }
            OtherElement::AccountErrors(errors) => {
                whatsapp::account_errors(self.envelope(delivery_id, pointer), errors)
            }
            OtherElement::Update(update) => {
                whatsapp::update(self.envelope(delivery_id, pointer), *update)
            }
            OtherElement::Unknown(body) => {
                whatsapp::unknown(self.envelope(delivery_id, pointer), body)
            }
        })
    }

    /// Returns the direction of a message, and its mark.
    fn direction_and_mark(&self, message: &Message, is_echo: bool) -> (Direction, Option<Mark>) {
        let direction = self.direction(message, is_echo);
        let is_outbound = direction == Direction::Outbound;
        let mark = match self.origin.field() {
            "messages" if is_echo && is_outbound => Some(Mark::PhoneApp),
            "smb_message_echoes" if is_outbound => Some(Mark::PhoneApp),
            "history" => Some(Mark::History),
            "standby" => Some(Mark::Standby),
            _ => None,
        };
        (direction, mark)
    }

    /// Returns the direction of a message. The business phone number decides; the list and the
    /// field only where it cannot.
    fn direction(&self, message: &Message, is_echo: bool) -> Direction {
        let is_business = |number: Option<&WaId>| {
            self.business_number.is_some() && number.and_then(WaId::e164) == self.business_number
        };
        let is_echo =
            is_echo || matches!(self.origin.field(), "smb_message_echoes" | "message_echoes");
        let is_own =
            message.history_context.as_ref().is_some_and(|history| history.from_me == Some(true));
        let is_outbound = is_business(message.from.as_ref())
            || is_own
            || (is_echo && !is_business(message.to.as_deref()));
        if is_outbound { Direction::Outbound } else { Direction::Inbound }
    }

    /// Returns the envelope of the element that was taken: the last one takes the inbox, the others
    /// share it.
    fn envelope(&mut self, delivery_id: Option<Id>, pointer: JsonPointer) -> Envelope<'_> {
        let inbox = if self.len() == 0 { self.inbox.take() } else { self.inbox.clone() };
        let change = &self.origin.change;
        Envelope { provider: self.origin.provider, delivery_id, inbox, pointer, change }
    }

    fn pointer(&self, [plain, standby]: [&'static str; 2], at: Option<usize>) -> JsonPointer {
        self.origin.change.path.pointer(if self.origin.is_standby { standby } else { plain }, at)
    }
}

fn inbox(
    business_number: Option<E164>,
    waba_id: Option<Id>,
    business: Option<Address>,
    metadata: Option<Box<Metadata>>,
) -> Option<Inbox> {
    let (number, own) = metadata
        .map_or((None, None), |metadata| (metadata.display_phone_number, metadata.phone_number_id));
    let address = business.or(number.map(Address::from)).and_then(Address::present);
    // A relay may send the ID of the chat or the phone number there.
    let is_account = |account: &Id| {
        let text = account.to_text();
        text.bytes().all(|byte| byte.is_ascii_digit())
            && business_number.is_none_or(|number| WaId::from(&*text).e164() != Some(number))
    };
    let (own, waba_id) = (id(own), waba_id.filter(is_account));
    let is_known = own.is_some() || address.is_some() || waba_id.is_some();
    is_known.then(|| Inbox { id: own, address, waba_id, ..Inbox::default() })
}
