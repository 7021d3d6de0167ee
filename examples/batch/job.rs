//! A thread that turns chunks into events.

use std::{
    panic,
    sync::{
        atomic::Ordering::SeqCst,
        mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use chathooks::{ParseError, Provider, Webhook};

use crate::{CHUNKS, INTERRUPTED, chunk::Chunk};

/// So many chunks wait for the job, and so many results to be written.
const WAITING: usize = 2;

pub(crate) struct Job {
    thread: JoinHandle<()>,
    results: Receiver<Done>,
}

/// What became of a chunk.
pub(crate) struct Done {
    pub(crate) file: usize,
    pub(crate) bytes: u64,
    pub(crate) lines: u64,
    pub(crate) bodies: u64,
    pub(crate) events: u64,
    /// The events as JSON Lines.
    pub(crate) json: Vec<u8>,
    /// Errors, each with the number of lines before it in the chunk.
    pub(crate) failures: Vec<(u64, ParseError)>,
}

impl Job {
    pub(crate) fn start(provider: Option<Provider>) -> (Self, SyncSender<Chunk>) {
        let (queue, chunks) = sync_channel::<Chunk>(WAITING);
        let (done, results) = sync_channel(WAITING);
        let work = move || {
            for chunk in chunks {
                // The receiver is gone when results cannot be written.
                let Ok(()) = done.send(convert(&chunk, provider)) else { break };
            }
        };
        (Self { thread: thread::spawn(work), results }, queue)
    }

    /// The next result; `None` after the last one, and after Ctrl-C when as many chunks as were
    /// given have been taken.
    pub(crate) fn next(&self, taken: u64) -> Option<Done> {
        loop {
            match self.results.recv_timeout(Duration::from_millis(100)) {
                Ok(done) => return Some(done),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {
                    if INTERRUPTED.load(SeqCst) && CHUNKS.load(SeqCst) == taken {
                        return None;
                    }
                }
            }
        }
    }

    /// Ends the thread; panics if it has panicked.
    pub(crate) fn end(self) {
        drop(self.results);
        self.thread.join().unwrap_or_else(|cause| panic::resume_unwind(cause));
    }
}

/// Reads the bodies of a chunk and writes their events.
fn convert(chunk: &Chunk, provider: Option<Provider>) -> Done {
    let mut done = Done {
        file: chunk.file,
        bytes: chunk.lines.len() as u64,
        lines: 0,
        bodies: 0,
        events: 0,
        json: Vec::with_capacity(2 * chunk.lines.len()),
        failures: Vec::new(),
    };
    let lines = chunk.lines.strip_suffix(b"\n").unwrap_or(&chunk.lines);
    let ends = memchr::memchr_iter(b'\n', lines).chain([lines.len()]);
    let mut start = 0;
    for end in ends {
        let line = &lines[start..end];
        start = end + 1;
        done.lines += 1;
        if line.trim_ascii().is_empty() {
            continue;
        }
        done.bodies += 1;
        let webhook = match provider {
            Some(provider) => provider.parse(line),
            None => Webhook::parse(line),
        };
        match webhook {
            Ok(webhook) => {
                for event in webhook.normalize() {
                    done.events += 1;
                    serde_json::to_writer(&mut done.json, &event).expect("every event is JSON");
                    done.json.push(b'\n');
                }
            }
            Err(error) => done.failures.push((done.lines - 1, error)),
        }
    }
    done
}
