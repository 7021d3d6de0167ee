//! Exact counts: instructions, and in a second process allocations.

use std::{
    env, fs,
    hint::black_box,
    process::{Command, Stdio},
};

use crate::{bodies::Set, strategy::Strategy};

/// Runs every strategy on every set, in calls that valgrind recognizes.
pub(crate) fn once(sets: &[Set]) {
    for set in sets {
        for strategy in set.strategies {
            // After the first run the allocator needs no more memory from the system.
            set.run(*strategy);
            counted(set, *strategy);
        }
    }
}

/// The function in which valgrind counts instructions.
#[inline(never)]
fn counted(set: &Set, strategy: Strategy) {
    black_box(set).run(black_box(strategy));
}

/// Returns the instructions of each strategy on each set, in order; `None` without valgrind.
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
    // The first dump covers what ran before the first call.
    let sums = dumps.lines().filter_map(|line| line.strip_prefix("summary: ")).skip(1);
    let counts: Vec<u64> = sums.filter_map(|sum| sum.trim().parse().ok()).collect();
    (status.success() && !counts.is_empty()).then_some(counts)
}

/// Returns the allocations and the peak memory of each strategy on each set, in order.
///
/// They come from a second benchmark, because a counting allocator would slow down what is timed.
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
