//! Checks every mapping with every fixture: each leaf is in an event or listed as left out, and no
//! strong key merges two facts. A new fixture needs no change here.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    thread,
};

use serde_json::Value;
use walkdir::WalkDir;

use super::{Event, EventKey, Kind, event_time::plausible};
use crate::{
    Provider, Webhook,
    wire::{Json, Node, Timestamp, Wire},
};

/// The docs that list what events leave out.
const DOCS: &str = include_str!("left_out.md");

struct Fixture {
    path: String,
    provider: Provider,
    body: Value,
}

fn fixtures() -> Vec<Fixture> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let files = WalkDir::new(&root).sort_by_file_name().into_iter().map(Result::unwrap);
    let bodies = files.filter(|file| file.path().extension().is_some_and(|end| end == "json"));
    let fixture = |file: walkdir::DirEntry| {
        let path = file.path().strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
        let provider = path.split('/').next().unwrap().parse().unwrap();
        let body = serde_json::from_slice(&fs::read(file.path()).unwrap());
        (!path.contains("/_broken/")).then(|| Fixture { path, provider, body: body.unwrap() })
    };
    bodies.filter_map(fixture).collect()
}

fn parse(provider: Provider, body: &Value) -> Option<Webhook> {
    provider.parse(body.to_string().as_bytes()).ok()
}

fn events(provider: Provider, body: &Value) -> Option<Vec<Event>> {
    parse(provider, body).map(|webhook| webhook.normalize().collect())
}

