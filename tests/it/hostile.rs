//! Bodies from attackers and from broken programs.

use std::{collections::BTreeSet, env, sync::LazyLock};

use chathooks::{ErrorKind, ParseError, Provider, Webhook};
use serde::de::IgnoredAny;

use crate::{
    Fixture,
    json_tree::{Segment, Tree},
    oracle, readable,
};

/// The interval at which sweeps take fixtures: all of them if the variable is set, as in `.ci/run`.
static INTERVAL: LazyLock<usize> =
    LazyLock::new(|| if env::var_os("CHATHOOKS_SWEEP_ALL").is_some() { 1 } else { 8 });

/// Reads a body as every provider, and by detection.
fn read_as_all(body: &[u8]) -> Vec<Result<Webhook, ParseError>> {
    let mut all: Vec<_> =
        Provider::ALL.iter().map(|provider| oracle::read(*provider, body)).collect();
    all.push(Webhook::parse(body));
    all
}

/// Input that is not a JSON object is an error for every provider.
#[test]
fn input_that_is_not_a_json_object_is_refused() {
    let bodies: [(&[u8], ErrorKind); 34] = [
        (b"", ErrorKind::Eof),
        (b" \r\n\t", ErrorKind::Eof),
        (b"null", ErrorKind::Shape),
        (b"true", ErrorKind::Shape),
        (b"1", ErrorKind::Shape),
        (b"1e999", ErrorKind::Shape),
        (br#""x""#, ErrorKind::Shape),
        (b"[]", ErrorKind::Shape),
        (b"[{}]", ErrorKind::Shape),
        (br#"[{"event":"message_created","id":1}]"#, ErrorKind::Shape),
        (b"{", ErrorKind::Eof),
        (b"}", ErrorKind::Syntax),
        (b"{} {}", ErrorKind::Syntax),
        (b"{}\0", ErrorKind::Syntax),
        (b"{,}", ErrorKind::Syntax),
        (br#"{"id":1,}"#, ErrorKind::Syntax),
        (br#"{"id":1 "id":2}"#, ErrorKind::Syntax),
        (b"{\"id\":1} // done", ErrorKind::Syntax),
        (br#"{"id":NaN}"#, ErrorKind::Syntax),
        (br#"{"id":-Infinity}"#, ErrorKind::Syntax),
        (br#"{"id":01}"#, ErrorKind::Syntax),
        (br#"{"id":+1}"#, ErrorKind::Syntax),
        (br#"{"id":.5}"#, ErrorKind::Syntax),
        (br#"{"id":5.}"#, ErrorKind::Syntax),
        (br#"{"id":0x10}"#, ErrorKind::Syntax),
        (b"{'id':1}", ErrorKind::Syntax),
        (b"{id:1}", ErrorKind::Syntax),
        (b"{\"id\":\"a\nb\"}", ErrorKind::Syntax),
        (br#"{"id":"\x41"}"#, ErrorKind::Syntax),
        (b"<!doctype html><title>502</title>", ErrorKind::Syntax),
        (b"event=message_created&id=1", ErrorKind::Syntax),
        (b"eyJhbGciOiJIUzI1NiJ9.e30.c2ln", ErrorKind::Syntax),
        (b"\x1f\x8b\x08\x00\x00\x00\x00\x00", ErrorKind::Encoding),
        (b"{\x00\"\x00i\x00d\x00\"\x00:\x001\x00}\x00", ErrorKind::Syntax),
    ];
    for (body, kind) in bodies {
        for read in read_as_all(body) {
            let error = read.unwrap_err();
            assert_eq!(error.kind(), kind, "{}: {error}", body.escape_ascii());
        }
    }
}

/// Only bodies of Smartflow and Meta need no event type.
#[test]
fn an_empty_object_is_never_a_known_event() {
    for (provider, read) in Provider::ALL.iter().zip(read_as_all(b"{}")) {
        match read {
            Ok(webhook) => {
                let needs_no_event_type = [Provider::Smartflow, Provider::Meta].contains(provider);
                assert!(needs_no_event_type && !webhook.is_known());
            }
            Err(error) => assert_eq!(error.kind(), ErrorKind::Shape),
        }
    }
}

#[test]
fn a_body_cut_at_any_byte_is_an_error_at_its_end() {
    let mut cut = 0;
    for fixture in readable().step_by(*INTERVAL) {
        let body = fixture.body.trim_ascii_end();
        for end in 0..body.len() {
            let error = fixture.provider.parse(&body[..end]).unwrap_err();
            match error.kind() {
                ErrorKind::Eof => assert_eq!(error.offset(), end, "{}: {error}", fixture.path),
                ErrorKind::Encoding => {
                    assert!(error.offset() + 3 >= end && !body[..end].is_ascii());
                }
                kind => panic!("{}: {kind:?} {error}", fixture.path),
            }
            cut += 1;
        }
    }
    println!("{cut} bodies cut");
    assert!(cut > 500_000 / *INTERVAL);
}

/// A pseudorandom number generator with a fixed seed.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % end
    }
}

/// One byte replaced, inserted, doubled or removed, a thousand times in every fixture.
#[test]
fn one_wrong_byte_breaks_no_invariant() {
    const BYTES: &[u8] = b"{}[]\",:\\/ \t\n\x00019.-+eEtfnu\x7f\x80\xc3\xe2\xf0\xff";
    let (mut read, mut refused) = (0, 0);
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for fixture in readable().step_by(*INTERVAL) {
        for _ in 0..1_000 {
            let mut body = fixture.body.clone();
            let at = random.below(body.len());
            let byte = BYTES[random.below(BYTES.len())];
            match random.below(4) {
                0 => body[at] = byte,
                1 => body.insert(at, byte),
                2 => body.insert(at, body[at]),
                _ => _ = body.remove(at),
            }
            match oracle::read(fixture.provider, &body) {
                Ok(_) => read += 1,
                Err(error) => {
                    // Invalid JSON may have another error before; valid JSON has no syntax error.
                    let is_json = serde_json::from_slice::<IgnoredAny>(&body).is_ok();
                    let is_about_content = matches!(
                        error.kind(),
                        ErrorKind::Shape | ErrorKind::Provider | ErrorKind::Encoding
                    );
                    assert!(!is_json || is_about_content, "{}: {error}", body.escape_ascii());
                    refused += 1;
                }
            }
        }
    }
    println!("{read} bodies read, {refused} refused");
    assert!(read.min(refused) > 100_000 / *INTERVAL);
}

/// The same member twice, with a plain and with an escaped key: a modeled member is an error, and a
/// misfit in lenient parsing; an unmodeled one is kept twice.
#[test]
fn duplicate_members_are_refused_if_modeled_and_kept_otherwise() {
    let escaped = |key: &str| {
        key.encode_utf16().fold(String::new(), |text, unit| format!("{text}\\u{unit:04x}"))
    };
    let (mut kept, mut refused) = (0, 0);
    for fixture in readable().step_by(*INTERVAL) {
        let tree = Tree::parse(&fixture.body);
        for path in tree.paths() {
            let Some((Segment::Member(at), parent)) = path.split_last() else { continue };
            let Tree::Object(members) = tree.get(parent) else { unreachable!() };
            let (key, value) = &members[*at];
            for key in [key.clone(), escaped(key)] {
                let mut changed = tree.clone();
                let first = Tree::Literal(format!("{},\"{key}\":7", value.write()));
                *changed.get_mut(&path) = first;
                let body = changed.write();
                match oracle::read(fixture.provider, body.as_bytes()) {
                    Ok(_) => kept += 1,
                    Err(error) => {
                        assert_eq!(error.kind(), ErrorKind::Shape, "{body}");
                        assert!(error.message().starts_with("duplicate field"), "{error}: {body}");
                        assert_eq!(error.pointer(), tree.pointer(&path), "{body}");
                        refused += 1;
                    }
                }
            }
        }
    }
    println!("{kept} kept, {refused} refused");
    assert!(kept > 1_000 / *INTERVAL && refused > 20_000 / *INTERVAL);
}

/// Every form of a number, and of a string that may represent one, instead of every number.
#[test]
fn numbers_of_every_form_are_read_or_refused_by_pointer() {
    const FORMS: [&str; 30] = [
        "0",
        "-0",
        "-1",
        "1.0",
        "1e3",
        "1E+3",
        "1e-3",
        "-0.0",
        "9007199254740992",
        "9007199254740993",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "-9223372036854775809",
        "18446744073709551615",
        "18446744073709551616",
        "1000000000000000000000000000000",
        "1e999",
        "-1e999",
        "1e-999",
        "0.1000000000000000055511151231257827",
        r#""1""#,
        r#"" 1""#,
        r#""1.0""#,
        r#""01""#,
        r#""""#,
        r#""١""#,
        r#""1e999""#,
        r#""NaN""#,
        r#""0x10""#,
    ];
    let (mut read, mut refused) = (0, 0);
    let mut seen = BTreeSet::new();
    for fixture in readable().step_by(*INTERVAL) {
        let tree = Tree::parse(&fixture.body);
        for path in tree.paths() {
            let is_number = match tree.get(&path) {
                Tree::Literal(literal) => literal.parse::<f64>().is_ok(),
                Tree::String(text) => text.parse::<f64>().is_ok(),
                _ => false,
            };
            // Once for each member of each event.
            let pointer = tree.pointer(&path).replace(|c: char| c.is_ascii_digit(), "");
            if !is_number || !seen.insert((fixture.provider, fixture.folder.clone(), pointer)) {
                continue;
            }
            for form in FORMS {
                let mut changed = tree.clone();
                *changed.get_mut(&path) = Tree::Literal(form.to_owned());
                match oracle::read(fixture.provider, changed.write().as_bytes()) {
                    Ok(_) => read += 1,
                    Err(error) => {
                        assert_eq!(error.pointer(), tree.pointer(&path), "{error}");
                        refused += 1;
                    }
                }
            }
        }
    }
    println!("{read} read, {refused} refused");
    assert!(read > 10_000 / *INTERVAL && refused < read / 10);
}

/// Troublesome JSON strings instead of every string.
#[test]
fn unusual_strings_are_read_or_refused_by_pointer() {
    let long = format!("\"{}\"", "a".repeat(1 << 16));
    let strings = [
        r#""\u0000""#,
        r#""\ufffd""#,
        r#""\ufeff""#,
        r#""\u202e\u2066""#,
        r#""\ud83d\ude00""#,
        "\"👩\u{200d}👩\u{200d}👧\"",
        "\"e\u{301}\"",
        r#""\/\b\f\n\r\t\"\\""#,
        "\"\u{7f}\u{80}\"",
        // Lone surrogates: valid by JSON's grammar, but not Unicode.
        r#""\ud83d""#,
        r#""\ude00""#,
        r#""\ude00\ud83d""#,
        r#""\ud83d\ud83d""#,
        r#""\ud83da""#,
        &long,
    ];
    let (mut read, mut refused) = (0, 0);
    for fixture in readable().step_by(7 * *INTERVAL) {
        let tree = Tree::parse(&fixture.body);
        for path in tree.paths() {
            for string in strings.iter().filter(|_| matches!(tree.get(&path), Tree::String(_))) {
                let mut changed = tree.clone();
                *changed.get_mut(&path) = Tree::Literal((*string).to_owned());
                match oracle::read(fixture.provider, changed.write().as_bytes()) {
                    Ok(_) => read += 1,
                    Err(error) => {
                        assert!(string.contains("\\ud"), "{string}: {error}");
                        assert_eq!(error.pointer(), tree.pointer(&path), "{error}");
                        refused += 1;
                    }
                }
            }
        }
    }
    println!("{read} read, {refused} refused");
    assert!(read > 10_000 / *INTERVAL && refused > 1_000 / *INTERVAL);
}

/// Returns one fixture of each event.
fn one_of_each() -> impl Iterator<Item = Fixture> {
    let mut folders = BTreeSet::new();
    readable().filter(move |fixture| folders.insert((fixture.provider, fixture.folder.clone())))
}

/// Reads bodies with `value` in place of each value, and as an extra member of each object.
fn put_everywhere(fixture: &Fixture, value: &str) -> (usize, usize) {
    let tree = Tree::parse(&fixture.body);
    let (mut read, mut refused) = (0, 0);
    let mut try_one = |tree: &Tree| match oracle::read(fixture.provider, tree.write().as_bytes()) {
        Ok(_) => read += 1,
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::Shape, "{error}");
            refused += 1;
        }
    };
    for path in tree.paths() {
        let mut changed = tree.clone();
        *changed.get_mut(&path) = Tree::Literal(value.to_owned());
        try_one(&changed);
        if let Tree::Object(_) = tree.get(&path) {
            let mut changed = tree.clone();
            let Tree::Object(members) = changed.get_mut(&path) else { unreachable!() };
            members.push(("zz_new".to_owned(), Tree::Literal(value.to_owned())));
            try_one(&changed);
        }
    }
    (read, refused)
}

fn nested(depth: usize, (open, close): (&str, &str)) -> String {
    format!("{}7{}", open.repeat(depth), close.repeat(depth))
}

const NESTS: [(&str, &str); 3] = [("[", "]"), (r#"{"a":"#, "}"), (r#"[{"id":["#, "]}]")];

/// Depths around serde_json's limit, and far beyond it.
#[test]
fn deep_nesting_breaks_no_invariant_at_any_path() {
    let (mut read, mut refused) = (0, 0);
    for fixture in one_of_each().step_by(*INTERVAL) {
        for (depth, nest) in [64, 126, 127, 128, 129, 3_000]
            .into_iter()
            .flat_map(|depth| NESTS.map(|nest| (depth, nest)))
        {
            let (some, others) = put_everywhere(&fixture, &nested(depth, nest));
            read += some;
            refused += others;
        }
    }
    println!("{read} read, {refused} refused");
    assert!(read.min(refused) > 10_000 / *INTERVAL);
}

/// A million levels, or an eighth of that, in unmodeled, free-form and modeled members, and as the
/// whole body.
#[test]
fn extreme_nesting_does_not_overflow_the_stack() {
    let depth = 1_000_000 / *INTERVAL;
    for nest in NESTS {
        let deep = nested(depth, nest);
        for (body, is_read) in [
            (format!(r#"{{"event":"message_created","id":1,"zz_new":{deep}}}"#), true),
            (
                format!(
                    r#"{{"event":"message_created","id":1,"content_attributes":{{"zz":{deep}}}}}"#
                ),
                true,
            ),
            (
                format!(r#"{{"event":"message_created","id":1,"conversation":{deep}}}"#),
                nest.0.starts_with('{'),
            ),
            (format!(r#"{{"event":"message_created","id":{deep}}}"#), false),
            (format!(r#"{{"event":{deep},"id":1}}"#), false),
            (format!(r#"{{"event":"zz_new","id":{deep}}}"#), true),
        ] {
            assert_eq!(oracle::read(Provider::Chatwoot, body.as_bytes()).is_ok(), is_read);
        }
        assert!(read_as_all(deep.as_bytes()).iter().flatten().all(|webhook| !webhook.is_known()));
        let cut = &deep[..nest.0.len() * depth];
        for body in
            [cut.to_owned(), format!(r#"{{"event":"message_created","id":1,"zz_new":{cut}"#)]
        {
            assert!(read_as_all(body.as_bytes()).iter().all(Result::is_err));
        }
    }
}

#[test]
fn raw_json_with_line_breaks_is_lossless() {
    let deep = nested(100_000, ("[\n ", "\r\n]"));
    for part in [
        r#"{ "no \ud83d text"
        : [ 1,
        2 ]}"#,
        deep.as_str(),
    ] {
        for body in [
            format!("{{\"event\":\"zz_new\",\n\"a\":{part}}}"),
            format!("{{\n\"event\":\"message_created\",\"id\":1,\"zz\":{part}}}"),
            format!(
                "{{\"event\":\"message_created\",\"id\":1,\"content_attributes\":{{\"a\":{part}}}\n}}"
            ),
        ] {
            assert!(oracle::read(Provider::Chatwoot, body.as_bytes()).is_ok());
        }
    }
}

/// A scan that stops at a byte that is not JSON continues after it.
#[test]
fn stray_bytes_cause_no_panic_and_no_endless_loop() {
    for byte in (0..=0x7f_u8).map(char::from) {
        for around in
            [("{\"a\":[", "]}"), ("{\"a\":1", ",\"event\":\"message_created\"}"), ("{", "}")]
        {
            let body = format!("{}{byte}{}", around.0, around.1);
            read_as_all(body.as_bytes());
            read_as_all(format!("{body}{{\"event\":\"a\"").as_bytes());
        }
    }
}

/// The keys that serde_json uses internally for raw JSON and numbers are ordinary keys.
#[test]
fn internal_keys_of_serde_json_are_ordinary_keys() {
    let token = |name: &str, inner: &str| {
        format!(r#"{{"$serde_json::private::{name}":{}}}"#, serde_json::to_string(inner).unwrap())
    };
    let mut values = Vec::new();
    for name in ["RawValue", "Number"] {
        values.extend(
            ["[1,2]", "1", "zz", "", r#"{"id":1}"#, "[", "1e999"].map(|inner| token(name, inner)),
        );
        values.push(format!(r#"{{"$serde_json::private::{name}":7}}"#));
        values.push(format!(r#"{{"$serde_json::private::{name}":"1","id":1}}"#));
        // Shallow, because a reader that interprets these keys reads each value once per level.
        values.push((0..3).fold("7".to_owned(), |inner, _| format!("[{}]", token(name, &inner))));
    }
    let (mut read, mut refused) = (0, 0);
    for fixture in one_of_each().step_by(*INTERVAL) {
        for value in &values {
            let (some, others) = put_everywhere(&fixture, value);
            read += some;
            refused += others;
        }
    }
    for value in &values {
        for result in read_as_all(value.as_bytes()) {
            assert!(result.is_err() || !result.unwrap().is_known());
        }
    }
    println!("{read} read, {refused} refused");
    assert!(read.min(refused) > 10_000 / *INTERVAL);
}

#[test]
fn similar_event_types_are_unknown() {
    let long = "a".repeat(1 << 20);
    for fixture in one_of_each().filter(|fixture| !fixture.folder.starts_with('_')) {
        let member = match fixture.provider {
            Provider::SalesChat => "type",
            Provider::Azeer => "webhook_event_type",
            Provider::AiSoule | Provider::Chatwoot => "event",
            _ => continue,
        };
        let name = fixture.folder.as_str();
        let swapped: String = name
            .chars()
            .map(|c| if c.is_lowercase() { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() })
            .collect();
        for other in [
            &swapped,
            &format!(" {name}"),
            &format!("{name} "),
            &format!("{name}\0"),
            &format!("{name}\u{200b}"),
            &name.replace('e', "\u{435}").replace('E', "\u{415}"),
            &name[1..],
            "",
            &long,
        ]
        .into_iter()
        .filter(|other| *other != name)
        {
            let mut tree = Tree::parse(&fixture.body);
            let Tree::Object(members) = &mut tree else { unreachable!() };
            let at = members.iter().position(|(key, _)| key == member).unwrap();
            members[at].1 = Tree::String(other.to_owned());
            let webhook = oracle::read(fixture.provider, tree.write().as_bytes()).unwrap();
            assert!(webhook.name() == other && !webhook.is_known(), "{other}");
        }
    }
}
