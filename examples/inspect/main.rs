//! Shows what webhook bodies hold: who sent them, what happened, what the model does not know, and
//! where a body is wrong.
//!
//! ```text
//! cargo run --release --example inspect -- [--provider NAME] [--json] [PATH…]
//! ```
//!
//! Exit status: 0 when every body was read, 1 when some were not, 2 for wrong usage.

mod facts;
mod input;
mod person;
mod row;

use std::{
    io::{self, IsTerminal, Write},
    path::PathBuf,
    process::ExitCode,
};

use anstream::AutoStream;
use chathooks::{ParseError, Provider, Webhook};
use clap::{CommandFactory, Parser, error::ErrorKind};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::{input::Input, person::Summary, row::Row};

/// Show what webhook bodies hold.
#[derive(Parser)]
#[command(name = "inspect")]
struct Arguments {
    /// Who sent the bodies: saleschat, smartflow, aisoule, azeer or chatwoot; detected if not given.
    #[arg(long, value_name = "NAME")]
    provider: Option<Provider>,

    /// Write one JSON object a body and nothing else.
    #[arg(long)]
    json: bool,

    /// A body (.json), one body a line (.jsonl, .ndjson), a folder, or - for standard input.
    ///
    /// Without a path the fixtures of the crate are shown.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
}

/// One body and where it came from.
struct Body<'a> {
    /// Path, with the number of the line where a file has one body a line.
    source: &'a str,
    bytes: &'a [u8],
    provider: Option<Provider>,
}

impl Body<'_> {
    fn parse(&self) -> Result<Webhook, ParseError> {
        match self.provider {
            Some(provider) => provider.parse(self.bytes),
            None => Webhook::parse(self.bytes),
        }
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let input = Input::new(&arguments.paths, arguments.provider).unwrap_or_else(|message| {
        Arguments::command().error(ErrorKind::ValueValidation, message).exit()
    });
    match run(&input, arguments.json) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Whoever reads the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("inspect: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Shows every body; whether all could be read.
fn run(input: &Input, json: bool) -> io::Result<bool> {
    let stdout = AutoStream::auto(io::stdout());
    let mut out = io::BufWriter::new(stdout);
    let bar = progress(input.size());
    let mut summary = Summary::default();
    input.for_each(|body| {
        let parsed = body.parse();
        summary.count(&parsed);
        bar.inc(body.bytes.len() as u64 + 1);
        if json {
            serde_json::to_writer(&mut out, &Row::new(body, &parsed))?;
            out.write_all(b"\n")
        } else {
            bar.suspend(|| person::show(&mut out, body, &parsed))
        }
    })?;
    bar.finish_and_clear();
    if !json {
        person::show_summary(&mut out, &summary)?;
    }
    out.flush()?;
    Ok(summary.failures == 0)
}

/// A bar over so many bytes, or over an unknown number; hidden where there is little to do, and
/// where it would stand between the bodies on the same terminal.
fn progress(size: Option<u64>) -> ProgressBar {
    const MANY: u64 = 1 << 20;
    if io::stdout().is_terminal() || size.is_some_and(|size| size < MANY) {
        return ProgressBar::hidden();
    }
    let (bar, template) = match size {
        Some(size) => (ProgressBar::new(size), "{wide_bar} {bytes}/{total_bytes} {eta}"),
        None => (ProgressBar::no_length(), "{spinner} {bytes} {elapsed}"),
    };
    bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(10));
    bar.with_style(
        ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()),
    )
}
