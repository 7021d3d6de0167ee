//! What can be counted exactly: instructions, and in another process allocations.

use std::{
    env, fs,
    hint::black_box,
    process::{Command, Stdio},
};

use crate::{bodies::Set, strategy::Strategy};

/// Reads every set in every way, between calls that valgrind looks for.
pub(crate) fn once(sets: &[Set]) {
    for set in sets {
        for strategy in set.strategies {
            // The allocator has what it needs after the first time.
            set.run(*strategy);
            counted(set, *strategy);
        }
    }
}

/// Valgrind counts what happens in here.
#[inline(never)]
fn counted(set: &Set, strategy: Strategy) {
    black_box(set).run(black_box(strategy));
}

/// Instructions of each strategy on each set, in order; `None` without valgrind.
pub(crate) fn instructions(filter: &[String]) -> Option<Vec<u64>> {
    let file = env::temp_dir().join(format!("chathooks-{}.callgrind", std::process::id()));
    let status = Command::new("valgrind")
        .args(["--quiet", "--tool=callgrind", "--combine-dumps=yes"])
        .args(["--toggle-collect=ratio::counts::counted", "--dump-before=ratio::counts::counted"])
        .arg(format!("--callgrind-out-file={}", file.display()))
        .arg(env::current_exe().ok()?)
        .arg("--once")
        .args(filter)
        .status()
        .ok()?;
    let dumps = fs::read_to_string(&file).ok()?;
    fs::remove_file(&file).ok()?;
    // The first is what was before the first call.
    let sums = dumps.lines().filter_map(|line| line.strip_prefix("summary: ")).skip(1);
    let counts: Vec<u64> = sums.filter_map(|sum| sum.trim().parse().ok()).collect();
    (status.success() && !counts.is_empty()).then_some(counts)
}

/// Allocations and peak memory of each strategy on each set, in order, from the benchmark that counts them: the
/// allocator that counts would slow down what is timed.
pub(crate) fn allocations(filter: &[String]) -> Vec<[u64; 2]> {
    let output = Command::new(env!("CARGO"))
        .args(["bench", "--quiet", "--bench", "allocations", "--"])
        .args(filter)
        .stderr(Stdio::inherit())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "allocations could not be counted");
    let lines = String::from_utf8(output.stdout).expect("text");
    let counts = |line: &str| {
        let mut columns = line.split('\t').map_while(|column| column.parse().ok());
        Some([columns.next()?, columns.next()?])
    };
    lines.lines().map(|line| counts(line).expect("two numbers first")).collect()
}
