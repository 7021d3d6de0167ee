//! What holds for bodies that nobody has sent yet: every fixture, rewritten.

use std::{collections::BTreeSet, sync::LazyLock};

use chathooks::{DriftKind, ErrorKind, Webhook};
use proptest::{prelude::*, sample::Index};

use crate::{
    Fixture,
    json_tree::{Step, Tree},
    readable,
};

/// A fixture, its tree, and the ways into it.
type Body = (Fixture, Tree, Vec<Vec<Step>>);

static BODIES: LazyLock<Vec<Body>> = LazyLock::new(|| {
    let tree = |fixture: Fixture| {
        let tree = Tree::parse(&fixture.body);
        let ways = tree.ways();
        (fixture, tree, ways)
    };
    readable().map(tree).collect()
});

fn any_body() -> impl Strategy<Value = &'static Body> {
    any::<Index>().prop_map(|index| index.get(&BODIES))
}

/// Any JSON, in trees of some size.
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
        any::<String>().prop_map(Tree::Text),
    ];
    leaf.prop_recursive(4, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Tree::List),
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
    fn any_extra_member_anywhere((fixture, tree, ways) in any_body(), at in any::<Index>(), name in "zz_.{0,8}", value in any_json()) {
        let objects: Vec<&[Step]> = ways.iter().map(Vec::as_slice).chain([&[][..]])
            .filter(|way| matches!(tree.get(way), Tree::Object(_))).collect();
        let way = *at.get(&objects);
        let mut changed = tree.clone();
        let Tree::Object(list) = changed.get_mut(way) else { unreachable!() };
        list.push((name, value));
        let last = Step::Member(list.len() - 1);
        let pointer = changed.pointer(&[way, &[last]].concat());
        let body = changed.write();

        let before = members(&fixture.provider.parse(&fixture.body).unwrap());
        let webhook = fixture.provider.parse(body.as_bytes()).unwrap();
        prop_assert!(webhook.is_lossless(body.as_bytes()), "{}", body);
        let added: Vec<_> = members(&webhook).difference(&before).cloned().collect();
        // Free-form members may hold anything, and lists of changes any name.
        prop_assert!(added.iter().all(|added| added.starts_with(&pointer)), "{:?} for {}", added, pointer);
        if way.is_empty() && webhook.is_known() {
            prop_assert_eq!(added, [pointer]);
        }
    }

    #[test]
    fn any_order_of_keys((fixture, tree, ways) in any_body(), seed in any::<u64>()) {
        let mut changed = tree.clone();
        let mut state = seed | 1;
        // Children before parents, so that the ways stay right.
        for way in [&[][..]].into_iter().chain(ways.iter().map(Vec::as_slice)).collect::<Vec<_>>().into_iter().rev() {
            if let Tree::Object(list) = changed.get_mut(way) {
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
    fn any_unknown_text((fixture, tree, ways) in any_body(), at in any::<Index>(), text in any::<String>()) {
        let texts: Vec<_> = ways.iter().filter(|way| matches!(tree.get(way), Tree::Text(_))).collect();
        prop_assume!(!texts.is_empty());
        let mut changed = tree.clone();
        let way: &&Vec<Step> = at.get(&texts);
        *changed.get_mut(way) = Tree::Text(text);
        let body = changed.write();
        let webhook = fixture.provider.parse(body.as_bytes()).unwrap();
        prop_assert!(webhook.is_lossless(body.as_bytes()), "{}", body);
    }

    #[test]
    fn any_members_absent_or_null((fixture, tree, ways) in any_body(), chosen in prop::collection::vec((any::<Index>(), any::<bool>()), 1..6)) {
        let members: Vec<_> = ways.iter().filter(|way| matches!(way.last(), Some(Step::Member(_)))).collect();
        prop_assume!(!members.is_empty());
        let mut changed = tree.clone();
        let mut gone: Vec<_> = chosen.iter().map(|(at, null)| (at.get(&members).as_slice(), *null)).collect();
        // From the back, so that the ways before it stay right.
        gone.sort();
        gone.dedup_by_key(|(way, _)| *way);
        let mut keys = BTreeSet::new();
        for (way, null) in gone.into_iter().rev() {
            let (Some(Step::Member(at)), parent) = (way.last(), &way[..way.len() - 1]) else { unreachable!() };
            let Tree::Object(list) = changed.get_mut(parent) else { unreachable!() };
            keys.insert(list[*at].0.clone());
            if null { list[*at].1 = Tree::Literal("null".to_owned()) } else { list.remove(*at); }
        }
        let body = changed.write();
        match fixture.provider.parse(body.as_bytes()) {
            Ok(webhook) => prop_assert!(webhook.is_lossless(body.as_bytes()), "{}", body),
            Err(error) => {
                // Without these, nothing but a name of another provider's may be left of Meta's value.
                let names = ["field", "message_template_id"];
                if error.kind() == ErrorKind::Provider && names.iter().any(|key| keys.contains(*key)) {
                    return Ok(());
                }
                prop_assert_eq!(error.kind(), ErrorKind::Shape);
                // The tag, the content of an envelope, and IDs that their sender never leaves out.
                let required = ["event", "webhook_event_type", "type", "data", "payload", "id"];
                prop_assert!(required.iter().any(|key| keys.contains(*key)), "{} in {}", error, body);
            }
        }
    }
}
