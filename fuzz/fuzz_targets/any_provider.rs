//! Any bytes, from an unknown sender: detection agrees with itself and with the detected provider.
#![no_main]

use chathooks::{Provider, Webhook};

libfuzzer_sys::fuzz_target!(|body: &[u8]| {
    let found = Provider::detect(body);
    match (Webhook::parse(body), &found[..]) {
        (Ok(webhook), [provider]) => {
            assert_eq!(webhook.provider(), *provider);
            assert_eq!(provider.parse(body).as_ref(), Ok(&webhook));
        }
        (Ok(webhook), found) => panic!("{webhook:?} of {found:?}"),
        (Err(error), [provider]) => assert_eq!(error, provider.parse(body).unwrap_err()),
        (Err(_), _) => {}
    }
    let _ = Webhook::parse_lenient(body);
});
