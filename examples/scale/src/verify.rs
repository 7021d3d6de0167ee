//! The store against the truth: what one process makes of all bodies, without broker and database.

use std::{fmt, ops::AddAssign};

use chathooks::normalize::Revision;
use chrono::DateTime;
use clap::Args;
use tokio_postgres::{Client, Row};

use crate::{
    Result,
    corpus::{self, Body},
    read::Read,
    rows::{self, Id, Last, Rows, Table},
    store,
    stream::Delivery,
};

#[derive(Args)]
pub struct Verify {
    /// Database
    #[arg(long, env = "DATABASE_URL", value_name = "URL")]
    database: String,

    /// How many bodies the sender sent
    #[arg(long, default_value_t = 2_000, value_name = "N")]
    bodies: usize,
}

impl Verify {
    pub async fn run(self) -> Result {
        let bodies = corpus::first(self.bodies);
        let client = store::connect(&self.database).await?;
        let verdict = compare(&client, truth(&bodies)).await?;
        verdict.examples.iter().for_each(|example| eprintln!("{example}"));
        println!("{verdict}");
        if verdict.is_clean() { Ok(()) } else { Err("the store is not as it should be".into()) }
    }
}

/// What is wrong with a store.
#[derive(Default, Debug, Clone)]
pub struct Verdict {
    /// Events and dead bodies that are not there.
    pub lost: usize,
    /// Effects of an event after its first, and events that should not be there.
    pub doubled: usize,
    /// Rows that hold something else, or are missing or too many while no event is.
    pub different: usize,
    /// The first few of these.
    pub examples: Vec<String>,
}

impl Verdict {
    pub fn is_clean(&self) -> bool {
        (self.lost, self.doubled, self.different) == (0, 0, 0)
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { lost, doubled, different, .. } = self;
        write!(f, "lost {lost}, doubled {doubled}, different {different}")
    }
}

impl AddAssign for Verdict {
    fn add_assign(&mut self, other: Self) {
        self.lost += other.lost;
        self.doubled += other.doubled;
        self.different += other.different;
        self.examples.extend(other.examples);
    }
}

/// The rows that these bodies make, sent in any order, in any batches, and any number of times.
pub fn truth(bodies: &[Body]) -> Rows {
    let reads: Vec<_> = bodies.iter().map(read).collect();
    Rows::of(&reads)
}

pub fn read(body: &Body) -> Read {
    Read::new(Delivery {
        endpoint: body.provider.to_string(),
        provider: body.provider,
        received_at: DateTime::UNIX_EPOCH,
        body: body.bytes.clone(),
    })
}

pub async fn compare(client: &Client, mut truth: Rows) -> Result<Verdict> {
    let mut stored = load(client).await?;
    for rows in [&mut truth, &mut stored] {
        // Of one delivery, taken again after an answer was lost, the times differ.
        rows.events.0.values_mut().for_each(|row| row.received_at = DateTime::UNIX_EPOCH);
        rows.dead.0.values_mut().for_each(|row| row.received_at = DateTime::UNIX_EPOCH);
    }
    let mut verdict = Verdict::default();
    let (events, dead) = (
        Difference::of("event", &truth.events, &stored.events),
        Difference::of("dead", &truth.dead, &stored.dead),
    );
    verdict.lost = events.missing + dead.missing;
    verdict.doubled = events.extra + dead.extra;
    verdict.different = events.changed + dead.changed;
    verdict.examples = [events.examples, dead.examples].concat();
    for table in [
        Difference::of("message", &truth.messages, &stored.messages),
        Difference::of("status", &truth.statuses, &stored.statuses),
        Difference::of("failure", &truth.failures, &stored.failures),
        Difference::of("conversation", &truth.conversations, &stored.conversations),
        Difference::of("contact", &truth.contacts, &stored.contacts),
    ] {
        verdict.different += table.missing + table.extra + table.changed;
        verdict.examples.extend(table.examples);
    }
    let effects = "SELECT count(*) - count(DISTINCT event) FROM outbox";
    let again: i64 = client.query_one(effects, &[]).await?.get(0);
    verdict.doubled += usize::try_from(again)?;
    let without = "SELECT count(*) FROM event WHERE id NOT IN (SELECT event FROM outbox)";
    let without: i64 = client.query_one(without, &[]).await?.get(0);
    verdict.lost += usize::try_from(without)?;
    Ok(verdict)
}

struct Difference {
    missing: usize,
    extra: usize,
    changed: usize,
    examples: Vec<String>,
}

