//! Any text at every kind of position in a body: it is read if and only if it is JSON there.

use chathooks::{
    ErrorKind, ParseError,
    Provider::{self, AiSoule, Azeer, Chatwoot, SalesChat, Smartflow},
    Webhook,
};
use serde::de::IgnoredAny;
use serde_json::Value;

/// The provider that reads a body, `None` to detect it; and the body, with a mark where the text is
/// inserted: `*` if every JSON value is accepted, `@` if a model may refuse it.
pub(crate) type Position = (Option<Provider>, &'static str);

pub(crate) const POSITIONS: &[Position] = &[
    // The whole body, and text around it.
    (None, "@"),
    (Some(Smartflow), "@"),
    (Some(AiSoule), r#"@{"event":"message.read"}"#),
    (Some(AiSoule), r#"{"event":"message.read"}@"#),
    // Unmodeled members.
    (Some(Smartflow), r#"{"x":*}"#),
    (Some(AiSoule), r#"{"event":"message.read","data":{"x":*}}"#),
    (Some(Chatwoot), r#"{"id":1,"x":*,"event":"message_created"}"#),
    (Some(Chatwoot), r#"{"event":"moon_rose","x":*}"#),
    (None, r#"{"event":"message.read","x":*}"#),
    // Free-form JSON.
    (Some(AiSoule), r#"{"event":"contact.updated","data":{"tags":*}}"#),
    (Some(AiSoule), r#"{"event":"moon.rose","data":*}"#),
    // Event types.
    (Some(AiSoule), r#"{"event":@,"data":{}}"#),
    (None, r#"{"id":1,"event":@}"#),
    // IDs, strings, phone numbers and times.
    (Some(Chatwoot), r#"{"event":"message_created","id":@}"#),
    (Some(AiSoule), r#"{"event":"message.read","data":{"message_id":@}}"#),
    (Some(AiSoule), r#"{"event":"message.read","data":{"body":@}}"#),
    (Some(Chatwoot), r#"{"event":"message_created","id":1,"content":@}"#),
    (Some(AiSoule), r#"{"event":"message.read","data":{"to":@}}"#),
    (Some(AiSoule), r#"{"event":"message.read","timestamp":@}"#),
    (Some(Chatwoot), r#"{"event":"message_created","created_at":@,"id":1}"#),
    // Numbers, booleans and enums.
    (Some(AiSoule), r#"{"event":"campaign.completed","data":{"total":@}}"#),
    (Some(Chatwoot), r#"{"event":"message_created","id":1,"private":@}"#),
    (Some(Chatwoot), r#"{"event":"conversation_typing_on","is_private":@}"#),
    (Some(AiSoule), r#"{"event":"message.read","data":{"status":@}}"#),
    (Some(Chatwoot), r#"{"event":"message_created","id":1,"message_type":@}"#),
    // Objects and their members.
    (Some(AiSoule), r#"{"event":"message.read","data":@}"#),
    (Some(AiSoule), r#"{"event":"message.read","data":{@}}"#),
    (Some(Chatwoot), r#"{"event":"message_created","id":1,"conversation":@}"#),
    (Some(Chatwoot), r#"{@,"event":"message_created","id":1}"#),
    (Some(Smartflow), "{@:1}"),
    // Arrays, their elements, and a single value instead of an array.
    (Some(Smartflow), r#"{"statuses":@}"#),
    (Some(Smartflow), r#"{"statuses":[@]}"#),
    (Some(Smartflow), r#"{"messages":@}"#),
    (Some(Smartflow), r#"{"messages":[{"id":"A"},@]}"#),
    (Some(Chatwoot), r#"{"event":"message_created","id":1,"attachments":[@]}"#),
    // In quotes.
    (Some(Smartflow), r#"{"x":"@"}"#),
    (Some(Smartflow), r#"{"@":1}"#),
    (Some(AiSoule), r#"{"event":"message.read","data":{"body":"@"}}"#),
    (Some(AiSoule), r#"{"event":"message.read","data":{"message_id":"@"}}"#),
    (Some(AiSoule), r#"{"event":"message.read","timestamp":"@"}"#),
    (None, r#"{"data":{},"event":"@"}"#),
    // Undocumented members: a value of the type, or any other JSON.
    (Some(Azeer), r#"{"webhook_event_type":"chat_closed","contact_id":*}"#),
    (Some(Azeer), r#"{"webhook_event_type":"chat_closed","contact_name":*}"#),
    (Some(Azeer), r#"{"timestamp":*,"webhook_event_type":"chat_closed"}"#),
    (Some(SalesChat), r#"{"type":"CONTACT_EXPIRED","version":@,"payload":{}}"#),
    (Some(SalesChat), r#"{"type":"CONTACT_EXPIRED","version":1.1,"payload":@}"#),
];

/// Returns what is before and after the text.
pub(crate) fn parts(&(_, body): &Position) -> (&'static str, &'static str) {
    body.split_once(['@', '*']).unwrap()
}

/// Inserts a text at a position, checks the outcome, and returns whether the body was read.
pub(crate) fn check(position: &Position, text: &str) -> bool {
    let (provider, template) = position;
    let (before, after) = parts(position);
    let body = [before, text, after].concat();
    let json = body.strip_prefix('\u{feff}').unwrap_or(&body);
    let read = match provider {
        Some(provider) => provider.parse(body.as_bytes()),
        None => Webhook::parse(body.as_bytes()),
    };
    match &read {
        Ok(webhook) => {
            assert!(is_json(json), "read: {body:?}");
            check_written(webhook, json);
        }
        Err(error) => check_error(error, json, body.len() - json.len()),
    }
    if template.contains('*') && is_json(text) {
        let webhook = read.as_ref().unwrap_or_else(|error| panic!("{error}: {body:?}"));
        check_kept(webhook, before, text);
    }
    read.is_ok()
}

/// Checks that an unmodeled member is written as sent.
fn check_kept(webhook: &Webhook, before: &str, text: &str) {
    const KEY: &str = r#""x":"#;
    if !before.ends_with(KEY) {
        return;
    }
    let written = serde_json::to_string(webhook).unwrap();
    let after = written.split_once(KEY).unwrap().1.trim_start();
    let rest = after.strip_prefix(&*line(text));
    assert!(rest.is_some_and(|rest| rest.trim_start().starts_with([',', '}'])), "{written:?}");
}

/// Checks that an error is at the offset where the text can no longer become JSON, or where it is
/// JSON that does not fit the model.
fn check_error(error: &ParseError, json: &str, mark: usize) {
    let (before, after) = json.split_at(error.offset() - mark);
    match error.kind() {
        // Reported without a check of what is before.
        ErrorKind::Provider => return,
        ErrorKind::Shape => {}
        ErrorKind::Eof => assert!(after.is_empty() && !is_json(json), "{error}: {json:?}"),
        ErrorKind::Syntax => {
            let next = after.chars().next().map_or(0, char::len_utf8);
            assert!(!is_json_prefix(&json[..before.len() + next]), "{error}: {json:?}");
        }
        kind => panic!("{kind:?} {error}: {json:?}"),
    }
    assert!(is_json_prefix(before), "{error}: {json:?}");
}

pub(crate) fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// Returns whether a text is JSON or can become JSON by appending to it.
fn is_json_prefix(text: &str) -> bool {
    let is_prefix = |text: &str| match serde_json::from_str::<IgnoredAny>(text) {
        Ok(_) => true,
        Err(error) => error.is_eof(),
    };
    // serde_json looks at the four digits of an escape only when all of them are there.
    if let Some((before, digits)) = text.rsplit_once("\\u")
        && digits.len() < 4
        && (before.len() - before.trim_end_matches('\\').len()).is_multiple_of(2)
    {
        return is_prefix(&format!("{text}000"));
    }
    // It reports an incomplete number as a syntax error, not as an unexpected end.
    is_prefix(text) || is_prefix(&format!("{text}0"))
}

/// Checks that a webhook is written as the JSON value it was read from.
fn check_written(webhook: &Webhook, json: &str) {
    assert!(webhook.is_lossless(json.as_bytes()), "{json:?}");
    let written = serde_json::to_string(webhook).unwrap();
    // `Value` does not treat this as a key, because serde_json uses it internally.
    if written.contains("$serde_json::private::") {
        return;
    }
    // `Value` cannot hold 1e999 or a lone surrogate.
    if let Ok(value) = serde_json::from_str(json) {
        let written = serde_json::from_str(&written).unwrap();
        assert!(is_same(&value, &written), "{json:?}");
    }
}

/// Returns whether two values are the same; a null member may be absent from the second.
fn is_same(value: &Value, written: &Value) -> bool {
    match (value, written) {
        (Value::Object(members), Value::Object(written)) => {
            written.keys().all(|key| members.contains_key(key))
                && members.iter().all(|(key, value)| {
                    written.get(key).map_or(value.is_null(), |written| is_same(value, written))
                })
        }
        (Value::Array(elements), Value::Array(written)) => {
            elements.len() == written.len()
                && elements.iter().zip(written).all(|(value, written)| is_same(value, written))
        }
        _ => value == written,
    }
}

/// Returns a value as it is written: without line breaks and indentation.
fn line(json: &str) -> String {
    let lines = json.trim_matches([' ', '\t', '\n', '\r']).split(['\n', '\r']);
    lines.map(|line| line.trim_start_matches([' ', '\t'])).collect()
}
