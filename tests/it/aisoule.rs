//! What AiSoule's three dialects have in common, and how they are distinguished.

use chathooks::{
    Provider,
    aisoule::{EventData, MessageType, Webhook},
    normalize::EventKey,
};

use crate::{key, readable};

fn parse(body: &str) -> Webhook {
    Webhook::parse(body.as_bytes()).unwrap()
}

/// The name of a fixture begins with its dialect.
#[test]
fn dialects_are_recognized_by_their_members() {
    for fixture in readable().filter(|fixture| fixture.provider == Provider::AiSoule) {
        let webhook = fixture.provider.parse(&fixture.body).unwrap();
        let file = fixture.path.rsplit('/').next().unwrap();
        let dialect = ["help", "docs", "engine"].into_iter().find(|name| file.starts_with(name));
        if dialect.is_some() {
            assert_eq!(webhook.version().as_deref(), dialect, "{}", fixture.path);
        }
    }
}

#[test]
fn a_body_without_distinctive_members_has_no_dialect() {
    for body in [
        r#"{"event":"ping"}"#,
        r#"{"event":"message.received"}"#,
        r#"{"event":"message.read","data":{"message_id":"1"}}"#,
        r#"{"event":"message.incoming","data":{"from":"+919800000001","content":"Hello"}}"#,
        r#"{"event":"message:incoming","data":{"content":"Hello"}}"#,
    ] {
        assert_eq!(parse(body).dialect(), None, "{body}");
    }
}

#[test]
fn message_accessors_read_all_three_dialects() {
    for data in [
        r#"{"from":"+919800000001","type":"text","text":"Hello"}"#,
        r#"{"sender":"919800000001","recipient":"15550100001","type":"text","body":"Hello"}"#,
        r#"{"contact_phone":"919800000001","message_type":"text","content":"Hello"}"#,
    ] {
        let webhook = parse(&format!(r#"{{"event":"message.incoming","data":{data}}}"#));
        let EventData::MessageIncoming(message) = webhook.event else { panic!("{data}") };
        assert_eq!(message.plain_text(), Some("Hello"), "{data}");
        assert_eq!(message.message_kind(), Some(&MessageType::Text), "{data}");
        assert_eq!(
            message.customer_phone().map(|phone| phone.to_string()).as_deref(),
            Some("+919800000001"),
            "{data}"
        );
    }
    for data in [
        r#"{"to":"+919800000001","type":"text","status":"sent"}"#,
        r#"{"sender":"15550100001","recipient":"919800000001","type":"text"}"#,
        r#"{"contact_phone":"919800000001","message_type":"text","content":""}"#,
    ] {
        let webhook = parse(&format!(r#"{{"event":"message.sent","data":{data}}}"#));
        let EventData::MessageSent(message) = webhook.event else { panic!("{data}") };
        assert_eq!(message.plain_text(), None, "{data}");
        assert_eq!(message.message_kind(), Some(&MessageType::Text), "{data}");
        assert_eq!(
            message.customer_phone().map(|phone| phone.to_string()).as_deref(),
            Some("+919800000001"),
            "{data}"
        );
    }
}

#[test]
fn contact_accessors_read_both_dialects() {
    for data in [
        r#"{"id":"7","phone_number":"+919800000001","name":"Asha"}"#,
        r#"{"contact_id":7,"contact_phone":"919800000001","contact_name":"Asha"}"#,
    ] {
        let webhook = parse(&format!(r#"{{"event":"contact.created","data":{data}}}"#));
        let EventData::ContactCreated(contact) = webhook.event else { panic!("{data}") };
        assert_eq!(contact.any_id().unwrap().to_string(), "7", "{data}");
        assert_eq!(contact.any_name(), Some("Asha"), "{data}");
        assert_eq!(
            contact.customer_phone().map(|phone| phone.to_string()).as_deref(),
            Some("+919800000001"),
            "{data}"
        );
    }
}

#[test]
fn absent_data_differs_from_empty_data() {
    for (body, written) in [
        (r#"{"event":"message.read"}"#, r#"{"event":"message.read"}"#),
        (r#"{"event":"message.read","data":null}"#, r#"{"event":"message.read"}"#),
        (r#"{"event":"message.read","data":{}}"#, r#"{"event":"message.read","data":{}}"#),
    ] {
        let mut webhook = parse(body);
        assert_eq!(serde_json::to_string(&webhook).unwrap(), written, "{body}");
        let EventData::MessageRead(receipt) = &mut webhook.event else { panic!("{body}") };
        assert_eq!(receipt.is_sent(), written.contains("data"), "{body}");

        receipt.message_id = Some(chathooks::aisoule::MessageId("1".into()));
        let written = r#"{"event":"message.read","data":{"message_id":"1"}}"#;
        assert_eq!(serde_json::to_string(&webhook).unwrap(), written, "{body}");
    }
}

#[test]
fn a_retry_has_the_same_key_and_a_different_fact_has_a_different_one() {
    let key = |path: &str| key(&format!("aisoule/contact.updated/{path}.json"));
    assert_eq!(key("fork-queued"), key("fork-queued-second-try"));
    assert!(matches!(key("fork-queued"), EventKey::Unique(_)));
    assert_ne!(key("without-time"), key("without-time-another-name"));
}
