//! How fast it is: each figure in several rounds, side by side, and its median.

use std::time::Duration;

use async_nats::jetstream::context::PublishAckFuture;
use chrono::Utc;
use tokio::time::{Instant, sleep};

use super::{
    Stage,
    system::{Changes, System},
};
use crate::{
    Result,
    corpus::Body,
    figures::{Figures, memory},
    sender::Load,
    stream::Delivery,
};

const ROUNDS: usize = 3;

impl Stage {
    pub async fn speed(&mut self, short: bool) -> Result {
        let all = self.bodies.len();
        let (mut one, mut some, mut many, mut two, mut four) =
            (vec![], vec![], vec![], vec![], vec![]);
        let (mut again, mut shares, mut deadlocks) = (vec![], vec![], 0);
        for round in 0..ROUNDS {
            self.bar.set_message(format!("speed, round {} of {ROUNDS}", round + 1));
            one.push(self.consume(round, 1, 1, all.min(1_500)).await?.rate);
            some.push(self.consume(round, 64, 1, all).await?.rate);
            let pass = self.consume(round, 512, 1, all).await?;
            many.push(pass.rate);
            again.push(pass.again / pass.rate);
            shares.push(pass.share);
            self.report.expect("a second pass stores nothing new", pass.new_again == 0);
            two.push(self.consume(round, 512, 2, all).await?.rate);
            let pass = self.consume(round, 512, 4, all).await?;
            four.push(pass.rate);
            deadlocks += pass.deadlocks;
        }
        let [one, some, many, two, four] = [one, some, many, two, four].map(median);
        let (again, share) = (median(again), median(shares));
        let report = &self.report;
        report.figure(
            &format!("one worker, bodies/s: batch 1 {one:.0}, 64 {some:.0}, 512 {many:.0}"),
            true,
        );
        report.figure(
            &format!("batch 64 is {:.1} x batch 1, target 12", some / one),
            some / one >= 12.0,
        );
        report.figure(
            &format!("two workers {two:.0} bodies/s, {:.2} x one at 512, target 1.2", two / many),
            two / many >= 1.2,
        );
        report.figure(
            &format!("four workers {four:.0} bodies/s, {deadlocks} deadlocks, target 0"),
            deadlocks == 0,
        );
        report
            .figure(&format!("a second pass has {again:.2} x the speed, target 0.9"), again >= 0.9);
        report.figure(
            &format!(
                "parse and normalize take {:.0} % of the worker's CPU, target at most 50",
                share * 100.0
            ),
            share <= 0.5,
        );
        self.receive().await?;
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
        publish(&system, bodies, 0).await?;
        system.start_workers()?;
        let rate = rate(&system, count).await?;
        let figures = system.stop_workers().await?;
        let sum = |part: fn(&Figures) -> u64| figures.iter().map(part).sum::<u64>();
        let share = sum(|figures| figures.reading) as f64 / sum(|figures| figures.cpu) as f64;
        let mut pass = Pass {
            rate,
            share,
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

    /// What the receiver takes over one connection, and over many.
    async fn receive(&mut self) -> Result {
        let (mut one, mut many) = (vec![], vec![]);
        for round in 0..ROUNDS {
            for (connections, rates) in [(1, &mut one), (32, &mut many)] {
                self.bar.set_message(format!("receiver, {connections} connections"));
                let name = format!("receive{round}_{connections}");
                let system = self.system(&name, 0, Changes::default()).await?;
                let count = self.bodies.len().min(6_000 * connections);
                let load = Load::new(self.bodies[..count].to_vec(), None);
                let start = Instant::now();
                load.send(system.address, connections).await;
                rates.push(count as f64 / start.elapsed().as_secs_f64());
                system.end().await?;
            }
        }
        let [one, many] = [one, many].map(median);
        let line = format!(
            "receiver, bodies/s: 1 connection {one:.0}, 32 connections {many:.0}, {:.2} x, target 1.8",
            many / one
        );
        self.report.figure(&line, many / one >= 1.8);
        Ok(())
    }

    /// The memory of a worker, over a million bodies.
    async fn memory(&mut self) -> Result {
        const MILLION: usize = 1_000_000;
        let mut system = self.system("memory", 1, Changes::default()).await?;
        system.start_workers()?;
        let process = system.workers[0].id().ok_or("the worker does not run")?.to_string();
        let mut samples = Vec::new();
        let mut sent = 0;
        self.bar.set_length(MILLION as u64);
        self.bar.set_message("memory over a million bodies");
        for copy in 0.. {
            let count = self.bodies.len().min(MILLION - sent);
            publish(&system, &self.bodies[..count], copy).await?;
            sent += count;
            // The stream must not grow without end meanwhile.
            system.drain(Duration::from_secs(120)).await?;
            samples.push(memory(&process));
            self.bar.set_position(sent as u64);
            if sent == MILLION {
                break;
            }
        }
        let figures = system.stop_workers().await?;
        let (early, late) = (samples[samples.len() / 5], samples[samples.len() - 1]);
        let line = format!(
            "memory of a worker: {} KiB after 200,000 bodies, {} KiB after {}",
            early, late, figures[0].bodies
        );
        self.report.figure(&line, late <= early + early / 10);
        system.end().await
    }
}

struct Pass {
    rate: f64,
    share: f64,
    /// The speed when all is known already.
    again: f64,
    new_again: u64,
    deadlocks: u64,
}

/// Publishes without the receiver; another copy is no repetition for JetStream.
async fn publish(system: &System, bodies: &[Body], copy: usize) -> Result {
    const IN_FLIGHT: usize = 256;
    let context = system.context();
    let mut open: Vec<PublishAckFuture> = Vec::new();
    for (index, body) in bodies.iter().enumerate() {
        let delivery = Delivery {
            endpoint: body.provider.to_string(),
            provider: body.provider,
            received_at: Utc::now(),
            body: body.bytes.clone(),
        };
        let subject = format!("{}.{}", system.stream.stream, body.provider);
        let message = delivery.message().message_id(format!("{copy}.{index}"));
        open.push(context.send_publish(subject, message).await?);
        if open.len() == IN_FLIGHT {
            for acknowledged in open.drain(..) {
                acknowledged.await?;
            }
        }
    }
    for acknowledged in open {
        acknowledged.await?;
    }
    Ok(())
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

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
