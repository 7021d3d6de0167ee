//! Turns captured bodies into events: JSON Lines in, JSON Lines out.
//!
//! ```text
//! cargo run --release --example batch -- [--provider NAME] FILE… > events.jsonl
//! ```
//!
//! A line that cannot be read is reported as `file:line: error`, and the next one is read. One line
//! is in memory at a time.
//!
//! Exit status: 0 when every line was read, 1 when some were not, 2 when a file was not, and for
//! wrong usage.

use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader, BufWriter, IsTerminal, Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use chathooks::{Provider, Webhook};
use clap::Parser;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Turn captured bodies into events.
#[derive(Parser)]
struct Arguments {
    /// Who sent the bodies; detected if not given.
    #[arg(long, value_name = "NAME")]
    provider: Option<Provider>,

    /// One body a line; - is standard input.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
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
fn run(arguments: &Arguments) -> io::Result<u64> {
    let bar = progress(&arguments.files);
    let mut out = BufWriter::new(io::stdout().lock());
    let (mut bodies, mut events, mut failures) = (0_u64, 0_u64, 0_u64);
    for path in &arguments.files {
        let named =
            |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
        let lines = BufReader::new(bar.wrap_read(open(path).map_err(named)?)).split(b'\n');
        for (line, number) in lines.zip(1_u64..) {
            let line = line.map_err(named)?;
            if line.trim_ascii().is_empty() {
                continue;
            }
            bodies += 1;
            let webhook = match arguments.provider {
                Some(provider) => provider.parse(&line),
                None => Webhook::parse(&line),
            };
            match webhook {
                Ok(webhook) => {
                    for event in webhook.normalize() {
                        events += 1;
                        serde_json::to_writer(&mut out, &event)?;
                        out.write_all(b"\n")?;
                    }
                }
                Err(error) => {
                    failures += 1;
                    bar.suspend(|| eprintln!("{}:{number}: {error}", path.display()));
                }
            }
        }
    }
    out.flush()?;
    bar.finish_and_clear();
    eprintln!("{bodies} bodies, {events} events, {failures} not read");
    Ok(failures)
}

fn open(path: &Path) -> io::Result<Box<dyn Read>> {
    Ok(if path.as_os_str() == "-" { Box::new(io::stdin()) } else { Box::new(File::open(path)?) })
}

/// A bar over the bytes of all files, on a terminal that the events do not go to.
fn progress(files: &[PathBuf]) -> ProgressBar {
    if io::stdout().is_terminal() {
        return ProgressBar::hidden();
    }
    // Standard input has no size.
    let size = files.iter().map(|path| Some(fs::metadata(path).ok()?.len())).sum();
    let template = if Option::is_some(&size) {
        "{wide_bar} {bytes}/{total_bytes} {eta}"
    } else {
        "{spinner} {bytes} {elapsed}"
    };
    let style = ProgressStyle::with_template(template);
    ProgressBar::with_draw_target(size, ProgressDrawTarget::stderr())
        .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
