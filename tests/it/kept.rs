//! Events written by earlier versions can be read, and are written again unchanged.

use std::{collections::BTreeSet, fs, path::Path};

use chathooks::normalize::Event;
use serde_json::Value;

use crate::readable;

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/kept"))
}

#[test]
fn events_of_earlier_versions_round_trip() {
    let mut read = 0;
    for file in fs::read_dir(folder()).unwrap() {
        let path = file.unwrap().path();
        for (line, number) in fs::read_to_string(&path).unwrap().lines().zip(1..) {
            let at = format!("{}:{number}", path.display());
            let event: Event =
                serde_json::from_str(line).unwrap_or_else(|error| panic!("{at}: {error}"));
            // The key is one of the members.
            assert_eq!(serde_json::to_string(&event).unwrap(), line, "{at}");
            read += 1;
        }
    }
    assert!(read > 100, "{read} events");
}

/// Stores events of this version, as few as have every member and every kind. Run this when a minor
/// version is released: `cargo test --test it -- --ignored keep`.
#[test]
#[ignore = "writes a file"]
fn keep() {
    let mut seen = BTreeSet::new();
    let mut lines = String::new();
    for event in readable().flat_map(|fixture| fixture.events()) {
        let line = serde_json::to_string(&event).unwrap();
        let mut facets = BTreeSet::new();
        collect(&serde_json::from_str(&line).unwrap(), "", &mut facets);
        if !facets.is_subset(&seen) {
            seen.extend(facets);
            lines += &line;
            lines.push('\n');
        }
    }
    let name =
        concat!(env!("CARGO_PKG_VERSION_MAJOR"), ".", env!("CARGO_PKG_VERSION_MINOR"), ".jsonl");
    fs::write(folder().join(name), lines).unwrap();
}

/// Collects the paths of all members, and the values that determine which other members there are.
fn collect(value: &Value, path: &str, facets: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                // Unmodeled members have names of their own.
                if ["extra", "body", "attributes"].contains(&name.as_str()) {
                    facets.insert(format!("{path}/{name}"));
                } else {
                    collect(value, &format!("{path}/{name}"), facets);
                }
            }
        }
        Value::Array(elements) => {
            for element in elements {
                collect(element, &format!("{path}/-"), facets);
            }
        }
        Value::String(name) if path.ends_with("/kind") || path.ends_with("/type") => {
            facets.insert(format!("{path}={name}"));
        }
        _ => {
            facets.insert(path.to_owned());
        }
    }
}
