//! Which provider sent a body: right, or honestly ambiguous, never wrong.

use chathooks::Provider;

use crate::readable;

#[test]
fn every_fixture() {
    for fixture in readable() {
        let found = Provider::detect(&fixture.body);
        match found[..] {
            // Meta's envelope, which Smartflow is said to send as well.
            [Provider::Meta] if fixture.path.starts_with("smartflow/") => {
                assert!(fixture.path.contains("envelope"), "{}", fixture.path);
            }
            [provider] => assert_eq!(provider, fixture.provider, "{}", fixture.path),
            [] => assert!(fixture.folder.starts_with('_'), "{}: nobody", fixture.path),
            _ => {
                assert!(found.contains(&fixture.provider), "{}: {found:?}", fixture.path);
                assert!(fixture.folder.starts_with('_'), "{}: {found:?}", fixture.path);
            }
        }
    }
}

/// No body is an event of another provider than its own.
#[test]
fn no_body_is_an_event_of_another_provider() {
    for fixture in readable() {
        // What one of the two sends, the other can read.
        let group = |provider| [Provider::Smartflow, Provider::Meta].contains(&provider);
        for provider in Provider::ALL.iter().filter(|provider| {
            **provider != fixture.provider && !(group(**provider) && group(fixture.provider))
        }) {
            if let Ok(webhook) = provider.parse(&fixture.body) {
                assert!(!webhook.is_known(), "{} as {provider}: {webhook:?}", fixture.path);
            }
        }
    }
}

/// A known name at an edge says enough; what stands between is looked at where it does not.
#[test]
fn at_the_edges_and_between() {
    let detect = |body: &str| Provider::detect(body.as_bytes());
    assert_eq!(detect(r#"{"event":"ping","type":1}"#), [Provider::AiSoule]);
    assert_eq!(detect(r#"{"id":1,"event":"message_created"}"#), [Provider::Chatwoot]);
    let between = r#"{"id":1,"event":"message_created","messages":[]}"#;
    assert_eq!(detect(between), [Provider::Chatwoot]);
    let both = r#"{"event":"ping","webhook_event_type":"incoming_msg"}"#;
    assert_eq!(detect(both), [Provider::AiSoule, Provider::Azeer]);
    let inside = r#"{"statuses":[],"id":{"event":"ping"}}"#;
    assert_eq!(detect(inside), [Provider::Smartflow]);
}

/// What others send on the same endpoint is nobody's, however much it looks like one of ours.
#[test]
fn bodies_of_others() {
    for body in [
        r#"{"object":"instagram","entry":[{"id":"1","time":1,"messaging":[]}]}"#,
        r#"{"object":"page","entry":[{"id":"1","time":1,"messaging":[]}]}"#,
        r#"{"entry":[{"id":"1","changes":[]}],"object":"user"}"#,
        // Gupshup's own format, Sunshine's and Whapi's.
        r#"{"app":"A","timestamp":1795000000000,"version":2,"type":"message","payload":{"id":"g"}}"#,
        r#"{"trigger":"message:appUser","app":{"_id":"5"},"version":"v1.1","messages":[{"_id":"6"}]}"#,
        r#"{"messages":[{"id":"7"}],"event":{"type":"messages","event":"post"},"channel_id":"C"}"#,
        // AWS, YCloud, Kapso, 8x8.
        r#"{"whatsAppWebhookEntry":"{}","aws_account_id":"1","message_timestamp":"t"}"#,
        r#"{"id":"evt_1","type":"whatsapp.inbound_message.received","whatsappInboundMessage":{}}"#,
        r#"{"message":{"id":"8"},"conversation":{"id":"9"},"phone_number_id":"1"}"#,
        r#"{"namespace":"ChatApps","eventType":"inbound_message_received","payload":{}}"#,
    ] {
        assert_eq!(Provider::detect(body.as_bytes()), [], "{body}");
    }
    for body in [
        r#"{"object":"whatsapp_business_account","entry":[]}"#,
        r#"{"id":"1","changes":[]}"#,
        r#"{"messages":[{"id":"w1"}],"field":"messages"}"#,
    ] {
        assert_eq!(Provider::detect(body.as_bytes()), [Provider::Meta], "{body}");
    }
    for body in [
        r#"{"message_echoes":[{"id":"w1"}],"metadata":{}}"#,
        r#"{"user_preferences":[{"wa_id":"447700900101"}]}"#,
    ] {
        assert_eq!(Provider::detect(body.as_bytes()), [Provider::Smartflow], "{body}");
    }
}

#[test]
fn names() {
    for provider in Provider::ALL {
        assert_eq!(provider.to_string().parse(), Ok(*provider));
    }
    assert!("Chatwoot".parse::<Provider>().is_err(), "ordinal");
}
