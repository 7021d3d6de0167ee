//! Maps the people who wrote a message or whom a status is about.

use crate::{
    normalize::{Address, AddressKind, Contact, Conversation, Text, id::id, non_empty},
    whatsapp::{self, GroupId, System, ThreadContext, UserId},
    wire::WaId,
};

/// A person on WhatsApp, as in the list of contacts. The strings are `shared` if the person may
/// have several messages or statuses.
#[derive(Debug, Clone, Default)]
pub(crate) struct Person {
    name: Option<Text>,
    username: Option<Text>,
    ids: Ids,
    rare: Option<Box<RareDetails>>,
}

/// The IDs that a person is known by.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ids {
    pub(crate) number: Option<WaId>,
    pub(crate) user: Option<UserId>,
    pub(crate) parent: Option<UserId>,
}

/// Details that are known of few people.
#[derive(Debug, Clone, Default, PartialEq)]
struct RareDetails {
    avatar: Option<Text>,
    country: Option<Text>,
    identity_hash: Option<Text>,
    group: Option<GroupId>,
    group_subject: Option<Text>,
    group_picture: Option<Text>,
}

impl From<whatsapp::Contact> for Person {
    fn from(contact: whatsapp::Contact) -> Self {
        let profile = contact
            .profile
            .map(|profile| (profile.name, profile.username, profile.picture, profile.country_code));
        let (name, username, picture, country) = profile.unwrap_or_default();
        let country = contact.country_code.or(country);
        let is_plain = picture.is_none()
            && country.is_none()
            && contact.identity_key_hash.is_none()
            && contact.group_id.is_none();
        let rare = (!is_plain).then(|| {
            Box::new(RareDetails {
                avatar: picture.map(|picture| *picture),
                country,
                identity_hash: contact.identity_key_hash,
                group: contact.group_id.map(|group| *group),
                group_subject: contact.group_subject.map(|subject| *subject),
                group_picture: contact.group_picture.map(|picture| *picture),
            })
        });
        let ids =
            Ids { number: contact.wa_id, user: contact.user_id, parent: contact.parent_user_id };
        Self { name, username, ids, rare }
    }
}

impl Person {
    /// Returns the person that a chat of a history was with.
    pub(crate) fn of_thread(number: Option<WaId>, context: Option<ThreadContext>) -> Self {
        let Some(context) = context else {
            return Self { ids: Ids { number, ..Ids::default() }, ..Self::default() };
        };
        let ids = Ids {
            number: context.wa_id.or(number),
            user: context.user_id,
            parent: context.parent_user_id,
        };
        Self::without_name(context.username, context.country_code, ids)
    }

    /// Creates a person without a name.
    pub(crate) fn without_name(username: Option<Text>, country: Option<Text>, ids: Ids) -> Self {
        let rare =
            country.is_some().then(|| Box::new(RareDetails { country, ..RareDetails::default() }));
        Self { name: None, username, ids, rare }
    }

    pub(crate) fn shared(self) -> Self {
        let [name, username] = [self.name, self.username].map(|text| text.map(Text::shared));
        let shared = |user: Option<UserId>| user.map(|id| UserId(id.0.shared()));
        let ids = Ids {
            number: self.ids.number.map(WaId::shared),
            user: shared(self.ids.user),
            parent: shared(self.ids.parent),
        };
        Self { name, username, ids, rare: self.rare }
    }

    /// Returns the same person, with a phone number if none is known.
    pub(crate) fn or_number(mut self, number: Option<WaId>) -> Self {
        self.ids.number = self.ids.number.filter(|own| !own.bytes().is_empty()).or(number);
        self
    }

    /// Returns the group that the person wrote in, if the list of contacts names one.
    pub(crate) fn group(&mut self) -> Option<Box<Conversation>> {
        let rare = self.rare.as_mut()?;
        let mut conversation = super::group(id(rare.group.take())?);
        let group = Contact {
            display_name: non_empty(rare.group_subject.take()),
            avatar_url: non_empty(rare.group_picture.take()),
            ..Contact::default()
        };
        conversation.group = group.present().map(Box::new);
        Some(conversation)
    }
}

