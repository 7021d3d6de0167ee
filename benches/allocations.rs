//! Counts allocations and peak memory, for the benchmark `ratio`.

#[path = "../tests/it/fixture_origin.rs"]
mod fixture_origin;
#[allow(dead_code, reason = "the tests use more of it")]
#[path = "../tests/it/json_tree.rs"]
mod json_tree;

mod bodies;
mod derived;
mod picked;
mod strategy;

use std::env;

fn main() {
    let words: Vec<String> = env::args().skip(1).filter(|word| word != "--bench").collect();
    for set in bodies::all().iter().filter(|set| words.iter().all(|word| set.name.contains(word))) {
        for strategy in set.strategies {
            let used = allocation_counter::measure(|| set.run(*strategy));
            let (count, peak) = (used.count_total, used.bytes_max);
            println!("{count}\t{peak}\t{}\t{}", strategy.name(), set.name);
        }
    }
}
