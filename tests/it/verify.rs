//! Pitfalls of signatures, by number. The hex digits were computed with another program.

use chathooks::{
    ErrorKind, chatwoot,
    verify::{self, Error, Key, ReplayProtection, Verified, Window},
};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

const SECRET: &str = "test-secret";
const BODY: &[u8] = br#"{"event":"message_created","id":1}"#;
const NOW: i64 = 1_700_000_000;
/// The signature of the time `NOW`, a dot, and `BODY`.
const TIMED: &str = "77a4c9ecab8fe968b13a6cc51d3ddcd4b2d74f50c837661ab5972c9e6791bb15";
/// The signature of `BODY` alone.
const BARE: &str = "b9da6049232f870e66ee596193fb743692ce67b789b24bceb4326f34701189c4";

const SIGNATURE: &str = "X-Chatwoot-Signature";
const TIMESTAMP: &str = "X-Chatwoot-Timestamp";
const PLAIN: &str = "X-Webhook-Signature";
const BRANDED: &str = "X-AISoule-Signature";
const EITHER: &str = "X-Webhook-Signature or X-AISoule-Signature";
const HUB: &str = "X-Hub-Signature-256";

type Outcome = Result<Verified, Error>;

fn keys() -> [Key; 1] {
    [Key::new(SECRET).unwrap()]
}

fn prefixed(hex: &str) -> String {
    format!("sha256={hex}")
}

/// Signs the parts, for inputs without a constant above.
fn sign(secret: &str, parts: &[&[u8]]) -> String {
    let mut hmac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    for part in parts {
        hmac.update(part);
    }
    let digits = hmac.finalize().into_bytes().into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from_digit(digit.into(), 16).unwrap()).collect()
}

fn chatwoot(signature: &str, timestamp: &str, body: &[u8]) -> Outcome {
    let headers = [(SIGNATURE, signature), (TIMESTAMP, timestamp)];
    verify::chatwoot(&keys(), headers, body, Window::around(NOW))
}

/// Verifies `BODY` with a correct signature.
fn chatwoot_at(timestamp: &str, window: Window) -> Outcome {
    let signature = prefixed(&sign(SECRET, &[timestamp.as_bytes(), b".", BODY]));
    let headers = [(SIGNATURE, signature.as_str()), (TIMESTAMP, timestamp)];
    verify::chatwoot(&keys(), headers, BODY, window)
}

fn aisoule(name: &str, signature: &str, body: &[u8]) -> Outcome {
    verify::aisoule(&keys(), [(name, signature)], body)
}

fn meta(signature: &str, body: &[u8]) -> Outcome {
    verify::meta(&keys(), [(HUB, signature)], body)
}

/// Verifies `BODY` by every scheme, with changed hex digits of the correct signature.
fn with_hex(change: impl Fn(&str) -> String) -> [Outcome; 4] {
    [
        chatwoot(&prefixed(&change(TIMED)), "1700000000", BODY),
        aisoule(PLAIN, &change(BARE), BODY),
        aisoule(BRANDED, &prefixed(&change(BARE)), BODY),
        meta(&prefixed(&change(BARE)), BODY),
    ]
}

/// Flips a bit of the digit at `index`.
fn flip(hex: &str, index: usize, bit: u8) -> String {
    let digit = u8::from_str_radix(&hex[index..=index], 16).unwrap() ^ (1 << bit);
    format!("{}{digit:x}{}", &hex[..index], &hex[index + 1..])
}

#[test]
fn every_scheme_accepts_a_correct_signature() {
    for outcome in with_hex(str::to_owned) {
        assert_eq!(outcome.unwrap().key, 0);
    }
}

