//! The memory of a worker, over a million bodies.

use std::time::Duration;

use super::{Stage, engines::publish, report::Report, system::Changes};
use crate::{Result, figures::memory};

const MILLION: usize = 1_000_000;

impl Stage {
    pub async fn memory(&mut self) -> Result {
        let mut system = self.system("memory", 1, Changes::default()).await?;
        system.start_workers()?;
        let process = system.workers[0].id().ok_or("the worker does not run")?.to_string();
        let mut samples = Vec::new();
        let mut sent = 0;
        self.bar.set_length(MILLION as u64);
        self.bar.set_message("memory over a million bodies");
        for copy in 0.. {
            let count = self.bodies.len().min(MILLION - sent);
            publish(&system, &self.bodies[..count], copy, 256).await?;
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
        Report::figure(&line, late <= early + early / 10);
        system.end().await
    }
}