/// A value of a body that the model has a member for.
#[derive(Debug, Clone)]
struct Leaf {
    pointer: String,
    /// The members that lead to it, such as `Message.sender` and `Party.name`.
    members: Vec<String>,
    kind: LeafKind,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum LeafKind {
    Id,
    Time,
    List,
    Object,
    Other,
}

fn leaves(webhook: &Webhook) -> Vec<Leaf> {
    let node = match webhook {
        Webhook::SalesChat(webhook) => webhook.node(),
        Webhook::Smartflow(webhook) => webhook.node(),
        Webhook::Meta(webhook) => webhook.node(),
        Webhook::AiSoule(webhook) => webhook.node(),
        Webhook::Azeer(webhook) => webhook.node(),
        Webhook::Chatwoot(webhook) => webhook.node(),
    };
    let mut found = Vec::new();
    walk(&node, "", &[], &mut found);
    found
}

fn walk(node: &Node<'_>, pointer: &str, members: &[String], found: &mut Vec<Leaf>) {
    let leaf = |kind| Leaf { pointer: pointer.to_owned(), members: members.to_vec(), kind };
    match node {
        Node::Absent => {}
        Node::Object(object, _) => {
            if !pointer.is_empty() {
                found.push(leaf(LeafKind::Object));
            }
            let table = object.table();
            for (index, row) in table.rows.iter().enumerate() {
                let member = format!("{}.{}", table.name, row.key);
                let members = [members, &[member]].concat();
                walk(
                    &object.field(index).node(),
                    &format!("{pointer}/{}", row.key),
                    &members,
                    found,
                );
            }
        }
        Node::List(list) => {
            if list.len() > 0 {
                let mut longer = leaf(LeafKind::List);
                longer.members.last_mut().unwrap().push_str("[]");
                found.push(longer);
            }
            for index in 0..list.len() {
                walk(&list.node(index), &format!("{pointer}/{index}"), members, found);
            }
        }
        Node::Free(json, view) => view(json, &mut |view| walk(view, pointer, members, found)),
        Node::Json(json, _) => walk_json(json, pointer, members, found),
        Node::Time(_) => found.push(leaf(LeafKind::Time)),
        Node::Scalar(..) => found.push(leaf(LeafKind::Id)),
        Node::Bool(_) | Node::Text(_) | Node::EnumValue(_) => found.push(leaf(LeafKind::Other)),
    }
}

/// Adds the leaves of a free-form value, all under the name of its member.
fn walk_json(json: &Json, pointer: &str, members: &[String], found: &mut Vec<Leaf>) {
    fn walk(value: &Value, pointer: String, members: &[String], found: &mut Vec<Leaf>) {
        match value {
            Value::Object(object) => object.iter().for_each(|(key, value)| {
                let key = key.replace('~', "~0").replace('/', "~1");
                walk(value, format!("{pointer}/{key}"), members, found);
            }),
            Value::Array(list) => list.iter().enumerate().for_each(|(index, value)| {
                walk(value, format!("{pointer}/{index}"), members, found);
            }),
            _ => found.push(Leaf { pointer, members: members.to_vec(), kind: LeafKind::Other }),
        }
    }
    if let Ok(value) = json.to() {
        walk(&value, pointer.to_owned(), members, found);
    }
}

/// Returns copies of the body, each with another possible value at a leaf.
fn mutants(body: &Value, leaf: &Leaf) -> Vec<Value> {
    let Some(value) = body.pointer(&leaf.pointer) else { return Vec::new() };
    let others: Vec<Value> = match value {
        Value::Array(list) if leaf.kind == LeafKind::List => {
            let mut longer = list.clone();
            longer.extend(list.last().cloned());
            vec![longer.into()]
        }
        Value::Bool(flag) => vec![(!flag).into()],
        Value::String(text) if leaf.kind == LeafKind::Time => {
            match Timestamp::from(&**text).instant() {
                Some(_) if text.parse::<i64>().is_ok() => {
                    vec![(text.parse::<i64>().unwrap() + 86_400).to_string().into()]
                }
                _ => vec!["2031-01-02T03:04:05Z".into()],
            }
        }
        Value::String(text) => {
            let digits = text.strip_suffix(|last: char| last.is_ascii_digit());
            let next = digits.map(|start| {
                let last = text[start.len()..].parse::<u8>().unwrap();
                format!("{start}{}", (last + 1) % 10)
            });
            let longer = next.unwrap_or_else(|| format!("{text}x"));
            vec![longer.into(), format!("{text} y").into(), "false".into()]
        }
        Value::Number(_) if leaf.kind == LeafKind::Time => vec![1_900_000_000.into()],
        Value::Number(number) => match number.as_i64() {
            Some(int) => vec![(int + 1).into(), (int + 86_400).into()],
            None => vec![(number.as_f64().unwrap() + 86_400.5).into()],
        },
        _ => Vec::new(),
    };
    let replaced = |other| {
        let mut body = body.clone();
        *body.pointer_mut(&leaf.pointer).unwrap() = other;
        body
    };
    others.into_iter().map(replaced).collect()
}

/// Returns the rows of the table *What is left out*: provider and pattern.
fn rows() -> BTreeSet<(Provider, String)> {
    let mut rows = BTreeSet::new();
    for line in DOCS.lines().filter_map(|line| line.strip_prefix("| ")) {
        let cells: Vec<_> = line.trim_end_matches(" |").split(" | ").collect();
        let Ok(provider) = cells[0].parse::<Provider>() else { continue };
        assert!(cells.len() == 3 && !cells[2].is_empty(), "{line}: no reason");
        for pattern in cells[1].split(", ") {
            let row = (provider, pattern.trim_matches('`').to_owned());
            assert!(rows.insert(row), "{pattern} twice");
        }
    }
    rows
}

/// Returns whether a row is about a leaf: it names a member that leads to the leaf, or all members
/// of an object.
fn is_about(pattern: &str, leaf: &Leaf) -> bool {
    leaf.members.iter().any(|member| match pattern.strip_suffix('*') {
        Some(object) => member.starts_with(object),
        None => member.strip_suffix("[]").unwrap_or(member) == pattern || member == pattern,
    })
}

/// Runs a check for each fixture, on all processors.
fn for_each<T: Send>(fixtures: &[Fixture], check: impl Fn(&Fixture) -> Vec<T> + Sync) -> Vec<T> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let check = &check;
        let workers: Vec<_> = (0..threads)
            .map(|first| {
                scope.spawn(move || {
                    fixtures.iter().skip(first).step_by(threads).flat_map(check).collect::<Vec<_>>()
                })
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    })
}

