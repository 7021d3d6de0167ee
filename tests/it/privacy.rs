//! What may get into logs: every string of every fixture is replaced by one that can be recognized.

use std::collections::BTreeSet;

use chathooks::{Provider, Redacted, Webhook, normalize::Event};

use crate::{
    json_tree::{Segment, Tree},
    readable,
};

fn events(webhook: &Webhook) -> Vec<Event> {
    webhook.clone().normalize().collect()
}

/// A fixture with a mark instead of every string except the event type.
struct Marked {
    path: String,
    provider: Provider,
    tree: Tree,
    /// The path to each string.
    paths: Vec<Vec<Segment>>,
}

impl Marked {
    /// Returns every fixture, with `mark(n)` as its n-th string.
    fn all(mark: impl Fn(usize) -> String) -> impl Iterator<Item = Self> {
        readable().map(move |fixture| {
            let mut tree = Tree::parse(&fixture.body);
            let mut paths = tree.paths();
            paths.retain(|path| {
                matches!(tree.get(path), Tree::String(_)) && !is_event_type(&tree.pointer(path))
            });
            for (number, path) in paths.iter().enumerate() {
                *tree.get_mut(path) = Tree::String(mark(number));
            }
            Self { path: fixture.path, provider: fixture.provider, tree, paths }
        })
    }

    fn parse(&self) -> Webhook {
        self.provider.parse(self.tree.write().as_bytes()).unwrap()
    }

    /// Returns the pointers of the strings for which `shown` returns `true`.
    fn found<'a>(
        &'a self,
        shown: impl Fn(usize) -> bool + 'a,
    ) -> impl Iterator<Item = String> + 'a {
        let paths = self.paths.iter().enumerate().filter(move |(number, _)| shown(*number));
        paths.map(|(_, path)| self.tree.pointer(path))
    }
}

fn is_event_type(pointer: &str) -> bool {
    ["/event", "/webhook_event_type", "/type"].contains(&pointer)
}

fn key(pointer: &str) -> &str {
    let named = pointer.split('/').rfind(|segment| segment.parse::<usize>().is_err());
    named.unwrap_or_default()
}

#[test]
fn errors_show_nothing_of_the_body() {
    let mut errors = 0;
    for marked in Marked::all(|_| "canary".to_owned()) {
        for path in marked.tree.paths() {
            for wrong in [r#"["canary"]"#, r#"{"canary":"canary"}"#, r#""canary\"#, "tcanary"] {
                let mut tree = marked.tree.clone();
                *tree.get_mut(&path) = Tree::Literal(wrong.to_owned());
                let body = tree.write();
                let parsed =
                    [marked.provider.parse(body.as_bytes()), Webhook::parse(body.as_bytes())];
                for error in parsed.iter().filter_map(|parsed| parsed.as_ref().err()) {
                    errors += 1;
                    let shown = format!("{error} {error:?} {error:#?}");
                    assert!(!shown.contains("canary"), "{}: {shown}", marked.path);
                }
                let Ok(lenient) = marked.provider.parse_lenient(body.as_bytes()) else { continue };
                let shown = format!("{:?}", lenient.misfits);
                assert!(!shown.contains("canary"), "{}: {shown}", marked.path);
            }
        }
    }
    println!("{errors} errors");
    assert!(errors > 50_000);
}

#[test]
fn debug_hides_credentials() {
    let credential = |pointer: &String| {
        let names = ["token", "secret", "password", "api_key", "auth_", "hmac"];
        names.iter().any(|name| key(pointer).contains(name))
    };
    let (mut credentials, mut shown) = (0, 0);
    // The brackets distinguish the first mark from the tenth.
    for marked in Marked::all(|number| format!("<canary{number}>")) {
        let webhook = marked.parse();
        let debug = format!("{webhook:?} {:?} {:?}", webhook.drift(), events(&webhook));
        let found: Vec<_> =
            marked.found(|number| debug.contains(&format!("<canary{number}>"))).collect();
        let leaks: Vec<_> = found.iter().filter(|pointer| credential(pointer)).collect();
        assert!(leaks.is_empty(), "{}: {leaks:?}", marked.path);
        credentials += marked.found(|_| true).filter(credential).count();
        shown += found.len();
    }
    println!("{credentials} credentials, {shown} other strings shown");
    assert!(credentials > 100 && shown > 1_000);
}

#[test]
fn redacted_hides_strings_that_cannot_be_ids() {
    for mark in
        ["canary of a text", "canary@example.com", "+canary", "canary\u{e9}", "wamid.canary"]
    {
        for marked in Marked::all(|_| mark.to_owned()) {
            let webhook = marked.parse();
            let shown = format!("{} {}", Redacted(&webhook), Redacted(events(&webhook)));
            assert!(!shown.contains("canary"), "{}: {shown}", marked.path);
        }
    }
}

/// Strings that may be IDs are shown only in members that are IDs.
#[test]
fn redacted_shows_ids() {
    let mut keys = BTreeSet::new();
    for marked in Marked::all(|number| format!("canary-{number}-")) {
        let webhook = marked.parse();
        let shown = format!("{} {}", Redacted(&webhook), Redacted(events(&webhook)));
        let found = marked.found(|number| shown.contains(&format!("canary-{number}-")));
        keys.extend(found.map(|pointer| format!("{} {}", marked.provider, key(&pointer))));
    }
    insta::assert_snapshot!(keys.into_iter().collect::<Vec<_>>().join("\n"));
}

/// Phone numbers may be JSON numbers as well as strings.
#[test]
fn redacted_hides_phone_numbers_and_coordinates() {
    let mut numbers = 0;
    for fixture in readable() {
        let tree = Tree::parse(&fixture.body);
        let webhook = fixture.provider.parse(&fixture.body).unwrap();
        let shown = format!("{} {}", Redacted(&webhook), Redacted(events(&webhook)));
        for path in tree.paths() {
            let pointer = tree.pointer(&path);
            let (Tree::String(value) | Tree::Literal(value)) = tree.get(&path) else { continue };
            let is_number = [
                "phone",
                "phone_number",
                "customer_phone",
                "contact_phone",
                "businessPhoneNumber",
                "display_phone_number",
                "wa_id",
                "recipient_id",
                "from",
                "to",
                "latitude",
                "longitude",
            ]
            .contains(&key(&pointer));
            if is_number && value.bytes().filter(u8::is_ascii_digit).count() >= 7 {
                numbers += 1;
                assert!(!shown.contains(value.as_str()), "{} {pointer}: {shown}", fixture.path);
            }
        }
    }
    println!("{numbers} numbers");
    assert!(numbers > 100);
}
