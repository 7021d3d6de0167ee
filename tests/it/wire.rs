//! Scalar types: any value is written back exactly as it was sent.

use chathooks::{
    saleschat::{ChatroomType, Granularity, TemplateStatus},
    wire::{Json, Number, Phone, RawId, Timestamp, WaId},
};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// Reads a value and writes it again.
fn rewritten<T: for<'de> Deserialize<'de> + Serialize>(json: &str) -> String {
    serde_json::to_string(&serde_json::from_str::<T>(json).unwrap()).unwrap()
}

/// Generates number literals in every form, including those that fit no integer and no double.
fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        "-?(0|[1-9][0-9]{0,30})",
        "-?(0|[1-9][0-9]{0,20})\\.[0-9]{1,20}",
        "-?(0|[1-9][0-9]{0,5})(\\.[0-9]{1,5})?[eE][+-]?[0-9]{1,4}",
    ]
}

/// Generates times in every supported form, with their epoch seconds.
fn time() -> impl Strategy<Value = (String, i64)> {
    let calendar = |seconds: i64, format: &str| {
        chrono::DateTime::from_timestamp(seconds, 0).unwrap().format(format).to_string()
    };
    (946_684_800_i64..4_102_444_800, 0_usize..8, "[0-9]{1,9}").prop_map(
        move |(seconds, form, fraction)| {
            let json = match form {
                0 => seconds.to_string(),
                1 => format!("\"{seconds}\""),
                2 => (seconds * 1000).to_string(),
                3 => format!("\"{}\"", seconds * 1000),
                4 => format!("{seconds}.{fraction}"),
                5 => {
                    format!("\"{}\"", calendar(seconds, &format!("%Y-%m-%dT%H:%M:%S.{fraction}Z")))
                }
                6 => format!("\"{}\"", calendar(seconds - 5400, "%Y-%m-%dT%H:%M:%S-01:30")),
                _ => format!("\"{}\"", calendar(seconds, "%Y-%m-%d %H:%M:%S UTC")),
            };
            (json, seconds)
        },
    )
}

