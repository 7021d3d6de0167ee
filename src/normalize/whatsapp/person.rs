//! Who it is.

use crate::{
    normalize::{Address, AddressKind, Event, Text, some},
    whatsapp::{self, UserId},
    wire::WaId,
};

/// Somebody on WhatsApp, as the list of contacts has them. The texts are `shared` if several
/// messages or statuses are theirs.
#[derive(Clone, Default)]
pub(crate) struct Person {
    name: Option<Text>,
    username: Option<Address>,
    number: Option<Address>,
    user: Option<Address>,
    parent: Option<Address>,
}

impl From<whatsapp::Contact> for Person {
    fn from(contact: whatsapp::Contact) -> Self {
        let profile = contact.profile.map(|profile| (profile.name, profile.username));
        let (name, username) = profile.unwrap_or_default();
        Self {
            name: some(name),
            username: some(username).map(|name| Address::new(AddressKind::Username, name)),
            number: contact.wa_id.map(Address::from).and_then(Address::present),
            user: contact.user_id.and_then(business_scoped),
            parent: contact.parent_user_id.and_then(business_scoped),
        }
    }
}

impl Person {
    pub(crate) fn shared(self) -> Self {
        let [username, number, user, parent] = [self.username, self.number, self.user, self.parent]
            .map(|address| address.map(Address::shared));
        Self { name: self.name.map(Text::shared), username, number, user, parent }
    }
}

/// Fills in the contact: somebody, who is taken to pieces, with what the message says of its sender.
pub(crate) fn introduce(
    event: &mut Event,
    person: Option<&mut Person>,
    number: Option<WaId>,
    user: Option<UserId>,
    parent: Option<UserId>,
) {
    let mut nobody = Person::default();
    let person = person.unwrap_or(&mut nobody);
    let number = number.map(|number| Address::number(AddressKind::Phone, number.e164(), number));
    event.set_contact(|contact| {
        contact.display_name = person.name.take();
        let addresses = &mut contact.addresses;
        addresses.extend(user.and_then(business_scoped).or(person.user.take()));
        addresses.extend(person.number.take());
        addresses.extend(number.and_then(Address::present));
        addresses.extend(person.username.take());
        addresses.extend(parent.and_then(business_scoped).or(person.parent.take()));
    });
}

pub(crate) fn business_scoped(id: UserId) -> Option<Address> {
    Address::new(AddressKind::BusinessScopedUserId, id.0).present()
}
