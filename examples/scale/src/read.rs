//! From a body to rows: what each event means for the tables.

use chathooks::{
    Received,
    normalize::{DeliveryProgress, Event, EventKey, Kind, Revision},
};
use chrono::SubsecRound;
use serde::Serialize;

use crate::{
    keys,
    rows::{self, Id, Last, Rows, Time},
    stream::{self, Delivery},
};

/// A delivery that was read.
pub struct Read {
    pub delivery: Delivery,
    pub received: Received,
}

impl Read {
    pub fn new(delivery: Delivery) -> Self {
        let received = delivery.provider.receive(&delivery.body);
        Self { delivery, received }
    }

    /// The one row of a body that the database refuses.
    pub fn refused(&self, error: &str) -> Rows {
        let mut rows = Rows::default();
        rows.add_dead(&self.delivery, "database", error);
        rows
    }
}

impl Rows {
    pub fn of<'a>(reads: impl IntoIterator<Item = &'a Read>) -> Self {
        let mut rows = Self::default();
        for Read { delivery, received } in reads {
            for event in &received.events {
                rows.add(delivery, event);
            }
            if let Some(error) = &received.error {
                rows.add_dead(delivery, "body", &error.to_string());
            } else if !received.is_complete() {
                let errors: Vec<_> =
                    received.misfits.iter().map(|misfit| misfit.error.to_string()).collect();
                rows.add_dead(delivery, "part", &errors.join("\n"));
            }
        }
        rows
    }

    fn add(&mut self, delivery: &Delivery, event: &Event) {
        let key = event.key().scoped(&delivery.endpoint);
        // What has no key is too short-lived to be stored.
        let Some(id) = key.digest() else { return };
        let json = json(event);
        let revision = Revision::of_json(event, &json);
        let conversation = self.add_conversation(delivery, event, revision);
        let message = self.add_message(delivery, event, revision, conversation);
        let row = rows::Event {
            weak: matches!(key, EventKey::Weak(_)),
            endpoint: delivery.endpoint.clone(),
            provider: event.provider.to_string(),
            kind: event.kind.name().to_owned(),
            message,
            conversation,
            contact: self.add_contact(delivery, event, revision),
            occurred_at: time(event),
            received_at: delivery.received_at,
            last: Last { revision, value: json },
        };
        self.events.put(id, row);
    }

    fn add_message(
        &mut self,
        delivery: &Delivery,
        event: &Event,
        revision: Revision,
        conversation: Option<Id>,
    ) -> Option<Id> {
        let message_id = event.message_id()?.to_text();
        let id = keys::id(delivery, "message", &message_id);
        if let Some(message) = event.message() {
            let deleted = matches!(event.kind, Kind::MessageDeleted(_));
            let row = rows::Message {
                endpoint: delivery.endpoint.clone(),
                provider: event.provider.to_string(),
                message_id: clean(&message_id),
                deleted,
                conversation: conversation.filter(|_| !deleted),
                content: (!deleted).then(|| Last { revision, value: self::json(message) }),
            };
            self.messages.put(id, row);
        }
        if let Some(progress) = DeliveryProgress::of(event) {
            for (status, rank, at) in progress.rows() {
                let at = at.map(|at| at.trunc_subsecs(6));
                self.statuses.put((id, clean(status)), rows::Status { rank: rank.into(), at });
            }
            for error in &progress.errors {
                let json = json(error);
                self.failures.put((id, stream::id([json.as_bytes()])), rows::Failure { json });
            }
        }
        Some(id)
    }

    fn add_conversation(
        &mut self,
        delivery: &Delivery,
        event: &Event,
        revision: Revision,
    ) -> Option<Id> {
        let key = event.conversation_key()?;
        let id = keys::id(delivery, "conversation", &key);
        let status = match &event.kind {
            Kind::ConversationStatusChanged(change) => change.status.as_ref(),
            Kind::ConversationCreated | Kind::ConversationUpdated(_) => {
                event.conversation.as_ref().and_then(|conversation| conversation.status.as_ref())
            }
            _ => None,
        };
        let last = |value| Last { revision, value };
        let row = rows::Conversation {
            endpoint: delivery.endpoint.clone(),
            provider: event.provider.to_string(),
            key: clean(&key),
            deleted: matches!(event.kind, Kind::ConversationDeleted),
            last_at: time(event),
            status: status.map(|status| last(clean(status.as_str()))),
            assignee: event.assignment().map(|assignment| last(json(&*assignment))),
        };
        self.conversations.put(id, row);
        Some(id)
    }

    fn add_contact(
        &mut self,
        delivery: &Delivery,
        event: &Event,
        revision: Revision,
    ) -> Option<Id> {
        let id = keys::id(delivery, "contact", &keys::contact(event)?);
        let named = event.contact.as_ref().filter(|contact| contact.name().is_some());
        let row = rows::Contact {
            endpoint: delivery.endpoint.clone(),
            provider: event.provider.to_string(),
            deleted: matches!(event.kind, Kind::ContactDeleted),
            json: named.map(|contact| Last { revision, value: json(contact) }),
        };
        self.contacts.put(id, row);
        Some(id)
    }

    fn add_dead(&mut self, delivery: &Delivery, reason: &'static str, errors: &str) {
        let row = rows::Dead {
            reason: reason.into(),
            endpoint: delivery.endpoint.clone(),
            provider: delivery.provider.to_string(),
            received_at: delivery.received_at,
            errors: clean(errors),
            body: delivery.body.to_vec(),
        };
        self.dead.put(delivery.id(), row);
    }
}

/// PostgreSQL keeps microseconds.
fn time(event: &Event) -> Option<Time> {
    event.occurred_at.map(|at| at.trunc_subsecs(6))
}

/// Events and their parts can always be written.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// PostgreSQL takes no NUL in a text. In JSON it is escaped.
fn clean(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}