#[test]
fn every_leaf_is_mapped_or_listed() {
    let unmapped = for_each(&fixtures(), |fixture| {
        let Some(webhook) = parse(fixture.provider, &fixture.body) else { return Vec::new() };
        let before = serde_json::to_value(webhook.clone().normalize().collect::<Vec<_>>()).unwrap();
        let is_unmapped = |leaf: &Leaf| {
            let mutants = mutants(&fixture.body, leaf);
            let is_same = |mutant| {
                let after = events(fixture.provider, mutant);
                after.is_none_or(|after| serde_json::to_value(after).unwrap() == before)
            };
            !mutants.is_empty() && mutants.iter().all(is_same)
        };
        let unmapped = leaves(&webhook).into_iter().filter(is_unmapped);
        unmapped.map(|leaf| (fixture.provider, fixture.path.clone(), leaf)).collect()
    });
    let rows = rows();
    let mut used = BTreeSet::new();
    let mut unlisted: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for (provider, path, leaf) in unmapped {
        let row = rows.iter().find(|(of, pattern)| *of == provider && is_about(pattern, &leaf));
        if let Some(row) = row {
            used.insert(row.clone());
            continue;
        }
        let name = format!("{provider} {}", leaf.members.join(" / "));
        let example = format!("{path} {}", leaf.pointer);
        unlisted.entry(name).or_insert((0, example)).0 += 1;
    }
    let unlisted: Vec<_> = unlisted
        .into_iter()
        .map(|(name, (count, example))| format!("{name}: {count}, as in {example}"))
        .collect();
    let superfluous: Vec<_> = rows.difference(&used).collect();
    assert!(
        unlisted.is_empty() && superfluous.is_empty(),
        "neither mapped nor listed:\n{}\nrows about nothing: {superfluous:?}",
        unlisted.join("\n")
    );
}

/// Returns the kinds whose unique key is an ID that determines everything the event says, according
/// to the docs of `EventKey`.
fn fixed() -> BTreeSet<String> {
    let docs = include_str!("key.rs");
    let rows = docs.lines().filter_map(|line| line.strip_prefix("/// | `")?.split(" | ").next());
    rows.flat_map(|kinds| kinds.split(", ").map(|kind| kind.trim_matches('`').to_owned())).collect()
}

/// Returns what an event says, without its key, its delivery, and snapshots of other objects.
fn fact(event: &Event) -> Value {
    let mut fact = serde_json::to_value(event).unwrap();
    let members = fact.as_object_mut().unwrap();
    let is_envelope = members.get("occurred_at_from").is_some_and(|from| from == "envelope");
    for member in ["key", "delivery_id", "version", "occurred_at_pointer", "occurred_at_from"] {
        members.remove(member);
    }
    // Copies under another name say the same.
    members.remove("provider_event");
    if is_envelope {
        members.remove("occurred_at");
    }
    let shows_call = matches!(&event.kind, Kind::CallStatusChanged(call) if call.message.is_some());
    let name = event.kind.name();
    if name.starts_with("message.") || name.starts_with("payment.") || shows_call {
        // These are snapshots.
        for member in ["account", "channel", "inbox", "contact", "conversation", "actor"] {
            members.remove(member);
        }
    }
    if matches!(event.kind, Kind::CallStatusChanged(_) | Kind::ConsentChanged(_)) {
        // This depends on the rest of the batch.
        members.remove("contact");
    }
    if let Some(conversation) = members.get_mut("conversation").and_then(Value::as_object_mut) {
        for member in ["unread_count", "waiting_since", "can_reply"] {
            conversation.remove(member);
        }
    }
    fact
}

