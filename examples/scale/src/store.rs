//! The store: rows into tables, all of them in one transaction.
//!
//! Every statement takes arrays, sorted by primary key, and leaves rows alone that would stay as they
//! are: a body that comes again costs reading, not writing.

use std::time::Duration;

use tokio_postgres::{
    Client, Config, NoTls, Statement, Transaction, error::SqlState, types::ToSql,
};

use crate::{
    Result,
    rows::{Id, Last, Rows},
};

pub type Refusal = tokio_postgres::Error;

/// The tables, one file each step. Each is applied once.
const MIGRATIONS: [(&str, &str); 2] = [
    ("0001_tables", include_str!("../migrations/0001_tables.sql")),
    ("0002_indexes", include_str!("../migrations/0002_indexes.sql")),
];

pub struct Store {
    client: Client,
    statements: Statements,
}

/// What writes each table, and what events have to do besides.
struct Statements {
    events: Statement,
    weak: Statement,
    known: Statement,
    messages: Statement,
    statuses: Statement,
    failures: Statement,
    conversations: Statement,
    contacts: Statement,
    dead: Statement,
}

/// Connects, and goes on trying for as long as it takes.
pub async fn connect(url: &str) -> Result<Client> {
    let mut config: Config = url.parse()?;
    config.connect_timeout(Duration::from_secs(2));
    config.keepalives_idle(Duration::from_secs(10)).tcp_user_timeout(Duration::from_secs(10));
    let mut pause = Duration::from_millis(100);
    loop {
        match config.connect(NoTls).await {
            Ok((client, connection)) => {
                tokio::spawn(connection);
                return Ok(client);
            }
            Err(error) => eprintln!("database: {error}"),
        }
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(Duration::from_secs(2));
    }
}

/// Applies the migrations that the database lacks.
async fn migrate(client: &mut Client) -> Result {
    let transaction = client.transaction().await?;
    // One process at a time.
    transaction.execute("SELECT pg_advisory_xact_lock(4773216)", &[]).await?;
    let table = "CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY)";
    transaction.batch_execute(table).await?;
    for (name, sql) in MIGRATIONS {
        let insert = "INSERT INTO migration VALUES ($1) ON CONFLICT DO NOTHING";
        if transaction.execute(insert, &[&name]).await? == 1 {
            transaction.batch_execute(sql).await?;
        }
    }
    Ok(transaction.commit().await?)
}

impl Store {
    pub async fn open(url: &str) -> Result<Self> {
        let mut client = connect(url).await?;
        migrate(&mut client).await?;
        let statements = Statements {
            events: client.prepare(include_str!("../statements/events.sql")).await?,
            weak: client.prepare(include_str!("../statements/weak.sql")).await?,
            known: client.prepare(include_str!("../statements/known.sql")).await?,
            messages: client.prepare(include_str!("../statements/messages.sql")).await?,
            statuses: client.prepare(include_str!("../statements/statuses.sql")).await?,
            failures: client.prepare(include_str!("../statements/failures.sql")).await?,
            conversations: client.prepare(include_str!("../statements/conversations.sql")).await?,
            contacts: client.prepare(include_str!("../statements/contacts.sql")).await?,
            dead: client.prepare(include_str!("../statements/dead.sql")).await?,
        };
        Ok(Self { client, statements })
    }

