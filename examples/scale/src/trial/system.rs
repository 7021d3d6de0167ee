//! One system under test: a receiver and workers with a stream and a database of their own.

use std::{
    env,
    net::SocketAddr,
    path::{Path, PathBuf},
    time::Duration,
};

use async_nats::{
    Client,
    jetstream::{Context, consumer::PullConsumer},
};
use tokio::time::{Instant, sleep, timeout};
use tokio_postgres::Client as Database;

use super::{
    process::Process,
    servers::{Servers, free_port, reachable},
};
use crate::{
    Result,
    corpus::Body,
    figures::Figures,
    rows::Rows,
    store,
    stream::{Settings, context},
    verify::{self, Verdict},
};

pub struct System {
    pub stream: Settings,
    pub receiver: Process,
    pub workers: Vec<Process>,
    pub address: SocketAddr,
    pub database: String,
    pub client: Client,
}

/// How a system differs from the right settings.
#[derive(Default, Clone)]
pub struct Changes {
    pub receiver: Vec<&'static str>,
    pub worker: Vec<&'static str>,
    pub max_messages: Option<i64>,
    pub batch: Option<usize>,
    pub ack_wait: Option<u64>,
    pub max_deliver: Option<i64>,
}

impl System {
    /// A system with so many workers, none of which runs yet; the receiver does.
    pub async fn new(
        servers: &Servers,
        folder: &Path,
        name: &str,
        workers: usize,
        changes: Changes,
    ) -> Result<Self> {
        let stream = Settings {
            nats: servers.nats_url.clone(),
            stream: name.to_owned(),
            replicas: servers.nats.len(),
            max_messages: changes.max_messages.unwrap_or(-1),
            consumer: "store".to_owned(),
            ack_wait: changes.ack_wait.unwrap_or(5),
            max_deliver: changes.max_deliver.unwrap_or(-1),
        };
        let program = env::current_exe()?;
        let address = SocketAddr::from(([127, 0, 0, 1], free_port()?));
        let database = servers.database(name).await?;
        let common = [
            ("--nats", stream.nats.clone()),
            ("--stream", name.to_owned()),
            ("--replicas", stream.replicas.to_string()),
            ("--max-messages", stream.max_messages.to_string()),
            ("--ack-wait", stream.ack_wait.to_string()),
            ("--max-deliver", stream.max_deliver.to_string()),
        ];
        let arguments = |command: &str, own: &[(&str, String)], extra: &[&str]| -> Vec<String> {
            let pairs = common.iter().chain(own);
            let pairs = pairs.flat_map(|(name, value)| [(*name).to_owned(), value.clone()]);
            let extra = extra.iter().map(|argument| (*argument).to_owned());
            [command.to_owned()].into_iter().chain(pairs).chain(extra).collect()
        };
        let endpoints = folder.join("endpoints.json").to_string_lossy().into_owned();
        let own = [("--listen", address.to_string()), ("--endpoints", endpoints)];
        let mut receiver = Process::new(
            format!("{name}-receiver"),
            folder,
            &program,
            arguments("receiver", &own, &changes.receiver),
        );
        let worker = |number| {
            let batch = changes.batch.unwrap_or(512).to_string();
            let own = [("--database", database.clone()), ("--batch", batch)];
            let arguments = arguments("worker", &own, &changes.worker);
            Process::new(format!("{name}-worker{number}"), folder, &program, arguments)
        };
        let workers = (0..workers).map(worker).collect();
        receiver.start()?;
        reachable(address.port()).await?;
        let client = stream.connect().await?;
        Ok(Self { stream, receiver, workers, address, database, client })
    }

    pub fn start_workers(&mut self) -> Result {
        self.workers.iter_mut().try_for_each(Process::start)
    }

    /// Ends the workers, and returns what they did.
    pub async fn stop_workers(&mut self) -> Result<Vec<Figures>> {
        let mut figures = Vec::new();
        for worker in &mut self.workers {
            let line = worker.stop().await?;
            figures.push(serde_json::from_str(&line).map_err(|_| format!("a worker: {line}"))?);
        }
        Ok(figures)
    }

    pub fn context(&self) -> Context {
        context(&self.client)
    }

    /// Bodies that wait for a worker, or for its acknowledgement; `None` if the server does not say.
    pub async fn pending(&self) -> Option<u64> {
        let ask = async {
            let stream = self.context().get_stream(&self.stream.stream).await.ok()?;
            let last = stream.cached_info().state.last_sequence;
            let mut consumer: PullConsumer = stream.get_consumer("store").await.ok()?;
            let info = consumer.info().await.ok()?;
            // A consumer that was just made may say that nothing is pending. So count what it has not
            // delivered, too.
            let waiting = info.num_pending.max(last - info.delivered.stream_sequence.min(last));
            Some(waiting + u64::try_from(info.num_ack_pending).unwrap_or(0))
        };
        timeout(Duration::from_secs(5), ask).await.ok().flatten()
    }

    /// Waits until nothing is left to do, and returns how long that took.
    pub async fn drain(&self, limit: Duration) -> Result<Duration> {
        let start = Instant::now();
        loop {
            if self.pending().await == Some(0) {
                return Ok(start.elapsed());
            }
            if start.elapsed() > limit {
                return Err(
                    format!("not drained after {limit:?}: {:?}", self.pending().await).into()
                );
            }
            sleep(Duration::from_millis(50)).await;
        }
    }

    pub async fn database(&self) -> Result<Database> {
        store::connect(&self.database).await
    }

    pub async fn verdict(&self, bodies: &[Body]) -> Result<Verdict> {
        self.compare(verify::truth(bodies)).await
    }

    pub async fn compare(&self, truth: Rows) -> Result<Verdict> {
        verify::compare(&self.database().await?, truth).await
    }

    /// Ends everything.
    pub async fn end(mut self) -> Result {
        for process in self.workers.iter_mut().chain([&mut self.receiver]) {
            process.kill().await?;
        }
        self.context().delete_stream(&self.stream.stream).await?;
        Ok(())
    }
}

/// Where everything that the test writes goes; it is removed at the end.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Result<Self> {
        let path = env::temp_dir().join(format!("chathooks-scale-{}", std::process::id()));
        std::fs::create_dir(&path)?;
        Ok(Self(path))
    }
}
