//! What a person sees.

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use anstyle::{AnsiColor, Style};
use chathooks::ParseError;

use crate::{Body, Read, facts};

const NAME: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const GOOD: Style = AnsiColor::Green.on_default();
const WARN: Style = AnsiColor::Yellow.on_default();
const BAD: Style = AnsiColor::Red.on_default().bold();

/// How many bodies there were.
#[derive(Default)]
pub(crate) struct Summary {
    bodies: u64,
    pub(crate) failures: u64,
    drifting: u64,
    misfitting: u64,
    /// By provider and event; whether there is a model.
    events: BTreeMap<(&'static str, String), (u64, bool)>,
    /// Source and error of the first bodies that could not be read.
    unread: Vec<String>,
}

/// So many bodies that could not be read are listed.
const LISTED: usize = 20;

impl Summary {
    pub(crate) fn count(&mut self, source: &str, parsed: &Result<Read, ParseError>) {
        self.bodies += 1;
        let Read { webhook, misfits, .. } = match parsed {
            Ok(read) => read,
            Err(error) => {
                self.failures += 1;
                if self.unread.len() < LISTED {
                    self.unread.push(format!("{source}: {error}"));
                }
                return;
            }
        };
        self.drifting += u64::from(!webhook.drift().is_empty());
        self.misfitting += u64::from(!misfits.is_empty());
        let key = (webhook.provider().as_str(), webhook.name().to_owned());
        self.events.entry(key).or_insert((0, webhook.is_known())).0 += 1;
    }
}

pub(crate) fn show(
    out: &mut impl Write,
    body: &Body<'_>,
    parsed: &Result<Read, ParseError>,
) -> io::Result<()> {
    writeln!(out, "{FAINT}{}{FAINT:#}", body.source)?;
    match parsed {
        Ok(read) => show_read(out, read),
        Err(error) => show_error(out, body, error),
    }
}

fn show_read(out: &mut impl Write, read: &Read) -> io::Result<()> {
    let Read { webhook, misfits, is_lossless } = read;
    write!(out, "  {} {NAME}{}{NAME:#}", webhook.provider(), printable(webhook.name()))?;
    if let Some(version) = webhook.version() {
        write!(out, " {version}")?;
    }
    if !webhook.is_known() {
        write!(out, " {WARN}without a model{WARN:#}")?;
    }
    writeln!(out)?;
    for event in webhook.clone().normalize() {
        writeln!(out, "  {GOOD}{}{GOOD:#}", event.kind.name())?;
        for (name, value) in facts::of(&event) {
            writeln!(out, "    {FAINT}{name:<12}{FAINT:#} {}", printable(&value))?;
        }
    }
    for drift in webhook.drift() {
        writeln!(out, "  {WARN}drift{WARN:#} {}", printable(&drift.to_string()))?;
    }
    for misfit in misfits {
        writeln!(out, "  {BAD}misfit{BAD:#} {}", printable(&misfit.error.to_string()))?;
    }
    if !is_lossless {
        writeln!(out, "  {BAD}not written back as it came{BAD:#}")?;
    }
    Ok(())
}

fn show_error(out: &mut impl Write, body: &Body<'_>, error: &ParseError) -> io::Result<()> {
    writeln!(out, "  {BAD}error{BAD:#} {error}")?;
    let text = String::from_utf8_lossy(body.bytes);
    let text = text.trim_start_matches('\u{feff}');
    let line = text.lines().nth(error.line() - 1).unwrap_or_default();
    // Bodies often are one long line, so only its neighborhood is shown.
    let start = error.column().saturating_sub(50);
    let shown: String = line.chars().skip(start).take(100).collect();
    let shown = printable(&shown);
    let number = error.line().to_string();
    writeln!(out, "  {FAINT}{number} |{FAINT:#} {shown}")?;
    let indent = number.len() + 3 + error.column() - start;
    writeln!(out, "  {:>indent$}{BAD}^{BAD:#}", "", indent = indent - 1)
}

/// A text that does nothing to the terminal, with as many characters as before.
pub(crate) fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

pub(crate) fn show_summary(out: &mut impl Write, summary: &Summary) -> io::Result<()> {
    writeln!(out)?;
    for ((provider, name), (count, known)) in &summary.events {
        let style = if *known { Style::new() } else { WARN };
        writeln!(out, "{count:>9}  {provider:<10} {style}{}{style:#}", printable(name))?;
    }
    let Summary { bodies, failures, drifting, misfitting, unread, .. } = summary;
    for body in unread {
        writeln!(out, "{BAD}not read{BAD:#} {}", printable(body))?;
    }
    if *failures > LISTED as u64 {
        writeln!(out, "{BAD}not read{BAD:#} {} more", failures - LISTED as u64)?;
    }
    let misfitting = match misfitting {
        0 => String::new(),
        some => format!("{some} with misfits, "),
    };
    let style = if *failures == 0 { GOOD } else { BAD };
    write!(out, "{bodies:>9}  bodies, {drifting} with drift, {misfitting}")?;
    writeln!(out, "{style}{failures} not read{style:#}")
}
