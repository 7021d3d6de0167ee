//! Where bodies come from. One body is in memory at a time.

use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
};

use chathooks::Provider;
use walkdir::WalkDir;

use crate::Body;

/// Root of the crate that the fixtures belong to.
const CRATE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../..");

pub(crate) struct Input {
    files: Vec<PathBuf>,
    provider: Option<Provider>,
}

impl Input {
    /// Lists the files; fails if a path does not exist or is no kind of file that holds bodies.
    pub(crate) fn new(paths: &[PathBuf], provider: Option<Provider>) -> Result<Self, String> {
        let mut files = Vec::new();
        for path in paths {
            if path.as_os_str() == "-" {
                files.push(path.clone());
            } else if path.is_dir() {
                files.extend(walk(path));
            } else if !path.exists() {
                return Err(format!("{}: no such file or folder", path.display()));
            } else if Kind::of(path).is_none() {
                return Err(format!("{}: not .json, .jsonl or .ndjson", path.display()));
            } else {
                files.push(path.clone());
            }
        }
        if paths.is_empty() {
            files = fixtures(provider);
        }
        Ok(Self { files, provider })
    }

    /// Keeps the first fixture of each event, which is the first one in its folder.
    pub(crate) fn one_of_each(&mut self) {
        self.files.retain(|path| !path.parent().is_some_and(|folder| folder.ends_with("_drift")));
        self.files.dedup_by(|path, before| path.parent() == before.parent());
    }

    /// Bytes in all files; `None` if one of them is standard input.
    pub(crate) fn size(&self) -> Option<u64> {
        self.files.iter().map(|file| fs::metadata(file).ok().map(|data| data.len())).sum()
    }

    pub(crate) fn for_each(
        &self,
        mut each: impl FnMut(&Body<'_>) -> io::Result<()>,
    ) -> io::Result<()> {
        for path in &self.files {
            let source = display(path);
            let opened = match Kind::of(path) {
                Some(Kind::Lines) => File::open(path)
                    .map(BufReader::new)
                    .map(|file| lines(file, &source, self.provider, &mut each)),
                _ if path.as_os_str() == "-" => {
                    Ok(unnamed(io::stdin().lock(), self.provider, &mut each))
                }
                _ => fs::read(path).map(|bytes| {
                    let provider = self.provider.or_else(|| shipped(path));
                    each(&Body { source: &source, bytes: &bytes, provider })
                }),
            };
            opened
                .map_err(|error| io::Error::new(error.kind(), format!("{source}: {error}")))??;
        }
        Ok(())
    }
}

#[derive(PartialEq)]
enum Kind {
    Single,
    Lines,
}

impl Kind {
    fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()? {
            "json" => Some(Self::Single),
            "jsonl" | "ndjson" => Some(Self::Lines),
            _ => None,
        }
    }
}

/// One body per line; empty lines are skipped.
fn lines(
    mut from: impl BufRead,
    source: &str,
    provider: Option<Provider>,
    each: &mut impl FnMut(&Body<'_>) -> io::Result<()>,
) -> io::Result<()> {
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if from.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let bytes = line.trim_ascii_end();
        if !bytes.trim_ascii().is_empty() {
            each(&Body { source: &format!("{source}:{number}"), bytes, provider })?;
        }
    }
    Ok(())
}

/// One body a line, or a single one if its first line does not end it.
fn unnamed(
    mut from: impl BufRead,
    provider: Option<Provider>,
    each: &mut impl FnMut(&Body<'_>) -> io::Result<()>,
) -> io::Result<()> {
    let mut start = Vec::new();
    while start.trim_ascii().is_empty() && from.read_until(b'\n', &mut start)? > 0 {}
    let first = serde_json::from_slice::<serde::de::IgnoredAny>(&start);
    if first.is_err_and(|error| error.is_eof()) {
        from.read_to_end(&mut start)?;
        return each(&Body { source: "-", bytes: &start, provider });
    }
    lines(start.chain(from), "-", provider, each)
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    entries.map(walkdir::DirEntry::into_path).filter(|path| Kind::of(path).is_some()).collect()
}

fn root() -> PathBuf {
    Path::new(CRATE).join("fixtures")
}

/// The fixtures of the crate, or those of one provider, without those that cannot be read.
fn fixtures(provider: Option<Provider>) -> Vec<PathBuf> {
    let folder = provider.map_or_else(root, |provider| root().join(provider.as_str()));
    let mut files = walk(&folder);
    files.retain(|path| !path.parent().is_some_and(|folder| folder.ends_with("_broken")));
    files
}

/// The provider of one of the crate's fixtures, by its folder.
fn shipped(path: &Path) -> Option<Provider> {
    path.strip_prefix(root()).ok()?.iter().next()?.to_str()?.parse().ok()
}

/// The path as given, or below the crate for its fixtures.
fn display(path: &Path) -> String {
    path.strip_prefix(CRATE).unwrap_or(path).display().to_string()
}
