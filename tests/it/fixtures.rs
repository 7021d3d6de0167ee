//! Invariants of every fixture.

use std::collections::BTreeSet;

use chathooks::{DriftKind, Provider};

#[cfg(feature = "providers")]
use crate::fixture_origin;
use crate::{all, readable};

#[test]
fn models_match_their_snapshots() {
    for fixture in readable() {
        let webhook = fixture.provider.parse(&fixture.body).unwrap();
        fixture.snapshot("typed", &format!("{webhook:#?}"));
    }
}

#[test]
fn errors_match_their_snapshots() {
    for fixture in all().filter(|fixture| fixture.folder == "_broken") {
        let error = fixture.provider.parse(&fixture.body).unwrap_err();
        fixture.snapshot("broken", &error.to_string());
    }
}

#[test]
fn every_body_round_trips() {
    for fixture in readable() {
        let webhook = fixture.provider.parse(&fixture.body).unwrap();
        assert!(webhook.is_lossless(&fixture.body), "{}", fixture.path);
        let written = serde_json::to_vec(&webhook).unwrap();
        assert_eq!(fixture.provider.parse(&written).unwrap(), webhook, "{}", fixture.path);
    }
}

/// Serialized values fit JSON Lines, whatever the layout of the bodies.
#[test]
fn serialized_values_have_no_line_breaks() {
    for fixture in readable() {
        let webhook = fixture.provider.parse(&fixture.body).unwrap();
        let written = serde_json::to_string(&webhook).unwrap();
        assert!(!written.contains('\n'), "{}", fixture.path);
        for event in webhook.normalize() {
            let written = serde_json::to_string(&event).unwrap();
            assert!(!written.contains('\n'), "{}", fixture.path);
        }
    }
}

#[test]
fn the_folder_is_the_event_type() {
    for fixture in readable() {
        let webhook = fixture.provider.parse(&fixture.body).unwrap();
        assert_eq!(webhook.is_known(), fixture.folder != "_unknown", "{}", fixture.path);
        if !fixture.folder.starts_with('_') {
            assert_eq!(webhook.name(), fixture.folder, "{}", fixture.path);
        }
    }
}

#[test]
fn every_event_has_a_fixture_and_vice_versa() {
    for provider in Provider::ALL {
        let known: BTreeSet<_> = provider.events().iter().map(ToString::to_string).collect();
        let own = all().filter(|fixture| fixture.provider == *provider);
        let folders: BTreeSet<_> =
            own.map(|fixture| fixture.folder).filter(|folder| !folder.starts_with('_')).collect();
        assert_eq!(known, folders, "{provider}");
    }
}

/// Every member of every fixture is modeled, except in the folder `_drift`.
#[test]
fn the_model_is_complete() {
    for fixture in readable() {
        let mut drift = fixture.provider.parse(&fixture.body).unwrap().drift();
        match fixture.folder.as_str() {
            "_unknown" => {
                drift.retain(|drift| drift.kind == DriftKind::Member);
                assert_eq!(drift, [], "{}", fixture.path);
            }
            "_drift" => {
                assert_ne!(drift, [], "{}", fixture.path);
                let lines: Vec<_> = drift.iter().map(ToString::to_string).collect();
                fixture.snapshot("drift", &lines.join("\n"));
            }
            _ => {
                // Smartflow's page prints this instead of a time.
                drift.retain(|drift| drift.kind != DriftKind::Time("TIMESTAMP".to_owned()));
                assert_eq!(drift, [], "{}", fixture.path);
            }
        }
    }
}

#[test]
#[cfg(feature = "providers")]
fn the_readme_gives_the_origin_of_every_fixture() {
    let mut used = BTreeSet::new();
    for fixture in all() {
        let matching: Vec<_> = fixture_origin::rows_for(&fixture.path).collect();
        assert_eq!(matching.len(), 1, "{}: {matching:?}", fixture.path);
        used.extend(matching);
    }
    let unused: Vec<_> = fixture_origin::rows().filter(|row| !used.contains(row)).collect();
    assert!(unused.is_empty(), "rows without a fixture: {unused:?}");
}
