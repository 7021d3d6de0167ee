//! What a user writes without types: a `Value`, and the fields of the domain event picked by hand.

#![allow(dead_code, reason = "fields are picked and dropped, as the event's are")]

use chathooks::Provider;
use chrono::{DateTime, Utc};
use serde_json::Value;

/// The fields of a domain event that these bodies contain.
#[derive(Default)]
struct Event {
    kind: &'static str,
    name: String,
    version: Option<String>,
    occurred_at: Option<DateTime<Utc>>,
    id: Option<String>,
    external_id: Option<String>,
    text: Option<String>,
    reply_to: Option<String>,
    status: Option<String>,
    contact: Option<Contact>,
    recipient: Option<Address>,
    business: Option<Address>,
    conversation: Option<String>,
    account: Option<String>,
    inbox: Option<String>,
    waba: Option<String>,
    pricing: Option<Pricing>,
    window: Option<Window>,
    file: Option<[Option<String>; 3]>,
    labels: Vec<String>,
    extra: Vec<(String, Value)>,
}

#[derive(Default)]
struct Contact {
    id: Option<String>,
    name: Option<String>,
    addresses: Vec<Address>,
    attributes: Option<Value>,
}

struct Address {
    value: String,
    e164: Option<u64>,
}

struct Pricing {
    billable: Option<bool>,
    model: Option<String>,
    category: Option<String>,
}

struct Window {
    id: Option<String>,
    origin: Option<String>,
    expires_at: Option<DateTime<Utc>>,
}

/// Parses a body of the provider's sample event. Returns whether it fits.
pub(crate) fn parse(provider: Provider, body: &[u8]) -> bool {
    let Ok(body) = serde_json::from_slice::<Value>(body) else { return false };
    let event = match provider {
        Provider::SalesChat => saleschat(&body),
        Provider::Smartflow => smartflow(&body),
        Provider::Meta => meta(&body),
        Provider::AiSoule => aisoule(&body),
        Provider::Azeer => azeer(&body),
        Provider::Chatwoot => chatwoot(&body),
        other => unimplemented!("{other}"),
    };
    std::hint::black_box(event).is_some()
}

fn text(object: &Value, key: &str) -> Option<String> {
    object[key].as_str().filter(|text| !text.is_empty()).map(str::to_owned)
}

