//! A part that is away for a while, and a stream that is full.

use std::{sync::atomic::Ordering::Relaxed, time::Duration};

use tokio::time::sleep;

use super::{Stage, killer::Part, system::Changes};
use crate::{Result, sender::Load};

impl Stage {
    /// The database or the broker is killed, and comes back later.
    pub async fn away(&mut self, part: Part, time: Duration) -> Result {
        let name = if part == Part::Nats { "broker_away" } else { "database_away" };
        let bodies = self.bodies[..self.bodies.len().min(6_000)].to_vec();
        let mut system = self.system(name, 2, Changes::default()).await?;
        system.start_workers()?;
        let rate = u64::try_from(bodies.len())? / (time.as_secs() + 4);
        let load = Load::new(bodies.clone(), Some(u32::try_from(rate.max(1))?));
        let watch = self.watch(&load, name);
        let process = match part {
            Part::Nats => &mut self.servers.nats[0],
            _ => &mut self.servers.postgres,
        };
        let address = system.address;
        let outage = async {
            sleep(Duration::from_secs(2)).await;
            process.kill().await?;
            sleep(time).await;
            process.start()
        };
        let ((), done) = tokio::join!(load.send(address, 32), outage);
        done?;
        watch.abort();
        let drained = system.drain(Duration::from_secs(60)).await?;
        let verdict = system.verdict(&bodies).await?;
        let line = format!(
            "{part:?} away for {} s, {}, drained {:.1} s after the last",
            time.as_secs(),
            load.counts.line(),
            drained.as_secs_f32(),
        );
        self.report.right(&line, verdict);
        let unavailable = load.counts.unavailable.load(Relaxed);
        let expected = if part == Part::Nats { unavailable > 0 } else { unavailable == 0 };
        self.report.expect("503 while the broker is away, and only then", expected);
        system.end().await
    }

    /// The stream is full, until it is made larger.
    pub async fn full(&mut self) -> Result {
        let bodies = self.bodies[..self.bodies.len().min(3_000)].to_vec();
        let changes = Changes { max_messages: Some(700), ..Changes::default() };
        let mut system = self.system("full_stream", 1, changes).await?;
        system.start_workers()?;
        let load = Load::new(bodies.clone(), None);
        let watch = self.watch(&load, "full stream");
        let mut larger = system.stream.clone();
        larger.max_messages = 1 << 20;
        let room = async {
            while load.counts.unavailable.load(Relaxed) < 100 {
                sleep(Duration::from_millis(50)).await;
            }
            larger.create(&system.client).await.map(|_| ())
        };
        let ((), done) = tokio::join!(load.send(system.address, 32), room);
        done?;
        watch.abort();
        system.drain(Duration::from_secs(60)).await?;
        let verdict = system.verdict(&bodies).await?;
        let stream = system.context().get_stream(&system.stream.stream).await?;
        let kept = stream.cached_info().state.messages;
        let line =
            format!("full stream, then larger, {}, {kept} in the stream", load.counts.line());
        self.report.right(&line, verdict);
        system.end().await
    }
}
