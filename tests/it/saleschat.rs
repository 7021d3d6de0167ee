//! Deduplication keys of SalesChat's events, which have few IDs and fewer times.

use crate::key;

#[test]
fn different_facts_have_different_keys() {
    for (one, other) in [
        ("MEDIA_FILE/without-id-of-one-customer", "MEDIA_FILE/without-id-of-another-customer"),
        (
            "ANALYTICS_DUMP_FILE/without-id-of-2024-06-03",
            "ANALYTICS_DUMP_FILE/without-id-of-2024-06-10",
        ),
        ("_drift/unknown-status-attempt-1", "_drift/unknown-status-attempt-2"),
    ] {
        let [one, other] = [one, other].map(|path| key(&format!("saleschat/{path}.json")));
        assert_ne!(one, other);
    }
}

#[test]
fn keys_of_reports_without_id_include_the_chatroom() {
    let key = |chatroom| {
        key(&format!(
            "saleschat/SEND_TEMPLATE_MESSAGE_STATUS/request-id-empty-in-{chatroom}-chatroom.json"
        ))
    };
    assert_ne!(key("one"), key("another"));
}
