//! Maps Chatwoot's inboxes.

use super::{Name, account};
use crate::{
    Provider,
    chatwoot::{self, ChannelRecord, InboxSettings},
    normalize::{
        Address, AddressKind, Event, Inbox, Kind, Text, event_time::EventTime, id, non_empty,
    },
    wire::Phone,
};

pub(super) fn settings(
    name: Name,
    body: Box<InboxSettings>,
    kind: Kind,
    moment: Option<EventTime>,
) -> Event {
    Event {
        inbox: Inbox {
            id: id(body.inbox_id().cloned()),
            channel_id: id(body.channel.as_ref().and_then(ChannelRecord::id)),
            name: non_empty(body.name),
            address: body.channel.as_ref().and_then(address),
            ..Inbox::default()
        }
        .present(),
        account: body.account.map(account),
        extra: body.extra,
        ..Event::at(moment, Provider::Chatwoot, name, kind)
    }
}

pub(super) fn inbox(inbox: chatwoot::Inbox) -> Inbox {
    Inbox { id: id(Some(inbox.id)), name: non_empty(inbox.name), ..Inbox::default() }
}

/// Returns the address of the business, from the column that the type of channel has for it.
fn address(channel: &ChannelRecord) -> Option<Address> {
    let column = |name| non_empty(channel.get_as::<Text>(name).ok().flatten());
    let phone = column("phone_number").map(|phone| Phone::from(&*phone).into());
    phone
        .or_else(|| column("email").map(|email| Address::new(AddressKind::Email, email)))
        .or_else(|| column("website_url").map(|url| Address::new(AddressKind::Website, url)))
        .and_then(Address::present)
}
