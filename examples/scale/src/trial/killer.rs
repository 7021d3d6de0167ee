//! The killer: kills one part after the other, with -9, while bodies are sent.

use std::{collections::BTreeMap, time::Duration};

use tokio::time::sleep;

use super::{servers::Servers, system::System};
use crate::Result;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Worker,
    Receiver,
    Nats,
    /// The node that leads the stream.
    Leader,
    Postgres,
}

pub const ALL: &[Part] = &[Part::Worker, Part::Nats, Part::Receiver, Part::Postgres];

pub const LEADER: &[Part] = &[Part::Leader];

/// Kills so many times, the parts in turn, and starts each again; what was killed how often.
pub async fn kill(
    servers: &mut Servers,
    system: &mut System,
    parts: &[Part],
    times: usize,
    pause: Duration,
) -> Result<BTreeMap<Part, usize>> {
    let mut kills = BTreeMap::new();
    for (part, time) in parts.iter().cycle().zip(0..times) {
        sleep(pause).await;
        let process = match part {
            Part::Worker => {
                let number = time / parts.len() % system.workers.len();
                &mut system.workers[number]
            }
            Part::Receiver => &mut system.receiver,
            Part::Nats => {
                let number = time / parts.len() % servers.nats.len();
                &mut servers.nats[number]
            }
            Part::Leader => {
                let leader = leader(system).await?;
                let node = servers.nats.iter_mut().find(|node| node.name == leader);
                node.ok_or_else(|| format!("no node is called {leader}"))?
            }
            Part::Postgres => &mut servers.postgres,
        };
        process.kill().await?;
        // Long enough to be missed.
        sleep(Duration::from_millis(300)).await;
        process.start()?;
        *kills.entry(*part).or_default() += 1;
    }
    Ok(kills)
}

async fn leader(system: &System) -> Result<String> {
    for _ in 0..100 {
        if let Ok(mut stream) = system.context().get_stream(&system.stream.stream).await
            && let Ok(info) = stream.info().await
            && let Some(leader) = info.cluster.as_ref().and_then(|cluster| cluster.leader.clone())
            // All three have to be there, else two would be missing.
            && info.cluster.iter().flat_map(|cluster| &cluster.replicas).all(|peer| peer.current)
        {
            return Ok(leader);
        }
        sleep(Duration::from_millis(200)).await;
    }
    Err("the stream has no leader with two followers after 20 s".into())
}
