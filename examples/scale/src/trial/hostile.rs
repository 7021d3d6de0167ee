//! Bodies that are made to do harm, among ordinary ones in one batch.

use std::{sync::atomic::Ordering::Relaxed, time::Duration};

use chathooks::Provider;

use super::{Stage, system::Changes};
use crate::{Result, corpus::Body, rows::Rows, sender::Load, verify};

/// The receiver's limit.
const LARGEST: usize = 3 << 20;

/// What becomes of a body.
#[derive(Clone, Copy, PartialEq)]
enum Fate {
    Stored,
    /// In `dead`, as it does not parse.
    Dead,
    /// Its event stored, and a part of it in `dead`.
    Part,
    /// In `dead`, as the database refuses it.
    Refused,
    /// Not taken.
    TooLarge,
}

fn bodies() -> Vec<(Fate, Body)> {
    let deep = "[".repeat(20_000) + &"]".repeat(20_000);
    let long = "A".repeat(9_000);
    let message = |id: &str, rest: &str| {
        format!(
            r#"{{"webhook_event_type":"incoming_msg","id":"wamid.{id}","from":"919876543210","message_type":"text","timestamp":"2024-03-08T06:44:54Z",{rest}}}"#
        )
    };
    let text = |length: usize| message("large", &format!(r#""text":"{}""#, "x".repeat(length)));
    let largest = text(LARGEST - text(0).len());
    let bodies: [(Fate, Vec<u8>); 12] = [
        (Fate::Stored, message("h1", r#""text":"a\u0000b""#).into()),
        (Fate::Stored, message("h2", r#""text":"a","odd":"\ud800""#).into()),
        (Fate::Stored, message("h3", r#""text":"a","odd":1e400000"#).into()),
        (Fate::Stored, message(r"h4\u0000", r#""text":"a""#).into()),
        (Fate::Stored, largest.clone().into()),
        (Fate::Part, message("h5", r#""text":[7]"#).into()),
        (Fate::Dead, message("h6", &format!(r#""odd":{deep}"#)).into()),
        (Fate::Dead, message("h7", "\"text\":\"a\0b\"").into()),
        (Fate::Dead, b"<html>504 Gateway Time-out</html>".to_vec()),
        (Fate::Dead, b"{\"webhook_event_type\":\"incoming_msg\",\"text\":\"\xff\xfe\"}".to_vec()),
        (Fate::Refused, message(&long, r#""text":"a""#).into()),
        (Fate::TooLarge, [largest.as_bytes(), b" "].concat()),
    ];
    bodies
        .into_iter()
        .map(|(fate, bytes)| (fate, Body { provider: Provider::Azeer, bytes: bytes.into() }))
        .collect()
}

impl Stage {
    pub async fn hostile(&mut self) -> Result {
        let hostile = bodies();
        let count = |fate| hostile.iter().filter(|(other, _)| *other == fate).count();
        let mut bodies = self.bodies[..400].to_vec();
        bodies.extend(hostile.iter().map(|(_, body)| body.clone()));
        self.random.shuffle(&mut bodies);
        let mut system = self.system("hostile", 1, Changes::default()).await?;
        self.bar.set_message("hostile bodies");
        // All of them wait when the worker comes, so they are in one batch.
        let load = Load::new(bodies, None);
        load.send(system.address, 4).await;
        system.start_workers()?;
        let drained = system.drain(Duration::from_secs(30)).await;
        let figures = system.stop_workers().await?;
        drained?;

        let kept = [Fate::Stored, Fate::Part, Fate::Dead];
        let taken = hostile.iter().filter(|(fate, _)| kept.contains(fate));
        let ordinary = self.bodies[..400].iter();
        let reads: Vec<_> = ordinary.chain(taken.map(|(_, body)| body)).map(verify::read).collect();
        let mut truth = Rows::of(&reads);
        for (_, body) in hostile.iter().filter(|(fate, _)| *fate == Fate::Refused) {
            let error = "23514 new row for relation \"message\" violates check constraint \
                \"message_message_id_check\"";
            truth.dead.0.extend(verify::read(body).refused(error).dead.0);
        }
        let verdict = system.compare(truth).await?;
        let rows = "SELECT reason, count(*) FROM dead GROUP BY reason ORDER BY reason";
        let rows = system.database().await?.query(rows, &[]).await?;
        let reasons: Vec<(String, i64)> = rows.iter().map(|row| (row.get(0), row.get(1))).collect();
        let too_large = load.counts.too_large.load(Relaxed);
        let line = format!(
            "{} hostile bodies among 400: {} stored, in `dead` {reasons:?}, {too_large} too large",
            hostile.len(),
            count(Fate::Stored) + count(Fate::Part),
        );
        self.report.right(&line, verdict);
        let refused: u64 = figures.iter().map(|figures| figures.refused).sum();
        self.report.expect(
            "one body is refused by the database, and one is too large",
            (refused, too_large) == (1, 1),
        );
        system.end().await
    }
}
