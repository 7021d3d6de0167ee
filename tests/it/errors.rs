//! Messages and positions of the errors for bodies that cannot be read.

use chathooks::{ErrorKind, Provider, Webhook, chatwoot};

/// Formats the error of each body, for a snapshot.
fn lines<'a>(bodies: impl IntoIterator<Item = (&'a str, Vec<u8>)>) -> String {
    let line = |(what, body): (&str, Vec<u8>)| {
        let error = chatwoot::Webhook::parse(&body).unwrap_err();
        format!("{what}\n  {:?} at byte {}: {error}\n", error.kind(), error.offset())
    };
    bodies.into_iter().map(line).collect()
}

#[test]
fn messages() {
    let deep = "{\n  \"event\": \"message_created\",\n  \"id\": 1,\n  \"conversation\": {\"messages\": [{\"id\": 1}, {\"id\": [2]}]}\n}";
    let bodies = [
        ("wrong type deep inside", deep),
        (
            "wrong type, the string is not shown",
            r#"{"id":1,"private":"my secret, expected no less","event":"message_created"}"#,
        ),
        (
            "element of an array",
            r#"{"id":1,"attachments":[null,{"id":7},"x"],"event":"message_created"}"#,
        ),
        ("array for an object", r#"{"id":1,"account":[1,"Acme"],"event":"message_created"}"#),
        ("missing member", r#"{"event":"message_created","account":{"name":"Acme"},"id":1}"#),
        ("null for a required member", r#"{"event":"message_created","id":null}"#),
        ("missing event type", r#"{"id":1}"#),
        ("event type is not a string", r#"{"id":1,"event":7}"#),
        ("duplicate event type", r#"{"event":"message_created","id":1,"event":"message_updated"}"#),
        ("duplicate member", r#"{"event":"message_created","id":1,"i\u0064":1}"#),
        (
            "keys with escapes",
            r#"{"event":"message_created","\u0061ttachments":[null,{"i\u0064":[7]}],"id":1}"#,
        ),
        ("not an object", r#"["message_created"]"#),
        ("null", "null"),
        ("not JSON", "event=message_created&id=1"),
        ("not JSON after the event type", r#"{"event":"message_created","id":1,}"#),
        ("two documents", r#"{"event":"message_created","id":1}{}"#),
        ("comment", "{\"event\":\"message_created\", // the event\n\"id\":1}"),
        ("empty", ""),
        ("cut off", r#"{"event":"message_created","id":1,"content":"Hell"#),
        ("cut off in the event type", r#"{"event":"message_cr"#),
        ("lone surrogate", r#"{"event":"message_created","id":1,"content":"\ud83d"}"#),
        (
            "columns count characters",
            "{\"event\":\"message_created\",\"content\":\"مرحبا\",\"id\":[]}",
        ),
    ];
    let mut bodies: Vec<_> = bodies.map(|(what, body)| (what, body.as_bytes().to_vec())).into();
    bodies.push(("not UTF-8", b"{\"event\":\"message_created\",\"content\":\"\xe9\"}".to_vec()));
    bodies.push((
        "byte order mark",
        b"\xef\xbb\xbf{\"event\":\"message_created\",\"id\":{}}".to_vec(),
    ));
    bodies.push((
        "byte order mark and not UTF-8",
        b"\xef\xbb\xbf{\"event\":\"message_created\",\n\"content\":\"\xe9\"}".to_vec(),
    ));
    bodies.push(("two byte order marks", b"\xef\xbb\xbf\xef\xbb\xbf{}".to_vec()));
    insta::assert_snapshot!(lines(bodies));
}

#[test]
fn wrong_provider() {
    let mut lines = String::new();
    let mut report = |provider: Provider, body: &str| {
        let line = match provider.parse(body.as_bytes()) {
            Ok(webhook) => {
                format!("{provider}: read as {:?}, known: {}", webhook.name(), webhook.is_known())
            }
            Err(error) => error.to_string(),
        };
        lines.extend([&*line, "\n"]);
    };
    let azeer = r#"{"type":"message","text":"hello","webhook_event_type":"incoming_msg"}"#;
    for provider in Provider::ALL {
        report(*provider, azeer);
    }
    let conversation =
        r#"{"id":4,"messages":[{"id":9,"content":"hello"}],"event":"conversation_created"}"#;
    for provider in Provider::ALL {
        report(*provider, conversation);
    }
    insta::assert_snapshot!(lines);
}

#[test]
fn undetected_bodies_have_the_right_error_kind() {
    for (body, kind) in [
        ("{}", ErrorKind::Provider),
        (r#"{"hello":"world"}"#, ErrorKind::Provider),
        (r#"{"event":"something_new"}"#, ErrorKind::Provider),
        (r#"{"event":5}"#, ErrorKind::Provider),
        ("[]", ErrorKind::Shape),
        ("", ErrorKind::Eof),
        ("{", ErrorKind::Eof),
        ("hello", ErrorKind::Syntax),
    ] {
        let error = Webhook::parse(body.as_bytes()).unwrap_err();
        assert_eq!(error.kind(), kind, "{body}: {error}");
    }
    assert_eq!(Webhook::parse(b"\xff").unwrap_err().kind(), ErrorKind::Encoding);
}

/// The errors of plain serde_json contain the pointer, too.
#[test]
fn serde_json_errors_contain_the_pointer() {
    let body = r#"{"id":1,"attachments":[{"id":true}],"event":"message_created"}"#;
    let error = serde_json::from_str::<chatwoot::Webhook>(body).unwrap_err().to_string();
    assert!(error.contains("/attachments/0/id"), "{error}");
    let value: serde_json::Value = serde_json::from_str(body).unwrap();
    let error = serde_json::from_value::<chatwoot::Webhook>(value).unwrap_err().to_string();
    assert!(error.contains("/attachments/0/id"), "{error}");
    let error =
        serde_json::from_reader::<_, chatwoot::Webhook>(body.as_bytes()).unwrap_err().to_string();
    assert!(error.contains("/attachments/0/id"), "{error}");
}