#[test]
fn pitfall_1_only_the_raw_bytes_match() {
    let utf8 = r#"{"text":"café ☕"}"#.as_bytes();
    let escaped = br#"{"text":"caf\u00e9 \u2615"}"#;
    let of_utf8 = "sha256=a813105681b95c191c6672fbb8f7cc449478f67e8fa087d88760f546ef1455cf";
    let of_escaped = "sha256=71f114fb019d5b9026de5c6657fca42bab8836f5e7bb211323bd4aad32b98cbd";

    assert!(meta(of_utf8, utf8).is_ok());
    assert!(meta(of_escaped, escaped).is_ok());
    assert_eq!(meta(of_utf8, escaped), Err(Error::NoMatch));
    assert_eq!(meta(of_escaped, utf8), Err(Error::NoMatch));

    let value = |body| serde_json::from_slice::<serde_json::Value>(body).unwrap();
    assert_eq!(value(utf8), value(escaped));
    // Written again, it is a different body.
    assert_eq!(
        meta(of_escaped, &serde_json::to_vec(&value(escaped)).unwrap()),
        Err(Error::NoMatch)
    );
}

#[test]
fn pitfall_2_the_full_length_is_required() {
    for length in (0..64).chain([65, 66, 128]) {
        for outcome in with_hex(|hex| hex.repeat(2)[..length].to_owned()) {
            assert!(matches!(outcome, Err(Error::Malformed(_))), "{length} digits: {outcome:?}");
        }
    }
}

#[test]
fn pitfall_2_every_bit_counts() {
    for index in 0..64 {
        for bit in 0..4 {
            let outcomes = with_hex(|hex| flip(hex, index, bit));
            assert_eq!(outcomes, [Err(Error::NoMatch); 4], "bit {bit} of digit {index}");
        }
    }
}

#[test]
fn pitfall_3_missing_headers_are_refused() {
    let window = Window::around(NOW);
    let none: [(&str, &str); 0] = [];
    let signature = prefixed(TIMED);

    let missing = Err(Error::Missing(SIGNATURE));
    assert_eq!(verify::chatwoot(&keys(), none, BODY, window), missing);
    assert_eq!(verify::chatwoot(&keys(), [(TIMESTAMP, "1700000000")], BODY, window), missing);
    let missing = Err(Error::Missing(TIMESTAMP));
    assert_eq!(verify::chatwoot(&keys(), [(SIGNATURE, &signature)], BODY, window), missing);
    assert_eq!(verify::aisoule(&keys(), none, BODY), Err(Error::Missing(EITHER)));
    assert_eq!(verify::meta(&keys(), none, BODY), Err(Error::Missing(HUB)));
    // A header whose name only begins or ends the same is a different one.
    let others = [("X-Hub-Signature", &signature), ("X-Hub-Signature-256-Old", &signature)];
    assert_eq!(verify::meta(&keys(), others, BODY), Err(Error::Missing(HUB)));
}

#[test]
fn pitfall_3_no_downgrade_to_the_body_alone() {
    let bare = prefixed(BARE);
    let outcome = verify::chatwoot(&keys(), [(SIGNATURE, &bare)], BODY, Window::around(NOW));
    assert_eq!(outcome, Err(Error::Missing(TIMESTAMP)));
    assert_eq!(chatwoot(&bare, "", BODY), Err(Error::Malformed(TIMESTAMP)));
    assert_eq!(chatwoot(&bare, "1700000000", BODY), Err(Error::NoMatch));
    // A signature over time and body does not match the body alone.
    let body = [b"1700000000.", BODY].concat();
    assert!(meta(&prefixed(TIMED), &body).is_ok());
    assert_eq!(meta(&prefixed(TIMED), BODY), Err(Error::NoMatch));
}

