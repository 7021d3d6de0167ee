//! What gets into logs by accident: every text of every fixture is made one that can be recognized.

use std::collections::BTreeSet;

use chathooks::{Provider, Redacted, Webhook, normalize::Event};

use crate::{
    json_tree::{Step, Tree},
    readable,
};

fn events(webhook: &Webhook) -> Vec<Event> {
    webhook.clone().normalize().collect()
}

/// A fixture with texts of its own in place of every text but its tag.
struct Marked {
    path: String,
    provider: Provider,
    tree: Tree,
    /// The way to each text.
    ways: Vec<Vec<Step>>,
}

impl Marked {
    /// Every fixture, with `mark(n)` for its n-th text.
    fn all(mark: impl Fn(usize) -> String) -> impl Iterator<Item = Self> {
        readable().map(move |fixture| {
            let mut tree = Tree::parse(&fixture.body);
            let mut ways = tree.ways();
            ways.retain(|way| {
                matches!(tree.get(way), Tree::Text(_)) && !is_tag(&tree.pointer(way))
            });
            for (number, way) in ways.iter().enumerate() {
                *tree.get_mut(way) = Tree::Text(mark(number));
            }
            Self { path: fixture.path, provider: fixture.provider, tree, ways }
        })
    }

    fn parse(&self) -> Webhook {
        self.provider.parse(self.tree.write().as_bytes()).unwrap()
    }

    /// Pointers of the texts of which `shown` tells that they are there.
    fn found<'a>(
        &'a self,
        shown: impl Fn(usize) -> bool + 'a,
    ) -> impl Iterator<Item = String> + 'a {
        let ways = self.ways.iter().enumerate().filter(move |(number, _)| shown(*number));
        ways.map(|(_, way)| self.tree.pointer(way))
    }
}

fn is_tag(pointer: &str) -> bool {
    ["/event", "/webhook_event_type", "/type"].contains(&pointer)
}

fn key(pointer: &str) -> &str {
    let named = pointer.split('/').rfind(|step| step.parse::<usize>().is_err());
    named.unwrap_or_default()
}

#[test]
fn errors_show_nothing() {
    let mut errors = 0;
    for marked in Marked::all(|_| "canary".to_owned()) {
        for way in marked.tree.ways() {
            for wrong in [r#"["canary"]"#, r#"{"canary":"canary"}"#, r#""canary\"#, "tcanary"] {
                let mut tree = marked.tree.clone();
                *tree.get_mut(&way) = Tree::Literal(wrong.to_owned());
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
fn debug_shows_no_credentials() {
    let credential = |pointer: &String| {
        let words = ["token", "secret", "password", "api_key", "auth_", "hmac"];
        words.iter().any(|word| key(pointer).contains(word))
    };
    let (mut credentials, mut shown) = (0, 0);
    // The brackets tell the first from the tenth.
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
    println!("{credentials} credentials, {shown} other texts shown");
    assert!(credentials > 100 && shown > 1_000);
}

/// Texts that no ID has.
#[test]
fn redacted_shows_no_texts() {
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

/// Texts that may be IDs are shown where an ID stands, and nowhere else.
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

/// Numbers are personal data too: a phone number need not be a text.
#[test]
fn redacted_shows_no_phone_numbers() {
    let mut numbers = 0;
    for fixture in readable() {
        let tree = Tree::parse(&fixture.body);
        let webhook = fixture.provider.parse(&fixture.body).unwrap();
        let shown = format!("{} {}", Redacted(&webhook), Redacted(events(&webhook)));
        for way in tree.ways() {
            let pointer = tree.pointer(&way);
            let (Tree::Text(value) | Tree::Literal(value)) = tree.get(&way) else { continue };
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
