//! What a worker did, and what of its CPU the crate took.

use std::{
    fs,
    time::{Duration, Instant},
};

use cpu_time::{ProcessTime, ThreadTime};
use serde::{Deserialize, Serialize};

use crate::{read::Read, rows::Rows};

#[derive(Default, Clone, Serialize, Deserialize)]
pub struct Figures {
    pub bodies: u64,
    pub events: u64,
    pub new: u64,
    /// Bodies that do not parse, and those with parts that do not.
    pub dead: u64,
    /// Bodies that the database refused.
    pub refused: u64,
    /// Messages that no receiver of ours published.
    pub foreign: u64,
    pub retries: u64,
    pub deadlocks: u64,
    /// CPU for parsing and normalizing, in nanoseconds.
    pub reading: u64,
    /// CPU for keys, JSON and rows, in nanoseconds.
    pub mapping: u64,
    /// CPU of the process, in nanoseconds.
    pub cpu: u64,
    /// Memory of the process, in KiB.
    pub memory: u64,
    #[serde(skip)]
    reported: Option<(Instant, u64)>,
}

impl Figures {
    pub fn read(&mut self, start: ThreadTime, reads: &[Read], messages: usize) {
        self.reading += nanoseconds(start.elapsed());
        self.bodies += number(reads.len());
        self.foreign += number(messages - reads.len());
        self.events += reads.iter().map(|read| number(read.received.events.len())).sum::<u64>();
    }

    pub fn mapped(&mut self, start: ThreadTime) {
        self.mapping += nanoseconds(start.elapsed());
    }

    pub fn wrote(&mut self, rows: &Rows, new: u64) {
        self.new += new;
        self.dead += number(rows.dead.0.len());
    }

    pub fn total(&self) -> Self {
        let cpu = ProcessTime::try_now().map_or(0, |now| nanoseconds(now.as_duration()));
        Self { cpu, memory: memory("self"), ..self.clone() }
    }

    /// Logs what was done, every ten seconds.
    pub fn report(&mut self) {
        let (since, before) = *self.reported.get_or_insert_with(|| (Instant::now(), 0));
        let seconds = since.elapsed().as_secs();
        if seconds < 10 {
            return;
        }
        let Self { bodies, new, dead, refused, retries, .. } = self;
        eprintln!(
            "{} bodies/s; {bodies} bodies, {new} new events, {dead} dead, {refused} of them refused, \
             {retries} retries, {} KiB",
            (*bodies - before) / seconds,
            memory("self"),
        );
        self.reported = Some((Instant::now(), self.bodies));
    }
}

fn nanoseconds(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// Resident memory of a process, in KiB.
pub fn memory(process: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().split(' ').next()?.parse().ok()).unwrap_or(0)
}
