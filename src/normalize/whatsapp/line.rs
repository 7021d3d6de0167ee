//! Maps changes of a business phone number.

use std::mem;

use serde::Serialize;

use super::{Details, Envelope};
use crate::{
    normalize::{Actor, Address, Event, FieldChange, Kind, id::id},
    whatsapp::{AccountSettings, BusinessUsername, CallSettings, LineName, LineQuality},
    wire::{Extra, Json, Timestamp, WaId},
};

/// Maps a review of the name that customers see.
pub(super) fn name(mut envelope: Envelope<'_>, body: LineName) -> Event {
    envelope.set_business_number(body.display_phone_number);
    let changes = [
        change("requested_verified_name", None, body.requested_verified_name),
        change("decision", None, body.decision),
        change("rejection_reason", None, body.rejection_reason),
    ];
    envelope.inbox_updated("phone_number_name_update", None, changes, Actor::System, body.extra)
}

/// Maps a change of the messaging limit.
pub(super) fn quality(mut envelope: Envelope<'_>, body: LineQuality) -> Event {
    envelope.set_business_number(body.display_phone_number);
    let limit = body.max_daily_conversations_per_business;
    let changes = [
        change("event", None, body.event),
        change("max_daily_conversations_per_business", None, limit),
        change("current_limit", body.old_limit, body.current_limit),
    ];
    envelope.inbox_updated("phone_number_quality_update", None, changes, Actor::System, body.extra)
}

/// Maps a change of the business's username. It is absent where it was deleted, which the status
/// says.
pub(super) fn username(mut envelope: Envelope<'_>, body: BusinessUsername) -> Event {
    envelope.set_business_number(body.display_phone_number);
    let changes = [change("username", None, body.username), change("status", None, body.status)];
    envelope.inbox_updated("business_username_updates", None, changes, Actor::Unknown, body.extra)
}

/// Maps settings, without passwords.
pub(super) fn settings(mut envelope: Envelope<'_>, body: AccountSettings) -> Event {
    let mut changes = [None, None];
    let mut extra = body.extra;
    if let Some(mut settings) = body.phone_number_settings {
        if let Some(own) = id(settings.phone_number_id) {
            envelope.inbox.get_or_insert_default().id = Some(own);
        }
        changes = [
            change("calling", None, settings.calling.map(|calling| without_secrets(*calling))),
            change("callings", None, settings.callings.map(|calling| without_secrets(*calling))),
        ];
        for (key, json) in mem::take(&mut settings.extra).iter() {
            extra.push(key, json.clone());
        }
    }
    let time = body.timestamp.as_ref();
    envelope.inbox_updated("account_settings_update", time, changes, Actor::Unknown, extra)
}

/// Removes from call settings what only the telephone system should know, under whatever name.
fn without_secrets(mut body: CallSettings) -> CallSettings {
    if let Some(sip) = &mut body.sip {
        sip.extra = Extra::default();
        for server in sip.servers.iter_mut().flatten() {
            server.sip_user_password = None;
            server.extra = Extra::default();
        }
    }
    body
}

/// Returns the change of a setting, if it was sent.
fn change<T: Serialize>(field: &str, old: Option<T>, new: Option<T>) -> Option<FieldChange> {
    let [previous, current] = [old, new].map(|value| value.and_then(|value| Json::of(&value)));
    let is_sent = previous.is_some() || current.is_some();
    is_sent.then(|| FieldChange::new(field, previous, current))
}

impl Envelope<'_> {
    /// Sets the phone number that the change is about.
    pub(super) fn set_business_number(&mut self, number: Option<WaId>) {
        if let Some(address) = number.map(Address::from).and_then(Address::present) {
            self.inbox.get_or_insert_default().address = Some(address);
        }
    }

    fn inbox_updated(
        self,
        name: &'static str,
        time: Option<&Timestamp>,
        changes: impl IntoIterator<Item = Option<FieldChange>>,
        actor: Actor,
        extra: Extra,
    ) -> Event {
        let changes = changes.into_iter().flatten().collect();
        let details = Details { actor, extra, ..Details::default() };
        self.event(name, time, Kind::InboxUpdated(changes), details)
    }
}
