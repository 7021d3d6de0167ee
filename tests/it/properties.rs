//! Properties of bodies that have not been observed: every fixture, rewritten at random.

use std::{collections::BTreeSet, sync::LazyLock};

use chathooks::{DriftKind, ErrorKind, Webhook};
use proptest::{prelude::*, sample::Index};

use crate::{
    Fixture,
    json_tree::{Segment, Tree},
    readable,
};

/// A fixture, its tree, and the paths into it.
type Body = (Fixture, Tree, Vec<Vec<Segment>>);

static BODIES: LazyLock<Vec<Body>> = LazyLock::new(|| {
    let tree = |fixture: Fixture| {
        let tree = Tree::parse(&fixture.body);
        let paths = tree.paths();
        (fixture, tree, paths)
    };
    readable().map(tree).collect()
});

fn any_body() -> impl Strategy<Value = &'static Body> {
    any::<Index>().prop_map(|index| index.get(&BODIES))
}

/// Generates any JSON value of limited size.
fn any_json() -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![
        Just("null"),
        Just("true"),
        Just("-0"),
        Just("1e999"),
        Just("12345678901234567890"),
        Just("1.50"),
    ];
    let leaf = prop_oneof![
        leaf.prop_map(|literal| Tree::Literal(literal.to_owned())),
        any::<String>().prop_map(Tree::String),
    ];
    leaf.prop_recursive(4, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Tree::Array),
            prop::collection::vec((any::<String>(), inner), 0..4).prop_map(|members| {
                let mut keys = BTreeSet::new();
                Tree::Object(
                    members.into_iter().filter(|(key, _)| keys.insert(key.clone())).collect(),
                )
            }),
        ]
    })
}

fn members(webhook: &Webhook) -> BTreeSet<String> {
    let drift = webhook.drift().into_iter().filter(|drift| drift.kind == DriftKind::Member);
    drift.map(|drift| drift.pointer).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn an_unknown_member_anywhere_is_kept_and_reported((fixture, tree, paths) in any_body(), at in any::<Index>(), name in "zz_.{0,8}", value in any_json()) {
        let objects: Vec<&[Segment]> = paths.iter().map(Vec::as_slice).chain([&[][..]])
            .filter(|path| matches!(tree.get(path), Tree::Object(_))).collect();
        let path = *at.get(&objects);
        let mut changed = tree.clone();
        let Tree::Object(list) = changed.get_mut(path) else { unreachable!() };
        list.push((name, value));
        let last = Segment::Member(list.len() - 1);
        let pointer = changed.pointer(&[path, &[last]].concat());
        let body = changed.write();

        let before = members(&fixture.provider.parse(&fixture.body).unwrap());
        let webhook = fixture.provider.parse(body.as_bytes()).unwrap();
        prop_assert!(webhook.is_lossless(body.as_bytes()), "{}", body);
        let added: Vec<_> = members(&webhook).difference(&before).cloned().collect();
        // Free-form members may have any value, and arrays of changes any name.
        prop_assert!(added.iter().all(|added| added.starts_with(&pointer)), "{:?} for {}", added, pointer);
        if path.is_empty() && webhook.is_known() {
            prop_assert_eq!(added, [pointer]);
        }
    }

    #[test]
    fn members_may_be_in_any_order((fixture, tree, paths) in any_body(), seed in any::<u64>()) {
        let mut changed = tree.clone();
        let mut state = seed | 1;
        // Children before parents, so that the paths stay valid.
        for path in [&[][..]].into_iter().chain(paths.iter().map(Vec::as_slice)).collect::<Vec<_>>().into_iter().rev() {
            if let Tree::Object(list) = changed.get_mut(path) {
                list.sort_by_cached_key(|_| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    state >> 33
                });
            }
        }
        let webhook = fixture.provider.parse(changed.write().as_bytes()).unwrap();
        prop_assert!(webhook.is_lossless(&fixture.body), "{}", fixture.path);
    }

    #[test]
    fn any_string_is_kept((fixture, tree, paths) in any_body(), at in any::<Index>(), text in any::<String>()) {
        let strings: Vec<_> = paths.iter().filter(|path| matches!(tree.get(path), Tree::String(_))).collect();
        prop_assume!(!strings.is_empty());
        let mut changed = tree.clone();
        let path: &&Vec<Segment> = at.get(&strings);
        *changed.get_mut(path) = Tree::String(text);
        let body = changed.write();
        let webhook = fixture.provider.parse(body.as_bytes()).unwrap();
        prop_assert!(webhook.is_lossless(body.as_bytes()), "{}", body);
    }

    #[test]
    fn members_that_are_not_required_may_be_absent_or_null((fixture, tree, paths) in any_body(), chosen in prop::collection::vec((any::<Index>(), any::<bool>()), 1..6)) {
        let members: Vec<_> = paths.iter().filter(|path| matches!(path.last(), Some(Segment::Member(_)))).collect();
        prop_assume!(!members.is_empty());
        let mut changed = tree.clone();
        let mut removed: Vec<_> = chosen.iter().map(|(at, null)| (at.get(&members).as_slice(), *null)).collect();
        // From the end, so that earlier paths stay valid.
        removed.sort();
        removed.dedup_by_key(|(path, _)| *path);
        let mut keys = BTreeSet::new();
        for (path, null) in removed.into_iter().rev() {
            let (Some(Segment::Member(at)), parent) = (path.last(), &path[..path.len() - 1]) else { unreachable!() };
            let Tree::Object(list) = changed.get_mut(parent) else { unreachable!() };
            keys.insert(list[*at].0.clone());
            if null { list[*at].1 = Tree::Literal("null".to_owned()) } else { list.remove(*at); }
        }
        let body = changed.write();
        match fixture.provider.parse(body.as_bytes()) {
            Ok(webhook) => prop_assert!(webhook.is_lossless(body.as_bytes()), "{}", body),
            Err(error) => {
                // Without these, the rest of Meta's value may name an event of another provider.
                let names = ["field", "message_template_id"];
                if error.kind() == ErrorKind::Provider && names.iter().any(|key| keys.contains(*key)) {
                    return Ok(());
                }
                prop_assert_eq!(error.kind(), ErrorKind::Shape);
                // The event type, the content of an envelope, and IDs that are always sent.
                let required = ["event", "webhook_event_type", "type", "data", "payload", "id"];
                prop_assert!(required.iter().any(|key| keys.contains(*key)), "{} in {}", error, body);
            }
        }
    }
}
