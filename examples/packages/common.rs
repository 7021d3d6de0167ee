//! What the tests of the commands share.
#![allow(dead_code, reason = "each package uses a part")]

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

use chathooks::Provider;

/// Root of the repository, where the README has its commands run.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../..");

/// A command with its three streams piped.
pub(crate) fn command(path: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(path);
    command.args(arguments).current_dir(ROOT);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

pub(crate) fn start(path: &str, arguments: &[&str]) -> Child {
    command(path, arguments).spawn().unwrap()
}

/// Runs a command to its end.
pub(crate) fn run(path: &str, arguments: &[&str], input: &str) -> Output {
    let mut child = start(path, arguments);
    // A command that refuses its arguments reads nothing.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

/// An empty folder for what a test has a command write.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// JSON on one line: line breaks of JSON are between its tokens.
pub(crate) fn line(json: &[u8]) -> String {
    String::from_utf8(json.to_vec()).unwrap().replace(['\r', '\n'], " ")
}

/// One file of `fixtures/<provider>/<event>/<case>.json`.
pub(crate) struct Fixture {
    /// The path below `fixtures`.
    pub(crate) path: String,
    pub(crate) provider: Provider,
    pub(crate) is_broken: bool,
    pub(crate) body: Vec<u8>,
}

/// All fixtures in the order of their paths.
pub(crate) fn all() -> impl Iterator<Item = Fixture> {
    let root = Path::new(ROOT).join("fixtures");
    let files = walkdir::WalkDir::new(&root).min_depth(3).sort_by_file_name().into_iter();
    files.map(move |file| {
        let path = file.unwrap().into_path();
        let below: Vec<_> = path.strip_prefix(&root).unwrap().iter().collect();
        let below: Vec<_> = below.into_iter().map(|name| name.to_str().unwrap()).collect();
        Fixture {
            path: below.join("/"),
            provider: below[0].parse().unwrap(),
            is_broken: below[1] == "_broken",
            body: fs::read(&path).unwrap(),
        }
    })
}

/// The fixtures that can be read.
pub(crate) fn readable() -> impl Iterator<Item = Fixture> {
    all().filter(|fixture| !fixture.is_broken)
}