/// Creates the contact from a person, with what the message or status itself says about it.
pub(crate) fn contact(person: Person, own: Ids) -> Option<Contact> {
    let scoped = |id: Option<UserId>, or: Option<UserId>| {
        id.and_then(business_scoped).or_else(|| or.and_then(business_scoped))
    };
    let phone = |number: WaId| Address::number(AddressKind::Phone, number).present();
    // Usually one or two members contain a number.
    let mut addresses = Vec::with_capacity(2);
    addresses.extend(scoped(own.user, person.ids.user));
    addresses.extend(person.ids.number.map(Address::from).and_then(Address::present));
    if let Some(number) = own.number.and_then(phone) {
        // An ID may be in the member of the number.
        if number.kind == AddressKind::Phone || !addresses.contains(&number) {
            addresses.push(number);
        }
    }
    addresses
        .extend(non_empty(person.username).map(|name| Address::new(AddressKind::Username, name)));
    addresses.extend(scoped(own.parent, person.ids.parent));
    let display_name = non_empty(person.name);
    if addresses.is_empty() && display_name.is_none() && person.rare.is_none() {
        return None;
    }
    let mut contact = Contact { addresses, display_name, ..Contact::default() };
    if let Some(rare) = person.rare {
        contact.avatar_url = non_empty(rare.avatar);
        contact.country = non_empty(rare.country).map(Box::new);
        contact.identity_hash = non_empty(rare.identity_hash).map(Box::new);
    }
    Some(contact)
}

pub(crate) fn business_scoped(id: UserId) -> Option<Address> {
    Address::new(AddressKind::BusinessScopedUserId, id.0).present()
}

/// The change of a person's addresses that a system message reports.
pub(crate) struct AddressChange {
    new: Vec<Address>,
    previous: Vec<Address>,
    identity_hash: Option<Text>,
}

impl AddressChange {
    /// Returns the change, from the system message and its sender: the sender's number and IDs are
    /// the previous ones, unless they are the new ones.
    pub(crate) fn of(message: &System, sender: &Ids) -> Self {
        let number = message.wa_id.as_ref().or(message.new_wa_id.as_ref());
        let sent = |has_changed: bool, id: &Option<UserId>| id.clone().filter(|_| has_changed);
        let former = [
            message.previous_user_id.clone(),
            message.previous_parent_user_id.clone(),
            sent(message.user_id.is_some(), &sender.user),
            sent(message.parent_user_id.is_some(), &sender.parent),
        ];
        let new_ids = [message.user_id.clone(), message.parent_user_id.clone()];
        let former_number = sender.number.as_ref().filter(|_| number.is_some());
        let former_number = message.customer.as_ref().or(former_number);
        let [number, former_number] = [number, former_number]
            .map(|number| number.cloned().map(Address::from).and_then(Address::present));

        let scoped = |ids: Vec<Option<UserId>>| {
            ids.into_iter().flatten().filter_map(business_scoped).collect::<Vec<_>>()
        };
        let new: Vec<_> = number.into_iter().chain(scoped(new_ids.into())).collect();
        let mut previous: Vec<Address> = Vec::new();
        for address in former_number.into_iter().chain(scoped(former.into())) {
            let is_same = |other: &Address| other.value == address.value;
            if !new.iter().chain(&previous).any(is_same) {
                previous.push(address);
            }
        }
        Self { new, previous, identity_hash: non_empty(message.identity.clone()) }
    }

    /// Returns the contact after the change.
    pub(crate) fn apply(self, contact: Option<Contact>) -> Option<Contact> {
        let mut contact = contact.unwrap_or_default();
        contact.addresses.retain(|address| {
            let is_same = |other: &Address| other.value == address.value;
            !self.previous.iter().any(is_same)
                && !self.new.iter().any(|new| new.kind == address.kind && is_same(new))
        });
        contact.addresses.splice(..0, self.new);
        contact.previous = self.previous;
        contact.identity_hash = self.identity_hash.map(Box::new).or(contact.identity_hash);
        contact.present()
    }
}
