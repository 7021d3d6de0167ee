//! The main run: everything sent twice, the second time shuffled and in other batches, while one part
//! after the other is killed.

use std::time::Duration;

use super::{
    Stage,
    killer::{self, Part},
    system::Changes,
};
use crate::{Result, corpus, sender::Load};

impl Stage {
    pub async fn twice(&mut self, parts: &[Part], kills: usize, pause: Duration) -> Result {
        let mut bodies = self.bodies.clone();
        bodies.extend(corpus::again(&self.bodies, &mut self.random));
        let mut system = self.system("twice", 2, Changes::default()).await?;
        system.start_workers()?;
        // The load lasts as long as the killing.
        let seconds = (pause + Duration::from_millis(500)) * u32::try_from(kills)?;
        let rate = u64::try_from(bodies.len())? / seconds.as_secs().max(1);
        let load = Load::new(bodies.clone(), Some(u32::try_from(rate.max(1))?));
        let watch = self.watch(&load, "all twice, killed in turn");
        let address = system.address;
        let send = load.send(address, 32);
        let kill = killer::kill(&mut self.servers, &mut system, parts, kills, pause);
        let ((), kills) = tokio::join!(send, kill);
        let kills = kills?;
        watch.abort();
        self.bar.set_message("draining");
        let drained = system.drain(Duration::from_secs(120)).await?;
        let verdict = system.verdict(&bodies).await?;
        let kinds: Vec<_> = kills.iter().map(|(part, times)| format!("{part:?} {times}")).collect();
        let line = format!(
            "sent twice, {} bodies, killed {} ({}), {}, drained {:.1} s after the last",
            bodies.len(),
            kills.values().sum::<usize>(),
            kinds.join(", "),
            load.counts.line(),
            drained.as_secs_f32(),
        );
        self.report.right(&line, verdict);
        self.report.expect("drained within 15 s", drained.as_secs() < 15);
        system.end().await
    }
}
