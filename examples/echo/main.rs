//! A bot that answers each message with its own text, by the send APIs of Chatwoot and Meta.
//!
//! ```text
//! cargo run -p echo
//! ```
//!
//! It runs against stand-ins of both APIs on this machine, and takes the webhook bodies below as if
//! they had just come in. A bot of your own gets them from an endpoint, see the example `server`,
//! which also drops what comes twice.

mod stand_in;

use std::time::SystemTime;

use chathooks::{
    Provider,
    normalize::{AddressKind, Event, Kind, ReplyTo},
};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> Result<()> {
    let bot = Bot { client: ureq::agent(), url: stand_in::start()? };
    let now = DateTime::<Utc>::from(SystemTime::now());
    for (provider, body) in bodies(now.timestamp()) {
        for event in provider.receive(body.to_string().as_bytes()).events {
            let outcome = match bot.answer(&event, now)? {
                Outcome::Answered(id) => format!("answered by message {id}"),
                Outcome::NotAnswered(reason) => format!("not answered, {reason}"),
            };
            println!("{} from {provider}: {outcome}", event.kind.name());
        }
    }
    Ok(())
}

struct Bot {
    client: ureq::Agent,
    /// Where the APIs are: of Chatwoot, your server; of Meta, `https://graph.facebook.com`.
    url: String,
}

enum Outcome {
    /// With the ID of the answer.
    Answered(String),
    /// With the reason.
    NotAnswered(String),
}

impl Bot {
    fn answer(&self, event: &Event, now: DateTime<Utc>) -> Result<Outcome> {
        let not = |reason: &str| Ok(Outcome::NotAnswered(reason.to_owned()));
        let (Some(reply), Kind::MessageReceived(message)) = (event.reply_to(), &event.kind) else {
            return not("as it is no message of a customer");
        };
        if let Some(mark) = &reply.objection {
            return not(&format!("as a person should look at what is {mark}"));
        }
        if reply.window_closes_at.is_some_and(|at| at <= now) {
            return not("as it is more than a day old");
        }
        let Some(text) = message.content.text() else { return not("as it has no text") };
        let id = match reply.provider {
            Provider::Chatwoot => self.send_chatwoot(&reply, text)?,
            Provider::Meta => self.send_meta(&reply, text)?,
            other => return not(&format!("as nothing is known of the API of {other}")),
        };
        Ok(Outcome::Answered(id))
    }

    fn send_chatwoot(&self, reply: &ReplyTo, text: &str) -> Result<String> {
        let account = reply.account_id.as_ref().ok_or("no account")?;
        let conversation = reply.conversation_id.as_ref().ok_or("no conversation")?;
        let quote = reply.quote.id.as_ref().and_then(|id| id.to_text().parse::<u64>().ok());
        let url =
            format!("{}/api/v1/accounts/{account}/conversations/{conversation}/messages", self.url);
        let message = json!({
            "content": text,
            "message_type": "outgoing",
            "content_attributes": { "in_reply_to": quote },
        });
        let request = self.client.post(url).header("api_access_token", stand_in::TOKEN);
        let sent: Value = request.send_json(message)?.body_mut().read_json()?;
        Ok(sent["id"].to_string())
    }

    fn send_meta(&self, reply: &ReplyTo, text: &str) -> Result<String> {
        let line = reply.inbox_id.as_ref().ok_or("no line")?;
        let url = format!("{}/v23.0/{line}/messages", self.url);
        let mut message = json!({
            "messaging_product": "whatsapp",
            "context": { "message_id": &reply.quote.external_id },
            "type": "text",
            "text": { "body": text },
        });
        if let Some(group) = &reply.conversation_id {
            message["recipient_type"] = "group".into();
            message["to"] = group.to_text().into();
        } else {
            let address = reply.address.as_ref().ok_or("no address")?;
            let is_scoped = address.kind == AddressKind::BusinessScopedUserId;
            message[if is_scoped { "recipient" } else { "to" }] = (&*address.value).into();
        }
        let token = format!("Bearer {}", stand_in::TOKEN);
        let request = self.client.post(url).header("Authorization", token);
        let sent: Value = request.send_json(message)?.body_mut().read_json()?;
        Ok(sent["messages"][0]["id"].as_str().ok_or("no id")?.to_owned())
    }
}

/// What comes in: a message by each provider, the bot's own answer, and a message of yesterday.
fn bodies(now: i64) -> [(Provider, Value); 4] {
    let chatwoot = |id: u32, kind: &str| {
        json!({
            "event": "message_created", "id": id, "content": "Is the shop open?",
            "message_type": kind, "created_at": now, "account": { "id": 1, "name": "Shop" },
            "inbox": { "id": 3, "name": "Site" }, "conversation": { "id": 20 },
            "sender": { "id": 5, "name": "Asha", "type": "contact" },
        })
    };
    let meta = |id: &str, time: i64| {
        let message = json!({
            "from": "919876543210", "id": id, "timestamp": time.to_string(), "type": "text",
            "text": { "body": "Do you deliver?" },
        });
        let value = json!({
            "messaging_product": "whatsapp",
            "metadata": { "display_phone_number": "15550100001", "phone_number_id": "10001" },
            "contacts": [{ "profile": { "name": "Ravi" }, "wa_id": "919876543210" }],
            "messages": [message],
        });
        json!({
            "object": "whatsapp_business_account",
            "entry": [{ "id": "20001", "changes": [{ "field": "messages", "value": value }] }],
        })
    };
    [
        (Provider::Chatwoot, chatwoot(7, "incoming")),
        (Provider::Chatwoot, chatwoot(8, "outgoing")),
        (Provider::Meta, meta("wamid.A", now - 60)),
        (Provider::Meta, meta("wamid.B", now - 25 * 60 * 60)),
    ]
}
