//! Which provider sent a body: right, or honestly ambiguous, never wrong.

use chathooks::Provider;

use crate::readable;

#[test]
fn every_fixture() {
    for fixture in readable() {
        let found = Provider::detect(&fixture.body);
        match found[..] {
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
fn no_body_is_anothers_event() {
    for fixture in readable() {
        for provider in Provider::ALL.iter().filter(|provider| **provider != fixture.provider) {
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

#[test]
fn names() {
    for provider in Provider::ALL {
        assert_eq!(provider.to_string().parse(), Ok(*provider));
    }
    assert!("Chatwoot".parse::<Provider>().is_err(), "ordinal");
}
