//! A webhook endpoint that answers at once and works later.
//!
//! ```text
//! cargo run --release -p server -- --listen 127.0.0.1:8080 kept
//! curl --data-binary @body.json http://127.0.0.1:8080/webhooks/chatwoot
//! ```
//!
//! Each provider has its URL, so that nothing depends on what a body looks like. Events go to
//! stdout, one JSON object a line; the log goes to stderr and holds no personal data. Bodies that do
//! not fit are kept in the folder. Not shown: before `receive` takes a body, an endpoint on the net
//! checks who sent it, by a signature or by a secret in the URL.

use std::{
    collections::{HashMap, hash_map::Entry},
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io::{self, Write},
    net::SocketAddr,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, State},
    http::StatusCode,
    routing::post,
};
use chathooks::{Provider, Redacted, normalize::EventKey};
use clap::Parser;
use tokio::{
    net::TcpListener,
    signal,
    sync::mpsc::{self, Receiver, Sender},
    task,
};

/// Bodies have a few KiB, because files come as links. Meta alone allows itself more, 3 MB.
const LARGEST: usize = 1 << 20;

/// So many bodies may wait, and with [`LARGEST`] that bounds the memory.
const QUEUE: usize = 256;

/// Receive webhooks; write their events to stdout.
#[derive(Parser)]
struct Arguments {
    /// Address to listen on; port 0 takes a free one.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,

    /// Folder for the bodies that do not fit.
    #[arg(value_name = "FOLDER")]
    kept: PathBuf,
}

type Delivery = (Provider, Bytes);

// One thread receives and another one works.
#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let Arguments { listen, kept } = Arguments::parse();
    fs::create_dir_all(&kept)?;
    let (queue, deliveries) = mpsc::channel(QUEUE);
    let worker = task::spawn_blocking(move || work(deliveries, &kept));
    let routes = Provider::ALL.iter().fold(Router::new(), |routes, &provider| {
        let receive = post(receive).with_state((provider, queue.clone()));
        routes.route(&format!("/webhooks/{provider}"), receive)
    });
    let listener = TcpListener::bind(listen).await?;
    println!("listening on http://{}", listener.local_addr()?);
    let stop = async move {
        tokio::select! {
            _ = signal::ctrl_c() => {}
            // The worker has failed.
            () = queue.closed() => {}
        }
    };
    let routes = routes.layer(DefaultBodyLimit::max(LARGEST));
    axum::serve(listener, routes).with_graceful_shutdown(stop).await?;
    // The queue has no sender any more, so the worker ends when it is empty.
    worker.await?
}

/// Takes the body and reads it later, as providers wait for seconds only. What is in the queue is
/// lost if the process is killed; if that matters, the queue is a table in a database.
async fn receive(
    State((provider, queue)): State<(Provider, Sender<Delivery>)>,
    body: Bytes,
) -> StatusCode {
    match queue.try_send((provider, body)) {
        Ok(()) => StatusCode::OK,
        // Full: let the sender try again.
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// Works on one body after the other.
fn work(mut deliveries: Receiver<Delivery>, kept: &Path) -> io::Result<()> {
    let mut seen = Seen::default();
    let mut out = io::stdout();
    while let Some((provider, body)) = deliveries.blocking_recv() {
        // The answer was 200 all the same: a retry would bring the same bytes.
        let lenient = match provider.parse_lenient(&body) {
            Ok(lenient) => lenient,
            Err(error) => {
                eprintln!("not read: {error}");
                keep(kept, provider, &body)?;
                continue;
            }
        };
        if !lenient.misfits.is_empty() {
            keep(kept, provider, &body)?;
        }
        for misfit in &lenient.misfits {
            eprintln!("set aside: {provider} {}: {}", lenient.webhook.name(), misfit.error);
        }
        for event in lenient.webhook.normalize() {
            if !seen.is_new(event.key()) {
                eprintln!("repeated: {provider} {}", event.kind.name());
                continue;
            }
            // The team's own work stands here, a `match` on the event's kind.
            eprintln!("new: {}", Redacted(&event));
            writeln!(out, "{}", serde_json::to_string(&event)?)?;
        }
    }
    Ok(())
}

/// Writes a body to a file whose name is the same each time the body comes.
fn keep(folder: &Path, provider: Provider, body: &[u8]) -> io::Result<()> {
    let mut hasher = DefaultHasher::new();
    body.hash(&mut hasher);
    fs::write(folder.join(format!("{provider}-{:016x}.json", hasher.finish())), body)
}

/// Keys of events, and until when a second one is a repetition. A restart forgets them; a database
/// would not, see the example `store`.
#[derive(Default)]
struct Seen(HashMap<EventKey, Instant>);

impl Seen {
    fn is_new(&mut self, key: EventKey) -> bool {
        const MINUTE: Duration = Duration::from_secs(60);
        let known_for = match key {
            EventKey::None => return true,
            EventKey::Weak(_) => 10 * MINUTE,
            _ => 7 * 24 * 60 * MINUTE,
        };
        let now = Instant::now();
        // Forgets before it grows.
        if self.0.len() == self.0.capacity() {
            self.0.retain(|_, until| *until > now);
            self.0.reserve(self.0.len());
        }
        match self.0.entry(key) {
            Entry::Occupied(until) if *until.get() > now => false,
            entry => {
                entry.insert_entry(now + known_for);
                true
            }
        }
    }
}
