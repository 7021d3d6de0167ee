//! The worker: bodies from the stream into the database, acknowledged once they are there.

use std::{pin::pin, time::Duration};

use async_nats::{
    Client,
    connection::State,
    jetstream::{AckKind, Message, consumer::PullConsumer},
};
use clap::{Args, ValueEnum};
use cpu_time::ThreadTime;
use futures_util::StreamExt;
use tokio::time::{interval, sleep, timeout};

use crate::{
    Result,
    figures::Figures,
    read::Read,
    rows::Rows,
    stop,
    store::{self, Store},
    stream::{self, Delivery, Settings},
};

/// How long a fetch waits for more than it has.
const FETCH: Duration = Duration::from_millis(250);

/// Most bodies of one request.
const REQUEST: usize = 64;

/// With so many bytes a batch is complete; with the largest bodies of one request, that bounds the
/// memory.
const BYTES: usize = 16 << 20;

/// How long a worker that is to stop waits for an engine that is away.
const GRACE: Duration = Duration::from_secs(5);

/// A transaction that takes longer is given up: the database hangs.
const WRITE: Duration = Duration::from_secs(60);

#[derive(Args, Clone)]
pub struct Worker {
    #[command(flatten)]
    stream: Settings,

    /// Database
    #[arg(long, env = "DATABASE_URL", value_name = "URL")]
    database: String,

    /// Most bodies of one transaction
    #[arg(long, env = "BATCH", default_value_t = 512, value_name = "N")]
    batch: usize,

    /// WRONG, for the test: acknowledge before the commit
    #[arg(long, hide = true, value_enum, default_value_t = Ack::Commit)]
    ack: Ack,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Ack {
    /// After the commit.
    Commit,
    /// Before anything is done.
    Fetch,
}

impl Worker {
    pub async fn run(self) -> Result {
        let nats = self.stream.connect().await?;
        let mut sink = Sink { url: self.database.clone(), store: None };
        let mut figures = Figures::default();
        let mut consumer = None;
        let stopped = tokio::spawn(stop());
        let work = async {
            while !stopped.is_finished() {
                let messages = self.fetch(&nats, &mut consumer).await;
                if !messages.is_empty() {
                    self.work(&nats, &mut sink, &mut figures, &messages).await?;
                }
                figures.report();
            }
            Ok(())
        };
        let give_up = async {
            while !stopped.is_finished() {
                sleep(FETCH).await;
            }
            sleep(GRACE).await;
        };
        // What is not acknowledged goes to another worker.
        tokio::select! {
            worked = work => worked as Result,
            () = give_up => Ok(()),
        }?;
        println!("{}", serde_json::to_string(&figures.total())?);
        Ok(())
    }

    /// Takes what is there, and waits a little where there is nothing. An error only means to ask again.
    async fn fetch(&self, nats: &Client, known: &mut Option<PullConsumer>) -> Vec<Message> {
        let consumer = if let Some(known) = known.take() {
            known
        } else {
            self.stream.consumer(&stream::context(nats)).await
        };
        let (mut messages, mut bytes) = (Vec::new(), 0);
        while messages.len() < self.batch && bytes < BYTES {
            // A limit of bytes in the request would be shorter. But with it, three nodes of 2.15.1 say
            // that the batch is complete before its last messages, which are then not waited for.
            let asked = (self.batch - messages.len()).min(REQUEST);
            let request = consumer.batch().max_messages(asked).expires(FETCH).messages();
            let Ok(Ok(mut batch)) = timeout(Duration::from_secs(5), request).await else {
                sleep(FETCH).await;
                return messages;
            };
            let before = messages.len();
            // Without a limit of its own, a request to a server that dies waits for ever.
            while let Ok(Some(next)) = timeout(FETCH * 4, batch.next()).await {
                match next {
                    Ok(message) => {
                        bytes += message.payload.len();
                        messages.push(message);
                    }
                    Err(error) => {
                        eprintln!("fetch: {error}");
                        sleep(FETCH).await;
                        return messages;
                    }
                }
            }
            if messages.len() - before < asked {
                break;
            }
        }
        *known = Some(consumer);
        messages
    }

