//! Arbitrarily rewritten fixtures: the invariants of every body, and the same keys in every
//! spelling.
#![no_main]

#[allow(dead_code, reason = "the tests use more of it")]
#[path = "../../tests/it/json_tree.rs"]
mod json_tree;
#[path = "../../tests/it/oracle.rs"]
mod oracle;

use std::{path::Path, sync::LazyLock};

use arbitrary::Arbitrary;
use chathooks::{Provider, Webhook};
use json_tree::{Segment, Tree};
use walkdir::WalkDir;

static FIXTURES: LazyLock<Vec<(Provider, Tree)>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures");
    let files = WalkDir::new(&root).sort_by_file_name().into_iter().map(Result::unwrap);
    let read = |file: walkdir::DirEntry| {
        let path = file.path().strip_prefix(&root).unwrap();
        let is_read = path.extension()? == "json" && !path.parent()?.ends_with("_broken");
        let provider = path.iter().next()?.to_str()?;
        is_read
            .then(|| (provider.parse().unwrap(), Tree::parse(&std::fs::read(file.path()).unwrap())))
    };
    files.filter_map(read).collect()
});

#[derive(Arbitrary, Debug)]
struct Input {
    fixture: u16,
    changes: Vec<Change>,
    seed: u64,
}

#[derive(Arbitrary, Debug)]
enum Change {
    Replace(u16, New),
    Remove(u16),
    Double(u16),
    Insert(u16, Key, New),
    Swap(u16, u16),
    Wrap(u16),
}

#[derive(Arbitrary, Debug)]
enum New {
    Literal(u8),
    Integer(i64),
    Text(String),
    Copy(u16, u16),
    Deep(u8),
}

#[derive(Arbitrary, Debug)]
enum Key {
    Text(String),
    /// The key of another member of some fixture.
    Copy(u16, u16),
}

const LITERALS: [&str; 14] = [
    "null",
    "true",
    "false",
    "[]",
    "{}",
    r#""""#,
    "-0",
    "1e999",
    "0.1",
    "1.10",
    "123456789012345678901234567890",
    r#""\ud800""#,
    r#"{"$serde_json::private::RawValue":"[1]"}"#,
    r#"{"$serde_json::private::Number":"1"}"#,
];

fn pick<T>(list: &[T], at: u16) -> Option<&T> {
    list.get(usize::from(at) % list.len().max(1))
}

fn copied(fixture: u16, at: u16) -> Option<(String, Tree)> {
    let (_, tree) = pick(&FIXTURES, fixture)?;
    let paths = tree.paths();
    let path = pick(&paths, at)?;
    let key = tree.pointer(path).rsplit('/').next()?.to_owned();
    Some((key, tree.get(path).clone()))
}

impl New {
    fn tree(self) -> Option<Tree> {
        Some(match self {
            Self::Literal(at) => Tree::Literal((*pick(&LITERALS, at.into())?).to_owned()),
            Self::Integer(int) => Tree::Literal(int.to_string()),
            Self::Text(text) => Tree::String(text),
            Self::Copy(fixture, at) => copied(fixture, at)?.1,
            Self::Deep(depth) => {
                let depth = usize::from(depth) * 8;
                Tree::Literal("[".repeat(depth) + "1" + &"]".repeat(depth))
            }
        })
    }
}

fn change(tree: &mut Tree, change: Change) -> Option<()> {
    let paths = tree.paths();
    match change {
        Change::Replace(at, new) => *tree.get_mut(pick(&paths, at)?) = new.tree()?,
        Change::Swap(one, other) => {
            let (one, other) = (pick(&paths, one)?, pick(&paths, other)?);
            if one.starts_with(other) || other.starts_with(one) {
                return None;
            }
            let kept = tree.get(one).clone();
            *tree.get_mut(one) = tree.get(other).clone();
            *tree.get_mut(other) = kept;
        }
        Change::Wrap(at) => {
            let value = tree.get_mut(pick(&paths, at)?);
            *value = Tree::Array(vec![value.clone()]);
        }
        Change::Remove(at) | Change::Double(at) => {
            let (last, above) = pick(&paths, at)?.split_last()?;
            let doubled = matches!(change, Change::Double(_));
            match (tree.get_mut(above), last) {
                (Tree::Object(members), Segment::Member(at)) if doubled => {
                    members.push(members[*at].clone())
                }
                (Tree::Object(members), Segment::Member(at)) => drop(members.remove(*at)),
                (Tree::Array(list), Segment::Element(at)) if doubled => {
                    list.push(list[*at].clone())
                }
                (Tree::Array(list), Segment::Element(at)) => drop(list.remove(*at)),
                _ => {}
            }
        }
        Change::Insert(at, key, new) => {
            let key = match key {
                Key::Text(text) => text,
                Key::Copy(fixture, at) => copied(fixture, at)?.0,
            };
            match tree.get_mut(pick(&paths, at)?) {
                Tree::Object(members) => members.push((key, new.tree()?)),
                Tree::Array(list) => list.push(new.tree()?),
                _ => {}
            }
        }
    }
    Some(())
}

/// Returns whether an object has a key twice. Which of the two counts depends on their order.
fn has_doubles(tree: &Tree) -> bool {
    match tree {
        Tree::Object(members) => members.iter().enumerate().any(|(at, (key, value))| {
            members[..at].iter().any(|(other, _)| other == key) || has_doubles(value)
        }),
        Tree::Array(list) => list.iter().any(has_doubles),
        _ => false,
    }
}

libfuzzer_sys::fuzz_target!(|input: Input| {
    let Some((provider, tree)) = pick(&FIXTURES, input.fixture) else { return };
    let mut tree = tree.clone();
    for one in input.changes.into_iter().take(16) {
        change(&mut tree, one);
    }
    let Ok(webhook) = oracle::read(*provider, tree.write().as_bytes()) else { return };
    if has_doubles(&tree) {
        return;
    }
    let mut seed = input.seed;
    let respelled = tree.respelled(&mut seed);
    let again = provider.parse(respelled.as_bytes()).unwrap();
    let keys = |webhook: Webhook| webhook.normalize().map(|event| event.key()).collect::<Vec<_>>();
    assert_eq!(keys(again), keys(webhook), "{respelled}");
});
