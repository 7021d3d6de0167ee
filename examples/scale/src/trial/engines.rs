//! What takes bodies how fast: the receiver, JetStream, and a table in PostgreSQL.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering::Relaxed},
};

use async_nats::jetstream::context::PublishAckFuture;
use chrono::Utc;
use tokio::time::Instant;

use super::{
    Stage,
    figures::{ROUNDS, median},
    report::Report,
    system::{Changes, System},
};
use crate::{Result, corpus::Body, sender::Load, store, stream::Delivery};

/// A table to which receivers write, and from which workers take bodies by FOR UPDATE SKIP LOCKED.
const INBOX: &str = "CREATE TABLE inbox (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id bytea UNIQUE NOT NULL, endpoint text NOT NULL, provider text NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(), body bytea NOT NULL)";

impl Stage {
    /// What the receiver takes over one connection, and over many.
    pub async fn receive(&mut self) -> Result {
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
        Report::figure(&line, many / one >= 1.8);
        Ok(())
    }

    /// How fast a body is safe: acknowledged by JetStream, or committed by PostgreSQL.
    pub async fn engines(&mut self) -> Result {
        let (mut rates, bodies) = ([vec![], vec![], vec![], vec![]], &self.bodies);
        let count = |count: usize| &bodies[..bodies.len().min(count)];
        for round in 0..ROUNDS {
            self.bar.set_message("JetStream and PostgreSQL as inbox");
            let system = self.system(&format!("engine{round}"), 0, Changes::default()).await?;
            for (copy, (in_flight, bodies)) in
                [(1, count(6_000)), (64, count(24_000))].iter().enumerate()
            {
                let start = Instant::now();
                publish(&system, bodies, copy, *in_flight).await?;
                rates[copy].push(bodies.len() as f64 / start.elapsed().as_secs_f64());
            }
            system.database().await?.batch_execute(INBOX).await?;
            for (index, (connections, bodies)) in
                [(1, count(500)), (32, count(6_000))].into_iter().enumerate()
            {
                let start = Instant::now();
                insert(&system, bodies, connections).await?;
                rates[2 + index].push(bodies.len() as f64 / start.elapsed().as_secs_f64());
            }
            system.end().await?;
        }
        let [one, many, inbox, inboxes] = rates.map(median);
        let line = format!(
            "as inbox, bodies/s: JetStream with {} nodes, 1 in flight {one:.0}, 64 in flight {many:.0}; \
             a table in PostgreSQL, 1 connection {inbox:.0}, 32 connections {inboxes:.0}",
            self.servers.nats.len()
        );
        Report::figure(&line, true);
        Ok(())
    }
}

/// Publishes without the receiver; another copy is no repetition for JetStream.
pub async fn publish(system: &System, bodies: &[Body], copy: usize, in_flight: usize) -> Result {
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
        if open.len() == in_flight {
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

/// Commits each body by itself, over so many connections.
async fn insert(system: &System, bodies: &[Body], connections: usize) -> Result {
    let sql = "INSERT INTO inbox (id, endpoint, provider, body) VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING";
    let bodies: Arc<[Body]> = bodies.into();
    let next = Arc::new(AtomicUsize::new(0));
    let mut tasks = Vec::new();
    for _ in 0..connections {
        let client = store::connect(&system.database).await?;
        let insert = client.prepare(sql).await?;
        let (bodies, next) = (Arc::clone(&bodies), Arc::clone(&next));
        tasks.push(tokio::spawn(async move {
            while let Some(body) = bodies.get(next.fetch_add(1, Relaxed)) {
                let (provider, id) = (body.provider.as_str(), fastrand::u128(..).to_be_bytes());
                client
                    .execute(&insert, &[&&id[..], &provider, &provider, &&body.bytes[..]])
                    .await?;
            }
            Ok::<_, tokio_postgres::Error>(())
        }));
    }
    for task in tasks {
        task.await??;
    }
    Ok(())
}
