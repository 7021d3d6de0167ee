//! How fast bodies are read, side by side on the same bytes in the same run.
//!
//! ```text
//! cargo bench --bench ratio -- [--json] [FILTER…]
//! ```
//!
//! Every round runs every strategy on a set of bodies, in another order; what is told is the median
//! over the rounds of the ratio within a round, so that what the machine does besides hits all.

#![allow(clippy::cast_precision_loss, reason = "counts far below 2^52")]

#[path = "../tests/it/origin.rs"]
mod origin;
#[allow(dead_code, reason = "the tests use more of it")]
#[path = "../tests/it/tree.rs"]
mod tree;

mod bodies;
mod counts;
mod derived;
mod picked;
mod strategy;
mod table;
mod time;

use std::io::{self, Write};

use bodies::Set;
use indicatif::ProgressBar;
use serde::Serialize;
use strategy::Strategy;

#[derive(Default)]
struct Arguments {
    /// Write one JSON object a row and nothing else.
    json: bool,
    /// Read every body once under valgrind, for the counts; what the benchmark calls itself with.
    once: bool,
    /// Measure only sets with these words in their names.
    filter: Vec<String>,
}

impl Arguments {
    fn parse() -> Result<Self, lexopt::Error> {
        use lexopt::prelude::*;

        let mut arguments = Self::default();
        let mut parser = lexopt::Parser::from_env();
        while let Some(argument) = parser.next()? {
            match argument {
                Long("json") => arguments.json = true,
                Long("once") => arguments.once = true,
                // What cargo passes.
                Long("bench") => {}
                Value(word) => arguments.filter.push(word.string()?),
                other => return Err(other.unexpected()),
            }
        }
        Ok(arguments)
    }
}

/// One strategy on one set.
#[derive(Serialize)]
struct Row<'a> {
    body: &'a str,
    /// Of one body, on average.
    bytes: usize,
    strategy: &'static str,
    /// For one body, the median of the rounds.
    ns: f64,
    over_ignored: Option<f64>,
    over_value: Option<f64>,
    over_derived: Option<f64>,
    /// For one body; absent without valgrind.
    instructions: Option<f64>,
    /// For one body.
    allocations: f64,
    /// Peak memory in bytes.
    peak: u64,
    peak_over_value: Option<f64>,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse().map_err(io::Error::other)?;
    let is_wanted = |set: &Set| arguments.filter.iter().all(|word| set.name.contains(word));
    let sets: Vec<Set> = bodies::all().into_iter().filter(is_wanted).collect();
    if arguments.once {
        counts::once(&sets);
        return Ok(());
    }
    let instructions = counts::instructions(&arguments.filter);
    let allocations = counts::allocations(&arguments.filter);
    let bar = ProgressBar::new(sets.len() as u64);
    let mut out = io::stdout().lock();
    let mut number = 0;
    for set in &sets {
        if !arguments.json {
            bar.suspend(|| table::heading(&mut out, set))?;
        }
        let counts = &allocations[number..number + set.strategies.len()];
        let value = set.strategies.iter().position(|strategy| *strategy == Strategy::Value);
        let peak_of_value = value.map(|value| counts[value][1]);
        for time in time::of(set) {
            let [allocated, peak] = allocations[number];
            let bodies = set.bodies.len() as f64;
            let row = Row {
                body: &set.name,
                bytes: set.bodies.iter().map(String::len).sum::<usize>() / set.bodies.len(),
                strategy: time.strategy.name(),
                ns: time.ns / bodies,
                over_ignored: time.over_ignored,
                over_value: time.over_value,
                over_derived: time.over_derived,
                instructions: instructions.as_ref().map(|counts| counts[number] as f64 / bodies),
                allocations: allocated as f64 / bodies,
                peak,
                peak_over_value: peak_of_value.map(|value| peak as f64 / value as f64),
            };
            number += 1;
            if arguments.json {
                writeln!(out, "{}", serde_json::to_string(&row)?)?;
            } else {
                bar.suspend(|| table::row(&mut out, &row))?;
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(())
}
