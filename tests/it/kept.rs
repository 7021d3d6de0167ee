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

/// The file of this version has every member and every kind. `KEEP_EVENTS=1` in the environment adds
/// what is missing; lines that are in the file never change.
#[test]
fn events_of_this_version_are_kept() {
    let name =
        concat!(env!("CARGO_PKG_VERSION_MAJOR"), ".", env!("CARGO_PKG_VERSION_MINOR"), ".jsonl");
    let path = folder().join(name);
    let mut kept = fs::read_to_string(&path).unwrap_or_default();
    let facets = |line: &str| {
        let mut facets = BTreeSet::new();
        collect(&serde_json::from_str(line).unwrap(), "", &mut facets);
        facets
    };
    let mut seen: BTreeSet<_> = kept.lines().flat_map(facets).collect();
    let mut missing = String::new();
    for event in readable().flat_map(|fixture| fixture.events()) {
        let line = serde_json::to_string(&event).unwrap();
        let facets = facets(&line);
        if !facets.is_subset(&seen) {
            seen.extend(facets);
            missing.extend([&line, "\n"]);
        }
    }
    if std::env::var_os("KEEP_EVENTS").is_some() {
        kept += &missing;
        fs::write(path, kept).unwrap();
    } else {
        assert_eq!(missing, "", "KEEP_EVENTS=1 adds them");
    }
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
