//! The bodies that are measured: samples, many different bodies, and bodies of growing size.

use std::{fmt::Write, fs, hint::black_box, path::Path};

use chathooks::{Provider, Webhook, normalize::Event};
use fastrand::Rng;
use walkdir::WalkDir;

use crate::{
    fixture_origin,
    json_tree::{Segment, Tree},
    strategy::Strategy::{
        self, Any, Derived, Door, Failing, Ignored, Key, Lenient, Name, Parse, Picked, Value,
    },
};

/// A set of bodies that are read one after the other.
pub(crate) struct Set {
    pub(crate) name: String,
    pub(crate) provider: Provider,
    pub(crate) bodies: Vec<String>,
    /// The events of all bodies that can be parsed.
    events: Vec<Event>,
    pub(crate) strategies: &'static [Strategy],
}

impl Set {
    fn new(
        name: String,
        provider: Provider,
        bodies: Vec<String>,
        strategies: &'static [Strategy],
    ) -> Self {
        let webhooks = bodies.iter().filter_map(|body| provider.parse(body.as_bytes()).ok());
        let events = webhooks.flat_map(Webhook::normalize).collect();
        Self { name, provider, bodies, events, strategies }
    }

    /// Reads all bodies and drops the results.
    pub(crate) fn run(&self, strategy: Strategy) {
        if strategy == Key {
            return self.events.iter().for_each(|event| drop(black_box(event.key())));
        }
        for body in &self.bodies {
            strategy.run(self.provider, body);
        }
    }
}

/// For each provider the event that `derived` and `picked` can read.
const SAMPLES: [(&str, &str); 7] = [
    ("Azeer text", "azeer/incoming_msg/text.json"),
    ("Chatwoot message_created", "chatwoot/message_created/several-nested-messages.json"),
    ("SalesChat classified media", "saleschat/MEDIA_FILE_WITH_CLASSIFICATION/v1.1.json"),
    ("AiSoule message.incoming", "aisoule/message.incoming/help.json"),
    ("Meta text", "meta/messages/sample-text.json"),
    ("Smartflow status", "smartflow/status/example.json"),
    ("Smartflow text", "smartflow/message/business-phone-number.json"),
];

/// The number of bodies in a set of different bodies.
const MANY: usize = 256;

/// Numbers of nested messages, for conversations of about 6 KB, 54 KB, 0.8 MB and 8 MB.
const GROWTH: [usize; 4] = [5, 62, 950, 9_500];

/// Returns every set that is measured, in the order of the table.
pub(crate) fn all() -> Vec<Set> {
    let mut sets = Vec::new();
    for (name, path) in SAMPLES {
        let sample = fixture(path);
        let provider = provider(path);
        let set = |what: &str, bodies: Vec<Tree>, strategies| {
            let bodies = bodies.iter().map(Tree::write).collect();
            Set::new(format!("{name}{what}"), provider, bodies, strategies)
        };
        let every = &[Ignored, Value, Picked, Derived, Parse, Door, Key, Lenient, Any];
        sets.push(set("", vec![sample.clone()], every));
        sets.push(set(", 256 differing", varied(&sample, provider), every));
        let five = with_five(&sample, provider);
        sets.push(set(
            ", five unknown members",
            vec![five],
            &[Ignored, Value, Derived, Parse, Door],
        ));
        if let Some(unknown) = as_unknown(&sample) {
            sets.push(set(", unknown event", vec![unknown], &[Ignored, Value, Parse]));
        }
        sets.push(set(
            ", with a mistake",
            vec![with_mistake(&sample, provider)],
            &[Ignored, Value, Derived, Failing],
        ));
    }
    for provider in Provider::ALL {
        let bodies = documented(*provider);
        let name = format!("{provider}: its {} documented bodies", bodies.len());
        let strategies = &[Ignored, Value, Parse, Door, Lenient];
        sets.push(Set::new(name, *provider, bodies, strategies));
    }
    for count in GROWTH {
        let body = conversation(count).write();
        let name = format!("Chatwoot conversation of {} KB", body.len().div_ceil(1000));
        let strategies = &[Ignored, Value, Parse, Door, Name];
        sets.push(Set::new(name, Provider::Chatwoot, vec![body], strategies));
    }
    let strategies = &[Ignored, Value, Parse, Door, Key];
    let name = "Smartflow, 1,000 statuses".to_owned();
    sets.push(Set::new(name, Provider::Smartflow, vec![statuses(1_000)], strategies));
    for (list, element) in ABSURD {
        let name = format!("1 MB of {list}: {element}");
        let body = absurd(list, element);
        sets.push(Set::new(name, Provider::Smartflow, vec![body], &[Ignored, Value, Parse, Door]));
    }
    sets
}

