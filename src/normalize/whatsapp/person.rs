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
    let scoped = |id: Option<UserId>, or: &mut Option<UserId>| {
        id.and_then(business_scoped).or_else(|| or.take().and_then(business_scoped))
    };
    let phone = |number: WaId| Address::number(AddressKind::Phone, number.e164(), number).present();
    event.set_contact(|contact| {
        contact.display_name = some(person.name.take());
        let username = some(person.username.take());
        let addresses = &mut contact.addresses;
        addresses.extend(scoped(user, &mut person.user));
        addresses.extend(person.number.take().map(Address::from).and_then(Address::present));
        addresses.extend(number.and_then(phone));
        addresses.extend(username.map(|name| Address::new(AddressKind::Username, name)));
        addresses.extend(scoped(parent, &mut person.parent));
    });
}

pub(crate) fn business_scoped(id: UserId) -> Option<Address> {
    Address::new(AddressKind::BusinessScopedUserId, id.0).present()
}