    pub fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    /// Stores all of the rows or none; how many events are new.
    pub async fn write(&mut self, rows: &Rows) -> std::result::Result<u64, Refusal> {
        let transaction = self.client.transaction().await?;
        let to = &self.statements;
        let mut new = 0;
        let all = &rows.events;
        if !all.0.is_empty() {
            let columns: &[&(dyn ToSql + Sync)] = &[
                &all.column(|id, _| &id[..]),
                &all.column(|_, row| row.weak),
                &all.column(|_, row| &*row.endpoint),
                &all.column(|_, row| &*row.provider),
                &all.column(|_, row| &*row.kind),
                &all.column(|_, row| row.message.as_ref().map(bytes)),
                &all.column(|_, row| row.conversation.as_ref().map(bytes)),
                &all.column(|_, row| row.contact.as_ref().map(bytes)),
                &all.column(|_, row| row.occurred_at),
                &all.column(|_, row| row.received_at),
                &all.column(|_, row| &row.last.revision.as_bytes()[..]),
                &all.column(|_, row| &*row.last.value),
            ];
            new += transaction.execute(&to.events, columns).await?;
            if new < u64::try_from(all.0.len()).unwrap_or(u64::MAX) {
                if all.0.values().any(|row| row.weak) {
                    new += transaction.execute(&to.weak, columns).await?;
                }
                transaction.execute(&to.known, columns).await?;
            }
        }
        let all = &rows.messages;
        let columns: &[&(dyn ToSql + Sync)] = &[
            &all.column(|id, _| &id[..]),
            &all.column(|_, row| &*row.endpoint),
            &all.column(|_, row| &*row.provider),
            &all.column(|_, row| &*row.message_id),
            &all.column(|_, row| row.deleted),
            &all.column(|_, row| row.conversation.as_ref().map(bytes)),
            &all.column(|_, row| value(row.content.as_ref())),
            &all.column(|_, row| revision(row.content.as_ref())),
        ];
        run(&transaction, &to.messages, all.0.len(), columns).await?;
        let all = &rows.statuses;
        let columns: &[&(dyn ToSql + Sync)] = &[
            &all.column(|(message, _), _| &message[..]),
            &all.column(|(_, status), _| &**status),
            &all.column(|_, row| row.rank),
            &all.column(|_, row| row.at),
        ];
        run(&transaction, &to.statuses, all.0.len(), columns).await?;
        let all = &rows.failures;
        let columns: &[&(dyn ToSql + Sync)] = &[
            &all.column(|(message, _), _| &message[..]),
            &all.column(|(_, id), _| &id[..]),
            &all.column(|_, row| &*row.json),
        ];
        run(&transaction, &to.failures, all.0.len(), columns).await?;
        let all = &rows.conversations;
        let columns: &[&(dyn ToSql + Sync)] = &[
            &all.column(|id, _| &id[..]),
            &all.column(|_, row| &*row.endpoint),
            &all.column(|_, row| &*row.provider),
            &all.column(|_, row| &*row.key),
            &all.column(|_, row| row.deleted),
            &all.column(|_, row| row.last_at),
            &all.column(|_, row| value(row.status.as_ref())),
            &all.column(|_, row| revision(row.status.as_ref())),
            &all.column(|_, row| value(row.assignee.as_ref())),
            &all.column(|_, row| revision(row.assignee.as_ref())),
        ];
        run(&transaction, &to.conversations, all.0.len(), columns).await?;
        let all = &rows.contacts;
        let columns: &[&(dyn ToSql + Sync)] = &[
            &all.column(|id, _| &id[..]),
            &all.column(|_, row| &*row.endpoint),
            &all.column(|_, row| &*row.provider),
            &all.column(|_, row| row.deleted),
            &all.column(|_, row| value(row.json.as_ref())),
            &all.column(|_, row| revision(row.json.as_ref())),
        ];
        run(&transaction, &to.contacts, all.0.len(), columns).await?;
        let all = &rows.dead;
        let columns: &[&(dyn ToSql + Sync)] = &[
            &all.column(|id, _| &id[..]),
            &all.column(|_, row| &*row.reason),
            &all.column(|_, row| &*row.endpoint),
            &all.column(|_, row| &*row.provider),
            &all.column(|_, row| row.received_at),
            &all.column(|_, row| &*row.errors),
            &all.column(|_, row| &*row.body),
        ];
        run(&transaction, &to.dead, all.0.len(), columns).await?;
        transaction.commit().await?;
        Ok(new)
    }
}

async fn run(
    transaction: &Transaction<'_>,
    statement: &Statement,
    rows: usize,
    columns: &[&(dyn ToSql + Sync)],
) -> std::result::Result<(), Refusal> {
    if rows > 0 {
        transaction.execute(statement, columns).await?;
    }
    Ok(())
}

fn bytes(id: &Id) -> &[u8] {
    id
}

fn value(last: Option<&Last>) -> Option<&str> {
    last.map(|last| &*last.value)
}

fn revision(last: Option<&Last>) -> Option<&[u8]> {
    last.map(|last| &last.revision.as_bytes()[..])
}

/// Whether it is the fault of the rows, so that the same rows will be refused again.
pub fn is_fault_of_rows(error: &Refusal) -> bool {
    match error.code() {
        // Cardinality, data, integrity, program limit.
        Some(state) => ["21", "22", "23", "54"].contains(&&state.code()[..2]),
        // A value that has no form in the database's protocol; what fails on the way has a closed
        // connection.
        None => error.to_string().starts_with("error serializing parameter"),
    }
}

/// The error without what the rows hold: the detail shows values.
pub fn describe(error: &Refusal) -> String {
    match error.as_db_error() {
        Some(refused) => format!("{} {}", refused.code().code(), refused.message()),
        None => error.to_string(),
    }
}

pub fn is_deadlock(error: &Refusal) -> bool {
    error.code() == Some(&SqlState::T_R_DEADLOCK_DETECTED)
}
