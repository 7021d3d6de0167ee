//! How rewriting a body changes its events.

use std::sync::LazyLock;

use chathooks::{
    Provider,
    normalize::{Event, EventKey},
};
use chrono::{DateTime, Utc};
use proptest::prelude::*;
use serde_json::Value;

use crate::{
    Fixture,
    json_tree::{Segment, Tree},
    readable,
};

/// Returns the events of a rewritten fixture, if it can be read.
fn events_of(fixture: &Fixture, tree: &Tree) -> Option<Vec<Event>> {
    fixture
        .provider
        .parse(tree.write().as_bytes())
        .ok()
        .map(|webhook| webhook.normalize().collect())
}

type Body = (Fixture, Tree, Vec<Event>);

/// Fixtures that must keep their meaning when they are rewritten.
static BODIES: LazyLock<Vec<Body>> = LazyLock::new(|| {
    let body = |fixture: Fixture| {
        let (tree, events) = (Tree::parse(&fixture.body), fixture.events());
        (fixture, tree, events)
    };
    readable().filter(|fixture| !fixture.folder.starts_with('_')).map(body).collect()
});

/// Members that are always IDs, so that a number and a string mean the same.
const IDS: [&str; 12] = [
    "id",
    "message_id",
    "contact_id",
    "parent_message_id",
    "inbox_id",
    "account_id",
    "broadcast_id",
    "chatroom_id",
    "media_id",
    "file_id",
    "request_id",
    "org_id",
];

fn requoted(tree: &Tree) -> Tree {
    match tree {
        Tree::Object(members) => {
            let member = |(key, value): &(String, Tree)| {
                let value = match value {
                    Tree::Literal(number)
                        if IDS.contains(&key.as_str()) && number.parse::<i64>().is_ok() =>
                    {
                        Tree::String(number.clone())
                    }
                    other => requoted(other),
                };
                (key.clone(), value)
            };
            Tree::Object(members.iter().map(member).collect())
        }
        Tree::Array(list) => Tree::Array(list.iter().map(requoted).collect()),
        leaf => leaf.clone(),
    }
}

/// Returns events as JSON, without the new member and its effect on keys and pointers.
fn without_new(events: &[Event]) -> Value {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(members) => {
                members.remove("zz_new");
                // Weak keys contain everything that was reported, and pointers shift.
                members.remove("key");
                members.remove("occurred_at_pointer");
                // The new member may be a change of its own.
                if members.get("field").is_some_and(|field| field == "zz_new") {
                    members.clear();
                }
                members.values_mut().for_each(strip);
                members.retain(|_, value| value != &serde_json::json!({}));
            }
            Value::Array(list) => {
                list.iter_mut().for_each(strip);
                list.retain(|value| value != &serde_json::json!({}));
            }
            _ => {}
        }
    }
    let mut value = serde_json::to_value(events).unwrap();
    strip(&mut value);
    value
}

/// Returns events as JSON, without the nulls of free-form members.
fn without_null(events: Option<&Vec<Event>>) -> Value {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(members) => {
                members.remove("key");
                members.remove("occurred_at_pointer");
                members.retain(|_, value| !value.is_null());
                members.values_mut().for_each(strip);
            }
            Value::Array(list) => {
                list.iter_mut().for_each(strip);
                // A change that has only a name.
                list.retain(|value| {
                    value.get("field").is_none() || value.as_object().unwrap().len() > 1
                });
            }
            _ => {}
        }
    }
    let mut value = serde_json::to_value(events).unwrap();
    strip(&mut value);
    value
}

