//! The docs list every event.

use std::{collections::BTreeSet, fs, path::Path};

use chathooks::Provider;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// Returns the cells of a table row.
fn cells(row: &str) -> Vec<&str> {
    row.trim_matches('|').split(" | ").map(str::trim).collect()
}

/// Returns what is in backticks, except in the text of a link.
fn names(cell: &str) -> impl Iterator<Item = &str> {
    let parts: Vec<_> = cell.split('`').collect();
    let names = (1..parts.len()).step_by(2).filter(|at| !parts[at - 1].ends_with('['));
    names.map(|at| parts[at]).collect::<Vec<_>>().into_iter()
}

/// The first table in the docs of a provider's module has a row for every event, and no others.
#[test]
fn module_docs_list_every_event() {
    for provider in Provider::ALL {
        // A body of Smartflow does not name its event.
        let (column, unnamed) = match provider {
            Provider::Smartflow => (1, Some("other")),
            _ => (0, None),
        };
        let docs = read(&format!("src/{provider}.rs"));
        let table = docs.lines().skip_while(|line| !line.starts_with("//! |"));
        let rows = table.map_while(|line| line.strip_prefix("//! |")).skip(2);
        let mut listed: BTreeSet<_> =
            rows.flat_map(|row| names(cells(row)[column]).collect::<Vec<_>>()).collect();
        if let Some(name) = unnamed {
            assert!(listed.remove(name), "{provider}");
        }
        assert_eq!(listed, provider.events().iter().copied().collect(), "{provider}");
    }
}

/// The README's table of providers has the number of events of each, which may be a sum.
#[test]
fn the_readme_counts_events() {
    let readme = read("README.md");
    for provider in Provider::ALL {
        let module = format!(" | [`{provider}`] | ");
        let row = readme.lines().find(|line| line.contains(&module)).unwrap();
        let numbers = cells(row)[2].split(|c: char| !c.is_ascii_digit());
        let count: usize = numbers.filter_map(|number| number.parse::<usize>().ok()).sum();
        assert_eq!(count, provider.events().len(), "{row}");
    }
}
