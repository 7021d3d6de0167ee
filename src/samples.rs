//! Sample bodies to test a handler with: every fixture of this crate. Needs the feature `samples`.
//!
//! It is meant for tests, so it belongs to `dev-dependencies`: the bodies, about a megabyte, become
//! part of the program.
//!
//! ```toml
//! [dev-dependencies]
//! chathooks = { version = "0.1", features = ["samples"] }
//! ```
//!
//! # Testing your handler
//!
//! For example, this handler opens a ticket for each message of a customer:
//!
//! ```
//! use chathooks::normalize::{Event, Kind};
//!
//! fn ticket(event: &Event) -> Option<String> {
//!     let Kind::MessageReceived(message) = &event.kind else { return None };
//!     let name = event.contact.as_ref().and_then(|contact| contact.name()).unwrap_or("a customer");
//!     Some(format!("{name}: {}", message.content.text().unwrap_or("(no text)")))
//! }
//!
//! // It must accept every body that the providers are known to send, ...
//! for sample in chathooks::samples::all() {
//!     for event in sample.provider.receive(sample.body).events {
//!         let _ = ticket(&event);
//!     }
//! }
//!
//! // ... do the right thing with a specific one, ...
//! use chathooks::{Provider, samples};
//!
//! let body = samples::body(Provider::Azeer, "incoming_msg").expect("Azeer has this event");
//! let event = &Provider::Azeer.receive(body).events[0];
//! assert!(ticket(event).is_some());
//!
//! // ... and with an event that is constructed by hand.
//! use chathooks::normalize::{Contact, Content, Message};
//!
//! let message = samples::build(|message: &mut Message| {
//!     message.content = Content::Text("Is the shop open?".into());
//! });
//! let event = samples::event(Provider::Meta, Kind::MessageReceived(message.into()), |event| {
//!     event.contact = Some(samples::build(|contact: &mut Contact| {
//!         contact.display_name = Some("Asha".into());
//!     }));
//! });
//! assert_eq!(ticket(&event).as_deref(), Some("Asha: Is the shop open?"));
//! ```
//!
//! All persons and numbers are made up. `fixtures/README.md`, in the repository and in the package,
//! gives the origin of each body.

use include_dir::{Dir, File, include_dir};

use crate::{
    Provider,
    normalize::{Event, Kind},
};

static FIXTURES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/fixtures");

/// A sample body of a provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sample {
    /// The provider that sends such a body.
    pub provider: Provider,
    /// The event type, as in [`Provider::events`].
    ///
    /// It is `_unknown` for unknown events, `_drift` for known events with something that is not
    /// modeled, and `_broken` for bodies that [`Provider::parse`] rejects.
    pub event: &'static str,
    /// What is special about the body, such as `with-attachment`.
    pub case: &'static str,
    /// The bytes of the body.
    pub body: &'static [u8],
}

/// Returns every sample, ordered by provider, event type and case.
pub fn all() -> impl Iterator<Item = Sample> {
    let providers = Provider::ALL.iter().copied();
    let events = providers.flat_map(|provider| {
        let own = FIXTURES.get_dir(provider.as_str());
        own.into_iter().flat_map(Dir::dirs).map(move |event| (provider, event))
    });
    events.flat_map(|(provider, folder)| {
        folder.files().filter_map(move |file| sample(provider, folder, file))
    })
}

/// Returns the samples of an event type, ordered by case. Empty if there is no such event type.
///
/// ```
/// use chathooks::{Provider, samples};
///
/// for sample in samples::of(Provider::Chatwoot, "message_created") {
///     assert!(Provider::Chatwoot.parse(sample.body).is_ok(), "{}", sample.case);
/// }
/// ```
pub fn of(provider: Provider, event: &str) -> impl Iterator<Item = Sample> {
    let path = format!("{}/{event}", provider.as_str());
    let folder = FIXTURES.get_dir(path);
    folder.into_iter().flat_map(move |folder| {
        folder.files().filter_map(move |file| sample(provider, folder, file))
    })
}

/// Returns the shortest body of an event type, which is the most basic one.
///
/// `None` if there is no such event type.
#[must_use]
pub fn body(provider: Provider, event: &str) -> Option<&'static [u8]> {
    of(provider, event).map(|sample| sample.body).min_by_key(|body| body.len())
}

/// Returns a default value with some of its fields set.
///
/// It is meant for the types of [`normalize`](crate::normalize), whose constructors do not take
/// every field.
pub fn build<T: Default>(set: impl FnOnce(&mut T)) -> T {
    let mut value = T::default();
    set(&mut value);
    value
}

/// Returns an event of a kind with some of its fields set. Its event type is the name of the kind.
pub fn event(provider: Provider, kind: Kind, set: impl FnOnce(&mut Event)) -> Event {
    let mut event = Event::new(provider, kind.name(), kind);
    set(&mut event);
    event
}

fn sample(
    provider: Provider,
    folder: &'static Dir<'static>,
    file: &'static File<'static>,
) -> Option<Sample> {
    let event = folder.path().file_name()?.to_str()?;
    let case = file.path().file_name()?.to_str()?.strip_suffix(".json")?;
    Some(Sample { provider, event, case, body: file.contents() })
}
