//! Memory use of the command `batch`.
#![cfg(target_os = "linux")]

#[path = "../../common.rs"]
mod common;

use std::{
    fs,
    io::{self, Write},
    thread,
};

use common::start;

/// Ten times the bodies take no more memory.
#[test]
fn memory_does_not_grow_with_the_input() {
    let mut batch = start(env!("CARGO_BIN_EXE_batch"), &["--jobs", "2", "-"]);
    let (mut input, mut out) = (batch.stdin.take().unwrap(), batch.stdout.take().unwrap());
    let read = thread::spawn(move || io::copy(&mut out, &mut io::sink()).unwrap());
    let body =
        format!(r#"{{"id":1,"content":"{}","event":"message_created"}}"#, "long ".repeat(200))
            + "\n";
    let lines = body.repeat(1_000);
    let status = format!("/proc/{}/status", batch.id());
    let mut peak_after = |megabytes: usize| {
        (0..megabytes).for_each(|_| input.write_all(lines.as_bytes()).unwrap());
        let status = fs::read_to_string(&status).unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        peak.trim().trim_end_matches(" kB").parse::<u64>().unwrap()
    };
    let (some, more) = (peak_after(5), peak_after(50));
    drop(input);
    assert!(batch.wait().unwrap().success());
    assert!(read.join().unwrap() > 50_000_000);
    println!("{some} kB after 5 MB, {more} kB after 55 MB");
    assert!(more < some + 10_000, "{some} kB after 5 MB, {more} kB after 55 MB");
}