    async fn work(
        &self,
        nats: &Client,
        sink: &mut Sink,
        figures: &mut Figures,
        messages: &[Message],
    ) -> Result {
        if self.ack == Ack::Fetch {
            acknowledge(nats, messages, AckKind::Ack).await;
        }
        let mut progress = interval(Duration::from_secs(self.stream.ack_wait) / 3);
        progress.tick().await;
        let mut storing = pin!(sink.store(figures, messages));
        loop {
            tokio::select! {
                stored = &mut storing => break stored?,
                // However long the database is away, no other worker gets these bodies meanwhile.
                _ = progress.tick() => acknowledge(nats, messages, AckKind::Progress).await,
            }
        }
        if self.ack == Ack::Commit {
            acknowledge(nats, messages, AckKind::Ack).await;
        }
        Ok(())
    }
}

/// A lost acknowledgement is a redelivery, which changes nothing.
async fn acknowledge(nats: &Client, messages: &[Message], kind: AckKind) {
    let all = async {
        for message in messages {
            if message.ack_with(kind).await.is_err() {
                return;
            }
        }
        let _ = nats.flush().await;
    };
    // Without a connection, they would fill the client's buffer and wait there.
    if nats.connection_state() == State::Connected {
        let _ = timeout(Duration::from_secs(2), all).await;
    }
}

/// The database, and what to do if it refuses.
struct Sink {
    url: String,
    store: Option<Store>,
}

impl Sink {
    async fn store(&mut self, figures: &mut Figures, messages: &[Message]) -> Result {
        let start = ThreadTime::now();
        let deliveries = messages.iter().filter_map(|message| Delivery::read(message));
        let reads: Vec<_> = deliveries.map(Read::new).collect();
        figures.read(start, &reads, messages.len());
        // The slices that are still to be stored, the first one last.
        let mut slices = vec![&reads[..]];
        while let Some(slice) = slices.pop() {
            let start = ThreadTime::now();
            let rows = Rows::of(slice);
            figures.mapped(start);
            let Err(error) = self.write(figures, &rows).await? else { continue };
            if let [read] = slice {
                eprintln!("set aside: {error}");
                figures.refused += 1;
                let refused = read.refused(&error);
                if let Err(error) = self.write(figures, &refused).await? {
                    return Err(format!("the table `dead` refuses a body: {error}").into());
                }
            } else {
                let (first, second) = slice.split_at(slice.len() / 2);
                slices.extend([second, first]);
            }
        }
        Ok(())
    }

    /// Writes, for as long as it takes; the inner error says that these rows will never be taken.
    async fn write(&mut self, figures: &mut Figures, rows: &Rows) -> Result<Result<(), String>> {
        let mut pause = Duration::from_millis(50);
        loop {
            let store = match self.store.take() {
                Some(store) if !store.is_closed() => Ok(store),
                _ => Store::open(&self.url).await,
            };
            let error = match store {
                Ok(mut store) => match timeout(WRITE, store.write(rows)).await {
                    Ok(Ok(new)) => {
                        figures.wrote(rows, new);
                        self.store = Some(store);
                        return Ok(Ok(()));
                    }
                    Ok(Err(error)) => {
                        if store::is_fault_of_rows(&error) {
                            self.store = Some(store);
                            return Ok(Err(store::describe(&error)));
                        }
                        figures.deadlocks += u64::from(store::is_deadlock(&error));
                        store::describe(&error)
                    }
                    Err(_) => "no answer".to_owned(),
                },
                Err(error) => error.to_string(),
            };
            eprintln!("database: {error}");
            figures.retries += 1;
            sleep(pause).await;
            pause = (pause * 2).min(Duration::from_secs(2));
        }
    }
}
