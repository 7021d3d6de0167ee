//! Turns captured bodies into events: JSON Lines in, JSON Lines out.
//!
//! ```text
//! cargo run --release -p batch -- [--provider NAME] [--jobs N] FILE… > events.jsonl
//! ```
//!
//! Events are written in the order of the bodies. A line that cannot be read is reported as
//! `file:line: error`, and the next one is read. Some lines for each job are in memory at a time.
//! Ctrl-C ends the reading: what was read is written, and the summary says up to which line.
//!
//! Exit status: 0 when every line was read, 1 when some were not, 2 when a file was not, and for
//! wrong usage, 130 after Ctrl-C.

mod chunk;
mod job;

use std::{
    fs,
    io::{self, IsTerminal, Write},
    num::NonZero,
    path::PathBuf,
    process::{self, ExitCode},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering::SeqCst},
    },
    thread,
};

use chathooks::Provider;
use clap::Parser;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::job::Job;

/// Turn captured bodies into events.
#[derive(Parser)]
struct Arguments {
    /// Who sent the bodies; detected if not given.
    #[arg(long, value_name = "NAME")]
    provider: Option<Provider>,

    /// How many threads work; as many as there are processors if not given.
    #[arg(long, value_name = "N")]
    jobs: Option<NonZero<usize>>,

    /// One body a line; - is standard input.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
}

/// Whether Ctrl-C was pressed.
static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// How many chunks the jobs were given.
static CHUNKS: AtomicU64 = AtomicU64::new(0);

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        _ if INTERRUPTED.load(SeqCst) => ExitCode::from(130),
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        // Whoever reads the events has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("batch: {error}");
            ExitCode::from(2)
        }
    }
}

/// Writes the events of all files; how many lines could not be read.
fn run(arguments: Arguments) -> io::Result<u64> {
    let Arguments { provider, jobs, files } = arguments;
    let count = jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZero::get);
    ctrlc::set_handler(interrupt).map_err(io::Error::other)?;
    let bar = progress(&files);
    let files: Arc<[PathBuf]> = files.into();
    let (jobs, queues): (Vec<_>, Vec<_>) = (0..count).map(|_| Job::start(provider)).unzip();
    let reader = thread::spawn({
        let files = Arc::clone(&files);
        move || chunk::read_all(&files, &queues)
    });

    let mut out = io::stdout().lock();
    let (mut file, mut line) = (0, 0);
    let (mut chunks, mut bodies, mut events, mut failures) = (0, 0, 0, 0);
    // The jobs are given chunks in turn, so the results are taken in turn.
    for job in jobs.iter().cycle() {
        let Some(done) = job.next(chunks) else { break };
        out.write_all(&done.json)?;
        if done.file != file {
            (file, line) = (done.file, 0);
        }
        if !done.failures.is_empty() {
            bar.suspend(|| {
                for (before, error) in &done.failures {
                    eprintln!("{}:{}: {error}", files[file].display(), line + before + 1);
                }
            });
        }
        chunks += 1;
        line += done.lines;
        bodies += done.bodies;
        events += done.events;
        failures += done.failures.len() as u64;
        bar.set_message(format!("{bodies} bodies, {failures} not read"));
        bar.inc(done.bytes);
    }
    out.flush()?;
    bar.finish_and_clear();
    eprintln!("{bodies} bodies, {events} events, {failures} not read");
    if INTERRUPTED.load(SeqCst) {
        eprintln!("interrupted after {}:{line}", files[file].display());
        // The reader may still wait for standard input.
        return Ok(failures);
    }
    jobs.into_iter().for_each(Job::end);
    reader.join().expect("nothing in the reader panics")?;
    Ok(failures)
}

fn interrupt() {
    // The second time nothing is waited for.
    if INTERRUPTED.swap(true, SeqCst) {
        process::exit(130);
    }
}

/// A bar over the bytes of all files, on a terminal that the events do not go to.
fn progress(files: &[PathBuf]) -> ProgressBar {
    if io::stdout().is_terminal() {
        return ProgressBar::hidden();
    }
    // Standard input has no size.
    let size = files.iter().map(|path| Some(fs::metadata(path).ok()?.len())).sum();
    let template = if Option::is_some(&size) {
        "{wide_bar} {bytes}/{total_bytes}, {bytes_per_sec}, {msg}, {eta}"
    } else {
        "{spinner} {bytes}, {bytes_per_sec}, {msg}, {elapsed}"
    };
    let style = ProgressStyle::with_template(template);
    ProgressBar::with_draw_target(size, ProgressDrawTarget::stderr())
        .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
