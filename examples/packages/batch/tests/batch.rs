//! The command `batch`.

#[path = "../../common.rs"]
mod common;

use chathooks::{Provider, normalize::Normalize};
use common::{folder, line, readable, run};

fn batch(arguments: &[&str], input: &str) -> (Option<i32>, String, String) {
    let output = run(env!("CARGO_BIN_EXE_batch"), arguments, input);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn every_fixture() {
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
        std::fs::write(&file, &bodies).unwrap();
        let arguments = ["--provider", provider.as_str(), file.to_str().unwrap()];
        let (status, out, log) = batch(&arguments, "");
        assert_eq!(status, Some(0), "{log}");
        assert!(out == expected, "{provider}: {out}");
        let counts = (bodies.lines().count(), expected.lines().count());
        assert_eq!(log, format!("{} bodies, {} events, 0 not read\n", counts.0, counts.1));
    }
}

#[test]
fn lines_that_cannot_be_read() {
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

#[test]
fn exit_status() {
    let (status, out, log) = batch(&["no/such/file.jsonl"], "");
    assert_eq!((status, &*out), (Some(2), ""));
    assert!(log.starts_with("batch: no/such/file.jsonl: "), "{log}");
    assert_eq!(batch(&[], "").0, Some(2));
    assert_eq!(batch(&["--provider", "nobody", "-"], "").0, Some(2));
}
