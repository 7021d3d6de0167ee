//! Events in a database, each once, and what is known of each message.
//!
//! ```text
//! cargo run --release -p store -- [DB FILE.jsonl…]
//! ```
//!
//! Bodies that are read again change nothing, and neither do reports that come late: run it twice
//! on a day of bodies. Without arguments it reads the crate's own fixtures twice into memory and
//! prints how many rows there are after each pass.

use std::{
    error::Error,
    fs::{self, File},
    io::{BufRead, BufReader},
    path::PathBuf,
};

use chathooks::{
    Provider, Webhook,
    normalize::{DeliveryProgress, DeliveryStatus, Event, Id, Kind},
};
use chrono::SecondsFormat;
use clap::Parser;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use walkdir::WalkDir;

const TABLES: &str = "
    CREATE TABLE IF NOT EXISTS event (
        key TEXT PRIMARY KEY,
        strength TEXT NOT NULL,
        provider TEXT NOT NULL,
        kind TEXT NOT NULL,
        occurred_at TEXT,       -- in UTC; NULL if the provider does not say
        contact_id TEXT,
        conversation_id TEXT,
        json TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS message (
        provider TEXT NOT NULL,
        id TEXT NOT NULL,
        status TEXT,            -- the highest that was reported
        progress TEXT NOT NULL,
        PRIMARY KEY (provider, id)
    ) STRICT;
";

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// Store the events of captured bodies.
#[derive(Parser)]
struct Arguments {
    /// SQLite file, made if it is not there.
    #[arg(value_name = "DB")]
    database: Option<PathBuf>,

    /// One body a line.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

fn main() -> Result {
    let Arguments { database, files } = Arguments::parse();
    let Some(path) = database else { return replay_fixtures() };
    let mut db = Connection::open(path)?;
    db.execute_batch(TABLES)?;
    for file in files {
        let opened = File::open(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        for (line, number) in BufReader::new(opened).split(b'\n').zip(1_u64..) {
            match Webhook::parse(&line?) {
                Ok(webhook) => store(&mut db, webhook)?,
                Err(error) => eprintln!("{}:{number}: {error}", file.display()),
            }
        }
    }
    println!("{}", counts(&db)?);
    Ok(())
}

/// Stores the events of a body, all of them or none.
fn store(db: &mut Connection, webhook: Webhook) -> Result {
    // Immediate, so that no other writer comes between the reading and the writing of progress.
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for event in webhook.normalize() {
        insert(&transaction, &event)?;
        merge(&transaction, &event)?;
    }
    Ok(transaction.commit()?)
}

/// Stores an event whose key is not there yet. An event without a key is too short-lived to be
/// stored. Of events with a weak key the first one stays, so the table says that it happened, not
/// how often.
fn insert(db: &Transaction, event: &Event) -> Result {
    let key = event.key();
    let Some(text) = key.as_str() else { return Ok(()) };
    let contact = event.contact.as_ref().and_then(|contact| contact.id.as_ref());
    let conversation = event.conversation.as_ref().and_then(|place| place.id.as_ref());
    db.execute(
        "INSERT INTO event VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (key) DO NOTHING",
        params![
            text,
            key.strength(),
            event.provider.as_str(),
            event.kind.name(),
            event.occurred_at.map(|at| at.to_rfc3339_opts(SecondsFormat::Millis, true)),
            contact.map(Id::to_text),
            conversation.map(Id::to_text),
            serde_json::to_string(event)?,
        ],
    )?;
    Ok(())
}

/// Adds a report to what is known of its message. Merging twice is merging once, so it does not
/// matter whether the event is new.
fn merge(db: &Transaction, event: &Event) -> Result {
    let Kind::MessageStatusChanged(_) = &event.kind else { return Ok(()) };
    let reported = event.message_id().zip(DeliveryProgress::of(event));
    let Some((id, report)) = reported else { return Ok(()) };
    let (provider, id) = (event.provider.as_str(), id.to_text());
    let known: Option<String> = db
        .query_row(
            "SELECT progress FROM message WHERE (provider, id) = (?1, ?2)",
            params![provider, id],
            |row| row.get(0),
        )
        .optional()?;
    let known = known.map(|json| serde_json::from_str(&json)).transpose()?;
    let mut progress: DeliveryProgress = known.unwrap_or_default();
    progress.merge(report);
    let status = progress.current().map(DeliveryStatus::as_str);
    db.execute(
        "INSERT OR REPLACE INTO message VALUES (?1, ?2, ?3, ?4)",
        params![provider, id, status, serde_json::to_string(&progress)?],
    )?;
    Ok(())
}

fn counts(db: &Connection) -> Result<String> {
    let sql = "SELECT (SELECT count(*) FROM event) || ' events, '
        || (SELECT count(*) FROM message) || ' messages with reports'";
    Ok(db.query_row(sql, [], |row| row.get(0))?)
}

fn replay_fixtures() -> Result {
    let mut db = Connection::open_in_memory()?;
    db.execute_batch(TABLES)?;
    for pass in 1..=2 {
        for provider in Provider::ALL {
            let folder = format!("{}/../../../fixtures/{provider}", env!("CARGO_MANIFEST_DIR"));
            let files = WalkDir::new(folder).sort_by_file_name().into_iter();
            for file in files.filter_entry(|file| file.file_name() != "_broken") {
                let file = file?;
                if file.file_type().is_file() {
                    store(&mut db, provider.parse(&fs::read(file.path())?)?)?;
                }
            }
        }
        println!("pass {pass}: {}", counts(&db)?);
    }
    Ok(())
}