#[test]
fn pitfall_3_malformed_headers_are_refused() {
    for junk in ["", " ", "none", "é", "sha256", "sha256=", "sha256=,", "sha1=da39a3ee"] {
        assert_eq!(chatwoot(junk, "1700000000", BODY), Err(Error::Malformed(SIGNATURE)));
        assert_eq!(aisoule(PLAIN, junk, BODY), Err(Error::Malformed(EITHER)));
        assert_eq!(meta(junk, BODY), Err(Error::Malformed(HUB)));
    }
    let spoiled: [fn(&str) -> String; 6] = [
        |hex| format!(" {hex}"),
        |hex| format!("{hex}\n"),
        |hex| hex.replacen(&hex[..1], "+", 1),
        |hex| hex.replacen(&hex[62..], "é", 1),
        |hex| prefixed(&prefixed(hex)),
        // As some proxies join duplicate headers.
        |hex| format!("{hex}, sha256={hex}"),
    ];
    for spoil in spoiled {
        for outcome in with_hex(spoil) {
            assert!(matches!(outcome, Err(Error::Malformed(_))), "{}: {outcome:?}", spoil(TIMED));
        }
    }
    let not_utf_8: [(&str, &[u8]); 1] = [(HUB, b"sha256=\xff\xfe")];
    assert_eq!(verify::meta(&keys(), not_utf_8, BODY), Err(Error::Malformed(HUB)));
}

#[test]
fn pitfall_3_duplicated_headers_are_refused() {
    let (timed, bare) = (prefixed(TIMED), prefixed(BARE));
    let twice = |name: &'static str| {
        let headers = [
            (SIGNATURE, timed.as_str()),
            (TIMESTAMP, "1700000000"),
            if name == TIMESTAMP { ("x-chatwoot-TIMESTAMP", "1700000000") } else { (name, &timed) },
        ];
        verify::chatwoot(&keys(), headers, BODY, Window::around(NOW))
    };
    assert!(twice("X-Other").is_ok());
    assert_eq!(twice(SIGNATURE), Err(Error::Duplicated(SIGNATURE)));
    assert_eq!(twice(TIMESTAMP), Err(Error::Duplicated(TIMESTAMP)));

    let headers = [(HUB, &bare), ("x-hub-signature-256", &bare)];
    assert_eq!(verify::meta(&keys(), headers, BODY), Err(Error::Duplicated(HUB)));
    assert_eq!(
        verify::aisoule(&keys(), [(PLAIN, &bare), (PLAIN, &bare)], BODY),
        Err(Error::Duplicated(PLAIN))
    );
    assert_eq!(
        verify::aisoule(&keys(), [(PLAIN, &bare), (BRANDED, &bare)], BODY),
        Err(Error::Duplicated(EITHER))
    );
}

#[test]
fn pitfall_4_prefix_and_case() {
    for name in [PLAIN, BRANDED, "x-webhook-signature", "X-AISOULE-SIGNATURE"] {
        assert!(aisoule(name, BARE, BODY).is_ok());
        assert!(aisoule(name, &prefixed(BARE), BODY).is_ok());
    }
    // Providers that always send the prefix must send it.
    assert_eq!(chatwoot(TIMED, "1700000000", BODY), Err(Error::Malformed(SIGNATURE)));
    assert_eq!(meta(BARE, BODY), Err(Error::Malformed(HUB)));
    for outcome in with_hex(str::to_uppercase) {
        assert!(outcome.is_ok());
    }
}

#[test]
fn pitfall_5_the_window_extends_in_both_directions() {
    let at = |now| chatwoot_at("1700000000", Window::around(now));
    for near in [-300, -1, 0, 1, 300] {
        assert_eq!(
            at(NOW + near).unwrap().replay,
            ReplayProtection::Window { signed_at: 1_700_000_000 }
        );
    }
    for now in [NOW - 301, NOW + 301, 0, i64::MIN, i64::MAX] {
        assert_eq!(at(now), Err(Error::OutsideWindow), "{now}");
    }
    let now = Window::around(NOW).seconds(0);
    assert!(chatwoot_at("1700000000", now).is_ok());
    assert_eq!(chatwoot_at("1700000001", now), Err(Error::OutsideWindow));
    let wide = Window::around(i64::MIN).seconds(u32::MAX);
    assert_eq!(chatwoot_at("9223372036854775807", wide), Err(Error::OutsideWindow));
    // A wrong signature is wrong at any time.
    assert_eq!(chatwoot(&prefixed(TIMED), "1", BODY), Err(Error::NoMatch));
}

