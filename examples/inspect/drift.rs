//! What the model does not know, summed over many bodies.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    io::{self, Write},
};

use anstyle::{AnsiColor, Style};
use chathooks::{Drift, Misfit, Webhook};
use serde::Serialize;
use serde_json::Value;

use crate::{Body, Read};

/// What was found, and in how many bodies.
#[derive(Default)]
pub(crate) struct Report {
    bodies: u64,
    pub(crate) failures: u64,
    found: BTreeMap<Finding, Seen>,
}

/// The same thing at the same place of an event, in whatever element of a list.
#[derive(PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Finding {
    provider: &'static str,
    event: String,
    pointer: String,
    kind: &'static str,
    /// The event's name, the enum's text, the version, or why the value does not fit.
    text: Option<String>,
}

struct Seen {
    bodies: u64,
    /// The shape of the first value; absent if the body holds what no [`Value`] can.
    example: Option<String>,
}

impl Report {
    pub(crate) fn add(&mut self, body: &Body<'_>) {
        self.bodies += 1;
        let Ok(Read { webhook, misfits, .. }) = body.parse_lenient() else {
            self.failures += 1;
            return;
        };
        let mut here = BTreeMap::new();
        for drift in webhook.drift() {
            here.entry(Finding::drift(&webhook, &drift)).or_insert(drift.pointer);
        }
        for misfit in misfits {
            here.entry(Finding::misfit(&webhook, &misfit)).or_insert(misfit.pointer);
        }
        let mut whole = None;
        for (finding, pointer) in here {
            match self.found.entry(finding) {
                Entry::Occupied(mut seen) => seen.get_mut().bodies += 1,
                Entry::Vacant(new) => {
                    let whole =
                        whole.get_or_insert_with(|| serde_json::from_slice(body.bytes).ok());
                    let value = whole.as_ref().and_then(|whole: &Value| whole.pointer(&pointer));
                    new.insert(Seen { bodies: 1, example: value.map(shape) });
                }
            }
        }
    }

    pub(crate) fn show(&self, out: &mut impl Write, json: bool) -> io::Result<()> {
        for (finding, seen) in &self.found {
            if json {
                serde_json::to_writer(&mut *out, &Row::new(finding, seen))?;
                writeln!(out)?;
            } else {
                finding.show(out, seen)?;
            }
        }
        if json {
            return Ok(());
        }
        let Self { bodies, failures, found } = self;
        writeln!(out, "{bodies:>9}  bodies, {} findings, {failures} not read", found.len())
    }
}

impl Finding {
    fn drift(webhook: &Webhook, drift: &Drift) -> Self {
        let text = drift.kind.text().map(|text| name(text).to_owned());
        Self::new(webhook, &drift.pointer, drift.kind.as_str(), text)
    }

    fn misfit(webhook: &Webhook, misfit: &Misfit) -> Self {
        Self::new(webhook, &misfit.pointer, "misfit", Some(misfit.error.message().to_owned()))
    }

    fn new(webhook: &Webhook, pointer: &str, kind: &'static str, text: Option<String>) -> Self {
        let pointer = pointer.split('/').map(step).collect::<Vec<_>>().join("/");
        let provider = webhook.provider().as_str();
        Self { provider, event: name(webhook.name()).to_owned(), pointer, kind, text }
    }

    fn show(&self, out: &mut impl Write, seen: &Seen) -> io::Result<()> {
        const BOLD: Style = Style::new().bold();
        const WARN: Style = AnsiColor::Yellow.on_default();
        let Self { provider, event, pointer, kind, text } = self;
        let kind = match *kind {
            "member" => "unknown member",
            "event" => "unknown event",
            "enum_value" => "unknown value",
            "version" => "undocumented version",
            other => other,
        };
        write!(out, "{:>9}  {provider} {event} {BOLD}{pointer}{BOLD:#} ", seen.bodies)?;
        write!(out, "{WARN}{kind}{WARN:#}")?;
        if let Some(text) = text {
            write!(out, ", {text}")?;
        }
        if let Some(example) = &seen.example {
            write!(out, ": {example}")?;
        }
        writeln!(out)
    }
}

/// A finding as JSON.
#[derive(Serialize)]
struct Row<'a> {
    #[serde(flatten)]
    finding: &'a Finding,
    bodies: u64,
    example: Option<&'a str>,
}

impl<'a> Row<'a> {
    fn new(finding: &'a Finding, seen: &'a Seen) -> Self {
        Self { finding, bodies: seen.bodies, example: seen.example.as_deref() }
    }
}

/// A step of a pointer; `*` for the number of an element.
fn step(step: &str) -> &str {
    if step.parse::<usize>().is_ok() { "*" } else { name(step) }
}

/// A name that programmers choose; `*` for what may be data, such as a phone number as key.
fn name(text: &str) -> &str {
    let is_name = text.len() <= 64
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c))
        && text.chars().filter(char::is_ascii_digit).count() < 5;
    if is_name { text } else { "*" }
}

/// A value as JSON with every letter as x and every digit as 0.
fn shape(value: &Value) -> String {
    const LONGEST: usize = 60;
    let shape = match value {
        Value::Array(list) => match list.first() {
            Some(first) if list.len() > 1 => format!("[{}, …]", shape(first)),
            Some(first) => format!("[{}]", shape(first)),
            None => "[]".to_owned(),
        },
        Value::Object(members) => {
            let member =
                |(key, value): (&String, &Value)| format!("{}: {}", name(key), shape(value));
            format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(", "))
        }
        Value::Null | Value::Bool(_) => value.to_string(),
        Value::Number(_) | Value::String(_) => value.to_string().chars().map(masked).collect(),
    };
    match shape.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &shape[..end]),
        None => shape,
    }
}

fn masked(c: char) -> char {
    match c {
        _ if c.is_numeric() => '0',
        _ if c.is_alphabetic() => 'x',
        _ if c.is_ascii() => c,
        _ => '?',
    }
}