/// Elements that take much more memory than their JSON, each with the array that contains them.
const ABSURD: [(&str, &str); 6] = [
    ("messages", "{}"),
    ("statuses", "{}"),
    ("contacts", "{}"),
    ("messages", r#"{"id":1}"#),
    ("messages", r#"{"image":{}}"#),
    ("messages", r#"{"":0}"#),
];

/// Makes a body of 1 MB with one long array.
fn absurd(list: &str, element: &str) -> String {
    let elements = vec![element; 1_000_000 / (element.len() + 1)];
    format!(r#"{{"{list}":[{}]}}"#, elements.join(","))
}

/// Makes a batch of different statuses, as a campaign causes them.
fn statuses(count: usize) -> String {
    let mut elements = String::new();
    for number in 0..count {
        let separator = if number == 0 { "" } else { "," };
        let _ = write!(
            elements,
            r#"{separator}{{"id":"wamid.HBgMOTE5ODAwMDAwMDAxFQIAERgSNzZGMDEyMzQ1Njc4OUF{number:05}",
            "status":"delivered","timestamp":"16873{number:05}","recipient_id":"9198000{number:05}",
            "conversation":{{"id":"0e2ae6ef07a3d8a6ffd6d0e7a4f{number:05}",
            "origin":{{"type":"utility"}}}},
            "pricing":{{"billable":true,"pricing_model":"CBP","category":"utility"}}}}"#
        );
    }
    Tree::parse(format!(r#"{{"statuses":[{elements}]}}"#).as_bytes()).write()
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures"))
}

fn fixture(path: &str) -> Tree {
    Tree::parse(&fs::read(root().join(path)).unwrap())
}

fn provider(path: &str) -> Provider {
    path.split('/').next().unwrap().parse().unwrap()
}

/// Returns the fixtures that were copied from the provider's documentation page, repaired, or
/// filled in from its schema.
fn documented(provider: Provider) -> Vec<String> {
    let files = WalkDir::new(root().join(provider.as_str())).sort_by_file_name();
    let paths = files.into_iter().map(Result::unwrap).filter_map(|file| {
        let path = file.path().strip_prefix(root()).unwrap().to_str()?.replace('\\', "/");
        let (_, origin) = fixture_origin::rows_for(&path).next()?;
        let is_documented =
            ["page", "repaired", "schema"].iter().any(|word| origin.starts_with(word));
        (is_documented && !path.contains("/_broken/")).then_some(path)
    });
    paths.map(|path| fixture(&path).write()).collect()
}

/// Makes many bodies of one event, with different strings, numbers and IDs, and some members
/// `null`.
fn varied(sample: &Tree, provider: Provider) -> Vec<Tree> {
    let mut rng = Rng::with_seed(1);
    let leaves = || sample.paths().into_iter().filter(|path| is_leaf(sample.get(path)));
    let nullable = leaves().filter(|path| {
        let mut body = sample.clone();
        *body.get_mut(path) = Tree::Literal("null".to_owned());
        is_read_by_all(provider, &body)
    });
    let nullable: Vec<_> = nullable.collect();
    let one = |_| {
        let mut body = sample.clone();
        for path in leaves() {
            let leaf = body.get_mut(&path);
            *leaf = match leaf {
                _ if nullable.contains(&path) && rng.u8(..10) == 0 => {
                    Tree::Literal("null".to_owned())
                }
                Tree::String(text) => Tree::String(another(text, &mut rng)),
                Tree::Literal(number) if number.len() > 1 => {
                    Tree::Literal(digits(number, &mut rng))
                }
                _ => continue,
            };
        }
        assert!(is_read_by_all(provider, &body), "{}", body.write());
        body
    };
    (0..MANY).map(one).collect()
}

fn is_leaf(tree: &Tree) -> bool {
    matches!(tree, Tree::String(_) | Tree::Literal(_))
}

fn is_read_by_all(provider: Provider, body: &Tree) -> bool {
    let body = body.write();
    let known = provider
        .parse(body.as_bytes())
        .is_ok_and(|webhook| webhook.is_known() && webhook.drift().is_empty());
    known && [Door, Picked, Derived].iter().all(|strategy| strategy.run(provider, &body))
}

/// Returns a different string of the same kind: other words, or an ID with other digits.
fn another(text: &str, rng: &mut Rng) -> String {
    let is_id =
        text.len() > 30 || text.len() > 4 && text.trim_start_matches('+').parse::<u64>().is_ok();
    if text.contains("GMT") {
        text.to_owned()
    } else if text.contains(' ') {
        let words = rng.usize(1..40);
        let word = |_| (0..rng.usize(1..10)).map(|_| rng.lowercase()).collect::<String>();
        (0..words).map(word).collect::<Vec<_>>().join(" ")
    } else if is_id {
        digits(text, rng)
    } else {
        text.to_owned()
    }
}

/// Changes digits, except those on which a number or a date may depend.
fn digits(text: &str, rng: &mut Rng) -> String {
    text.chars().map(|c| if matches!(c, '3'..='9') { rng.char('1'..='9') } else { c }).collect()
}

/// Adds five unmodeled members to the object that has the event's own members.
fn with_five(sample: &Tree, provider: Provider) -> Tree {
    const FIVE: &str = r#"{"new_text":"something","new_number":12345,"new_flag":true,
        "new_object":{"a":1,"b":[true,false]},"new_list":["x","y"]}"#;
    let mut body = sample.clone();
    let Tree::Object(members) = &mut body else { unreachable!() };
    let place = match provider {
        Provider::SalesChat | Provider::AiSoule => &mut members.last_mut().unwrap().1,
        Provider::Smartflow => match &mut members[0].1 {
            Tree::Array(statuses) => &mut statuses[0],
            _ => unreachable!(),
        },
        _ => &mut body,
    };
    let (Tree::Object(own), Tree::Object(five)) = (place, Tree::parse(FIVE.as_bytes())) else {
        unreachable!()
    };
    own.splice(1..1, five);
    body
}

/// Changes the event type to an unknown one; `None` if the body does not name its event.
fn as_unknown(sample: &Tree) -> Option<Tree> {
    let mut body = sample.clone();
    let Tree::Object(members) = &mut body else { unreachable!() };
    let tags = ["event", "webhook_event_type", "type"];
    let tag = tags.iter().find_map(|tag| members.iter().position(|(key, _)| key == tag))?;
    members[tag].1 = Tree::String("something_new".to_owned());
    Some(body)
}

/// Puts an array near the end, where the model expects another type.
fn with_mistake(sample: &Tree, provider: Provider) -> Tree {
    let wrong = |path: &Vec<Segment>| {
        let mut body = sample.clone();
        *body.get_mut(path) = Tree::Array(Vec::new());
        let written = body.write();
        let fails = |strategy: &Strategy| !strategy.run(provider, &written);
        [Parse, Derived].iter().all(fails).then_some(body)
    };
    sample.paths().iter().rev().find_map(wrong).unwrap()
}

/// Makes a conversation with this number of nested messages.
fn conversation(count: usize) -> Tree {
    let mut body = fixture("chatwoot/conversation_created/web-widget.json");
    let Tree::Object(members) = &mut body else { unreachable!() };
    let (_, messages) = members.iter_mut().find(|(key, _)| key == "messages").unwrap();
    let Tree::Array(list) = messages else { unreachable!() };
    *list = vec![list[0].clone(); count];
    body
}
