//! What rewriting a body does to its meaning.

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
    json_tree::{Step, Tree},
    readable,
};

/// The events of another body of the fixture's provider, if it can be read.
fn events_of(fixture: &Fixture, tree: &Tree) -> Option<Vec<Event>> {
    fixture
        .provider
        .parse(tree.write().as_bytes())
        .ok()
        .map(|webhook| webhook.normalize().collect())
}

type Body = (Fixture, Tree, Vec<Event>);

/// Fixtures that must not change meaning when they are rewritten.
static BODIES: LazyLock<Vec<Body>> = LazyLock::new(|| {
    let body = |fixture: Fixture| {
        let (tree, events) = (Tree::parse(&fixture.body), fixture.events());
        (fixture, tree, events)
    };
    readable().filter(|fixture| !fixture.folder.starts_with('_')).map(body).collect()
});

/// Members that hold an ID and nothing else, so that a number and a text mean the same.
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
                        Tree::Text(number.clone())
                    }
                    other => requoted(other),
                };
                (key.clone(), value)
            };
            Tree::Object(members.iter().map(member).collect())
        }
        Tree::List(list) => Tree::List(list.iter().map(requoted).collect()),
        leaf => leaf.clone(),
    }
}

/// Events as JSON, without the new member and what it does to keys and places.
fn without_new(events: &[Event]) -> Value {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(members) => {
                members.remove("zz_new");
                // Weak keys are made of everything that was told, and places shift.
                members.remove("key");
                members.remove("occurred_at_pointer");
                // Of the changes of an object, one more.
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

/// Events as JSON, without the nulls of free-form members.
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
                // A change of which only the name is told.
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
    fn keys_and_meaning_survive_another_spelling(at in any::<prop::sample::Index>(), mut seed in any::<u64>()) {
        let (fixture, tree, before) = at.get(&BODIES);
        let body = tree.respelt(&mut seed);
        let after: Vec<_> = fixture.provider.parse(body.as_bytes()).unwrap().normalize().collect();
        prop_assert_eq!(keys(&after), keys(before), "{}", fixture.path);
        // Free-form members are kept as they are spelt, so compare the values.
        let value = |events: &[Event]| serde_json::to_value(events).unwrap();
        prop_assert_eq!(value(&after), value(before), "{}", fixture.path);
    }

    #[test]
    fn an_unknown_member_changes_nothing_but_extra(at in any::<prop::sample::Index>(), place in any::<prop::sample::Index>()) {
        let (fixture, tree, before) = at.get(&BODIES);
        let ways = tree.ways();
        let objects: Vec<&[Step]> = ways.iter().map(Vec::as_slice).chain([&[][..]])
            .filter(|way| matches!(tree.get(way), Tree::Object(_)))
            .collect();
        let mut changed = tree.clone();
        let way = *place.get(&objects);
        let Tree::Object(members) = changed.get_mut(way) else { unreachable!() };
        members.push(("zz_new".to_owned(), Tree::Text("zz_value".to_owned())));
        let after = events_of(fixture, &changed).unwrap();
        prop_assert_eq!(without_new(&after), without_new(before), "{}", fixture.path);
    }

    #[test]
    fn null_is_absent(at in any::<prop::sample::Index>(), place in any::<prop::sample::Index>()) {
        let (fixture, tree, _) = at.get(&BODIES);
        let ways = tree.ways();
        let members: Vec<_> = ways.iter().filter(|way| matches!(way.last(), Some(Step::Member(_)))).collect();
        let way = *place.get(&members);
        let (mut null, mut absent) = (tree.clone(), tree.clone());
        *null.get_mut(way) = Tree::Literal("null".to_owned());
        let (Some(Step::Member(at)), parent) = (way.last(), &way[..way.len() - 1]) else { unreachable!() };
        let Tree::Object(list) = absent.get_mut(parent) else { unreachable!() };
        list.remove(*at);
        let (null, absent) = (events_of(fixture, &null), events_of(fixture, &absent));
        prop_assert_eq!(without_null(null.as_ref()), without_null(absent.as_ref()), "{}", tree.pointer(way));
    }

    #[test]
    fn a_missing_member_never_fails_what_was_read(at in any::<prop::sample::Index>(), place in any::<prop::sample::Index>()) {
        let (fixture, tree, before) = at.get(&BODIES);
        let ways = tree.ways();
        let leaves: Vec<_> = ways.iter()
            .filter(|way| matches!(way.last(), Some(Step::Member(_))) && !matches!(tree.get(way), Tree::Object(_) | Tree::List(_)))
            .collect();
        prop_assume!(!leaves.is_empty());
        let way = *place.get(&leaves);
        let (Some(Step::Member(at)), parent) = (way.last(), &way[..way.len() - 1]) else { unreachable!() };
        let mut changed = tree.clone();
        let Tree::Object(list) = changed.get_mut(parent) else { unreachable!() };
        let (key, _) = list.remove(*at);
        match events_of(fixture, &changed) {
            Some(after) => prop_assert!(after.len() <= before.len().max(1), "{}", fixture.path),
            None => prop_assert!(["event", "webhook_event_type", "type", "id", "field", "message_template_id"].contains(&&*key), "{key}"),
        }
    }

    #[test]
    fn ids_may_be_numbers_or_texts(at in any::<prop::sample::Index>()) {
        let (fixture, tree, before) = at.get(&BODIES);
        let after = events_of(fixture, &requoted(tree)).unwrap();
        // Weak keys are made of free-form members as well, in which a number is no text.
        for (after, before) in keys(&after).iter().zip(keys(before)) {
            if !matches!(before, EventKey::Weak(_)) {
                prop_assert_eq!(after, &before, "{}", fixture.path);
            }
        }
    }

    #[test]
    fn any_time_is_plausible_or_none(seconds in any::<i64>(), text in "[-0-9T:.Z+ ]{0,30}") {
        for json in [seconds.to_string(), format!("\"{seconds}\""), format!("\"{text}\""), format!("{}.5", seconds / 1000)] {
            let body = format!(r#"{{"timestamp":{json},"webhook_event_type":"incoming_msg"}}"#);
            let Ok(webhook) = Provider::Azeer.parse(body.as_bytes()) else { continue };
            let at: Option<DateTime<Utc>> = webhook.normalize().next().unwrap().occurred_at;
            prop_assert!(at.is_none_or(|at| (2000..2100).contains(&chrono::Datelike::year(&at))), "{:?}", at);
        }
    }
}
