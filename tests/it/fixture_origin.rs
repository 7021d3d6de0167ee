//! The origin of each fixture, from `fixtures/README.md`.

/// Returns the rows about fixtures: a path, in which `*` matches anything but `/`, and the origin.
pub(crate) fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let readme = include_str!("../../fixtures/README.md");
    let row = |line: &'static str| line.strip_prefix("| `")?.strip_suffix(" |")?.split_once("` | ");
    readme.lines().filter_map(row).filter(|(path, _)| path.contains('/'))
}

pub(crate) fn rows_for(path: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    rows().filter(move |(row, _)| matches(row, path))
}

fn matches(pattern: &str, path: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return pattern == path };
    let Some(path) = path.strip_prefix(start) else { return false };
    let ends = path.char_indices().map(|(at, _)| at).chain([path.len()]);
    ends.take_while(|at| !path[..*at].contains('/')).any(|at| matches(rest, &path[at..]))
}