/// Reads an ID, sent as a number or a string.
fn id(object: &Value, key: &str) -> Option<String> {
    match &object[key] {
        Value::String(id) => Some(id.clone()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

/// Reads a phone number, and its E.164 form if it has one.
fn phone(object: &Value, key: &str) -> Option<Address> {
    let value = text(object, key)?;
    let digits = value.strip_prefix('+').unwrap_or(&value);
    let is_long = (7..=15).contains(&digits.len());
    let e164 = digits.parse().ok().filter(|_| is_long);
    Some(Address { value, e164 })
}

/// Reads a time in RFC 3339, or epoch seconds as a number or a string.
fn time(object: &Value, key: &str) -> Option<DateTime<Utc>> {
    match &object[key] {
        Value::String(text) => match text.parse() {
            Ok(seconds) => DateTime::from_timestamp(seconds, 0),
            Err(_) => DateTime::parse_from_rfc3339(text).ok().map(|time| time.to_utc()),
        },
        Value::Number(seconds) => DateTime::from_timestamp(seconds.as_i64()?, 0),
        _ => None,
    }
}

fn azeer(body: &Value) -> Option<Event> {
    Some(Event {
        kind: "message.received",
        name: text(body, "webhook_event_type")?,
        occurred_at: time(body, "timestamp"),
        id: id(body, "message_id"),
        external_id: text(body, "id"),
        text: text(body, "text"),
        reply_to: id(body, "parent_message_id"),
        contact: Some(Contact {
            id: id(body, "contact_id"),
            name: text(body, "contact_name"),
            addresses: phone(body, "from").into_iter().collect(),
            attributes: None,
        }),
        business: phone(body, "to"),
        account: text(body, "business_id"),
        ..Event::default()
    })
}

fn saleschat(body: &Value) -> Option<Event> {
    let payload = &body["payload"];
    let labels = payload["classification"]["suggested_labels"].as_array();
    let labels = labels.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
    Some(Event {
        kind: "media.received",
        name: text(body, "type")?,
        version: id(body, "version"),
        contact: Some(Contact {
            addresses: phone(payload, "phone_number").into_iter().collect(),
            ..Contact::default()
        }),
        conversation: text(payload, "chatroom_id"),
        account: text(payload, "org_id"),
        inbox: text(payload, "remote_phone_id"),
        waba: text(payload, "remote_waba_id"),
        file: Some(["media_id", "file_name", "mime_type"].map(|key| text(payload, key))),
        status: text(&payload["classification"], "suggested_labels_status"),
        labels: labels.collect(),
        ..Event::default()
    })
}

fn aisoule(body: &Value) -> Option<Event> {
    let data = &body["data"];
    Some(Event {
        kind: "message.received",
        name: text(body, "event")?,
        occurred_at: time(body, "timestamp"),
        external_id: text(data, "message_id"),
        text: text(data, "text"),
        contact: Some(Contact {
            id: id(data, "contact_id"),
            name: text(data, "contact_name"),
            addresses: phone(data, "from").into_iter().collect(),
            attributes: None,
        }),
        account: id(data, "whatsapp_account_id"),
        ..Event::default()
    })
}

fn meta(body: &Value) -> Option<Event> {
    let value = &body["entry"][0]["changes"][0]["value"];
    let (message, contact) = (value["messages"].get(0)?, &value["contacts"][0]);
    Some(Event {
        kind: "message.received",
        name: "messages".to_owned(),
        occurred_at: time(message, "timestamp"),
        external_id: text(message, "id"),
        text: text(&message["text"], "body"),
        contact: Some(Contact {
            name: text(&contact["profile"], "name"),
            addresses: [phone(contact, "wa_id"), phone(message, "from")]
                .into_iter()
                .flatten()
                .collect(),
            ..Contact::default()
        }),
        business: phone(&value["metadata"], "display_phone_number"),
        ..Event::default()
    })
}

fn smartflow(body: &Value) -> Option<Event> {
    let message = &body["messages"];
    if message.is_object() {
        let contact = &body["contacts"][0];
        return Some(Event {
            kind: "message.received",
            name: "messages".to_owned(),
            occurred_at: time(message, "timestamp"),
            id: text(body, "id"),
            external_id: text(message, "id"),
            text: text(&message["text"], "body"),
            contact: Some(Contact {
                name: text(&contact["profile"], "name"),
                addresses: [phone(contact, "wa_id"), phone(message, "from")]
                    .into_iter()
                    .flatten()
                    .collect(),
                ..Contact::default()
            }),
            business: phone(body, "businessPhoneNumber"),
            ..Event::default()
        });
    }
    let status = body["statuses"].get(0)?;
    let (pricing, window) = (&status["pricing"], &status["conversation"]);
    Some(Event {
        kind: "message.status_changed",
        name: "statuses".to_owned(),
        occurred_at: time(status, "timestamp"),
        id: text(body, "id"),
        external_id: text(status, "id"),
        status: text(status, "status"),
        recipient: phone(status, "recipient_id"),
        pricing: Some(Pricing {
            billable: pricing["billable"].as_bool(),
            model: text(pricing, "pricing_model"),
            category: text(pricing, "category"),
        }),
        window: Some(Window {
            id: text(window, "id"),
            origin: text(&window["origin"], "type"),
            expires_at: time(window, "expiration_timestamp"),
        }),
        ..Event::default()
    })
}

fn chatwoot(body: &Value) -> Option<Event> {
    let (conversation, sender) = (&body["conversation"], &body["sender"]);
    let incoming = body["message_type"].as_str() == Some("incoming");
    let labels = conversation["labels"].as_array().into_iter().flatten();
    Some(Event {
        kind: if incoming { "message.received" } else { "message.sent" },
        name: text(body, "event")?,
        occurred_at: time(body, "created_at"),
        id: id(body, "id"),
        external_id: text(body, "source_id"),
        text: text(body, "content"),
        reply_to: id(&body["content_attributes"], "in_reply_to"),
        contact: Some(Contact {
            id: id(sender, "id"),
            name: text(sender, "name"),
            addresses: phone(sender, "phone_number").into_iter().collect(),
            attributes: Some(sender["custom_attributes"].clone()),
        }),
        status: text(conversation, "status"),
        conversation: id(conversation, "id"),
        account: id(&body["account"], "id"),
        inbox: id(&body["inbox"], "id"),
        labels: labels.filter_map(Value::as_str).map(str::to_owned).collect(),
        extra: ["additional_attributes", "custom_attributes", "meta"]
            .map(|key| (key.to_owned(), conversation[key].clone()))
            .into(),
        ..Event::default()
    })
}
