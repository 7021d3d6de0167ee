//! What the test found, and whether that is what it should be.

use crate::{Result, verify::Verdict};

#[derive(Default)]
pub struct Report {
    /// What the right settings lost, doubled and changed, all together.
    total: Verdict,
    /// What is not as it should be.
    failures: Vec<String>,
}

impl Report {
    /// A run with the right settings, where nothing may be wrong.
    pub fn right(&mut self, line: &str, verdict: Verdict) {
        println!("{line}: {verdict}");
        for example in &verdict.examples {
            println!("    {}", example.chars().take(400).collect::<String>());
        }
        if !verdict.is_clean() {
            self.failures.push(format!("{line}: {verdict}"));
        }
        self.total += verdict;
    }

    /// A run with a wrong setting, which has to lose: otherwise the test proves nothing.
    pub fn wrong(&mut self, line: &str, verdict: &Verdict) {
        println!("WRONG {line}: {verdict}");
        if verdict.lost == 0 {
            self.failures.push(format!("{line} lost nothing, so the test is too weak"));
        }
    }

    /// A figure with its target. Another machine may miss one, so that is shown and no failure.
    pub fn figure(line: &str, reached: bool) {
        println!("{line}{}", if reached { "" } else { "  MISSED" });
    }

    /// A count that has to be so.
    pub fn expect(&mut self, line: &str, expected: bool) {
        if !expected {
            println!("    NOT AS EXPECTED: {line}");
            self.failures.push(line.to_owned());
        }
    }

    pub fn end(self) -> Result {
        println!("{}", self.total);
        if self.failures.is_empty() { Ok(()) } else { Err(self.failures.join("; ").into()) }
    }
}
