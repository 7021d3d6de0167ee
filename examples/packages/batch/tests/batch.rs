//! The command `batch`.

#[path = "../../common.rs"]
mod common;

use std::fs;

use chathooks::Provider;
use common::{folder, line, readable, run};
use serde_json::Value;

fn batch(arguments: &[&str], input: &str) -> (Option<i32>, String, String) {
    let output = run(env!("CARGO_BIN_EXE_batch"), arguments, input);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn the_events_of_every_fixture_are_written() {
    for provider in Provider::ALL {
        let (mut bodies, mut expected) = (String::new(), String::new());
        for fixture in readable().filter(|fixture| fixture.provider == *provider) {
            let body = line(&fixture.body);
            for event in provider.parse(body.as_bytes()).unwrap().normalize() {
                expected += &(serde_json::to_string(&event).unwrap() + "\n");
            }
            bodies += &(body + "\n");
        }
        let file = folder(&format!("batch-{provider}")).join("bodies.jsonl");
        fs::write(&file, &bodies).unwrap();
        let arguments = ["--provider", provider.as_str(), file.to_str().unwrap()];
        let (status, out, log) = batch(&arguments, "");
        assert_eq!(status, Some(0), "{log}");
        assert!(out == expected, "{provider}: {out}");
        let counts = (bodies.lines().count(), expected.lines().count());
        assert_eq!(log, format!("{} bodies, {} events, 0 not read\n", counts.0, counts.1));
    }
}

#[test]
fn unreadable_lines_are_reported() {
    let good = r#"{"id":1,"event":"message_created"}"#;
    let bad = r#"{"id":1,"content":[],"event":"message_created"}"#;
    let (status, out, log) = batch(&["-"], &format!("{good}\r\n\n{bad}\nnot JSON\n \n{good}"));
    assert_eq!(status, Some(1));
    assert_eq!(out.lines().count(), 2);
    assert_eq!(
        log,
        "-:3: chatwoot message_created: /content (line 1, column 19): \
         invalid type: array, expected a string\n\
         -:4: (line 1, column 2): expected ident\n\
         4 bodies, 2 events, 2 not read\n",
    );
}

/// The events of many chunks are in the order of the bodies, with any number of jobs, and the lines
/// of each file are counted from its beginning.
#[test]
fn events_are_in_the_order_of_the_bodies() {
    let folder = folder("batch-order");
    let bodies = |ids: std::ops::Range<u32>| -> String {
        let content = "long ".repeat(100);
        let body = |id| {
            let content = if id % 1_000 == 0 { "7" } else { &format!("\"{content}\"") };
            format!(r#"{{"id":{id},"content":{content},"event":"message_created"}}"#) + "\n"
        };
        ids.map(body).collect()
    };
    let (some, others) = (folder.join("some.jsonl"), folder.join("others.jsonl"));
    fs::write(&some, bodies(1..3_500)).unwrap();
    fs::write(&others, bodies(3_500..7_001).trim_end()).unwrap();
    let files = [some.to_str().unwrap(), others.to_str().unwrap()];
    let mut outputs =
        ["1", "2", "3", "8"].map(|jobs| batch(&[&["--jobs", jobs][..], &files].concat(), ""));
    let (status, out, log) = &outputs[0];
    assert_eq!(*status, Some(1));
    let ids = out.lines().map(|line| {
        let event: Value = serde_json::from_str(line).unwrap();
        event["message"]["id"].as_str().unwrap().parse::<u32>().unwrap()
    });
    assert!(ids.eq((1..7_001).filter(|id| id % 1_000 != 0)));
    let positions =
        [(0, 1_000), (0, 2_000), (0, 3_000), (1, 501), (1, 1_501), (1, 2_501), (1, 3_501)];
    assert_eq!(log.lines().count(), positions.len() + 1);
    for ((file, number), line) in positions.into_iter().zip(log.lines()) {
        assert!(
            line.starts_with(&format!(
                "{}:{number}: chatwoot message_created: /content",
                files[file]
            )),
            "{line}"
        );
    }
    assert!(log.ends_with("\n7000 bodies, 6993 events, 7 not read\n"));
    outputs.sort();
    assert!(outputs[0] == outputs[3], "the same with any number of jobs");
}

#[test]
fn a_line_may_be_longer_than_a_chunk() {
    let body =
        format!(r#"{{"id":1,"content":"{}","event":"message_created"}}"#, "long ".repeat(200_000));
    let (status, out, log) = batch(&["-"], &format!("{body}\n{body}"));
    assert_eq!((status, out.len() > 2_000_000), (Some(0), true));
    assert_eq!(log, "2 bodies, 2 events, 0 not read\n");
}

#[test]
fn compressed_files_are_refused() {
    let path = folder("batch-compressed").join("bodies.jsonl.gz");
    fs::write(&path, b"\x1f\x8b\x08\0\n\0\0\0").unwrap();
    let path = path.to_str().unwrap();
    let (status, out, log) = batch(&[path], "");
    assert_eq!((status, &*out), (Some(2), ""));
    assert!(
        log.ends_with(&format!(
            "\nbatch: {path}: compressed; read it by: gzip -dc FILE | batch -\n"
        )),
        "{log}"
    );
}

#[test]
fn exit_status() {
    let (status, out, log) = batch(&["no/such/file.jsonl"], "");
    assert_eq!((status, &*out), (Some(2), ""));
    assert!(log.contains("\nbatch: no/such/file.jsonl: "), "{log}");
    assert_eq!(batch(&[], "").0, Some(2));
    assert_eq!(batch(&["--jobs", "0", "-"], "").0, Some(2));
    assert_eq!(batch(&["--provider", "unknown", "-"], "").0, Some(2));
}
