//! JSON's own test suite, in every place where a body is read in a way of its own.

use std::{fs, path::Path};

use chathooks::{ErrorKind, Webhook};

use crate::{
    oracle,
    positions::{self, PLACES, Place},
};

/// The cases by name: `y_…` is JSON, `n_…` is not, and of `i_…` the grammar does not say.
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

/// A place where the text alone is a value, so that the body is JSON only if the text is.
fn is_value((_, template): &Place) -> bool {
    [":@", ":*"].iter().any(|end| template.contains(end))
}

#[test]
fn every_case_in_every_place() {
    let (mut count, mut read, mut refused) = (0, 0, 0);
    for (name, text) in cases() {
        let is_json = positions::is_json(&text);
        assert!(!name.starts_with("y_") || is_json, "{name}");
        assert!(!name.starts_with("n_") || !is_json, "{name}");
        for place in PLACES {
            let is_read = positions::check(place, &text);
            assert!(is_json || !is_read || !is_value(place), "{name} {place:?}");
            *(if is_read { &mut read } else { &mut refused }) += 1;
        }
        count += 1;
    }
    println!("{count} cases, {read} bodies read, {refused} refused");
    assert!(count == 293 && read > 2_000 && refused > 5_000);
}

/// Leniently too, nothing is read that is not JSON, and nothing of it is lost.
#[test]
fn every_case_leniently() {
    let (mut whole, mut parts) = (0, 0);
    for (_, text) in cases() {
        for place @ (provider, _) in PLACES {
            let (before, after) = positions::parts(place);
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
    println!("{whole} bodies read, {parts} but for some of their parts");
    assert!(whole > 2_000 && parts > 500);
}

/// What is not UTF-8 is refused at its first wrong byte, wherever that is.
#[test]
fn bytes_that_are_not_utf_8() {
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
    for place @ (provider, _) in PLACES {
        let (before, after) = positions::parts(place);
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
