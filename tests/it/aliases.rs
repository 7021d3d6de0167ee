//! Accessors for values that are sent under either of two names, or in two forms.

use chathooks::{
    Lenient, aisoule, chatwoot, saleschat,
    smartflow::{self, Webhook},
    whatsapp::{Context, Error, Status},
};

fn read<T: serde::de::DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).unwrap()
}

#[test]
fn whatsapp_accessors_read_both_names() {
    for (json, expected) in [
        ("{}", false),
        (r#"{"forwarded":true}"#, true),
        (r#"{"frequently_forwarded":true}"#, true),
        (r#"{"forwarded":false}"#, false),
    ] {
        assert_eq!(read::<Context>(json).is_forwarded(), expected, "{json}");
    }
    for json in [r#"{"error_data":{"details":"Why"}}"#, r#"{"details":"Why"}"#] {
        assert_eq!(read::<Error>(json).details(), Some("Why"));
    }
    for json in [r#"{"custom_callback_data":"x"}"#, r#"{"biz_opaque_callback_data":"x"}"#] {
        assert_eq!(read::<Status>(json).callback_data().unwrap().to_string(), "x");
    }
    for key in ["recipient_participant_id", "participant_recipient_id"] {
        let status: Status = read(&format!(r#"{{"{key}":"919800000001"}}"#));
        assert_eq!(status.participant_id().unwrap().to_text(), "919800000001");
    }
    for key in ["recipient_parent_user_id", "parent_recipient_user_id"] {
        let status: Status = read(&format!(r#"{{"{key}":"US.ENT.11815799212886844830"}}"#));
        assert_eq!(status.parent_user_id().unwrap().to_string(), "US.ENT.11815799212886844830");
    }
    assert!(!read::<Status>(r#"{"id":"2736a0a2"}"#).is_status());
    assert!(read::<Status>(r#"{"id":"2736a0a2","status":"read"}"#).is_status());
}

#[test]
fn saleschat_accessors_read_both_names_and_forms() {
    for (key, version, canonical) in [
        ("granualarity", "1", "1.0"),
        ("granularity", r#""1.1""#, "1.1"),
        ("granularity", "2.50", "2.5"),
    ] {
        let body = format!(
            r#"{{"type":"ANALYTICS_DUMP_FILE","version":{version},"payload":{{"{key}":"DAILY"}}}}"#
        );
        let webhook = saleschat::Webhook::parse(body.as_bytes()).unwrap();
        assert_eq!(webhook.version.unwrap().canonical(), canonical);
        let saleschat::EventData::AnalyticsDump(dump) = webhook.event else { panic!("{body}") };
        assert_eq!(dump.period().unwrap().as_str(), "DAILY");
    }
}

#[test]
fn aisoule_accessors_read_both_names() {
    for key in ["to_agent_id", "agent_id"] {
        let body = format!(r#"{{"event":"transfer.assigned","data":{{"{key}":7}}}}"#);
        let webhook = aisoule::Webhook::parse(body.as_bytes()).unwrap();
        let aisoule::EventData::TransferAssigned(transfer) = webhook.event else {
            panic!("{body}")
        };
        assert_eq!(transfer.into_inner().to_agent().unwrap().to_string(), "7");
    }
}

#[test]
fn chatwoot_changes_are_read_as_json_and_by_name() {
    let body = r#"{"id":1,"changed_attributes":[{"status":{"previous_value":"open","current_value":"resolved"}}],"event":"conversation_updated"}"#;
    let Ok(chatwoot::Webhook::ConversationUpdated(conversation)) =
        chatwoot::Webhook::parse(body.as_bytes())
    else {
        panic!("{body}")
    };
    let changes = conversation.changed_attributes.unwrap();
    assert!(body.contains(changes.as_json().get()));
    assert_eq!(changes.get("status").unwrap().current.unwrap().get(), r#""resolved""#);
}

#[test]
fn to_body_restores_the_body_with_its_misfits() {
    let body = r#"{"statuses":[{"id":"wamid.A","status":"read"},7]}"#;
    let lenient: Lenient<Webhook> = smartflow::Webhook::parse_lenient(body.as_bytes()).unwrap();
    assert_eq!(lenient.to_body().unwrap(), body);
}
