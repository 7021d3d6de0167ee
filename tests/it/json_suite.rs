//! JSON's test suite, at every position of a body that has its own reading code.

use std::{fs, path::Path};

use chathooks::{ErrorKind, Webhook};

use crate::{
    oracle,
    positions::{self, POSITIONS, Position},
};

/// Returns the cases by name: `y_…` is JSON, `n_…` is not, and `i_…` is up to the implementation.
fn cases() -> impl Iterator<Item = (String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/json-suite");
    let paths = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path());
    let cases = paths.filter(|path| path.extension().is_some_and(|end| end == "json"));
    let cases = cases.map(|path| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (name, fs::read_to_string(path).unwrap())
    });
    cases.chain([
        ("n_structure_100000_opening_arrays".to_owned(), "[".repeat(100_000)),
        ("n_structure_open_array_object".to_owned(), r#"[{"":"#.repeat(50_000)),
    ])
}

/// Returns whether the text at a position is a whole value, so that the body is JSON only if the
/// text is.
fn is_value((_, template): &Position) -> bool {
    [":@", ":*"].iter().any(|end| template.contains(end))
}

#[test]
fn only_json_is_read_at_every_position() {
    let (mut count, mut read, mut refused) = (0, 0, 0);
    for (name, text) in cases() {
        let is_json = positions::is_json(&text);
        assert!(!name.starts_with("y_") || is_json, "{name}");
        assert!(!name.starts_with("n_") || !is_json, "{name}");
        for position in POSITIONS {
            let is_read = positions::check(position, &text);
            assert!(is_json || !is_read || !is_value(position), "{name} {position:?}");
            *(if is_read { &mut read } else { &mut refused }) += 1;
        }
        count += 1;
    }
    println!("{count} cases, {read} bodies read, {refused} refused");
    assert!(count == 293 && read > 2_000 && refused > 5_000);
}

#[test]
fn lenient_parsing_reads_only_json_and_loses_nothing() {
    let (mut whole, mut parts) = (0, 0);
    for (_, text) in cases() {
        for position @ (provider, _) in POSITIONS {
            let (before, after) = positions::parts(position);
            let body = [before, &text, after].concat();
            let read = match provider {
                Some(provider) => provider.parse_lenient(body.as_bytes()),
                None => Webhook::parse_lenient(body.as_bytes()),
            };
            if let Ok(lenient) = read {
                assert!(positions::is_json(body.trim_start_matches('\u{feff}')), "{body}");
                assert!(lenient.is_lossless(body.as_bytes()), "{body}");
                *(if lenient.misfits.is_empty() { &mut whole } else { &mut parts }) += 1;
            }
        }
    }
    println!("{whole} bodies read, {parts} with misfits");
    assert!(whole > 2_000 && parts > 500);
}

#[test]
fn invalid_utf_8_is_refused_at_its_first_invalid_byte() {
    const WRONG: [&[u8]; 10] = [
        b"\x81",
        b"\xE9",
        b"\xFF\xFE[\0",
        b"\xE2\x82",
        b"\xEF\xBB",
        b"\xC0\xAF",
        b"\xFC\x83\xBF\xBF\xBF\xBF",
        b"\xED\xA0\x80",
        b"\xED\xA0\xBD\xED\xB0\x80",
        b"\xF4\xBF\xBF\xBF",
    ];
    for position @ (provider, _) in POSITIONS {
        let (before, after) = positions::parts(position);
        for start in ["", "\"", "\"\\", "\"\\u", "1e", "[\"é", "{\""] {
            for wrong in WRONG {
                let body = [before.as_bytes(), start.as_bytes(), wrong, after.as_bytes()].concat();
                let read = match provider {
                    Some(provider) => oracle::read(*provider, &body),
                    None => Webhook::parse(&body),
                };
                let error = read.unwrap_err();
                assert_eq!(error.kind(), ErrorKind::Encoding, "{}", body.escape_ascii());
                assert_eq!(error.offset(), before.len() + start.len(), "{}", body.escape_ascii());
            }
        }
    }
}
