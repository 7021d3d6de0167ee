//! How fast it is: each figure in several rounds, side by side, and its median.

use std::time::Duration;

use tokio::time::{Instant, sleep};

use super::{
    Stage,
    engines::publish,
    report::Report,
    system::{Changes, System},
};
use crate::{Result, figures::Figures};

/// How often each figure is taken.
pub const ROUNDS: usize = 3;

impl Stage {
    pub async fn figures(&mut self, short: bool) -> Result {
        let all = self.bodies.len();
        let (mut one, mut some, mut many, mut two, mut four) =
            (vec![], vec![], vec![], vec![], vec![]);
        let (mut again, mut reading, mut mapping, mut deadlocks) = (vec![], vec![], vec![], 0);
        for round in 0..ROUNDS {
            self.bar.set_message(format!("speed, round {} of {ROUNDS}", round + 1));
            one.push(self.consume(round, 1, 1, all.min(1_500)).await?.rate);
            some.push(self.consume(round, 64, 1, all).await?.rate);
            let pass = self.consume(round, 512, 1, all).await?;
            many.push(pass.rate);
            again.push(pass.again / pass.rate);
            reading.push(pass.reading);
            mapping.push(pass.mapping);
            self.report.expect("a second pass stores nothing new", pass.new_again == 0);
            two.push(self.consume(round, 512, 2, all).await?.rate);
            let pass = self.consume(round, 512, 4, all).await?;
            four.push(pass.rate);
            deadlocks += pass.deadlocks;
        }
        let [one, some, many, two, four] = [one, some, many, two, four].map(median);
        let [again, reading, mapping] = [again, reading, mapping].map(median);
        let line = format!("one worker, bodies/s: batch 1 {one:.0}, 64 {some:.0}, 512 {many:.0}");
        Report::figure(&line, true);
        let line = format!("batch 64 is {:.1} x batch 1, target 12", some / one);
        Report::figure(&line, some / one >= 12.0);
        let line = format!("two workers {two:.0}/s, {:.2} x one at 512, target 1.2", two / many);
        Report::figure(&line, two / many >= 1.2);
        let line = format!("four workers {four:.0}/s, {deadlocks} deadlocks, target 0");
        Report::figure(&line, deadlocks == 0);
        let line = format!("a second pass has {again:.2} x the speed, target 0.9");
        Report::figure(&line, again >= 0.9);
        let line = format!(
            "of a worker's CPU, parse and normalize take {:.0} %, target 50; keys, JSON and rows {:.0} %",
            reading * 100.0,
            mapping * 100.0
        );
        Report::figure(&line, reading <= 0.5);
        self.receive().await?;
        self.engines().await?;
        if !short {
            self.memory().await?;
        }
        Ok(())
    }

    async fn consume(
        &mut self,
        round: usize,
        batch: usize,
        workers: usize,
        count: usize,
    ) -> Result<Pass> {
        let changes = Changes { batch: Some(batch), ..Changes::default() };
        let name = format!("speed{round}_{batch}_{workers}");
        let mut system = self.system(&name, workers, changes).await?;
        let bodies = &self.bodies[..count];
        publish(&system, bodies, 0, 256).await?;
        system.start_workers()?;
        let rate = rate(&system, count).await?;
        let figures = system.stop_workers().await?;
        let sum = |part: fn(&Figures) -> u64| figures.iter().map(part).sum::<u64>();
        let cpu = sum(|figures| figures.cpu) as f64;
        let mut pass = Pass {
            rate,
            reading: sum(|figures| figures.reading) as f64 / cpu,
            mapping: sum(|figures| figures.mapping) as f64 / cpu,
            again: 0.0,
            new_again: 0,
            deadlocks: sum(|figures| figures.deadlocks),
        };
        if workers == 1 && batch == 512 {
            let stream = system.context().get_stream(&name).await?;
            stream.delete_consumer("store").await?;
            system.start_workers()?;
            pass.again = self::rate(&system, count).await?;
            pass.new_again = system.stop_workers().await?.iter().map(|figures| figures.new).sum();
        }
        system.end().await?;
        Ok(pass)
    }
}

struct Pass {
    rate: f64,
    /// The part of the CPU for parsing and normalizing.
    reading: f64,
    /// The part for keys, JSON and rows.
    mapping: f64,
    /// The speed when all is known already.
    again: f64,
    new_again: u64,
    deadlocks: u64,
}

/// Bodies a second, from the first commit to the last.
async fn rate(system: &System, count: usize) -> Result<f64> {
    let mut first = None;
    let limit = Instant::now() + Duration::from_secs(120);
    while Instant::now() < limit {
        match (system.pending().await, first) {
            (Some(0), Some((start, left))) => {
                let start: Instant = start;
                return Ok(left as f64 / start.elapsed().as_secs_f64());
            }
            (Some(left), None) if left < count as u64 => first = Some((Instant::now(), left)),
            _ => {}
        }
        sleep(Duration::from_millis(10)).await;
    }
    Err("the workers take too long".into())
}

/// The middle one.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