impl Difference {
    fn of<K: Ord, R: PartialEq + fmt::Debug>(
        name: &str,
        truth: &Table<K, R>,
        stored: &Table<K, R>,
    ) -> Self {
        let missing: Vec<_> =
            truth.0.iter().filter(|(id, _)| !stored.0.contains_key(*id)).collect();
        let extra = stored.0.keys().filter(|id| !truth.0.contains_key(*id)).count();
        let pairs = truth.0.iter().filter_map(|(id, row)| Some((row, stored.0.get(id)?)));
        let changed: Vec<_> = pairs.filter(|(one, other)| one != other).collect();
        let mut examples = Vec::new();
        let (lost, count) = (missing.len(), changed.len());
        if lost > 0 || extra > 0 || count > 0 {
            examples.push(format!("{name}: {lost} missing, {extra} too many, {count} different"));
        }
        examples.extend(missing.first().map(|(_, row)| format!("{name}: missing {row:?}")));
        let first = changed.first().map(|(one, other)| format!("{name}: {one:?} is {other:?}"));
        examples.extend(first);
        Self { missing: lost, extra, changed: count, examples }
    }
}

async fn load(client: &Client) -> Result<Rows> {
    let mut rows = Rows::default();
    let sql =
        "SELECT id, weak, endpoint, provider, kind, message, conversation, contact, occurred_at,
        received_at, revision, json FROM event";
    for row in client.query(sql, &[]).await? {
        let event = rows::Event {
            weak: row.get(1),
            endpoint: row.get(2),
            provider: row.get(3),
            kind: row.get(4),
            message: id(&row, 5),
            conversation: id(&row, 6),
            contact: id(&row, 7),
            occurred_at: row.get(8),
            received_at: row.get(9),
            last: last(&row, 11, 10).ok_or("an event without a revision")?,
        };
        rows.events.0.insert(id(&row, 0).ok_or("no id")?, event);
    }
    let sql = "SELECT id, endpoint, provider, message_id, deleted, conversation, content, revision
        FROM message";
    for row in client.query(sql, &[]).await? {
        let message = rows::Message {
            endpoint: row.get(1),
            provider: row.get(2),
            message_id: row.get(3),
            deleted: row.get(4),
            conversation: id(&row, 5),
            content: last(&row, 6, 7),
        };
        rows.messages.0.insert(id(&row, 0).ok_or("no id")?, message);
    }
    for row in client.query("SELECT message, status, rank, at FROM status", &[]).await? {
        let status = rows::Status { rank: row.get(2), at: row.get(3) };
        rows.statuses.0.insert((id(&row, 0).ok_or("no id")?, row.get(1)), status);
    }
    for row in client.query("SELECT message, id, json FROM failure", &[]).await? {
        let ids = id(&row, 0).zip(id(&row, 1)).ok_or("no id")?;
        rows.failures.0.insert(ids, rows::Failure { json: row.get(2) });
    }
    let sql =
        "SELECT id, endpoint, provider, key, deleted, last_at, status, status_revision, assignee,
        assignee_revision FROM conversation";
    for row in client.query(sql, &[]).await? {
        let conversation = rows::Conversation {
            endpoint: row.get(1),
            provider: row.get(2),
            key: row.get(3),
            deleted: row.get(4),
            last_at: row.get(5),
            status: last(&row, 6, 7),
            assignee: last(&row, 8, 9),
        };
        rows.conversations.0.insert(id(&row, 0).ok_or("no id")?, conversation);
    }
    let sql = "SELECT id, endpoint, provider, deleted, json, revision FROM contact";
    for row in client.query(sql, &[]).await? {
        let contact = rows::Contact {
            endpoint: row.get(1),
            provider: row.get(2),
            deleted: row.get(3),
            json: last(&row, 4, 5),
        };
        rows.contacts.0.insert(id(&row, 0).ok_or("no id")?, contact);
    }
    let sql = "SELECT id, reason, endpoint, provider, received_at, errors, body FROM dead";
    for row in client.query(sql, &[]).await? {
        let dead = rows::Dead {
            reason: row.get::<_, String>(1).into(),
            endpoint: row.get(2),
            provider: row.get(3),
            received_at: row.get(4),
            errors: row.get(5),
            body: row.get(6),
        };
        rows.dead.0.insert(id(&row, 0).ok_or("no id")?, dead);
    }
    Ok(rows)
}

fn id(row: &Row, column: usize) -> Option<Id> {
    row.get::<_, Option<&[u8]>>(column)?.try_into().ok()
}

fn last(row: &Row, value: usize, revision: usize) -> Option<Last> {
    let bytes: Option<&[u8]> = row.get(revision);
    let revision: [u8; Revision::LEN] = bytes?.try_into().ok()?;
    Some(Last { revision: revision.into(), value: row.get(value) })
}
