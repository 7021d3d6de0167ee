//! What a team writes once for all providers: match on the kind, drop what comes twice, and merge
//! the reports on a message.
//!
//! ```text
//! cargo run --release --example consumer -- bodies.jsonl
//! ```
//!
//! Without a file it reads the crate's own fixtures, twice, as if everything had been delivered
//! again.

use std::{
    collections::{HashMap, HashSet},
    env, fs, io,
};

use chathooks::{
    Provider, Webhook,
    normalize::{Event, EventKey, Id, Kind, Milestones, Normalize},
};
use walkdir::WalkDir;

/// What the team knows. A database would do the same, with the keys in a unique index.
#[derive(Default)]
struct Desk {
    seen: HashSet<EventKey>,
    /// What is known of each message that was sent.
    messages: HashMap<(Provider, Id), Milestones>,
    inbound: usize,
    repeated: usize,
    other: usize,
}

impl Desk {
    fn take(&mut self, event: &Event) {
        match event.key() {
            // Nothing to tell it by, and too short-lived to matter.
            EventKey::None => {}
            // The same fact once more, or, with a weak key, the same state: both can be dropped
            // here, where everything comes within seconds.
            key => {
                if !self.seen.insert(key) {
                    self.repeated += 1;
                    return;
                }
            }
        }
        match &event.kind {
            Kind::MessageReceived(message) => {
                self.inbound += 1;
                let contact = event.contact.as_ref();
                let name = contact.and_then(|contact| contact.display_name.as_deref());
                println!("{}: {}", name.unwrap_or("?"), message.content.text().unwrap_or("…"));
            }
            Kind::MessageStatusChanged(change) => {
                let ids = &change.message;
                let id =
                    ids.external_id.as_ref().or(ids.id.as_ref()).or(ids.client_request_id.as_ref());
                if let (Some(id), Some(report)) = (id, Milestones::of(event)) {
                    let message = self.messages.entry((event.provider, id.clone())).or_default();
                    message.merge(report);
                }
            }
            _ => self.other += 1,
        }
    }
}

fn main() -> io::Result<()> {
    let mut desk = Desk::default();
    let mut deliver = |body: &[u8], provider: Option<Provider>| {
        let webhook = match provider {
            Some(provider) => provider.parse(body),
            None => Webhook::parse(body),
        };
        match webhook {
            Ok(webhook) => webhook.normalize().iter().for_each(|event| desk.take(event)),
            // Answer 200 all the same and keep the body: a retry would bring the same bytes.
            Err(error) => eprintln!("{error}"),
        }
    };
    if let Some(path) = env::args().nth(1) {
        for line in fs::read_to_string(path)?.lines() {
            deliver(line.as_bytes(), None);
        }
    } else {
        let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
        for _ in 0..2 {
            for file in WalkDir::new(fixtures).sort_by_file_name() {
                let path = file?.into_path();
                let folder = path.strip_prefix(fixtures).ok().and_then(|path| path.iter().next());
                let provider = folder.and_then(|name| name.to_str()?.parse().ok());
                if path.extension().is_some_and(|end| end == "json")
                    && !path.iter().any(|part| part == "_broken")
                {
                    deliver(&fs::read(&path)?, provider);
                }
            }
        }
    }
    let failed = desk
        .messages
        .values()
        .filter(|message| message.current().is_some_and(|status| status.as_str() == "failed"));
    println!(
        "\n{} messages in, {} sent ({} failed), {} other events, {} repetitions dropped",
        desk.inbound,
        desk.messages.len(),
        failed.count(),
        desk.other,
        desk.repeated,
    );
    Ok(())
}
