//! Temporary: Meta's samples of the line fields.
#![allow(missing_docs)]
use chathooks::{Provider, normalize::Normalize};

#[test]
fn samples() {
    let only = std::env::var("ONLY").unwrap_or_default();
    let mut paths: Vec<_> = std::fs::read_dir("/work/shared/reference/meta-samples")
        .unwrap()
        .map(|f| f.unwrap().path())
        .collect();
    paths.sort();
    let mine = [
        "smb_",
        "user_",
        "automatic",
        "group_",
        "messaging_",
        "standby",
        "messages",
        "calls",
        "history",
    ];
    let mut bad = 0;
    for path in paths {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if !mine.iter().any(|start| name.starts_with(start)) || !name.contains(&only) {
            continue;
        }
        let body = std::fs::read(&path).unwrap();
        let webhook = Provider::Smartflow.parse(&body).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert!(webhook.is_lossless(&body), "{name}");
        let drift: Vec<_> = webhook
            .drift()
            .iter()
            .map(ToString::to_string)
            .filter(|line| !line.contains("unknown event"))
            .collect();
        if !drift.is_empty() {
            bad += 1;
            println!("DRIFT {name} {drift:?}");
        }
        for event in webhook.normalize() {
            println!("{name} {}", serde_json::to_string(&event).unwrap());
        }
    }
    assert_eq!(bad, 0);
}
