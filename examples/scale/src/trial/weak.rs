//! Weak keys: a second event within ten minutes is a repetition, a later one is new, and every key
//! with an id is known for good.

use chrono::{DateTime, TimeDelta};

use super::{Stage, system::Changes};
use crate::{Result, read::Read, rows::Rows, store::Store, verify};

impl Stage {
    pub async fn weak(&mut self) -> Result {
        let system = self.system("weak", 0, Changes::default()).await?;
        let mut store = Store::open(&system.database).await?;
        let mut new = Vec::new();
        // The receiver's time in minutes, as the worker gets them: the last two are redeliveries.
        for minutes in [0, 9, 11, 11, 0] {
            let reads: Vec<_> = self.bodies[..900]
                .iter()
                .map(|body| {
                    let mut delivery = verify::read(body).delivery;
                    delivery.received_at = DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes);
                    Read::new(delivery)
                })
                .collect();
            new.push(store.write(&Rows::of(&reads)).await?);
        }
        let rows = Rows::of(&self.bodies[..900].iter().map(verify::read).collect::<Vec<_>>());
        let weak = u64::try_from(rows.events.0.values().filter(|row| row.weak).count())?;
        let all = u64::try_from(rows.events.0.len())?;
        println!(
            "weak keys: new events after 0, 9 and 11 minutes {:?}, redelivered {:?}",
            &new[..3],
            &new[3..]
        );
        self.report
            .expect("weak keys are new again after ten minutes", new == [all, 0, weak, 0, 0]);
        self.report.expect("some keys are weak", weak > 0);
        system.end().await
    }
}
