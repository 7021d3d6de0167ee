//! Ids of the rows: hashes of what identifies a thing within one installation.

use chathooks::normalize::{Address, Event, Id as PlatformId, Kind};

use crate::{
    rows::Id,
    stream::{self, Delivery},
};

/// The id of a thing of this sort, at the endpoint that the delivery came to. Statuses may lack the
/// account that their message has, so it isn't part of it.
pub fn id(delivery: &Delivery, sort: &str, key: &str) -> Id {
    let parts = [sort, &delivery.endpoint, delivery.provider.as_str(), key];
    stream::id(parts.map(str::as_bytes))
}

/// The thread that an event belongs to: the platform's conversation, else the contact.
pub fn conversation(event: &Event) -> Option<String> {
    let conversation = event.conversation.as_ref().and_then(|conversation| {
        let id = conversation.id.as_ref()?;
        Some(format!("conversation|{}|{id}", account(event)))
    });
    conversation.or_else(|| contact(event)).or_else(|| match &event.kind {
        Kind::MessageStatusChanged(change) => change.recipient.as_ref().map(address),
        _ => None,
    })
}

/// The contact by its id, else by its first address.
pub fn contact(event: &Event) -> Option<String> {
    let contact = event.contact.as_ref()?;
    match &contact.id {
        Some(id) => Some(format!("contact|{}|{id}", account(event))),
        None => contact.addresses.first().map(address),
    }
}

fn account(event: &Event) -> String {
    let id = event.account.as_ref().and_then(|account| account.id.as_ref());
    id.map(PlatformId::to_string).unwrap_or_default()
}

fn address(address: &Address) -> String {
    format!("address|{}", address.value.trim_start_matches('+'))
}
