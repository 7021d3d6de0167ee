//! Accessors that interpret the members of Azeer's bodies.

use chathooks::{
    azeer::{Message, MessageId, Webhook},
    normalize::EventKey,
};

use crate::key;

fn message(members: &str) -> Message {
    let body = format!(r#"{{{members},"webhook_event_type":"incoming_msg"}}"#);
    let Ok(Webhook::IncomingMessage(message)) = Webhook::parse(body.as_bytes()) else {
        panic!("{members}");
    };
    *message
}

#[test]
fn nested_text_comes_before_flat_text_unless_empty() {
    for (members, text) in [
        (r#""text":"flat""#, Some("flat")),
        (r#""message_body":{"text":{"body":"nested"}}"#, Some("nested")),
        (r#""text":"flat","message_body":{"text":{"body":"nested"}}"#, Some("nested")),
        (r#""text":"flat","message_body":{"text":{"body":""}}"#, Some("flat")),
        (r#""text":"flat","message_body":{}"#, Some("flat")),
        (r#""text":"flat","message_body":[]"#, Some("flat")),
        (r#""text":"","message_body":null"#, None),
    ] {
        assert_eq!(message(members).plain_text(), text, "{members}");
    }
}

#[test]
fn a_parent_id_of_zero_or_less_is_absent() {
    for (members, parent) in [
        (r#""parent_message_id":12344"#, Some("12344")),
        (r#""parent_message_id":"12344""#, Some("12344")),
        (r#""parent_message_id":0"#, None),
        (r#""parent_message_id":-1"#, None),
        (r#""parent_message_id":"0""#, None),
        (r#""parent_message_id":"""#, None),
        (r#""parent_message_id":null"#, None),
        (r#""text":"hello""#, None),
    ] {
        let message = message(members);
        assert_eq!(message.parent().map(MessageId::to_string).as_deref(), parent, "{members}");
    }
}

#[test]
fn a_zero_or_unreadable_time_is_absent() {
    for (time, instant) in [
        (r#""2024-03-08T09:44:38.116981911Z""#, Some("2024-03-08T09:44:38.116981911+00:00")),
        ("1709891078", Some("2024-03-08T09:44:38+00:00")),
        (r#""0001-01-01T00:00:00Z""#, None),
        (r#""0001-01-01T00:53:28+00:53""#, None),
        (r#""2024-03-08 09:44:38.116981+00""#, Some("2024-03-08T09:44:38.116981+00:00")),
        ("0", None),
        (r#""""#, None),
        ("[]", None),
    ] {
        let message = message(&format!(r#""timestamp":{time}"#));
        let found = message.happened_at().map(|instant| instant.to_rfc3339());
        assert_eq!(found.as_deref(), instant, "{time}");
    }
}

#[test]
fn a_broadcast_is_dated_by_its_update_then_by_its_timestamp() {
    const ZERO: &str = r#""0001-01-01T00:00:00Z""#;
    for (updated, time, instant) in
        [("7", ZERO, Some(7)), ("7", "8", Some(7)), (ZERO, "8", Some(8)), (ZERO, "null", None)]
    {
        let members = format!(r#""broadcast_updated_at":{updated},"timestamp":{time}"#);
        let body = format!(r#"{{{members},"webhook_event_type":"broadcast_complete"}}"#);
        let Ok(Webhook::BroadcastComplete(broadcast)) = Webhook::parse(body.as_bytes()) else {
            panic!("{members}");
        };
        let found = broadcast.happened_at().map(|instant| instant.timestamp());
        assert_eq!(found, instant, "{members}");
    }
}

#[test]
fn bare_mime_types_have_no_parameters() {
    for (mime, bare) in [
        ("audio/mp4;", Some("audio/mp4")),
        ("audio/ogg; codecs=opus", Some("audio/ogg")),
        ("image/jpg", Some("image/jpg")),
        (";", None),
        ("", None),
    ] {
        let message = message(&format!(r#""mime_type":"{mime}""#));
        assert_eq!(message.bare_mime_type(), bare, "{mime:?}");
    }
}

#[test]
fn tag_names_reads_every_form_of_tags() {
    for (tags, names) in [
        (r#""new tag""#, &["new tag"][..]),
        (r#""vip, new tag,""#, &["vip", "new tag"]),
        (r#"["a, b",12]"#, &["a, b", "12"]),
        (r#""[\"a, b\",12,\"\"]""#, &["a, b", "12"]),
        (r#""{vip,\"new, \\\"tag\\\"\",NULL}""#, &["vip", "new, \"tag\""]),
        (r#""{vip""#, &["{vip"]),
        (r#""[urgent]""#, &["[urgent]"]),
        (r#""{a\"b}""#, &["{a\"b}"]),
        (r#""{\"id\":1}""#, &["{\"id\":1}"]),
        (r#""[]""#, &[]),
        (r#""{}""#, &[]),
        (r#""""#, &[]),
        ("[]", &[]),
        ("{}", &[]),
    ] {
        let body = format!(r#"{{"tags":{tags},"webhook_event_type":"new_contact"}}"#);
        let Ok(Webhook::NewContact(contact)) = Webhook::parse(body.as_bytes()) else {
            panic!("{tags}");
        };
        assert_eq!(contact.tag_names(), names, "{tags}");
    }
}

#[test]
fn different_facts_have_different_keys() {
    for (one, other) in [
        ("new_contact/same-time-one-tag", "new_contact/same-time-two-tags"),
        ("new_contact/insert", "new_contact/update"),
        ("chat_closed/zero-time-one-contact", "chat_closed/zero-time-another-contact"),
        ("for_rules/one-contact", "for_rules/another-contact"),
        ("_drift/assigned-to-55", "_drift/assigned-to-56"),
        ("_drift/status-is-a-number", "_drift/status-is-another-number"),
        (
            "message_status_changed/message-status-delivered",
            "message_status_changed/message-status-read",
        ),
    ] {
        let [one, other] = [one, other].map(|path| key(&format!("azeer/{path}.json")));
        assert_ne!(one, other);
    }
}

#[test]
fn an_unreadable_status_makes_the_key_weak() {
    let key = key("azeer/_drift/status-is-a-number.json");
    assert!(matches!(key, EventKey::Weak(_)), "{key:?}");
}
