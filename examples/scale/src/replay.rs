//! Replay: bodies that could not be stored whole go through the stream again, after a fix.

use async_nats::header::NATS_MESSAGE_ID;
use chrono::Utc;
use clap::Args;

use crate::{
    Result, store,
    stream::{self, Delivery, Settings, hex},
};

#[derive(Args)]
pub struct Replay {
    #[command(flatten)]
    stream: Settings,

    /// Database
    #[arg(long, env = "DATABASE_URL", value_name = "URL")]
    database: String,
}

impl Replay {
    /// A body's row is gone once the stream has it, and comes back if it is still not right. If this is
    /// interrupted, a body goes twice, and that changes nothing.
    pub async fn run(self) -> Result {
        let mut database = store::connect(&self.database).await?;
        let nats = self.stream.connect().await?;
        let context = stream::context(&nats);
        let mut replayed = 0;
        for row in database.query("SELECT id FROM dead ORDER BY received_at", &[]).await? {
            // One by one, because a body may be large. A worker that wants the row back waits until the
            // transaction has ended.
            let transaction = database.transaction().await?;
            let id: &[u8] = row.get(0);
            let delete =
                "DELETE FROM dead WHERE id = $1 RETURNING endpoint, provider, received_at, body";
            let Some(row) = transaction.query_opt(delete, &[&id]).await? else { continue };
            let provider = row.get::<_, &str>(1).parse()?;
            let body = row.get::<_, Vec<u8>>(3).into();
            let delivery =
                Delivery { endpoint: row.get(0), provider, received_at: row.get(2), body };
            // Not the id that it came with, which the stream may know.
            let id = format!("replay-{}-{}", Utc::now().timestamp_micros(), hex(id));
            let message = delivery.message().header(NATS_MESSAGE_ID, &*id);
            let subject = format!("{}.{provider}", self.stream.stream);
            context.send_publish(subject, message).await?.await?;
            transaction.commit().await?;
            replayed += 1;
        }
        println!("{replayed} bodies are in the stream again");
        Ok(())
    }
}
