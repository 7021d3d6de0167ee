//! Maps Chatwoot's contacts, agents and bots.

use std::convert;

use crate::{
    chatwoot::{self, ContactSourceId, Party, PartyType},
    normalize::{
        Actor, Address, AddressKind, Agent, AgentKind, Channel, Contact, Text, id, non_empty,
    },
    wire::{Phone, WaId},
};

/// Maps a contact or a party, which have the same members as far as they are mapped.
macro_rules! contacts {
    ($($model:ident by $id:expr),+) => { $(
        impl From<Box<chatwoot::$model>> for Contact {
            fn from(body: Box<chatwoot::$model>) -> Self {
                let identifier = body.identifier.map(|id| id.0.into());
                Self {
                    id: id($id(body.id)),
                    addresses: addresses(body.phone_number, body.email, identifier),
                    display_name: non_empty(body.name),
                    avatar_url: non_empty(body.avatar).or(non_empty(body.thumbnail)),
                    blocked: body.blocked,
                    company_id: id(body.company_id).map(Box::new),
                    custom_attributes: body.custom_attributes,
                    additional_attributes: body.additional_attributes.map(Into::into),
                    ..Self::default()
                }
            }
        }
    )+ };
}

contacts!(Contact by Some, Party by convert::identity);

fn addresses(phone: Option<Phone>, email: Option<Text>, identifier: Option<Text>) -> Vec<Address> {
    let phone = phone.map(Address::from).and_then(Address::present);
    let email = non_empty(email).map(|email| Address::new(AddressKind::Email, email));
    let identifier = identifier.map(|id| Address::new(AddressKind::Identifier, id));
    let identifier = identifier.and_then(Address::present);
    [phone, email, identifier].into_iter().flatten().collect()
}

/// Returns the ID of a contact in an inbox as an address; on WhatsApp, it is the contact's account
/// there.
pub(super) fn source_address(id: ContactSourceId, channel: Option<&Channel>) -> Option<Address> {
    if channel != Some(&Channel::WhatsApp) {
        return Address::new(AddressKind::SourceId, id.0).present();
    }
    // Twilio puts `whatsapp:` before the number.
    let id = Text::from(id.0);
    let number = id.strip_prefix("whatsapp:").map_or_else(|| WaId::from(&*id), WaId::from);
    Address::from(number).present()
}

pub(super) fn with_address(contact: Option<Contact>, address: Option<Address>) -> Option<Contact> {
    let Some(address) = address else { return contact };
    let mut contact = contact.unwrap_or_default();
    contact.addresses.push(address);
    Some(contact)
}

impl Contact {
    /// Adds what another representation of the same contact has in addition.
    pub(super) fn completed(mut self, other: Self) -> Self {
        if self.id != other.id {
            return self;
        }
        for address in other.addresses {
            if self.address(&address.kind).is_none() {
                self.addresses.push(address);
            }
        }
        self.display_name = self.display_name.or(other.display_name);
        self.avatar_url = self.avatar_url.or(other.avatar_url);
        self.blocked = self.blocked.or(other.blocked);
        self.company_id = self.company_id.or(other.company_id);
        self.custom_attributes = self.custom_attributes.or(other.custom_attributes);
        self.additional_attributes = self.additional_attributes.or(other.additional_attributes);
        self
    }
}

/// Maps a party to an agent, of the likely kind if the party does not give one.
pub(super) fn agent(party: Box<Party>, likely: Option<AgentKind>) -> Agent {
    let kind = match party.kind {
        Some(PartyType::User) => Some(AgentKind::User),
        Some(PartyType::AgentBot) => Some(AgentKind::Bot),
        Some(PartyType::CaptainAssistant) => Some(AgentKind::Assistant),
        Some(PartyType::Contact | PartyType::Unknown(_)) | None => likely,
    };
    let name = non_empty(party.name).or(non_empty(party.available_name));
    Agent { kind, id: id(party.id), name, email: non_empty(party.email) }
}

/// Maps a party to an actor, of the likely type if the party does not give one.
pub(super) fn actor(party: Box<Party>, likely: &PartyType) -> Actor {
    match party.party_type().unwrap_or(likely) {
        PartyType::Contact => Actor::Contact,
        PartyType::User => Actor::Agent(Box::new(agent(party, Some(AgentKind::User)))),
        PartyType::AgentBot => Actor::Bot(Box::new(agent(party, Some(AgentKind::Bot)))),
        PartyType::CaptainAssistant => {
            Actor::Bot(Box::new(agent(party, Some(AgentKind::Assistant))))
        }
        PartyType::Unknown(_) => Actor::Unknown,
    }
}
