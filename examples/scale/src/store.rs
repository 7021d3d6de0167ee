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
    statements: Vec<Statement>,
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
        let mut statements = Vec::new();
        for sql in ALL {
            statements.push(client.prepare(sql).await?);
        }
        Ok(Self { client, statements })
    }

    pub fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    /// Stores all of the rows or none; how many events are new.
    pub async fn write(&mut self, rows: &Rows) -> std::result::Result<u64, Refusal> {
        let transaction = self.client.transaction().await?;
        let [events, weak, known, messages, statuses, failures, conversations, contacts, dead] =
            &*self.statements
        else {
            unreachable!("one for each of ALL")
        };
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
            new += transaction.execute(events, columns).await?;
            if new < u64::try_from(all.0.len()).unwrap_or(u64::MAX) {
                if all.0.values().any(|row| row.weak) {
                    new += transaction.execute(weak, columns).await?;
                }
                transaction.execute(known, columns).await?;
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
            &all.column(|_, row| value(&row.content)),
            &all.column(|_, row| revision(&row.content)),
        ];
        run(&transaction, messages, all.0.len(), columns).await?;
        let all = &rows.statuses;
        let columns: &[&(dyn ToSql + Sync)] = &[
            &all.column(|(message, _), _| &message[..]),
            &all.column(|(_, status), _| &**status),
            &all.column(|_, row| row.rank),
            &all.column(|_, row| row.at),
        ];
        run(&transaction, statuses, all.0.len(), columns).await?;
        let all = &rows.failures;
        let columns: &[&(dyn ToSql + Sync)] = &[
            &all.column(|(message, _), _| &message[..]),
            &all.column(|(_, id), _| &id[..]),
            &all.column(|_, row| &*row.json),
        ];
        run(&transaction, failures, all.0.len(), columns).await?;
        let all = &rows.conversations;
        let columns: &[&(dyn ToSql + Sync)] = &[
            &all.column(|id, _| &id[..]),
            &all.column(|_, row| &*row.endpoint),
            &all.column(|_, row| &*row.provider),
            &all.column(|_, row| &*row.key),
            &all.column(|_, row| row.deleted),
            &all.column(|_, row| row.last_at),
            &all.column(|_, row| value(&row.status)),
            &all.column(|_, row| revision(&row.status)),
            &all.column(|_, row| value(&row.assignee)),
            &all.column(|_, row| revision(&row.assignee)),
        ];
        run(&transaction, conversations, all.0.len(), columns).await?;
        let all = &rows.contacts;
        let columns: &[&(dyn ToSql + Sync)] = &[
            &all.column(|id, _| &id[..]),
            &all.column(|_, row| &*row.endpoint),
            &all.column(|_, row| &*row.provider),
            &all.column(|_, row| row.deleted),
            &all.column(|_, row| value(&row.json)),
            &all.column(|_, row| revision(&row.json)),
        ];
        run(&transaction, contacts, all.0.len(), columns).await?;
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
        run(&transaction, dead, all.0.len(), columns).await?;
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

fn value(last: &Option<Last>) -> Option<&str> {
    last.as_ref().map(|last| &*last.value)
}

fn revision(last: &Option<Last>) -> Option<&[u8]> {
    last.as_ref().map(|last| &last.revision.as_bytes()[..])
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

const ALL: [&str; 9] =
    [EVENTS, WEAK, KNOWN, MESSAGES, STATUSES, FAILURES, CONVERSATIONS, CONTACTS, DEAD];

/// New events, and their effects in the same statement.
const EVENTS: &str = "
    WITH new AS (
        INSERT INTO event (id, weak, endpoint, provider, kind, message, conversation, contact,
            occurred_at, received_at, revision, json)
        SELECT * FROM unnest($1::bytea[], $2::bool[], $3::text[], $4::text[], $5::text[],
            $6::bytea[], $7::bytea[], $8::bytea[], $9::timestamptz[], $10::timestamptz[],
            $11::bytea[], $12::text[])
        ON CONFLICT (id) DO NOTHING
        RETURNING id
    )
    INSERT INTO outbox (event) SELECT id FROM new";

/// Events with a weak key whose row is more than ten minutes older: another fact, which takes its row.
const WEAK: &str = "
    WITH again AS (
        SELECT new.* FROM unnest($1::bytea[], $2::bool[], $3::text[], $4::text[], $5::text[],
            $6::bytea[], $7::bytea[], $8::bytea[], $9::timestamptz[], $10::timestamptz[],
            $11::bytea[], $12::text[])
            AS new (id, weak, endpoint, provider, kind, message, conversation, contact,
                occurred_at, received_at, revision, json)
        JOIN event USING (id)
        WHERE new.weak AND new.received_at > event.received_at + interval '10 minutes'
        ORDER BY id
        FOR UPDATE OF event
    ), changed AS (
        UPDATE event SET (occurred_at, received_at, revision, json)
            = (again.occurred_at, again.received_at, again.revision, again.json)
        FROM again WHERE event.id = again.id
            AND again.received_at > event.received_at + interval '10 minutes'
        RETURNING event.id
    )
    INSERT INTO outbox (event) SELECT id FROM changed";

/// Deliveries of a known event that say it in other words: the greatest revision stays.
const KNOWN: &str = "
    WITH greater AS (
        SELECT new.* FROM unnest($1::bytea[], $2::bool[], $3::text[], $4::text[], $5::text[],
            $6::bytea[], $7::bytea[], $8::bytea[], $9::timestamptz[], $10::timestamptz[],
            $11::bytea[], $12::text[])
            AS new (id, weak, endpoint, provider, kind, message, conversation, contact,
                occurred_at, received_at, revision, json)
        JOIN event USING (id)
        WHERE new.revision > event.revision
        ORDER BY id
        FOR UPDATE OF event
    )
    UPDATE event SET (message, conversation, contact, occurred_at, revision, json)
        = (greater.message, greater.conversation, greater.contact, greater.occurred_at,
            greater.revision, greater.json)
    FROM greater WHERE event.id = greater.id AND greater.revision > event.revision";

// Below, the join leaves out what would change nothing, and so locks nothing; the condition of the
// conflict is what counts, as another worker may have written in between.

const MESSAGES: &str = "
    INSERT INTO message AS old (id, endpoint, provider, message_id, deleted, conversation, content,
        revision)
    SELECT new.* FROM unnest($1::bytea[], $2::text[], $3::text[], $4::text[], $5::bool[],
        $6::bytea[], $7::text[], $8::bytea[])
        AS new (id, endpoint, provider, message_id, deleted, conversation, content, revision)
    LEFT JOIN message AS known USING (id)
    WHERE known.id IS NULL OR new.deleted > known.deleted
        OR new.revision > coalesce(known.revision, '')
    ORDER BY id
    ON CONFLICT (id) DO UPDATE SET
        deleted = old.deleted OR excluded.deleted,
        (conversation, content, revision) = (
            SELECT pick.* FROM (VALUES
                (old.conversation, old.content, old.revision),
                (excluded.conversation, excluded.content, excluded.revision)
            ) AS pick (conversation, content, revision)
            ORDER BY revision DESC NULLS LAST LIMIT 1
        )";

const STATUSES: &str = "
    INSERT INTO status AS old (message, status, rank, at)
    SELECT new.* FROM unnest($1::bytea[], $2::text[], $3::smallint[], $4::timestamptz[])
        AS new (message, status, rank, at)
    LEFT JOIN status AS known USING (message, status)
    WHERE known.message IS NULL OR new.at < coalesce(known.at, 'infinity')
    ORDER BY message, status COLLATE \"C\"
    ON CONFLICT (message, status) DO UPDATE SET at = least(old.at, excluded.at)";

const FAILURES: &str = "
    INSERT INTO failure (message, id, json)
    SELECT * FROM unnest($1::bytea[], $2::bytea[], $3::text[])
    ON CONFLICT DO NOTHING";

const CONVERSATIONS: &str = "
    INSERT INTO conversation AS old (id, endpoint, provider, key, deleted, last_at, status,
        status_revision, assignee, assignee_revision)
    SELECT new.* FROM unnest($1::bytea[], $2::text[], $3::text[], $4::text[], $5::bool[],
        $6::timestamptz[], $7::text[], $8::bytea[], $9::text[], $10::bytea[])
        AS new (id, endpoint, provider, key, deleted, last_at, status, status_revision, assignee,
            assignee_revision)
    LEFT JOIN conversation AS known USING (id)
    WHERE known.id IS NULL OR new.deleted > known.deleted
        OR new.last_at > coalesce(known.last_at, '-infinity')
        OR new.status_revision > coalesce(known.status_revision, '')
        OR new.assignee_revision > coalesce(known.assignee_revision, '')
    ORDER BY id
    ON CONFLICT (id) DO UPDATE SET
        deleted = old.deleted OR excluded.deleted,
        last_at = greatest(old.last_at, excluded.last_at),
        (status, status_revision) = (
            SELECT pick.* FROM (VALUES
                (old.status, old.status_revision), (excluded.status, excluded.status_revision)
            ) AS pick (status, revision)
            ORDER BY revision DESC NULLS LAST LIMIT 1
        ),
        (assignee, assignee_revision) = (
            SELECT pick.* FROM (VALUES
                (old.assignee, old.assignee_revision),
                (excluded.assignee, excluded.assignee_revision)
            ) AS pick (assignee, revision)
            ORDER BY revision DESC NULLS LAST LIMIT 1
        )";

const CONTACTS: &str = "
    INSERT INTO contact AS old (id, endpoint, provider, deleted, json, revision)
    SELECT new.* FROM unnest($1::bytea[], $2::text[], $3::text[], $4::bool[], $5::text[],
        $6::bytea[]) AS new (id, endpoint, provider, deleted, json, revision)
    LEFT JOIN contact AS known USING (id)
    WHERE known.id IS NULL OR new.deleted > known.deleted
        OR new.revision > coalesce(known.revision, '')
    ORDER BY id
    ON CONFLICT (id) DO UPDATE SET
        deleted = old.deleted OR excluded.deleted,
        (json, revision) = (
            SELECT pick.* FROM (VALUES
                (old.json, old.revision), (excluded.json, excluded.revision)
            ) AS pick (json, revision)
            ORDER BY revision DESC NULLS LAST LIMIT 1
        )";

const DEAD: &str = "
    INSERT INTO dead (id, reason, endpoint, provider, received_at, errors, body)
    SELECT * FROM unnest($1::bytea[], $2::text[], $3::text[], $4::text[], $5::timestamptz[],
        $6::text[], $7::bytea[])
    ON CONFLICT DO NOTHING";