proptest! {
    #[test]
    fn open_enums_keep_every_string(text in any::<String>()) {
        let kept = ChatroomType::from(text.as_str());
        prop_assert_eq!(kept.as_str(), &text);
        let json = serde_json::to_string(&text).unwrap();
        prop_assert_eq!(rewritten::<Granularity>(&json), json);
    }

    #[test]
    fn scalars_keep_every_string(text in any::<String>()) {
        let json = serde_json::to_string(&text).unwrap();
        prop_assert_eq!(rewritten::<RawId>(&json), json.clone());
        prop_assert_eq!(rewritten::<Number>(&json), json.clone());
        prop_assert_eq!(rewritten::<Phone>(&json), json.clone());
        prop_assert_eq!(rewritten::<WaId>(&json), json.clone());
        prop_assert_eq!(rewritten::<Timestamp>(&json), json.clone());
        let id = RawId::from(text.as_str());
        prop_assert_eq!(id.to_text(), text);
    }

    #[test]
    fn number_literals_are_kept(number in number()) {
        let body = format!(
            r#"{{"type":"SEND_TEMPLATE_MESSAGE_STATUS","version":{number},"payload":{{"request_id":{number}}}}}"#
        );
        let webhook = chathooks::saleschat::Webhook::parse(body.as_bytes()).unwrap();
        prop_assert_eq!(serde_json::to_string(&webhook).unwrap(), body);
        let body = format!(r#"{{"event":"ping","timestamp":{number}}}"#);
        let webhook = chathooks::aisoule::Webhook::parse(body.as_bytes()).unwrap();
        prop_assert_eq!(serde_json::to_string(&webhook).unwrap(), body);
    }

    #[test]
    fn times_are_parsed_and_kept((json, seconds) in time()) {
        let time: Timestamp = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(time.instant().unwrap().timestamp(), seconds, "{}", json);
        let body = format!(
            r#"{{"type":"CONTACT_OPT_OUT","payload":{{"opt_out_ts":{json}}}}}"#
        );
        let webhook = chathooks::saleschat::Webhook::parse(body.as_bytes()).unwrap();
        prop_assert_eq!(serde_json::to_string(&webhook).unwrap(), body);
    }

    #[test]
    fn any_string_is_accepted_as_a_time(text in "[-+0-9TZ:. UTCa-z]{0,40}") {
        let json = serde_json::to_string(&text).unwrap();
        let time: Timestamp = serde_json::from_str(&json).unwrap();
        let _ = time.instant();
        prop_assert_eq!(time.to_text(), text);
    }

    #[test]
    fn e164_has_the_digits_sent_or_is_absent(text in "\\+?[0-9x* ().-]{0,24}") {
        let json = serde_json::to_string(&text).unwrap();
        let phone: Phone = serde_json::from_str(&json).unwrap();
        let id: WaId = serde_json::from_str(&json).unwrap();
        for e164 in [phone.e164(), id.e164()].into_iter().flatten() {
            let e164 = e164.to_string();
            let digits = e164.strip_prefix('+').unwrap();
            prop_assert!((7..=15).contains(&digits.len()) && !digits.starts_with('0'), "{}", e164);
            let sent: String = text.chars().filter(char::is_ascii_digit).collect();
            prop_assert_eq!(digits, sent);
        }
        prop_assert_eq!(phone.to_text(), text);
    }

    #[test]
    fn free_form_json_is_kept(text in any::<String>(), number in number()) {
        let json = format!("[ {}, {number} ,{{}}]", serde_json::to_string(&text).unwrap());
        prop_assert_eq!(rewritten::<Json>(&json), json);
    }

    #[test]
    fn integers_are_exact_as_numbers_and_strings(int in any::<i64>()) {
        for json in [int.to_string(), format!("\"{int}\"")] {
            let number: Number = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(number.as_i64(), Some(int));
        }
    }
}

#[test]
fn known_values_have_variants() {
    assert_eq!(TemplateStatus::from("DELIVERED"), TemplateStatus::Delivered);
    for status in TemplateStatus::ALL {
        assert_eq!(TemplateStatus::from(status.as_str()), *status);
        assert!(!matches!(status, TemplateStatus::Unknown(_)));
    }
}

#[test]
fn ids_compare_as_strings() {
    let read = |json| serde_json::from_str::<RawId>(json).unwrap();
    assert_eq!(read("7"), read(r#""7""#));
    assert_ne!(read("7"), read("7.0"));
    assert_ne!(read("7"), read(r#""07""#));
    assert!(read("10") < read("9"), "as strings do");
    let ids: std::collections::HashSet<_> = [read("7"), read(r#""7""#)].into();
    assert_eq!(ids.len(), 1);
}

#[test]
fn numbers_are_exact_or_absent() {
    let read = |json| serde_json::from_str::<Number>(json).unwrap();
    assert_eq!(read("1.0").as_i64(), Some(1));
    assert_eq!(read("99999999999999e4").as_i64(), None, "a double rounds it");
    assert_eq!(read("1e3").as_u64(), Some(1000));
    assert_eq!(read("-1").as_u64(), None);
    assert_eq!(read("1.5").as_i64(), None);
    assert_eq!(read(r#""1e999""#).as_f64(), None);
    assert_eq!(read(r#""NaN""#).as_f64(), None);
    assert_eq!(read(r#""9007199254740993.0""#).as_i64(), None, "a double would round it");
    assert_eq!(read(r#""١""#).as_i64(), None);
}

#[test]
fn zero_times_are_instants_and_invalid_times_are_not() {
    let instant = |json| serde_json::from_str::<Timestamp>(json).unwrap().instant();
    assert_eq!(instant("0").unwrap().timestamp(), 0);
    assert_eq!(instant(r#""0001-01-01T00:00:00Z""#).unwrap().timestamp(), -62_135_596_800);
    assert_eq!(instant(r#""""#), None);
    assert_eq!(instant(r#""2024-02-30T00:00:00Z""#), None);
    assert_eq!(instant(r#""2016-12-31T23:59:60Z""#).unwrap().timestamp(), 1_483_228_799);
    assert_eq!(instant(r#""2024-03-08t09:44:38z""#).unwrap().timestamp(), 1_709_891_078);
    assert_eq!(
        instant(r#""2024-03-08T09:44:38.1234567891Z""#).unwrap().timestamp_subsec_nanos(),
        123_456_789
    );
}

#[test]
fn wrong_json_types_are_refused() {
    for json in ["true", "{}", "[]", "null"] {
        assert!(serde_json::from_str::<RawId>(json).is_err(), "{json}");
        assert!(serde_json::from_str::<Timestamp>(json).is_err(), "{json}");
        assert!(serde_json::from_str::<ChatroomType>(json).is_err(), "{json}");
    }
    let raw: &RawValue = serde_json::from_str("{}").unwrap();
    assert!(serde_json::from_str::<Phone>(raw.get()).is_err());
}
