//! Both idioms of serde give the same result: `T::deserialize(from)` is `serde_json::from_str`, and
//! `value.serialize(to)` is `serde_json::to_string`.
//!
//! An inherent method of the same name would take precedence in only one of them.

use chathooks::{
    Provider, aisoule, azeer, chatwoot, meta, normalize, saleschat, smartflow, whatsapp, wire,
};
use serde::{Deserialize, Serialize};

use crate::readable;

/// Checks both idioms for a type, with one or more JSON values.
macro_rules! check {
    ($($name:ty: $($json:expr),+;)+) => { $( for json in [$($json),+] {
        let value: $name = serde_json::from_str(json).unwrap();
        let mut from = serde_json::Deserializer::from_str(json);
        assert_eq!(<$name>::deserialize(&mut from).unwrap(), value, "{json}");
        let mut to = Vec::new();
        value.serialize(&mut serde_json::Serializer::new(&mut to)).unwrap();
        assert_eq!(String::from_utf8(to).unwrap(), serde_json::to_string(&value).unwrap(), "{json}");
    } )+ };
}

#[test]
fn agree_for_wire_types() {
    check! {
        wire::E164: r#""+919876543210""#;
        wire::Extra: "{}", r#"{"a":[1],"b":null}"#;
        wire::RawId: "7", r#""7""#;
        wire::Json: "[1,{}]";
        wire::Number: "7", r#""7.90""#;
        wire::OneOrMany<wire::Text>: r#""a""#, r#"["a","b"]"#;
        wire::Phone: "7", r#""+49 30 1""#;
        wire::Secret: r#""hunter2""#;
        wire::Text: r#""a""#;
        wire::Timestamp: "7", r#""7""#, r#""2026-11-20T08:30:05Z""#, r#""soon""#;
        wire::Undocumented<wire::RawId>: "7", r#"{"id":7}"#;
        wire::WaId: "7", r#""919876543210""#;
        Provider: r#""azeer""#;
    }
}

#[test]
fn agree_for_models() {
    check! {
        aisoule::Data<aisoule::Receipt>: "{}";
        aisoule::EventType: r#""ping""#;
        aisoule::MessageType: r#""text""#, r#""hologram""#;
        aisoule::Webhook: r#"{"event":"ping"}"#;
        azeer::ContactId: "7", r#""7""#;
        azeer::Webhook: r#"{"webhook_event_type":"incoming_msg","text":"Hi"}"#;
        chatwoot::Attachment: r#"{"id":1,"new":true}"#;
        chatwoot::Changes: r#"[{"status":{"previous_value":"open","current_value":"resolved"}}]"#;
        chatwoot::ChannelRecord: r#"{"id":3}"#;
        chatwoot::EventType: r#""macro.executed""#;
        chatwoot::Flag: "true", r#""off""#, "1";
        chatwoot::InitiatedAt: r#""2020""#, r#"{"timestamp":"2020"}"#;
        chatwoot::Labels: r#"["vip"]"#, r#"{"current":["vip"]}"#;
        chatwoot::MessageType: "1", r#""1""#, r#""outgoing""#, r#""new""#;
        chatwoot::Webhook: r#"{"event":"message_created","id":7}"#, r#"{"event":"new"}"#;
        chatwoot::ContactSourceId: "7", r#""7""#;
        meta::EventType: r#""messages""#;
        meta::Webhook: r#"{"entry":[{"changes":[{"field":"messages","value":{"new":[]}}]}]}"#;
        saleschat::Version: "1.1", r#""1.10""#;
        saleschat::Webhook: r#"{"type":"CONTACT_EXPIRED","payload":{"contact_id":"7"}}"#;
        smartflow::Webhook: r#"{"statuses":[{"id":"wamid.A","status":"read"}]}"#;
        whatsapp::FieldName: r#""messages""#;
        whatsapp::Change: r#"{"field":"flows","value":{"event":"X"}}"#;
    }
}

#[test]
fn agree_for_domain_types() {
    check! {
        normalize::Actor: r#"{"type":"agent","agent":{"id":"7"}}"#, r#"{"type":"unknown"}"#;
        normalize::ActorType: r#""agent""#;
        normalize::Address: r#"{"kind":"phone","value":"+919876543210"}"#;
        normalize::Content: r#"{"type":"text","text":"Hi"}"#;
        normalize::ContentType: r#""text""#;
        normalize::EventType: r#""message.received""#;
        normalize::Id: "7", r#""7""#;
        normalize::JsonPointer: r#""/a/0""#;
        normalize::Kind: r#"{"kind":"conversation.created"}"#;
        normalize::TimeSource: r#""event""#;
    }
}

#[test]
fn agree_for_every_kind() {
    for event in readable().flat_map(|fixture| fixture.events()) {
        check! { normalize::Kind: &*serde_json::to_string(&event.kind).unwrap(); }
    }
}

#[test]
fn agree_for_every_event() {
    for event in readable().flat_map(|fixture| fixture.events()) {
        check! { normalize::Event: &*serde_json::to_string(&event).unwrap(); }
    }
}
