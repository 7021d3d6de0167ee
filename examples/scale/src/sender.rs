//! The sender: what the platforms do. Sends each body until it is taken, over some connections, signed
//! as its provider signs.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU64, AtomicUsize, Ordering::Relaxed},
    },
    time::Duration,
};

use axum::body::Bytes;
use chathooks::Provider;
use chrono::Utc;
use clap::Args;
use hmac::{Hmac, KeyInit, Mac};
use http_body_util::Full;
use hyper::{Request, StatusCode, client::conn::http1};
use hyper_util::rt::TokioIo;
use sha2::Sha256;
use tokio::{
    net::TcpStream,
    time::{Instant, sleep, sleep_until, timeout},
};

use crate::{
    Result,
    corpus::{self, Body},
    stream::hex,
};

/// The secret of every endpoint in the test.
pub const SECRET: &str = "secret-of-the-test";

#[derive(Args)]
pub struct Sender {
    /// Address of the receiver
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    to: SocketAddr,

    /// How many bodies
    #[arg(long, default_value_t = 2_000, value_name = "N")]
    bodies: usize,

    /// How many at a time
    #[arg(long, default_value_t = 32, value_name = "N")]
    connections: usize,

    /// At most so many a second
    #[arg(long, value_name = "N")]
    rate: Option<u32>,

    /// Send them a second time, shuffled and in other batches
    #[arg(long)]
    twice: bool,
}

impl Sender {
    pub async fn run(self) -> Result {
        let mut bodies = corpus::first(self.bodies);
        if self.twice {
            bodies.extend(corpus::again(&bodies, &mut fastrand::Rng::with_seed(1)));
        }
        let load = Load::new(bodies, self.rate);
        let start = Instant::now();
        load.send(self.to, self.connections).await;
        println!("{} bodies in {:.1?}, {}", load.bodies.len(), start.elapsed(), load.counts.line());
        Ok(())
    }
}

/// Bodies on their way out, shared by all connections.
pub struct Load {
    pub bodies: Vec<Body>,
    next: AtomicUsize,
    pub counts: Counts,
    start: Instant,
    rate: Option<u32>,
}

#[derive(Default)]
pub struct Counts {
    /// Taken, with 200.
    pub taken: AtomicU64,
    /// Answers 503: not now.
    pub unavailable: AtomicU64,
    /// Answers 413: too large, never.
    pub too_large: AtomicU64,
    /// Requests without an answer.
    pub broken: AtomicU64,
}

impl Counts {
    pub fn line(&self) -> String {
        let Self { taken, unavailable, too_large, broken } = self;
        format!(
            "{} taken, {} times 503, {} too large, {} times no answer",
            taken.load(Relaxed),
            unavailable.load(Relaxed),
            too_large.load(Relaxed),
            broken.load(Relaxed)
        )
    }
}

impl Load {
    pub fn new(bodies: Vec<Body>, rate: Option<u32>) -> Arc<Self> {
        let (next, counts, start) = (AtomicUsize::new(0), Counts::default(), Instant::now());
        Arc::new(Self { bodies, next, counts, start, rate })
    }

    /// Returns when every body was taken, or is too large.
    pub async fn send(self: &Arc<Self>, to: SocketAddr, connections: usize) {
        let tasks: Vec<_> =
            (0..connections).map(|_| tokio::spawn(Arc::clone(self).connection(to))).collect();
        for task in tasks {
            let _ = task.await;
        }
    }

    async fn connection(self: Arc<Self>, to: SocketAddr) {
        let mut open = None;
        loop {
            let index = self.next.fetch_add(1, Relaxed);
            let Some(body) = self.bodies.get(index) else { return };
            if let Some(rate) = self.rate {
                let after = Duration::from_secs(u64::try_from(index).unwrap_or(0)) / rate;
                sleep_until(self.start + after).await;
            }
            loop {
                let answer = timeout(Duration::from_secs(15), post(&mut open, to, body)).await;
                let count = match answer {
                    Ok(Ok(StatusCode::OK)) => {
                        self.counts.taken.fetch_add(1, Relaxed);
                        break;
                    }
                    Ok(Ok(StatusCode::PAYLOAD_TOO_LARGE)) => {
                        self.counts.too_large.fetch_add(1, Relaxed);
                        open = None;
                        break;
                    }
                    Ok(Ok(StatusCode::SERVICE_UNAVAILABLE)) => &self.counts.unavailable,
                    _ => {
                        open = None;
                        &self.counts.broken
                    }
                };
                count.fetch_add(1, Relaxed);
                sleep(Duration::from_millis(100)).await;
            }
        }
    }
}

type Connection = http1::SendRequest<Full<Bytes>>;

async fn post(open: &mut Option<Connection>, to: SocketAddr, body: &Body) -> Result<StatusCode> {
    if open.as_ref().is_none_or(Connection::is_closed) {
        let (connection, driver) =
            http1::handshake(TokioIo::new(TcpStream::connect(to).await?)).await?;
        tokio::spawn(driver);
        *open = Some(connection);
    }
    let Some(connection) = open else { return Err("no connection".into()) };
    connection.ready().await?;
    let answer = connection.send_request(request(to, body)?).await?;
    let status = answer.status();
    // The answers are empty.
    drop(answer);
    Ok(status)
}

/// The request as the provider makes it.
fn request(to: SocketAddr, Body { provider, bytes }: &Body) -> Result<Request<Full<Bytes>>> {
    let request = Request::post(format!("/hooks/{provider}")).header("host", to.to_string());
    let request = match provider {
        Provider::Chatwoot => {
            let at = Utc::now().timestamp().to_string();
            let signature = sign(&[at.as_bytes(), b".", bytes]);
            request.header("x-chatwoot-timestamp", at).header("x-chatwoot-signature", signature)
        }
        Provider::AiSoule => request.header("x-webhook-signature", sign(&[bytes])),
        Provider::Meta => request.header("x-hub-signature-256", sign(&[bytes])),
        _ => request.uri(format!("/hooks/{provider}/{SECRET}")),
    };
    Ok(request.body(Full::new(bytes.clone()))?)
}

fn sign(parts: &[&[u8]]) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()) else {
        return String::new();
    };
    for part in parts {
        mac.update(part);
    }
    format!("sha256={}", hex(&mac.finalize().into_bytes()))
}