#[test]
fn pitfall_5_timestamps_are_whole_seconds() {
    let window = Window::around(0).seconds(u32::MAX);
    assert!(chatwoot_at("0", window).is_ok());
    let malformed = [
        "",
        " 1",
        "1 ",
        "+1",
        "-1",
        "-0",
        "1.0",
        "1e3",
        "0x1",
        "1_000",
        "١",
        "now",
        "2023-11-14T22:13:20Z",
        "-9223372036854775808",
        "9223372036854775808",
        "99999999999999999999999999999999999999999",
    ];
    for text in malformed {
        assert_eq!(chatwoot_at(text, window), Err(Error::Malformed(TIMESTAMP)), "{text:?}");
    }
}

#[test]
fn pitfall_6_the_timestamp_is_signed_as_sent() {
    assert!(chatwoot_at("0001700000000", Window::around(NOW)).is_ok());
    // The same time in other digits is a different message.
    assert_eq!(chatwoot(&prefixed(TIMED), "01700000000", BODY), Err(Error::NoMatch));
}

#[test]
fn pitfall_6_the_dot_cannot_move() {
    // The same bytes, split into time and body at another position.
    let signed = sign(SECRET, &[b"1700000000.1.", BODY]);
    assert!(chatwoot(&prefixed(&signed), "1700000000", &[b"1.", BODY].concat()).is_ok());
    let moved = chatwoot(&prefixed(&signed), "1700000000.1", BODY);
    assert_eq!(moved, Err(Error::Malformed(TIMESTAMP)));
}

#[test]
fn pitfall_7_the_first_of_several_keys_that_matches_is_reported() {
    let key = |secret: &str| Key::new(secret).unwrap();
    let headers = [(HUB, prefixed(BARE))];
    let verify = |keys: &[Key]| verify::meta(keys, headers.clone(), BODY).map(|it| it.key);

    assert_eq!(verify(&[key(SECRET), key("other")]), Ok(0));
    assert_eq!(verify(&[key("other"), key(SECRET)]), Ok(1));
    assert_eq!(verify(&[key("other"), key(SECRET), key(SECRET)]), Ok(1));
    assert_eq!(verify(&[key("other"), key("another")]), Err(Error::NoMatch));
    assert_eq!(verify(&[]), Err(Error::NoMatch));
}

#[test]
fn pitfall_8_an_empty_secret_is_refused() {
    assert_eq!(Key::new("").unwrap_err().to_string(), "empty secret");
    // The same key, to HMAC.
    assert_eq!(sign("\0\0", &[BODY]), sign("", &[BODY]));
    assert!(Key::new("\0\0").is_err());
}

/// The inherent constant takes precedence over that of the trait, for types that are `Serialize`.
struct Probe<T>(std::marker::PhantomData<T>);

impl<T: serde::Serialize> Probe<T> {
    const WRITES: bool = true;
}

trait Fallback {
    const WRITES: bool = false;
}

impl<T> Fallback for Probe<T> {}

#[test]
fn pitfall_8_the_secret_does_not_leak() {
    assert_eq!(format!("{:?}", keys()), "[Key(…)]");
    assert_eq!(format!("{:#?}", keys()[0]), "Key(…)");

    const { assert!(Probe::<String>::WRITES) };
    const { assert!(!Probe::<Key>::WRITES) };
}

#[test]
fn pitfall_9_any_body_can_be_verified_before_it_is_parsed() {
    for body in [b"".as_slice(), b"not json", b"\xff\xfe\0", &[b'['; 10_000]] {
        assert!(meta(&prefixed(&sign(SECRET, &[body])), body).is_ok());
        assert_eq!(meta(&prefixed(BARE), body), Err(Error::NoMatch));
    }
}

