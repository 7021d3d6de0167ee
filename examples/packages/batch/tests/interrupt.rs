//! Ctrl-C during the command `batch`.
#![cfg(unix)]

#[path = "../../common.rs"]
mod common;

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    process::{Child, Command},
};

use common::{folder, start};

fn interrupt(batch: &Child) {
    // It is built into every shell, but not always installed as a program.
    let kill = format!("kill -INT {}", batch.id());
    assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
}

/// Returns the rest of stdout, the log, and the exit status.
fn rest(batch: &mut Child, mut out: impl Read) -> (String, String, Option<i32>) {
    let (mut events, mut log) = (String::new(), String::new());
    out.read_to_string(&mut events).unwrap();
    batch.stderr.take().unwrap().read_to_string(&mut log).unwrap();
    (events, log, batch.wait().unwrap().code())
}

fn body(id: usize) -> String {
    format!(r#"{{"id":{id},"content":"{}","event":"message_created"}}"#, "long ".repeat(100)) + "\n"
}

/// The file has more bodies than fit into the pipe and the queues; all that were read are written.
#[test]
fn all_that_was_read_of_a_file_is_written() {
    const BODIES: usize = 50_000;
    let path = folder("batch-interrupted").join("bodies.jsonl");
    fs::write(&path, (1..=BODIES).map(body).collect::<String>()).unwrap();
    let path = path.to_str().unwrap();
    let mut batch = start(env!("CARGO_BIN_EXE_batch"), &["--jobs", "3", path]);
    let mut out = BufReader::new(batch.stdout.take().unwrap());
    let mut first = String::new();
    out.read_line(&mut first).unwrap();
    interrupt(&batch);
    let (others, log, status) = rest(&mut batch, out);
    let written = 1 + others.lines().count();
    assert!(written < BODIES, "interrupted in time");
    assert!(others.lines().last().unwrap().contains(&format!(r#""id":"{written}""#)));
    assert_eq!(
        (log, status),
        (
            format!(
                "{written} bodies, {written} events, 0 not read\ninterrupted after {path}:{written}\n"
            ),
            Some(130)
        )
    );
}

/// Standard input that stays open does not prevent the end.
#[test]
fn waiting_for_standard_input_can_be_interrupted() {
    let mut batch = start(env!("CARGO_BIN_EXE_batch"), &["-"]);
    let mut input = batch.stdin.take().unwrap();
    let mut out = BufReader::new(batch.stdout.take().unwrap());
    for id in 1..4 {
        input.write_all(body(id).as_bytes()).unwrap();
        // Each event is written immediately.
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        assert!(line.contains(&format!(r#""id":"{id}""#)));
    }
    interrupt(&batch);
    let (others, log, status) = rest(&mut batch, out);
    assert_eq!((&*others, status), ("", Some(130)));
    assert_eq!(log, "3 bodies, 3 events, 0 not read\ninterrupted after -:3\n");
    drop(input);
}