fn keys(events: &[Event]) -> Vec<EventKey> {
    events.iter().map(Event::key).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn keys_and_events_do_not_depend_on_spelling(at in any::<prop::sample::Index>(), mut seed in any::<u64>()) {
        let (fixture, tree, before) = at.get(&BODIES);
        let body = tree.respelled(&mut seed);
        let after: Vec<_> = fixture.provider.parse(body.as_bytes()).unwrap().normalize().collect();
        prop_assert_eq!(keys(&after), keys(before), "{}", fixture.path);
        // Free-form members keep their spelling, so the values are compared.
        let value = |events: &[Event]| serde_json::to_value(events).unwrap();
        prop_assert_eq!(value(&after), value(before), "{}", fixture.path);
    }

    #[test]
    fn an_unknown_member_changes_only_extra(at in any::<prop::sample::Index>(), chosen in any::<prop::sample::Index>()) {
        let (fixture, tree, before) = at.get(&BODIES);
        let paths = tree.paths();
        let objects: Vec<&[Segment]> = paths.iter().map(Vec::as_slice).chain([&[][..]])
            .filter(|path| matches!(tree.get(path), Tree::Object(_)))
            .collect();
        let mut changed = tree.clone();
        let path = *chosen.get(&objects);
        let Tree::Object(members) = changed.get_mut(path) else { unreachable!() };
        members.push(("zz_new".to_owned(), Tree::String("zz_value".to_owned())));
        let after = events_of(fixture, &changed).unwrap();
        prop_assert_eq!(without_new(&after), without_new(before), "{}", fixture.path);
    }

    #[test]
    fn null_means_the_same_as_absent(at in any::<prop::sample::Index>(), chosen in any::<prop::sample::Index>()) {
        let (fixture, tree, _) = at.get(&BODIES);
        let paths = tree.paths();
        let members: Vec<_> = paths.iter().filter(|path| matches!(path.last(), Some(Segment::Member(_)))).collect();
        let path = *chosen.get(&members);
        let (mut null, mut absent) = (tree.clone(), tree.clone());
        *null.get_mut(path) = Tree::Literal("null".to_owned());
        let (Some(Segment::Member(at)), parent) = (path.last(), &path[..path.len() - 1]) else { unreachable!() };
        let Tree::Object(list) = absent.get_mut(parent) else { unreachable!() };
        list.remove(*at);
        let (null, absent) = (events_of(fixture, &null), events_of(fixture, &absent));
        prop_assert_eq!(without_null(null.as_ref()), without_null(absent.as_ref()), "{}", tree.pointer(path));
    }

    #[test]
    fn a_missing_member_adds_no_event_and_fails_only_if_required(at in any::<prop::sample::Index>(), chosen in any::<prop::sample::Index>()) {
        let (fixture, tree, before) = at.get(&BODIES);
        let paths = tree.paths();
        let leaves: Vec<_> = paths.iter()
            .filter(|path| matches!(path.last(), Some(Segment::Member(_))) && !matches!(tree.get(path), Tree::Object(_) | Tree::Array(_)))
            .collect();
        prop_assume!(!leaves.is_empty());
        let path = *chosen.get(&leaves);
        let (Some(Segment::Member(at)), parent) = (path.last(), &path[..path.len() - 1]) else { unreachable!() };
        let mut changed = tree.clone();
        let Tree::Object(list) = changed.get_mut(parent) else { unreachable!() };
        let (key, _) = list.remove(*at);
        match events_of(fixture, &changed) {
            Some(after) => prop_assert!(after.len() <= before.len().max(1), "{}", fixture.path),
            None => prop_assert!(["event", "webhook_event_type", "type", "id", "field", "message_template_id"].contains(&&*key), "{key}"),
        }
    }

    #[test]
    fn keys_are_the_same_for_number_and_string_ids(at in any::<prop::sample::Index>()) {
        let (fixture, tree, before) = at.get(&BODIES);
        let after = events_of(fixture, &requoted(tree)).unwrap();
        // Weak keys also contain free-form members, in which a number differs from a string.
        for (after, before) in keys(&after).iter().zip(keys(before)) {
            if !matches!(before, EventKey::Weak(_)) {
                prop_assert_eq!(after, &before, "{}", fixture.path);
            }
        }
    }

    #[test]
    fn any_time_is_plausible_or_absent(seconds in any::<i64>(), text in "[-0-9T:.Z+ ]{0,30}") {
        for json in [seconds.to_string(), format!("\"{seconds}\""), format!("\"{text}\""), format!("{}.5", seconds / 1000)] {
            let body = format!(r#"{{"timestamp":{json},"webhook_event_type":"incoming_msg"}}"#);
            let Ok(webhook) = Provider::Azeer.parse(body.as_bytes()) else { continue };
            let at: Option<DateTime<Utc>> = webhook.normalize().next().unwrap().occurred_at;
            prop_assert!(at.is_none_or(|at| (2000..2100).contains(&chrono::Datelike::year(&at))), "{:?}", at);
        }
    }
}