#[test]
fn pitfall_9_errors_reveal_nothing() {
    let first = with_hex(|hex| flip(hex, 0, 3));
    let last = with_hex(|hex| flip(hex, 63, 0));
    assert_eq!(first, last);

    let errors = [
        (chatwoot("sha256=0badcafe", "1700000000", BODY), "malformed X-Chatwoot-Signature"),
        (chatwoot(&prefixed(TIMED), "0badcafe", BODY), "malformed X-Chatwoot-Timestamp"),
        (chatwoot(&prefixed(BARE), "1700000000", BODY), "no key matches"),
        (chatwoot_at("1600000000", Window::around(NOW)), "signed at a time outside of the window"),
        (verify::meta(&keys(), [("0badcafe", "")], BODY), "missing X-Hub-Signature-256"),
    ];
    for (outcome, message) in errors {
        let error = outcome.unwrap_err();
        assert_eq!(error.to_string(), message);
        let debug = format!("{error:?}");
        for text in [SECRET, "0badcafe", "1600000000", TIMED, BARE] {
            assert!(!debug.contains(text), "{debug} shows {text}");
        }
    }
}

#[test]
fn pitfall_10_a_replay_within_the_window_has_the_same_event_key() {
    let timed = prefixed(TIMED);
    let deliver = |id: &str, now| {
        let headers = [("X-Chatwoot-Delivery", id), (SIGNATURE, &timed), (TIMESTAMP, "1700000000")];
        verify::chatwoot(&keys(), headers, BODY, Window::around(now)).unwrap();
        let events = chatwoot::Webhook::parse(BODY).unwrap().normalize();
        events.map(|event| event.key()).collect::<Vec<_>>()
    };
    // A replay passes, even with another delivery ID, which is not signed; but its key is equal.
    let first = deliver("11111111-1111-4111-8111-111111111111", NOW);
    let replay = deliver("22222222-2222-4222-8222-222222222222", NOW + 200);
    assert_eq!(first.len(), 1);
    assert_eq!(first, replay);
}

#[test]
fn pitfall_11_a_verified_body_may_still_be_malformed() {
    let body = br#"{"event":"message_created","id":1,"content":["Hi"]}"#;
    let signed = sign(SECRET, &[b"1700000000.", body]);
    assert!(chatwoot(&prefixed(&signed), "1700000000", body).is_ok());
    assert_eq!(chatwoot::Webhook::parse(body).unwrap_err().kind(), ErrorKind::Shape);
}

#[test]
fn pitfall_12_no_replay_protection_without_a_time() {
    let [timed, bodies @ ..] = with_hex(str::to_owned).map(|outcome| outcome.unwrap().replay);
    assert_eq!(timed, ReplayProtection::Window { signed_at: NOW });
    assert_eq!(bodies, [ReplayProtection::None; 3]);
    assert_eq!(verify::token(&keys(), SECRET).unwrap().replay, ReplayProtection::None);
}

#[test]
fn tokens_must_match_exactly() {
    let keys = ["new-token", "old-token"].map(|token| Key::new(token).unwrap());
    let token = |sent: &[u8]| verify::token(&keys, sent).map(|it| it.key);

    assert_eq!(token(b"new-token"), Ok(0));
    assert_eq!(token(b"old-token"), Ok(1));
    for wrong in ["", "old", "old-token ", "old-tokens", "Old-token", "old-token\0", "\0"] {
        assert_eq!(token(wrong.as_bytes()), Err(Error::NoMatch), "{wrong:?}");
    }
    // A long key is hashed by HMAC; the hash is not the token.
    let long = "k".repeat(65);
    let hash = <Sha256 as sha2::Digest>::digest(&long);
    let keys = [Key::new(long).unwrap()];
    assert_eq!(verify::token(&keys, hash), Err(Error::NoMatch));
}

#[test]
fn headers_may_be_in_any_container() {
    let owned = vec![(HUB.to_owned(), prefixed(BARE).into_bytes())];
    let map: std::collections::HashMap<_, _> = owned.iter().cloned().collect();
    assert!(verify::meta(&keys(), &map, BODY).is_ok());
    assert!(verify::meta(&keys(), owned.iter().map(|(name, value)| (name, value)), BODY).is_ok());
    assert!(verify::meta(&keys(), owned, BODY).is_ok());
}
