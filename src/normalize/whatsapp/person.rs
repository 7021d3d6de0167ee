//! Who wrote a message, or whom a status is about.

use crate::{
    normalize::{Address, AddressKind, Contact, Text, some},
    whatsapp::{self, UserId},
    wire::WaId,
};

/// A person on WhatsApp, as in the list of contacts. The texts are `shared` if the person may have
/// several messages or statuses.
#[derive(Debug, Clone, Default)]
pub(crate) struct Person {
    name: Option<Text>,
    username: Option<Text>,
    number: Option<WaId>,
    user: Option<UserId>,
    parent: Option<UserId>,
}

impl From<whatsapp::Contact> for Person {
    fn from(contact: whatsapp::Contact) -> Self {
        let profile = contact.profile.map(|profile| (profile.name, profile.username));
        let (name, username) = profile.unwrap_or_default();
        Self {
            name,
            username,
            number: contact.wa_id,
            user: contact.user_id,
            parent: contact.parent_user_id,
        }
    }
}

impl Person {
    pub(crate) fn shared(self) -> Self {
        let [name, username] = [self.name, self.username].map(|text| text.map(Text::shared));
        let number = self.number.map(WaId::shared);
        let [user, parent] =
            [self.user, self.parent].map(|user| user.map(|id| UserId(id.0.shared())));
        Self { name, username, number, user, parent }
    }
}

/// The contact: a person, with what the message itself says of its sender.
pub(crate) fn contact(
    person: Person,
    number: Option<WaId>,
    user: Option<Box<UserId>>,
    parent: Option<Box<UserId>>,
) -> Option<Contact> {
    let scoped = |id: Option<Box<UserId>>, or: Option<UserId>| {
        id.and_then(|id| business_scoped(*id)).or_else(|| or.and_then(business_scoped))
    };
    let phone = |number: WaId| Address::number(AddressKind::Phone, number).present();
    // Mostly there are two fields with the number, or one.
    let mut addresses = Vec::with_capacity(2);
    addresses.extend(scoped(user, person.user));
    addresses.extend(person.number.map(Address::from).and_then(Address::present));
    addresses.extend(number.and_then(phone));
    addresses.extend(some(person.username).map(|name| Address::new(AddressKind::Username, name)));
    addresses.extend(scoped(parent, person.parent));
    let display_name = some(person.name);
    let is_known = !addresses.is_empty() || display_name.is_some();
    is_known.then(|| Contact { addresses, display_name, ..Contact::default() })
}

pub(crate) fn business_scoped(id: UserId) -> Option<Address> {
    Address::new(AddressKind::BusinessScopedUserId, id.0).present()
}
