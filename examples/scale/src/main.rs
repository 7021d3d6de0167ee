//! Beyond one machine: a receiver, NATS JetStream, workers and PostgreSQL, and the test that kills each
//! of them and counts. README.md says how to run it and what to copy.

mod corpus;
mod endpoint;
mod figures;
mod keys;
mod read;
mod receiver;
mod replay;
mod rows;
mod sender;
mod store;
mod stream;
mod trial;
mod verify;
mod worker;

use std::process::ExitCode;

use clap::Parser;
use tokio::signal::unix::{SignalKind, signal};

type Error = Box<dyn std::error::Error + Send + Sync>;
type Result<T = (), E = Error> = std::result::Result<T, E>;

/// Webhooks at scale
#[derive(Parser)]
enum Command {
    /// Take bodies by HTTP and hand them to the stream
    Receiver(receiver::Receiver),
    /// Take bodies from the stream and store their events
    Worker(worker::Worker),
    /// Send what is in `dead` through the stream again
    Replay(replay::Replay),
    /// Send bodies until each is taken
    Sender(sender::Sender),
    /// Compare the store with the truth
    Verify(verify::Verify),
    /// Start everything, kill it, and count
    Trial(trial::Trial),
}

#[tokio::main]
async fn main() -> ExitCode {
    let done = match Command::parse() {
        Command::Receiver(receiver) => receiver.run().await,
        Command::Worker(worker) => worker.run().await,
        Command::Replay(replay) => replay.run().await,
        Command::Sender(sender) => sender.run().await,
        Command::Verify(verify) => verify.run().await,
        Command::Trial(trial) => trial.run().await,
    };
    let Err(error) = done else { return ExitCode::SUCCESS };
    // The database says the reason in the source.
    let source = error.source().map(|source| format!(": {source}")).unwrap_or_default();
    eprintln!("{error}{source}");
    ExitCode::FAILURE
}

/// Waits until the process is asked to end.
async fn stop() {
    let both = [SignalKind::interrupt(), SignalKind::terminate()].map(signal);
    let [Ok(mut interrupt), Ok(mut terminate)] = both else { return };
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
}
