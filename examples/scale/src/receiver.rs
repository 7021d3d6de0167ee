//! The receiver: checks who sends, hands the body to the stream, and answers 200 once it is there.

use std::{collections::HashMap, net::SocketAddr, path::PathBuf, sync::Arc};

use async_nats::{Client, connection::State as Connection, jetstream::Context};
use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Path, Query, State},
    http::{HeaderMap, StatusCode},
    routing::{get, post},
};
use chrono::Utc;
use clap::Args;
use tokio::net::TcpListener;

use crate::{
    Result,
    endpoint::{self, Endpoint},
    stop,
    stream::{Delivery, Settings},
};

#[derive(Args)]
pub struct Receiver {
    #[command(flatten)]
    stream: Settings,

    /// Address to listen on
    #[arg(long, env = "LISTEN", default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    listen: SocketAddr,

    /// Endpoints with their secrets, see README.md
    #[arg(long, env = "ENDPOINTS", value_name = "FILE")]
    endpoints: PathBuf,

    /// Largest body. The `max_payload` of NATS has to be larger, because headers count there
    #[arg(long, env = "LARGEST", default_value_t = 3 << 20, value_name = "BYTES")]
    largest: usize,

    /// WRONG, for the test: answer before the stream has the body
    #[arg(long, hide = true)]
    no_wait: bool,
}

struct Shared {
    endpoints: HashMap<String, Endpoint>,
    client: Client,
    context: Context,
    stream: String,
    no_wait: bool,
}

impl Receiver {
    pub async fn run(self) -> Result {
        let endpoints = endpoint::read(&self.endpoints)?;
        let client = self.stream.connect().await?;
        let context = self.stream.create(&client).await?;
        // Before the first body, so that what waits for a worker can be seen from the start.
        self.stream.consumer(&context).await;
        let Self { stream: Settings { stream, .. }, no_wait, .. } = self;
        let shared = Arc::new(Shared { endpoints, client, context, stream, no_wait });
        let routes = Router::new()
            .route("/health", get(health))
            .route("/hooks/{endpoint}", post(signed).get(handshake))
            .route("/hooks/{endpoint}/{token}", post(with_token))
            .layer(DefaultBodyLimit::max(self.largest))
            .with_state(shared);
        let listener = TcpListener::bind(self.listen).await?;
        eprintln!("listening on http://{}", listener.local_addr()?);
        Ok(axum::serve(listener, routes).with_graceful_shutdown(stop()).await?)
    }
}

/// For a load balancer: 503 without the broker.
async fn health(State(shared): State<Arc<Shared>>) -> StatusCode {
    if shared.is_connected() { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE }
}

async fn handshake(
    State(shared): State<Arc<Shared>>,
    Path(endpoint): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<String, StatusCode> {
    let endpoint = shared.endpoints.get(&endpoint).ok_or(StatusCode::NOT_FOUND)?;
    endpoint.handshake(&query).ok_or(StatusCode::FORBIDDEN)
}

async fn signed(
    State(shared): State<Arc<Shared>>,
    Path(endpoint): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> StatusCode {
    shared.receive(endpoint, None, &headers, body).await
}

async fn with_token(
    State(shared): State<Arc<Shared>>,
    Path((endpoint, token)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> StatusCode {
    shared.receive(endpoint, Some(token), &headers, body).await
}

impl Shared {
    fn is_connected(&self) -> bool {
        self.client.connection_state() == Connection::Connected
    }

    async fn receive(
        &self,
        name: String,
        token: Option<String>,
        headers: &HeaderMap,
        body: Bytes,
    ) -> StatusCode {
        let Some(endpoint) = self.endpoints.get(&name) else { return StatusCode::NOT_FOUND };
        if !endpoint.admits(headers, token.as_deref(), &body) {
            return StatusCode::UNAUTHORIZED;
        }
        // Otherwise the body would wait in memory, and the sender for its answer.
        if !self.is_connected() {
            return StatusCode::SERVICE_UNAVAILABLE;
        }
        let provider = endpoint.provider;
        let delivery = Delivery { endpoint: name, provider, received_at: Utc::now(), body };
        match self.publish(&delivery).await {
            Ok(()) => StatusCode::OK,
            Err(error) => {
                eprintln!("not published: {error}");
                StatusCode::SERVICE_UNAVAILABLE
            }
        }
    }

    async fn publish(&self, delivery: &Delivery) -> Result {
        let subject = format!("{}.{}", self.stream, delivery.provider);
        let acknowledged = self.context.send_publish(subject, delivery.message()).await?;
        if !self.no_wait {
            acknowledged.await?;
        }
        Ok(())
    }
}