fn strong(event: &Event) -> Option<EventKey> {
    let key = event.key();
    matches!(key, EventKey::Unique(_) | EventKey::Composite(_)).then_some(key)
}

#[test]
fn no_strong_key_merges_two_facts() {
    let fixed = fixed();
    assert!(fixed.contains("message.sent") && fixed.contains("report.available"));
    let merges = for_each(&fixtures(), |fixture| {
        let Some(webhook) = parse(fixture.provider, &fixture.body) else { return Vec::new() };
        let before: Vec<_> = webhook.clone().normalize().collect();
        let mut merges = Vec::new();
        for leaf in leaves(&webhook) {
            for mutant in mutants(&fixture.body, &leaf) {
                let after = events(fixture.provider, &mutant).unwrap_or_default();
                for (before, after) in before.iter().zip(&after) {
                    let is_fixed = before.id.is_some()
                        || fixed.contains(before.kind.name())
                            && matches!(before.key(), EventKey::Unique(_));
                    let is_same = strong(before).is_some() && strong(before) == strong(after);
                    if is_same && !is_fixed && fact(before) != fact(after) {
                        merges.push(format!("{} {}", fixture.path, leaf.pointer));
                    }
                }
            }
        }
        merges
    });
    assert!(merges.is_empty(), "{}", merges.join("\n"));
}

/// Returns the same body in another spelling: IDs as strings, times in another time zone and with
/// more digits. The members are in another order as well.
fn respelt(body: &Value, leaves: &[Leaf]) -> Value {
    let mut body = body.clone();
    for leaf in leaves {
        let Some(value) = body.pointer_mut(&leaf.pointer) else { continue };
        match (leaf.kind, &*value) {
            (LeafKind::Id, Value::Number(number)) if number.is_i64() => {
                *value = number.to_string().into();
            }
            (LeafKind::Time, Value::String(text)) if text.ends_with('Z') => {
                if let Some(at) = plausible(&Timestamp::from(&**text)) {
                    let zone = chrono::FixedOffset::east_opt(19_800).unwrap();
                    let at = at.with_timezone(&zone).format("%Y-%m-%dT%H:%M:%S%.6f%:z");
                    *value = at.to_string().into();
                }
            }
            _ => {}
        }
    }
    body
}

#[test]
fn another_spelling_has_the_same_key() {
    let differing = for_each(&fixtures(), |fixture| {
        let Some(webhook) = parse(fixture.provider, &fixture.body) else { return Vec::new() };
        let leaves = leaves(&webhook);
        let keys = |events: Vec<Event>| events.iter().map(Event::key).collect::<Vec<_>>();
        let after = events(fixture.provider, &respelt(&fixture.body, &leaves)).map(keys);
        let before = keys(webhook.normalize().collect());
        if after.as_ref() == Some(&before) {
            Vec::new()
        } else {
            vec![format!("{}\n  {before:?}\n  {after:?}", fixture.path)]
        }
    });
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

/// PHP writes an empty map as `[]`.
#[test]
fn an_empty_object_may_be_an_array() {
    let refused = for_each(&fixtures(), |fixture| {
        let Some(webhook) = parse(fixture.provider, &fixture.body) else { return Vec::new() };
        let objects = leaves(&webhook).into_iter().filter(|leaf| leaf.kind == LeafKind::Object);
        let is_refused = |leaf: &Leaf| {
            let mut body = fixture.body.clone();
            let Some(object) = body.pointer_mut(&leaf.pointer) else { return false };
            *object = Value::Array(Vec::new());
            let body = body.to_string();
            match fixture.provider.parse(body.as_bytes()) {
                Ok(webhook) => !webhook.is_lossless(body.as_bytes()),
                Err(error) => !error.message().starts_with("missing field"),
            }
        };
        objects
            .filter(is_refused)
            .map(|leaf| format!("{} {}", fixture.path, leaf.pointer))
            .collect()
    });
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}
