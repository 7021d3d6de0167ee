//! The rows of the tables, merged so that no statement touches one twice, and in the order of their
//! ids, so that two workers never wait for each other in a circle.
//!
//! Every merge is commutative, associative and idempotent, here as in the statements of `store`. So the
//! rows of all bodies at once are what the tables hold in the end, whatever the order, the batches and
//! the repetitions; `verify` compares the two.

use std::{
    borrow::Cow,
    collections::{BTreeMap, btree_map::Entry},
};

use chathooks::normalize::Revision;
use chrono::{DateTime, Utc};

/// A SHA-256.
pub type Id = [u8; 32];
pub type Time = DateTime<Utc>;

#[derive(Default, Debug, PartialEq)]
pub struct Rows {
    pub events: Table<Id, Event>,
    pub messages: Table<Id, Message>,
    pub statuses: Table<(Id, String), Status>,
    pub failures: Table<(Id, Id), Failure>,
    pub conversations: Table<Id, Conversation>,
    pub contacts: Table<Id, Contact>,
    pub dead: Table<Id, Dead>,
}

#[derive(Debug, PartialEq)]
pub struct Event {
    /// The key counts for ten minutes only.
    pub weak: bool,
    pub endpoint: String,
    pub provider: String,
    pub kind: String,
    pub message: Option<Id>,
    pub conversation: Option<Id>,
    pub contact: Option<Id>,
    pub occurred_at: Option<Time>,
    pub received_at: Time,
    pub last: Last,
}

#[derive(Debug, PartialEq)]
pub struct Message {
    pub endpoint: String,
    pub provider: String,
    pub message_id: String,
    pub deleted: bool,
    pub conversation: Option<Id>,
    pub content: Option<Last>,
}

#[derive(Debug, PartialEq)]
pub struct Status {
    pub rank: i16,
    /// The earliest that was reported.
    pub at: Option<Time>,
}

#[derive(Debug, PartialEq)]
pub struct Failure {
    pub json: String,
}

#[derive(Debug, PartialEq)]
pub struct Conversation {
    pub endpoint: String,
    pub provider: String,
    pub key: String,
    pub deleted: bool,
    pub last_at: Option<Time>,
    pub status: Option<Last>,
    pub assignee: Option<Last>,
}

#[derive(Debug, PartialEq)]
pub struct Contact {
    pub endpoint: String,
    pub provider: String,
    pub deleted: bool,
    pub json: Option<Last>,
}

#[derive(Debug, PartialEq)]
pub struct Dead {
    pub reason: Cow<'static, str>,
    pub endpoint: String,
    pub provider: String,
    pub received_at: Time,
    pub errors: String,
    pub body: Vec<u8>,
}

/// A value of which the last writer's counts. `None`, in an option of it, is before all others.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Last {
    pub revision: Revision,
    pub value: String,
}

/// What two rows with one id are together.
pub trait Merge {
    fn merge(&mut self, other: Self);
}

impl Merge for Event {
    fn merge(&mut self, other: Self) {
        let received_at = self.received_at.min(other.received_at);
        if other.last > self.last {
            *self = other;
        }
        self.received_at = received_at;
    }
}

impl Merge for Message {
    fn merge(&mut self, other: Self) {
        self.deleted |= other.deleted;
        if other.content > self.content {
            self.content = other.content;
            self.conversation = other.conversation;
        }
    }
}

impl Merge for Status {
    fn merge(&mut self, other: Self) {
        self.at = self.at.into_iter().chain(other.at).min();
    }
}

impl Merge for Failure {
    fn merge(&mut self, _: Self) {}
}

impl Merge for Conversation {
    fn merge(&mut self, other: Self) {
        self.deleted |= other.deleted;
        self.last_at = self.last_at.max(other.last_at);
        self.status = self.status.take().max(other.status);
        self.assignee = self.assignee.take().max(other.assignee);
    }
}

impl Merge for Contact {
    fn merge(&mut self, other: Self) {
        self.deleted |= other.deleted;
        self.json = self.json.take().max(other.json);
    }
}

impl Merge for Dead {
    fn merge(&mut self, other: Self) {
        self.received_at = self.received_at.min(other.received_at);
    }
}

/// Rows by id.
#[derive(Debug, PartialEq)]
pub struct Table<K, R>(pub BTreeMap<K, R>);

impl<K, R> Default for Table<K, R> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K: Ord, R: Merge> Table<K, R> {
    pub fn put(&mut self, id: K, row: R) {
        match self.0.entry(id) {
            Entry::Vacant(entry) => {
                entry.insert(row);
            }
            Entry::Occupied(entry) => entry.into_mut().merge(row),
        }
    }

    /// One column, in the order of the ids.
    pub fn column<'a, C>(&'a self, column: impl Fn(&'a K, &'a R) -> C) -> Vec<C> {
        self.0.iter().map(|(id, row)| column(id, row)).collect()
    }
}
