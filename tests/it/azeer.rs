//! What the members of Azeer's bodies mean.

use chathooks::azeer::{Message, MessageId, Webhook};

fn message(members: &str) -> Message {
    let body = format!(r#"{{{members},"webhook_event_type":"incoming_msg"}}"#);
    let Ok(Webhook::IncomingMessage(message)) = Webhook::parse(body.as_bytes()) else {
        panic!("{members}");
    };
    *message
}

#[test]
fn text_nested_or_flat() {
    for (members, text) in [
        (r#""text":"flat""#, Some("flat")),
        (r#""message_body":{"text":{"body":"nested"}}"#, Some("nested")),
        (r#""text":"flat","message_body":{"text":{"body":"nested"}}"#, Some("nested")),
        (r#""text":"flat","message_body":{"text":{"body":""}}"#, Some("flat")),
        (r#""text":"flat","message_body":{}"#, Some("flat")),
        (r#""text":"","message_body":null"#, None),
    ] {
        assert_eq!(message(members).plain_text(), text, "{members}");
    }
}

#[test]
fn zero_is_no_parent() {
    for (members, parent) in [
        (r#""parent_message_id":12344"#, Some("12344")),
        (r#""parent_message_id":"12344""#, Some("12344")),
        (r#""parent_message_id":0"#, None),
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
fn zero_is_no_time() {
    for (time, instant) in [
        (r#""2024-03-08T09:44:38.116981911Z""#, Some("2024-03-08T09:44:38.116981911+00:00")),
        ("1709891078", Some("2024-03-08T09:44:38+00:00")),
        (r#""0001-01-01T00:00:00Z""#, None),
        (r#""0001-01-01T00:53:28+00:53""#, None),
        ("0", None),
        (r#""""#, None),
    ] {
        let message = message(&format!(r#""timestamp":{time}"#));
        let found = message.happened_at().map(|instant| instant.to_rfc3339());
        assert_eq!(found.as_deref(), instant, "{time}");
    }
}

#[test]
fn a_broadcast_happened_when_it_was_updated() {
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
fn mime_types_without_parameters() {
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
fn tags_one_by_one() {
    for (tags, names) in [
        (r#""new tag""#, &["new tag"][..]),
        (r#""vip, new tag,""#, &["vip", "new tag"]),
        (r#"["a, b",12]"#, &["a, b", "12"]),
        (r#""""#, &[]),
        ("[]", &[]),
    ] {
        let body = format!(r#"{{"tags":{tags},"webhook_event_type":"new_contact"}}"#);
        let Ok(Webhook::NewContact(contact)) = Webhook::parse(body.as_bytes()) else {
            panic!("{tags}");
        };
        assert_eq!(contact.tag_names().collect::<Vec<_>>(), names, "{tags}");
    }
}
