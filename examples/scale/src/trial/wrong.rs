//! Wrong settings, each of which has to lose in this test: otherwise it proves nothing.

use std::time::Duration;

use tokio::time::sleep;

use super::{
    Stage,
    killer::{self, Part},
    system::{Changes, System},
};
use crate::{
    Result,
    corpus::{self, Body},
    sender::Load,
    store::Store,
};

impl Stage {
    pub async fn wrong(&mut self, short: bool) -> Result {
        self.no_wait(short).await?;
        self.acknowledged_first().await?;
        self.given_up().await
    }

    /// The receiver answers 200 before the stream has the body.
    async fn no_wait(&mut self, short: bool) -> Result {
        let changes = Changes { receiver: vec!["--no-wait"], ..Changes::default() };
        let mut system = self.system("no_wait", 1, changes).await?;
        system.start_workers()?;
        let kills = if short { 8 } else { 14 };
        let pause = Duration::from_millis(500);
        // What is lost is what is on its way, so there has to be enough of it.
        let bodies = corpus::first(2_500 * kills);
        let load = Load::new(bodies.clone(), Some(2_800));
        let watch = self.watch(&load, "WRONG: no wait for the acknowledgement");
        let parts = &[Part::Nats, Part::Receiver];
        let address = system.address;
        let kill = killer::kill(&mut self.servers, &mut system, parts, kills, pause);
        let ((), killed) = tokio::join!(load.send(address, 32), kill);
        killed?;
        watch.abort();
        self.lost(system, &bodies, &format!("no wait for the acknowledgement, killed {kills}"))
            .await
    }

    /// The worker acknowledges before it commits, has a backlog, and waits for the database when it is
    /// killed. With a fast database a kill may miss the moment between the two.
    async fn acknowledged_first(&mut self) -> Result {
        let changes = Changes { worker: vec!["--ack", "fetch"], ..Changes::default() };
        let mut system = self.system("ack_first", 2, changes).await?;
        let bodies = self.bodies.clone();
        self.bar.set_message("WRONG: acknowledgement before the commit");
        // Makes the tables, which a worker may not come to do.
        Store::open(&system.database).await?;
        Load::new(bodies.clone(), None).send(system.address, 32).await;
        self.servers.postgres.kill().await?;
        system.start_workers()?;
        let pause = Duration::from_millis(700);
        killer::kill(&mut self.servers, &mut system, &[Part::Worker], 6, pause).await?;
        self.servers.postgres.start()?;
        sleep(Duration::from_secs(2)).await;
        let line = "acknowledgement before the commit, backlog, database away, worker killed 6";
        self.lost(system, &bodies, line).await
    }

    /// The stream gives a body up after three tries: the database is away, and workers restart.
    async fn given_up(&mut self) -> Result {
        let changes = Changes { max_deliver: Some(3), ack_wait: Some(1), ..Changes::default() };
        let mut system = self.system("given_up", 1, changes).await?;
        let bodies = self.bodies[..2_000].to_vec();
        self.bar.set_message("WRONG: max_deliver 3");
        Load::new(bodies.clone(), None).send(system.address, 32).await;
        self.servers.postgres.kill().await?;
        system.start_workers()?;
        let pause = Duration::from_millis(1_500);
        killer::kill(&mut self.servers, &mut system, &[Part::Worker], 6, pause).await?;
        self.servers.postgres.start()?;
        sleep(Duration::from_secs(2)).await;
        self.lost(system, &bodies, "max_deliver 3, database away for 11 s, worker killed 6").await
    }

    async fn lost(&mut self, system: System, bodies: &[Body], line: &str) -> Result {
        system.drain(Duration::from_secs(60)).await?;
        let verdict = system.verdict(bodies).await?;
        self.report.wrong(line, &verdict);
        system.end().await
    }
}
