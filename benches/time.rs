//! Measures times in paired rounds.

use std::time::{Duration, Instant};

use fastrand::Rng;

use crate::{
    bodies::Set,
    strategy::Strategy::{self, Derived, Ignored, Value},
};

/// The time that a strategy took.
pub(crate) struct Time {
    pub(crate) strategy: Strategy,
    /// The median of the rounds, for all bodies of the set.
    pub(crate) ns: f64,
    pub(crate) over_ignored: Option<f64>,
    pub(crate) over_value: Option<f64>,
    pub(crate) over_derived: Option<f64>,
}

const ROUNDS: usize = 61;

/// How long a strategy runs in each round; it runs at least once.
const STEP: Duration = Duration::from_micros(300);

/// Measures all strategies of a set.
pub(crate) fn of(set: &Set) -> Vec<Time> {
    let times: Vec<usize> =
        set.strategies.iter().map(|strategy| repetitions(set, *strategy)).collect();
    let mut rounds = vec![vec![0.0; times.len()]; ROUNDS];
    let mut order: Vec<usize> = (0..times.len()).collect();
    let mut rng = Rng::with_seed(7);
    for round in &mut rounds {
        rng.shuffle(&mut order);
        for strategy in &order {
            let start = Instant::now();
            for _ in 0..times[*strategy] {
                set.run(set.strategies[*strategy]);
            }
            round[*strategy] = start.elapsed().as_secs_f64() * 1e9 / times[*strategy] as f64;
        }
    }
    let place = |of| set.strategies.iter().position(|strategy| *strategy == of);
    let over = |own: usize, of| {
        let of = place(of)?;
        Some(median(rounds.iter().map(|round| round[own] / round[of])))
    };
    let time = |(own, strategy): (usize, &Strategy)| Time {
        strategy: *strategy,
        ns: median(rounds.iter().map(|round| round[own])),
        over_ignored: over(own, Ignored),
        over_value: over(own, Value),
        over_derived: over(own, Derived),
    };
    set.strategies.iter().enumerate().map(time).collect()
}

fn repetitions(set: &Set, strategy: Strategy) -> usize {
    let start = Instant::now();
    let mut times = 0;
    while start.elapsed() < STEP {
        set.run(strategy);
        times += 1;
    }
    times
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
