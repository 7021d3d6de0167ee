//! Ids of the rows: hashes of what identifies a thing within one installation.

use chathooks::normalize::Event;

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

/// The contact by its id, else by its first address.
pub fn contact(event: &Event) -> Option<String> {
    if let Some(id) = event.contact_id() {
        let account = event.account_id().map(ToString::to_string).unwrap_or_default();
        return Some(format!("contact|{account}|{id}"));
    }
    let address = event.contact.as_ref()?.addresses.first()?;
    Some(format!("address|{}", address.value.trim_start_matches('+')))
}
