//! Shows what webhook bodies hold: who sent them, what happened, what the model does not know, and
//! where a body is wrong.
//!
//! ```text
//! cargo run --release -p inspect -- [--provider NAME] [--lenient] [--json] [PATH…]
//! cargo run --release -p inspect -- [--provider NAME] --drift [--json] [PATH…]
//! ```
//!
//! Exit status: 0 when every body was read, 1 when some were not, 2 for wrong usage.

mod drift;
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
use chathooks::{Misfit, ParseError, Provider, Webhook};
use clap::{CommandFactory, Parser, error::ErrorKind};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::{drift::Report, input::Input, person::Summary, row::Row};

/// Show what webhook bodies hold.
#[derive(Parser)]
#[command(name = "inspect")]
struct Arguments {
    /// Who sent the bodies: saleschat, smartflow, meta, aisoule, azeer or chatwoot; detected if not given.
    #[arg(long, value_name = "NAME")]
    provider: Option<Provider>,

    /// Read known events also if parts of them do not fit, and show those parts.
    #[arg(long)]
    lenient: bool,

    /// Sum up, over all bodies, what the model does not know and what does not fit it.
    ///
    /// Values are shown with every letter as x and every digit as 0.
    #[arg(long)]
    drift: bool,

    /// Write one JSON object a body, with --drift one a finding, and nothing else.
    #[arg(long)]
    json: bool,

    /// A body (.json), one body a line (.jsonl, .ndjson), a folder, or - for standard input.
    ///
    /// Without a path one fixture of each event is shown; with --drift all fixtures are summed up.
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

/// What was read of a body.
struct Read {
    webhook: Webhook,
    misfits: Vec<Misfit>,
    is_lossless: bool,
}

impl Body<'_> {
    fn parse(&self) -> Result<Read, ParseError> {
        let webhook = match self.provider {
            Some(provider) => provider.parse(self.bytes),
            None => Webhook::parse(self.bytes),
        }?;
        let is_lossless = webhook.is_lossless(self.bytes);
        Ok(Read { webhook, misfits: Vec::new(), is_lossless })
    }

    fn parse_lenient(&self) -> Result<Read, ParseError> {
        let lenient = match self.provider {
            Some(provider) => provider.parse_lenient(self.bytes),
            None => Webhook::parse_lenient(self.bytes),
        }?;
        let is_lossless = lenient.is_lossless(self.bytes);
        Ok(Read { webhook: lenient.webhook, misfits: lenient.misfits, is_lossless })
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut input = Input::new(&arguments.paths, arguments.provider).unwrap_or_else(|message| {
        Arguments::command().error(ErrorKind::ValueValidation, message).exit()
    });
    if arguments.paths.is_empty() && !arguments.drift {
        input.one_of_each();
    }
    let shown = if arguments.drift { sum_up(&input, &arguments) } else { show(&input, &arguments) };
    match shown {
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
fn show(input: &Input, arguments: &Arguments) -> io::Result<bool> {
    let mut out = output(arguments);
    let bar = progress(input.size());
    let mut summary = Summary::default();
    input.for_each(|body| {
        let parsed = if arguments.lenient { body.parse_lenient() } else { body.parse() };
        summary.count(body.source, &parsed);
        bar.inc(body.bytes.len() as u64 + 1);
        if arguments.json {
            let mut row = Row::new(body, &parsed);
            row.misfits = row.misfits.filter(|_| arguments.lenient);
            serde_json::to_writer(&mut out, &row)?;
            out.write_all(b"\n")
        } else {
            bar.suspend(|| person::show(&mut out, body, &parsed))
        }
    })?;
    bar.finish_and_clear();
    if !arguments.json {
        person::show_summary(&mut out, &summary)?;
        if arguments.paths.is_empty() {
            writeln!(out, "One fixture of each event. Your own bodies: inspect PATH…")?;
        }
    }
    out.flush()?;
    Ok(summary.failures == 0)
}

/// Sums up what the model does not know; whether all bodies could be read.
fn sum_up(input: &Input, arguments: &Arguments) -> io::Result<bool> {
    let mut out = output(arguments);
    let bar = progress(input.size());
    let mut report = Report::default();
    input.for_each(|body| {
        report.add(body);
        bar.inc(body.bytes.len() as u64 + 1);
        Ok(())
    })?;
    bar.finish_and_clear();
    report.show(&mut out, arguments.json)?;
    out.flush()?;
    Ok(report.failures == 0)
}

/// Where to write: for people without colors where there is no terminal for them. That filter drops
/// U+007F and more, so JSON goes past it.
fn output(arguments: &Arguments) -> Box<dyn Write> {
    let out = io::stdout();
    if arguments.json {
        Box::new(io::BufWriter::new(out))
    } else {
        Box::new(io::BufWriter::new(AutoStream::auto(out)))
    }
}

/// A bar over so many bytes, or over an unknown number; hidden where there is little to do, and
/// where it would come between the bodies on the same terminal.
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
