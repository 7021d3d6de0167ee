//! Measures how fast bodies are read by several strategies, on the same bytes and in the same run.
//!
//! ```text
//! cargo bench --bench ratio -- [--json] [FILTER…]
//! ```
//!
//! Every round runs every strategy on a set of bodies, in a different order. A ratio is the median
//! over the rounds of the ratio within a round, so that other load on the machine affects all
//! strategies.

#![allow(clippy::cast_precision_loss, reason = "counts far below 2^52")]

#[path = "../tests/it/fixture_origin.rs"]
mod fixture_origin;
#[allow(dead_code, reason = "the tests use more of it")]
#[path = "../tests/it/json_tree.rs"]
mod json_tree;

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
    /// Write one JSON object per row and nothing else.
    json: bool,
    /// Run every strategy once, to be counted by valgrind. The benchmark passes this to itself.
    once: bool,
    /// Measure only sets with these strings in their names.
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
    /// The average size of a body.
    bytes: usize,
    strategy: &'static str,
    /// The time for one body, as the median of the rounds.
    ns: f64,
    over_ignored: Option<f64>,
    over_value: Option<f64>,
    over_derived: Option<f64>,
    /// The number of instructions for one body. Absent without valgrind.
    instructions: Option<f64>,
    /// The number of allocations for one body.
    allocations: f64,
    /// The peak memory in bytes.
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
