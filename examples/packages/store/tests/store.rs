//! The command `store`.

#[path = "../../common.rs"]
mod common;

use std::{
    collections::BTreeSet,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::Path,
};

use chathooks::{
    Provider,
    normalize::{DeliveryProgress, DeliveryStatus, Event},
};
use common::{folder, line, readable, run};
use rusqlite::{Connection, types::Value};

/// The statuses of a message, out of order and with a duplicate.
const REPORTS: [&str; 5] = ["read", "sent", "failed", "delivered", "sent"];

/// Returns the bodies of a day: fixtures with a detectable provider, and the statuses of a message.
fn day() -> Vec<String> {
    let detected =
        readable().filter(|fixture| Provider::detect(&fixture.body) == [fixture.provider]);
    let report = |(at, status): (usize, &&str)| {
        let time = 1_700_000_000 + at;
        format!(r#"{{"statuses":[{{"id":"wamid.DAY","status":"{status}","timestamp":"{time}"}}]}}"#)
    };
    detected
        .map(|fixture| line(&fixture.body))
        .chain(REPORTS.iter().enumerate().map(report))
        .collect()
}

/// Stores bodies, and returns what the command prints.
fn store(database: &Path, bodies: &[String]) -> String {
    let file = database.with_extension("jsonl");
    fs::write(&file, bodies.join("\n")).unwrap();
    let output =
        run(env!("CARGO_BIN_EXE_store"), &[database.to_str().unwrap(), file.to_str().unwrap()], "");
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

/// Returns all rows of a table.
fn rows(database: &Path, table: &str) -> Vec<Vec<Value>> {
    let db = Connection::open(database).unwrap();
    let mut all = db.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2")).unwrap();
    let columns = all.column_count();
    let rows = all.query_map([], |row| (0..columns).map(|column| row.get(column)).collect());
    rows.unwrap().map(Result::unwrap).collect()
}

#[test]
fn storing_a_day_twice_changes_nothing() {
    let database = folder("store-twice").join("events.db");
    let first = store(&database, &day());
    let tables = ["event", "message"].map(|table| rows(&database, table));
    assert_eq!(store(&database, &day()), first);
    assert!(["event", "message"].map(|table| rows(&database, table)) == tables);
    let [events, messages] = tables;
    assert_eq!(
        first,
        format!("{} events, {} messages with reports\n", events.len(), messages.len())
    );
    assert!(events.len() > 200 && messages.len() > 50, "{first}");
    for row in &events {
        let [key, strength, provider, kind, .., json] = &row[..] else { panic!("{row:?}") };
        let Value::Text(json) = json else { panic!("{row:?}") };
        let event: Event = serde_json::from_str(json).unwrap();
        let text = |text: &str| Value::Text(text.to_owned());
        assert_eq!(*key, text(event.key().as_str().unwrap()));
        assert_eq!(*strength, text(event.key().strength()));
        assert_eq!((provider, kind), (&text(event.provider.as_str()), &text(event.kind.name())));
    }
}

#[test]
fn bodies_in_any_order_give_the_same_messages() {
    let folder = folder("store-shuffled");
    let mut bodies = day();
    store(&folder.join("0.db"), &bodies);
    let messages = rows(&folder.join("0.db"), "message");
    for seed in 1..4_u64 {
        bodies.sort_by_key(|body| {
            let mut hasher = DefaultHasher::new();
            (seed, body).hash(&mut hasher);
            hasher.finish()
        });
        let database = folder.join(format!("{seed}.db"));
        store(&database, &bodies);
        assert!(rows(&database, "message") == messages, "seed {seed}");
    }
    let text = |text: &str| Value::Text(text.to_owned());
    let id = text("wamid.DAY");
    let [_, _, status, Value::Text(progress)] =
        &messages.iter().find(|row| row[1] == id).unwrap()[..]
    else {
        panic!("four columns");
    };
    assert_eq!(*status, text("read"));
    let progress: DeliveryProgress = serde_json::from_str(progress).unwrap();
    let reached: BTreeSet<_> = progress.reached.keys().map(DeliveryStatus::as_str).collect();
    assert_eq!(reached, BTreeSet::from(REPORTS));
    let earliest = |status: &str| progress.reached[&status.into()].unwrap().timestamp();
    assert_eq!(earliest("sent"), 1_700_000_001);
}

#[test]
fn storing_the_fixtures_twice_changes_nothing() {
    let output = run(env!("CARGO_BIN_EXE_store"), &[], "");
    assert!(output.status.success());
    let out = String::from_utf8(output.stdout).unwrap();
    let events: Vec<_> = readable()
        .flat_map(|fixture| fixture.provider.parse(&fixture.body).unwrap().normalize())
        .collect();
    let keys: BTreeSet<_> =
        events.iter().filter_map(|event| Some(event.key().as_str()?.to_owned())).collect();
    let passes: Vec<_> = out.lines().map(|line| line.split_once(": ").unwrap()).collect();
    assert_eq!(passes.len(), 2, "{out}");
    assert_eq!((passes[0].0, passes[1].0), ("pass 1", "pass 2"));
    assert_eq!(passes[0].1, passes[1].1);
    assert!(passes[0].1.starts_with(&format!("{} events, ", keys.len())), "{out}");
    assert!(!passes[0].1.contains(" 0 messages"), "{out}");
}
