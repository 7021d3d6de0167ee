//! Events that earlier versions wrote are read, and are written again as they were.

use std::{collections::BTreeSet, fs, path::Path};

use chathooks::normalize::Event;
use serde_json::Value;

use crate::readable;

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/kept"))
}

#[test]
fn every_version_reads_those_before() {
    let mut read = 0;
    for file in fs::read_dir(folder()).unwrap() {
        let path = file.unwrap().path();
        for (line, number) in fs::read_to_string(&path).unwrap().lines().zip(1..) {
            let at = format!("{}:{number}", path.display());
            let event: Event =
                serde_json::from_str(line).unwrap_or_else(|error| panic!("{at}: {error}"));
            // The key is among the members.
            assert_eq!(serde_json::to_string(&event).unwrap(), line, "{at}");
            read += 1;
        }
    }
    assert!(read > 100, "{read} events");
}

/// Keeps this version's events: as few as have every member and every name of a kind. To be run
/// when a minor version is released, by `cargo test --test it -- --ignored keep`.
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

/// The paths of all members, and the words that choose what stands beside them.
fn collect(value: &Value, path: &str, facets: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                // What is not modelled has its own names.
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
        Value::String(word) if path.ends_with("/kind") || path.ends_with("/type") => {
            facets.insert(format!("{path}={word}"));
        }
        _ => {
            facets.insert(path.to_owned());
        }
    }
}
