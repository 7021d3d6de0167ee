//! For now: the samples of Meta's fields, until they are fixtures of a provider.

use std::{fs, path::Path};

use chathooks::{Provider, normalize::Normalize};
use walkdir::WalkDir;

#[test]
fn samples() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures-meta");
    for file in WalkDir::new(&root).sort_by_file_name().into_iter().map(Result::unwrap) {
        if !file.file_type().is_file() {
            continue;
        }
        let path = file.path().strip_prefix(&root).unwrap().to_str().unwrap();
        let body = fs::read(file.path()).unwrap();
        let webhook = Provider::Smartflow.parse(&body).unwrap();
        assert!(webhook.is_lossless(&body), "{path}");
        assert_eq!(webhook.drift(), [], "{path}");
        let events: Vec<_> = webhook.normalize().collect();
        assert_eq!(events.len(), 1, "{path}");
        assert_ne!(events[0].kind.name(), "unknown", "{path}");
        let written = serde_json::to_string(&events[0]).unwrap();
        assert!(!written.contains("open sesame"), "{path}");
        println!("{path}\n    {written}");
    }
}
