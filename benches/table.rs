//! Prints the results as a table.

use std::io::{self, Write};

use crate::{Row, bodies::Set};

pub(crate) fn heading(out: &mut impl Write, set: &Set) -> io::Result<()> {
    writeln!(out, "\n{}", set.name)?;
    writeln!(
        out,
        "{:>24} {:>12} {:>13} {:>8} {:>9} {:>13} {:>12} {:>12}",
        "",
        "ns",
        "÷ IgnoredAny",
        "÷ Value",
        "÷ derive",
        "instructions",
        "allocations",
        "peak ÷ Value",
    )
}

pub(crate) fn row(out: &mut impl Write, row: &Row<'_>) -> io::Result<()> {
    let ratio = |ratio: Option<f64>| ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}"));
    let instructions = row.instructions.map_or_else(String::new, |count| format!("{count:.0}"));
    writeln!(
        out,
        "{:>24} {:>12.0} {:>13} {:>8} {:>9} {:>13} {:>12.1} {:>12}",
        row.strategy,
        row.ns,
        ratio(row.over_ignored),
        ratio(row.over_value),
        ratio(row.over_derived),
        instructions,
        row.allocations,
        ratio(row.peak_over_value),
    )
}
