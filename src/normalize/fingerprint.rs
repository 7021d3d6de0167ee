use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::event_time::plausible;
use crate::wire::Timestamp;

/// Returns a hash that is the same for all spellings of one JSON value.
///
/// Members may be in any order or `null`, IDs may be numbers or strings, times may be in any zone
/// with any number of digits, phone numbers may have a plus or not, and an empty object may be
/// `[]`; whitespace and escapes do not matter. An attacker can construct two values with the same
/// hash.
pub(super) fn fingerprint(json: &str) -> u128 {
    fn hash(json: &str, depth: u32) -> u128 {
        // Values nested deeper have to be spelled the same.
        const MAX_DEPTH: u32 = 32;
        match json.as_bytes().first() {
            Some(b'{') if depth < MAX_DEPTH => {
                let members = serde_json::from_str::<BTreeMap<String, &RawValue>>(json);
                members.map_or_else(
                    |_| fnv(json.bytes()),
                    |members| {
                        let kind = members.get("kind").map(|kind| kind.get());
                        let is_number = matches!(kind, Some(r#""phone""# | r#""wa_id""#));
                        let member = |(key, value): (&String, &&RawValue)| {
                            let value = match value.get().strip_prefix("\"+") {
                                Some(rest) if is_number && key == "value" => {
                                    hash(&format!("\"{rest}"), depth + 1)
                                }
                                _ => hash(value.get(), depth + 1),
                            };
                            fnv(key.bytes()) ^ value.rotate_left(17)
                        };
                        let present = members.iter().filter(|(_, value)| value.get() != "null");
                        fnv(present.flat_map(|entry| member(entry).to_le_bytes()).chain(*b"{"))
                    },
                )
            }
            // PHP writes an empty object like this.
            Some(b'[') if json == "[]" => hash("{}", depth),
            Some(b'[') if depth < MAX_DEPTH => {
                let list = serde_json::from_str::<Vec<&RawValue>>(json);
                list.map_or_else(
                    |_| fnv(json.bytes()),
                    |list| {
                        let element =
                            |value: &&RawValue| hash(value.get(), depth + 1).to_le_bytes();
                        fnv(list.iter().flat_map(element).chain(*b"["))
                    },
                )
            }
            Some(b'"') => match serde_json::from_str::<String>(json) {
                Ok(text) => scalar(&text),
                Err(_) => fnv(json.bytes()),
            },
            Some(b'-' | b'0'..=b'9') => scalar(json),
            _ => fnv(json.bytes()),
        }
    }

    /// The hash of a number or a string. A time that is not a plain integer counts by its instant.
    fn scalar(text: &str) -> u128 {
        let may_be_time = (10..=100).contains(&text.len())
            && (text.starts_with(|first: char| first.is_ascii_digit())
                || (text.contains("GMT") && text.ends_with([')', '0'])))
            && text.contains(['-', ':', '.']);
        let time = if may_be_time { plausible(&Timestamp::from(text)) } else { None };
        match time {
            Some(time) => fnv(time.timestamp_millis().to_le_bytes().into_iter().chain(*b"@")),
            None => fnv(text.bytes().chain(*b"\"")),
        }
    }

    hash(json, 0)
}

/// FNV-1a with 128 bits.
fn fnv(bytes: impl Iterator<Item = u8>) -> u128 {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    bytes.fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn spellings_of_one_value() {
        for (one, other) in [
            (r#"{"a":1,"b":["é",{}]}"#, "{ \"b\" : [\"\\u00e9\", { }],\n\"a\":1}"),
            (r#"{"id":31}"#, r#"{"id":"31"}"#),
            (r#"{"a":null}"#, "{}"),
            (r#""2026-11-28T06:00:00.123Z""#, r#""2026-11-28T11:30:00.123456+05:30""#),
            ("1795845655.1388998", "1795845655.1388988"),
            (r#"{"a":{}}"#, r#"{"a":[]}"#),
            (r#"{"kind":"phone","value":"+44"}"#, r#"{"kind":"phone","value":"44"}"#),
        ] {
            assert_eq!(fingerprint(one), fingerprint(other), "{one} {other}");
        }
    }

    #[test]
    fn other_values() {
        let others = [
            "1",
            "1.0",
            "true",
            "1795845655.138",
            "1795845655.139",
            r#""2026-11-28T06:00:00Z""#,
            r#""2026-11-28T06:00:00.001Z""#,
            "[1]",
            "[[1]]",
            "{}",
            r#"{"value":"+1"}"#,
            r#"{"value":"1"}"#,
            "null",
            r#""""#,
            r#"{"a":1}"#,
            r#"{"a":[1]}"#,
            r#"{"b":1}"#,
            r#"["a",1]"#,
            r#"{"a":{"b":1}}"#,
            r#"{"b":{"a":1}}"#,
            r#"{"a":"b","c":"d"}"#,
            r#"{"a":"d","c":"b"}"#,
        ];
        let prints: std::collections::BTreeSet<_> =
            others.iter().map(|json| fingerprint(json)).collect();
        assert_eq!(prints.len(), others.len());
    }
}
