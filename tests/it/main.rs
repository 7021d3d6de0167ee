//! The integration tests: one binary with a module for each topic. Fixtures are found by path.

#[cfg(feature = "aisoule")]
mod aisoule;
#[cfg(feature = "providers")]
mod aliases;
#[cfg(feature = "providers")]
mod allocations;
#[cfg(feature = "azeer")]
mod azeer;
#[cfg(feature = "chatwoot")]
mod chatwoot;
#[cfg(feature = "providers")]
mod complexity;
#[cfg(feature = "providers")]
mod delivery_progress;
#[cfg(feature = "providers")]
mod detect;
#[cfg(feature = "providers")]
mod docs;
#[cfg(feature = "providers")]
mod errors;
#[cfg(feature = "providers")]
mod fixture_origin;
mod fixtures;
#[cfg(feature = "providers")]
mod hostile;
#[cfg(feature = "providers")]
mod idioms;
mod imports;
#[cfg(feature = "providers")]
mod json_suite;
mod json_tree;
#[cfg(feature = "providers")]
mod kept;
#[cfg(feature = "providers")]
mod lenient;
#[cfg(feature = "providers")]
mod normalize;
#[cfg(feature = "providers")]
mod oracle;
#[cfg(feature = "providers")]
mod positions;
#[cfg(feature = "providers")]
mod privacy;
mod properties;
mod rewriting;
#[cfg(feature = "saleschat")]
mod saleschat;
#[cfg(feature = "providers")]
mod values;
#[cfg(all(feature = "verify", feature = "providers"))]
mod verify;
#[cfg(feature = "providers")]
mod wire;

use std::{fs, path::Path};

use chathooks::{Provider, Webhook, normalize::Event};
use walkdir::WalkDir;

/// One file of `fixtures/<provider>/<event>/<case>.json`.
#[derive(Debug)]
pub(crate) struct Fixture {
    /// The path below `fixtures`.
    pub(crate) path: String,
    pub(crate) provider: Provider,
    /// The folder: the event type, or a group such as `_broken`, with a leading underscore.
    pub(crate) folder: String,
    pub(crate) body: Vec<u8>,
}

impl Fixture {
    pub(crate) fn events(&self) -> Vec<Event> {
        self.provider.parse(&self.body).unwrap().normalize().collect()
    }

    /// Compares a text with the snapshot `snapshots/<what>/<provider>/<event>/<case>.snap`.
    pub(crate) fn snapshot(&self, what: &str, text: &str) {
        let path = Path::new("snapshots").join(what).join(&self.path);
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(path.parent().unwrap());
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(path.file_stem().unwrap().to_str(), text));
    }
}

/// Returns the deduplication key of a fixture that has exactly one event.
#[cfg(any(feature = "aisoule", feature = "azeer", feature = "saleschat"))]
pub(crate) fn key(path: &str) -> chathooks::normalize::EventKey {
    let fixture = readable().find(|fixture| fixture.path == path).unwrap();
    let [event] = &fixture.events()[..] else { panic!("{path}: not one event") };
    event.key()
}

/// Returns all fixtures of the enabled providers, sorted by path.
pub(crate) fn all() -> impl Iterator<Item = Fixture> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let files = WalkDir::new(&root).sort_by_file_name().into_iter().map(Result::unwrap);
    let bodies = files.filter(|file| file.path().extension().is_some_and(|end| end == "json"));
    let fixtures = bodies.map(move |file| {
        let path = file.path().strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        let [provider, folder, _] = path.split('/').collect::<Vec<_>>()[..] else {
            panic!("{path}: not <provider>/<event>/<case>.json");
        };
        Fixture {
            provider: provider.parse().unwrap(),
            folder: folder.to_owned(),
            body: fs::read(file.path()).unwrap(),
            path,
        }
    });
    fixtures.filter(|fixture| Webhook::PROVIDERS.contains(&fixture.provider))
}

/// Returns the fixtures that can be parsed: all except those in `_broken`.
pub(crate) fn readable() -> impl Iterator<Item = Fixture> {
    all().filter(|fixture| fixture.folder != "_broken")
}
