//! A webhook endpoint that verifies, answers at once and works later.
//!
//! ```text
//! export CHATWOOT_KEYS=… AISOULE_KEYS=… META_KEYS=… META_VERIFY_TOKENS=… AZEER_KEYS=…
//! cargo run --release -p server -- --listen 127.0.0.1:8080 kept
//! curl --data-binary @body.json http://127.0.0.1:8080/webhooks/saleschat
//! ```
//!
//! Each provider has its URL, so that nothing depends on what a body looks like. Keys come from the
//! environment, several of them with commas between. Chatwoot, AiSoule and Meta sign with theirs;
//! one of SalesChat, Smartflow and Azeer, which sign nothing, is the last part of the URL. Without a
//! key anyone may send, and the log says so at the start.
//!
//! Events go to stdout, one JSON object a line; the log goes to stderr and holds no personal data.
//! Bodies that do not fit are kept in the folder.

use std::{
    collections::{HashMap, hash_map::Entry},
    env::{self, VarError},
    error::Error,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io::{self, Write},
    net::SocketAddr,
    path::{self, PathBuf},
    time::{Instant, SystemTime, UNIX_EPOCH},
};

use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Path, Query, State},
    http::{HeaderMap, StatusCode},
    routing::{get, post},
};
use chathooks::{
    Provider, Redacted,
    normalize::EventKey,
    verify::{self, Key, Window},
};
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

/// What receives the bodies of a provider.
#[derive(Clone)]
struct Endpoint {
    provider: Provider,
    keys: Vec<Key>,
    queue: Sender<Delivery>,
}

// One thread receives and another one works.
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let Arguments { listen, kept } = Arguments::parse();
    fs::create_dir_all(&kept)?;
    let (queue, deliveries) = mpsc::channel(QUEUE);
    let worker = task::spawn_blocking(move || work(deliveries, &kept));
    let tokens = keys("META_VERIFY_TOKENS")?;
    let mut routes = Router::new().route("/webhooks/meta", get(handshake).with_state(tokens));
    for &provider in Provider::ALL {
        let keys = keys(&format!("{}_KEYS", provider.as_str().to_uppercase()))?;
        let endpoint = Endpoint { provider, keys, queue: queue.clone() };
        routes = routes.merge(endpoint.routes());
    }
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
    Ok(worker.await??)
}

/// The keys in a variable of the environment, which may be absent.
fn keys(variable: &str) -> Result<Vec<Key>, Box<dyn Error>> {
    let text = match env::var(variable) {
        Err(VarError::NotPresent) => return Ok(Vec::new()),
        text => text?,
    };
    let keys = text.split(',').map(|key| Key::new(key.trim())).collect::<Result<_, _>>();
    keys.map_err(|error| format!("{variable}: {error}").into())
}

impl Endpoint {
    /// The routes, which depend on what can be verified; the log says what that is.
    fn routes(self) -> Router {
        let provider = self.provider;
        let path = format!("/webhooks/{provider}");
        let signs = matches!(provider, Provider::Chatwoot | Provider::AiSoule | Provider::Meta);
        if self.keys.is_empty() {
            eprintln!("not verified: {provider}, which has no keys: anyone may send");
            Router::new().route(&path, post(unverified).with_state(self))
        } else if signs {
            eprintln!("verified: {provider}, by its signature");
            Router::new().route(&path, post(signed).with_state(self))
        } else {
            eprintln!("verified: {provider}, by a key in the URL: {path}/KEY");
            Router::new().route(&format!("{path}/{{key}}"), post(keyed).with_state(self))
        }
    }

    /// Takes the body and reads it later, as providers wait for seconds only. What is in the queue
    /// is lost if the process is killed; if that matters, the queue is a table in a database.
    fn take(self, verified: Result<(), verify::Error>, body: Bytes) -> StatusCode {
        if let Err(error) = verified {
            eprintln!("refused: {}: {error}", self.provider);
            return StatusCode::UNAUTHORIZED;
        }
        match self.queue.try_send((self.provider, body)) {
            Ok(()) => StatusCode::OK,
            // Full: let the sender try again.
            Err(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

async fn signed(State(endpoint): State<Endpoint>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    let window = Window::around(now.cast_signed());
    let verified = endpoint.provider.verify(&endpoint.keys, &headers, &body, window);
    endpoint.take(verified.map(drop), body)
}

async fn keyed(
    State(endpoint): State<Endpoint>,
    Path(key): Path<String>,
    body: Bytes,
) -> StatusCode {
    let verified = verify::token(&endpoint.keys, key);
    endpoint.take(verified.map(drop), body)
}

async fn unverified(State(endpoint): State<Endpoint>, body: Bytes) -> StatusCode {
    endpoint.take(Ok(()), body)
}

/// Answers the request by which Meta checks a URL before it sends anything there.
async fn handshake(
    State(tokens): State<Vec<Key>>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<String, StatusCode> {
    verify::meta_handshake(&tokens, query).map_err(|error| {
        eprintln!("refused: handshake of meta: {error}");
        StatusCode::FORBIDDEN
    })
}

/// Works on one body after the other.
fn work(mut deliveries: Receiver<Delivery>, kept: &path::Path) -> io::Result<()> {
    let mut seen = Seen::default();
    let mut out = io::stdout();
    while let Some((provider, body)) = deliveries.blocking_recv() {
        // The answer was 200 all the same: a retry would bring the same bytes.
        let received = provider.receive(&body);
        if !received.is_complete() {
            keep(kept, provider, &body)?;
        }
        if let Some(error) = &received.error {
            eprintln!("not read: {error}");
        }
        for misfit in &received.misfits {
            eprintln!("set aside: {provider}: {}", misfit.error);
        }
        for event in received.events {
            if !seen.is_new(event.key()) {
                eprintln!("repeated: {provider} {}", event.kind.name());
                continue;
            }
            // Your own work goes here: a `match` on the event's kind.
            eprintln!("new: {}", Redacted(&event));
            writeln!(out, "{}", serde_json::to_string(&event)?)?;
        }
    }
    Ok(())
}

/// Writes a body to a file whose name is the same each time the body comes.
fn keep(folder: &path::Path, provider: Provider, body: &[u8]) -> io::Result<()> {
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
        let Some(expires_after) = key.expires_after() else { return true };
        let now = Instant::now();
        // Forgets before it grows.
        if self.0.len() == self.0.capacity() {
            self.0.retain(|_, until| *until > now);
            self.0.reserve(self.0.len());
        }
        match self.0.entry(key) {
            Entry::Occupied(until) if *until.get() > now => false,
            entry => {
                entry.insert_entry(now + expires_after);
                true
            }
        }
    }
}
