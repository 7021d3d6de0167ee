//! The stream: how bodies travel from the receiver to the workers.

use std::{fmt::Write, time::Duration};

use async_nats::{
    Client, ConnectOptions, HeaderMap, HeaderValue,
    jetstream::{
        Context,
        consumer::{AckPolicy, PullConsumer, pull},
        context::ContextBuilder,
        message::PublishMessage,
        stream::{Config, DiscardPolicy, RetentionPolicy, StorageType},
    },
};
use axum::body::Bytes;
use chathooks::Provider;
use chrono::{DateTime, SecondsFormat, Utc};
use clap::Args;
use sha2::{Digest, Sha256};

use crate::Result;

/// Senders retry for up to seven days, and a bug in reading is repaired by reading again.
const MAX_AGE: Duration = Duration::from_secs(8 * 24 * 3600);

/// Within it JetStream drops a body that comes again byte for byte. Only a filter: a restart of the
/// server forgets, and retries last longer.
const DUPLICATE_WINDOW: Duration = Duration::from_secs(120);

/// Where the stream is.
#[derive(Args, Clone)]
pub struct Settings {
    /// NATS servers, with commas between
    #[arg(long, env = "NATS_URL", default_value = "nats://127.0.0.1:4222", value_name = "URLS")]
    pub nats: String,

    /// Name of the stream, and first part of its subjects
    #[arg(long, env = "STREAM", default_value = "hooks", value_name = "NAME")]
    pub stream: String,

    /// How many servers keep each body: 1 or 3
    #[arg(long, env = "REPLICAS", default_value_t = 1, value_name = "N")]
    pub replicas: usize,

    /// When the stream has this many bodies, the receiver answers 503; -1 for no limit
    #[arg(long, env = "MAX_MESSAGES", default_value_t = -1, value_name = "N", allow_hyphen_values = true)]
    pub max_messages: i64,

    /// Name of the durable consumer that all workers share
    #[arg(long, env = "CONSUMER", default_value = "store", value_name = "NAME")]
    pub consumer: String,

    /// After so many seconds without a sign from its worker, a body goes to another one
    #[arg(long, env = "ACK_WAIT", default_value_t = 30, value_name = "SECONDS")]
    pub ack_wait: u64,

    /// WRONG, for the test: give a body up after so many tries
    #[arg(long, hide = true, default_value_t = -1, allow_hyphen_values = true)]
    pub max_deliver: i64,
}

/// A body on its way, with what the receiver knows of it.
#[derive(Clone)]
pub struct Delivery {
    /// The endpoint that it came to, which identifies one installation.
    pub endpoint: String,
    pub provider: Provider,
    pub received_at: DateTime<Utc>,
    pub body: Bytes,
}

impl Settings {
    /// Connects, and goes on trying for as long as it takes.
    pub async fn connect(&self) -> Result<Client> {
        let servers: Vec<_> = self.nats.split(',').map(str::to_owned).collect();
        let options = ConnectOptions::new()
            .retry_on_initial_connect()
            .connection_timeout(Duration::from_secs(2))
            .ping_interval(Duration::from_secs(5))
            .reconnect_delay_callback(|attempts| {
                Duration::from_millis(100 * u64::try_from(attempts).unwrap_or(10).min(10))
            });
        Ok(options.connect(servers).await?)
    }

    /// Makes the stream, or changes it to these settings.
    pub async fn create(&self, client: &Client) -> Result<Context> {
        let context = context(client);
        let asked = Config {
            name: self.stream.clone(),
            subjects: vec![format!("{}.>", self.stream)],
            retention: RetentionPolicy::Limits,
            // A full stream refuses the newest instead of dropping the oldest. That holds for a number of
            // messages; of bytes 2.9.10 drops the oldest all the same, see the README.
            discard: DiscardPolicy::New,
            storage: StorageType::File,
            num_replicas: self.replicas,
            max_age: MAX_AGE,
            max_messages: self.max_messages,
            duplicate_window: DUPLICATE_WINDOW,
            ..Config::default()
        };
        let made =
            forever("stream", || context.create_or_update_stream(asked.clone())).await.config;
        // Servers drop settings that they do not know, and report success.
        let is_same = made.discard == asked.discard
            && made.num_replicas == asked.num_replicas
            && made.duplicate_window == asked.duplicate_window
            && made.max_messages == asked.max_messages;
        if is_same { Ok(context) } else { Err(format!("stream is not as asked: {made:?}").into()) }
    }

    /// Makes the consumer that all workers share, or finds it.
    pub async fn consumer(&self, context: &Context) -> PullConsumer {
        let config = pull::Config {
            durable_name: Some(self.consumer.clone()),
            ack_policy: AckPolicy::Explicit,
            ack_wait: Duration::from_secs(self.ack_wait),
            max_deliver: self.max_deliver,
            // More than all workers hold at once.
            max_ack_pending: 20_000,
            ..pull::Config::default()
        };
        forever("consumer", || context.create_consumer_on_stream(config.clone(), &*self.stream))
            .await
    }
}

pub fn context(client: &Client) -> Context {
    ContextBuilder::new()
        .timeout(Duration::from_secs(5))
        .ack_timeout(Duration::from_secs(5))
        .build(client.clone())
}

/// Tries until it succeeds, a little later each time.
async fn forever<T, E: std::fmt::Display, F: Future<Output = Result<T, E>>>(
    what: &str,
    attempt: impl Fn() -> F,
) -> T {
    let mut pause = Duration::from_millis(100);
    loop {
        // Without a limit of its own, a request to a server that dies may wait for ever.
        match tokio::time::timeout(Duration::from_secs(6), attempt()).await {
            Ok(Ok(done)) => return done,
            Ok(Err(error)) => eprintln!("{what}: {error}"),
            Err(_) => eprintln!("{what}: no answer"),
        }
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(Duration::from_secs(2));
    }
}

impl Delivery {
    /// The body as it is, under headers of our own alone: the request's are in small letters, and one
    /// named `nats-msg-id` would switch deduplication off.
    pub fn message(&self) -> PublishMessage {
        let mut headers = HeaderMap::new();
        headers.insert("Hook-Endpoint", &*self.endpoint);
        headers.insert("Hook-Provider", self.provider.as_str());
        let received_at = self.received_at.to_rfc3339_opts(SecondsFormat::Millis, true);
        headers.insert("Hook-Received", &*received_at);
        headers.insert(async_nats::header::NATS_MESSAGE_ID, &*hex(&self.id()));
        PublishMessage::build().headers(headers).payload(self.body.clone())
    }

    /// A message without our headers was published by another program.
    pub fn read(message: &async_nats::Message) -> Option<Self> {
        let headers = message.headers.as_ref()?;
        let header = |name| headers.get(name).map(HeaderValue::as_str);
        Some(Self {
            endpoint: header("Hook-Endpoint")?.to_owned(),
            provider: header("Hook-Provider")?.parse().ok()?,
            received_at: header("Hook-Received")?.parse().ok()?,
            body: message.payload.clone(),
        })
    }

    /// The same for a body that comes again byte for byte; needs no reading.
    pub fn id(&self) -> [u8; 32] {
        id([self.provider.as_str(), &self.endpoint]
            .map(str::as_bytes)
            .into_iter()
            .chain([&*self.body]))
    }
}

/// A hash of parts that cannot run into each other.
pub fn id<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
