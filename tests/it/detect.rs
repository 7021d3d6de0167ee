//! Detection of the provider: right, or reported as ambiguous, but never wrong.

use chathooks::Provider;

use crate::readable;

#[test]
fn the_provider_of_every_fixture_is_detected() {
    for fixture in readable() {
        let found = Provider::detect(&fixture.body);
        match found[..] {
            // Meta's envelope, which Smartflow reportedly sends, too.
            [Provider::Meta] if fixture.path.starts_with("smartflow/") => {
                assert!(fixture.path.contains("envelope"), "{}", fixture.path);
            }
            [provider] => assert_eq!(provider, fixture.provider, "{}", fixture.path),
            [] => assert!(fixture.folder.starts_with('_'), "{}: no provider", fixture.path),
            _ => {
                assert!(found.contains(&fixture.provider), "{}: {found:?}", fixture.path);
                assert!(fixture.folder.starts_with('_'), "{}: {found:?}", fixture.path);
            }
        }
    }
}

#[test]
fn no_fixture_is_a_known_event_of_another_provider() {
    for fixture in readable() {
        // Smartflow and Meta can read each other's bodies.
        let is_either = |provider| [Provider::Smartflow, Provider::Meta].contains(&provider);
        for provider in Provider::ALL.iter().filter(|provider| {
            **provider != fixture.provider
                && !(is_either(**provider) && is_either(fixture.provider))
        }) {
            if let Ok(webhook) = provider.parse(&fixture.body) {
                assert!(!webhook.is_known(), "{} as {provider}: {webhook:?}", fixture.path);
            }
        }
    }
}

/// A known event type at either end is enough; the members between are read only without one.
#[test]
fn event_types_are_found_at_both_ends_and_between() {
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

/// Bodies of unsupported products are not detected, however similar they are.
#[test]
fn only_bodies_of_supported_providers_are_detected() {
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
fn provider_names_round_trip() {
    for provider in Provider::ALL {
        assert_eq!(provider.to_string().parse(), Ok(*provider));
    }
    assert!("Chatwoot".parse::<Provider>().is_err(), "names are case-sensitive");
}
