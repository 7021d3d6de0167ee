//! The command `inspect`.

#[path = "../../common.rs"]
mod common;

use std::collections::BTreeSet;

use chathooks::Provider;
use common::run;
use serde_json::Value;

fn inspect(arguments: &[&str], input: &str) -> (Option<i32>, String) {
    let output = run(env!("CARGO_BIN_EXE_inspect"), arguments, input);
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

const GOOD: &str = r#"{"id":1,"foo":2,"event":"message_created"}"#;

#[test]
fn json_output_has_a_row_for_each_line() {
    let bad = r#"{"id":1,"content":[],"event":"message_created"}"#;
    let input = format!("{GOOD}\n\n{bad}\r\nnot JSON\n");
    let (status, out) = inspect(&["--json", "-"], &input);
    assert_eq!(status, Some(1));
    let mut rows = out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let first = rows.next().unwrap();
    assert_eq!(first["source"], "-:1");
    assert_eq!(first["provider"], "chatwoot");
    assert_eq!(first["name"], "message_created");
    assert_eq!(first["version"], Value::Null);
    assert_eq!((&first["known"], &first["round_trip"]), (&true.into(), &true.into()));
    assert_eq!(first["drift"], serde_json::json!(["/foo"]));
    assert_eq!(first["error"], Value::Null);
    let second = rows.next().unwrap();
    assert_eq!(second["source"], "-:3");
    assert_eq!(
        second["error"],
        serde_json::json!({"kind": "shape", "path": "/content", "line": 1, "column": 19,
            "message": "invalid type: array, expected a string"}),
    );
    let third = rows.next().unwrap();
    assert_eq!((&third["error"]["kind"], &third["provider"]), (&"syntax".into(), &Value::Null));
    assert_eq!(rows.next(), None);
}

/// Control characters are removed for terminals, but not in JSON.
#[test]
fn json_output_keeps_control_characters() {
    let body = "{\"event\":\"a\u{7f}b\u{9b}1mc\",\"id\":1}";
    let (_, out) = inspect(&["--json", "--provider", "chatwoot", "-"], body);
    let row: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(row["name"], "a\u{7f}b\u{9b}1mc");
}

#[test]
fn standard_input_may_be_one_body_on_several_lines() {
    let pretty = "{\n  \"version\": 1,\n  \"type\": \"CONTACT_EXPIRED\",\n  \"payload\": {}\n}\n";
    let (status, out) = inspect(&["--json", "--provider", "saleschat", "-"], pretty);
    assert_eq!(status, Some(0));
    let row: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&row["source"], &row["version"]), (&"-".into(), &"1.0".into()));
}

#[test]
fn text_output() {
    let (status, out) = inspect(&["fixtures/smartflow/status", "fixtures/chatwoot/_broken"], "");
    assert_eq!(status, Some(1));
    assert!(!out.contains('\u{1b}'), "colors on a terminal only");
    insta::assert_snapshot!(out);
}

#[test]
fn without_paths_one_fixture_of_each_event_is_inspected() {
    let (status, out) = inspect(&["--json"], "");
    assert_eq!(status, Some(0));
    let rows: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let text = |row: &Value, key: &str| row[key].as_str().unwrap().to_owned();
    let shown: BTreeSet<_> =
        rows.iter().map(|row| (text(row, "provider"), text(row, "name"))).collect();
    assert_eq!(shown.len(), rows.len());
    for provider in Provider::ALL {
        for event in provider.events() {
            assert!(shown.contains(&(provider.to_string(), (*event).to_owned())), "{event}");
        }
    }
    let (_, out) = inspect(&["--provider", "azeer"], "");
    assert_eq!(out.matches("fixtures/").count(), out.matches("fixtures/azeer/").count());
    assert!(
        out.ends_with("0 not read\nOne fixture of each event. Your own bodies: inspect PATH…\n")
    );
}

#[test]
fn at_most_twenty_errors_are_listed() {
    let (status, out) = inspect(&["-"], &"[]\n".repeat(25));
    assert_eq!(status, Some(1));
    assert!(
        out.ends_with(
            "\nnot read -:20: (line 1, column 1): invalid type: array, expected an object\nnot read 5 more\n       \
             25  bodies, 0 with drift, 25 not read\n"
        ),
        "{out}"
    );
}

#[test]
fn lenient_lists_misfits() {
    let body = r#"{"id":1,"content":[],"event":"message_created","private":7}"#;
    let (status, out) = inspect(&["--lenient", "--json", "-"], &format!("{body}\n{GOOD}\n"));
    assert_eq!(status, Some(0));
    let rows: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        rows[0]["misfits"],
        serde_json::json!([
            {"pointer": "/content",
             "error": "/content (line 1, column 19): invalid type: array, expected a string"},
            {"pointer": "/private",
             "error": "/private (line 1, column 58): invalid type: integer, expected a boolean"},
        ]),
    );
    assert_eq!((&rows[0]["round_trip"], &rows[0]["error"]), (&true.into(), &Value::Null));
    assert_eq!(rows[1]["misfits"], serde_json::json!([]));
    let (status, out) = inspect(&["--lenient", "-"], body);
    assert_eq!(status, Some(0));
    assert!(out.contains("\n  misfit /private (line 1, column 58): invalid type"), "{out}");
}

#[test]
fn drift_is_summed_over_bodies() {
    let bodies = [
        r#"{"id":1,"new":"Ann +49 151","event":"message_created","attachments":[{"id":1,"new":[]}]}"#,
        r#"{"id":2,"new":2,"event":"message_created","attachments":[{"id":1},{"id":2,"new":"x"}]}"#,
        r#"{"id":3,"message_type":"telepathic","content":{},"event":"message_created"}"#,
        r#"{"id":4,"event":"message_dreamt","new":{"4915112345678":7}}"#,
        r#"{"id":5,"event":"message_created","message_type":"+49 151 12345678"}"#,
        "{",
    ];
    let arguments = ["--drift", "--provider", "chatwoot", "-"];
    let (status, out) = inspect(&arguments, &bodies.join("\n"));
    assert_eq!(status, Some(1), "one is not a body");
    insta::assert_snapshot!(out);
    let (_, out) = inspect(&[&arguments[..], &["--json"]].concat(), &bodies.join("\n"));
    let rows: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        rows[0],
        serde_json::json!({
            "provider": "chatwoot", "event": "message_created", "pointer": "/attachments/*/new",
            "kind": "member", "text": null, "bodies": 2, "example": "[]",
        })
    );
    assert!(!out.contains("4915") && !out.contains("12345678") && !out.contains("Ann"), "{out}");
}

#[test]
fn exit_status() {
    assert_eq!(inspect(&[], "").0, Some(0), "the crate's own fixtures");
    assert_eq!(inspect(&["--provider", "unknown"], "").0, Some(2));
    assert_eq!(inspect(&["no/such/file.json"], "").0, Some(2));
    assert_eq!(inspect(&["Cargo.toml"], "").0, Some(2));
    assert_eq!(inspect(&["--no-such-flag"], "").0, Some(2));
}
