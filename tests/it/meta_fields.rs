//! For now: the samples of Meta's fields, until they are fixtures of a provider.

use std::{collections::BTreeSet, fs, path::Path};

use chathooks::{
    Provider,
    normalize::{Event, Normalize},
};
use serde_json::Value;
use walkdir::WalkDir;

#[test]
fn samples() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures-meta");
    let mut untold = BTreeSet::new();
    for file in WalkDir::new(&root).sort_by_file_name().into_iter().map(Result::unwrap) {
        if !file.file_type().is_file() {
            continue;
        }
        let path = file.path().strip_prefix(&root).unwrap().to_str().unwrap();
        let body = fs::read(file.path()).unwrap();
        let webhook = Provider::Smartflow.parse(&body).unwrap();
        assert!(webhook.is_lossless(&body), "{path}");
        let mut drift = webhook.drift();
        // Smartflow has no names for most of these.
        drift.retain(|drift| !drift.pointer.is_empty());
        assert_eq!(drift, [], "{path}");
        let told: Vec<_> = webhook.normalize().collect();
        assert_eq!(told.len(), 1, "{path}");
        assert_ne!(told[0].kind.name(), "unknown", "{path}");
        assert_eq!(told[0].key().strength(), "composite", "{path}");
        let written = serde_json::to_string(&told[0]).unwrap();
        assert!(!written.contains("open sesame"), "{path}");
        let read: Event = serde_json::from_str(&written).unwrap();
        assert_eq!(read, told[0], "{path}");
        println!("{path}\n    {written}");

        let body: Value = serde_json::from_slice(&body).unwrap();
        let mut leaves = Vec::new();
        walk(&body, String::new(), &mut leaves);
        for leaf in leaves {
            let mut mutant = body.clone();
            let value = mutant.pointer_mut(&leaf).unwrap();
            *value = match &*value {
                Value::Number(number) => (number.as_f64().unwrap() + 86400.0).into(),
                Value::String(text) if text.bytes().all(|byte| byte.is_ascii_digit()) => {
                    format!("{}7", &text[..text.len() - 1]).into()
                }
                Value::String(text) => format!("{text}x").into(),
                _ => continue,
            };
            let mutant = Provider::Smartflow.parse(mutant.to_string().as_bytes()).unwrap();
            if mutant.normalize().collect::<Vec<_>>() == told {
                untold.insert(format!("{path} {leaf}"));
            }
        }
    }
    println!("untold: {untold:#?}");
}

fn walk(value: &Value, pointer: String, leaves: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            object.iter().for_each(|(key, value)| walk(value, format!("{pointer}/{key}"), leaves))
        }
        Value::Array(list) => list
            .iter()
            .enumerate()
            .for_each(|(at, value)| walk(value, format!("{pointer}/{at}"), leaves)),
        _ => leaves.push(pointer),
    }
}
