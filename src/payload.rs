//! A whole body of one provider: from its bytes to its typed value.

use std::{
    fmt::{Debug, Display},
    hash::Hash,
    str::FromStr,
};

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    Drift, Lenient, Misfit, ParseError, Provider, Webhook, json,
    normalize::Normalize,
    wire::{self, Body, Extra, UnknownName, Wire, event_name},
};

/// A whole body of one provider: what the `Webhook` of each provider's module can do.
///
/// It is for code that serves any provider by its type; where only the value says which provider it is,
/// there is [`Webhook`]. Everything here is an inherent method of each `Webhook`, too. The trait is
/// implemented in this crate alone.
///
/// ```
/// use chathooks::{ParseError, Payload, chatwoot, smartflow};
///
/// fn log<T: Payload>(body: &[u8]) -> Result<String, ParseError> {
///     let webhook = T::parse(body)?;
///     let (name, drift) = (webhook.name().to_owned(), webhook.drift().len());
///     Ok(format!("{} {name}: {} events, {drift} unknown", T::PROVIDER, webhook.normalize().count()))
/// }
///
/// assert_eq!(
///     log::<chatwoot::Webhook>(br#"{"event":"message_created","id":1,"new":true}"#)?,
///     "chatwoot message_created: 1 events, 1 unknown",
/// );
/// assert_eq!(
///     log::<smartflow::Webhook>(br#"{"statuses":[{"id":"wamid.A","status":"read"}]}"#)?,
///     "smartflow status: 1 events, 0 unknown",
/// );
/// # Ok::<(), ParseError>(())
/// ```
pub trait Payload:
    Clone
    + Debug
    + Eq
    + Hash
    + Send
    + Sync
    + Serialize
    + DeserializeOwned
    + Normalize
    + Into<Webhook>
    + sealed::Sealed
    + 'static
{
    /// The names of the events that have a model.
    type EventType: Copy
        + Debug
        + Display
        + Eq
        + Hash
        + Ord
        + AsRef<str>
        + FromStr<Err = UnknownName>
        + Send
        + Sync
        + 'static;

    /// Who sends it.
    const PROVIDER: Provider;

    /// The events that have a model.
    const EVENTS: &'static [Self::EventType];

    /// Reads a body, exactly as it was received.
    ///
    /// # Errors
    ///
    /// If the bytes are not a JSON object, if they do not name an event as this provider does, or if
    /// they do not fit the model of the event. An event without a model is not an error.
    fn parse(body: &[u8]) -> Result<Self, ParseError>;

    /// Reads a body; parts that do not fit become [misfits](Misfit) beside it.
    ///
    /// # Errors
    ///
    /// If the bytes are not a JSON object, if they do not name an event, or if what is left lacks what
    /// the event cannot do without. The error is that of [`parse`](Self::parse).
    fn parse_lenient(body: &[u8]) -> Result<Lenient<Self>, ParseError>;

    /// Name of the event as it was sent; where the body has none, what it holds.
    fn name(&self) -> &str;

    /// Which event it is, if this version has a model for it.
    fn event_type(&self) -> Option<Self::EventType> {
        self.name().parse().ok()
    }

    /// Whether this version has a model for the event.
    fn is_known(&self) -> bool {
        self.event_type().is_some()
    }

    /// Lists what the body holds and the model does not, by JSON pointer.
    fn drift(&self) -> Vec<Drift>;
}

mod sealed {
    pub trait Sealed {}

    impl<T: super::Root> Sealed for T {}
}

/// What is special about a provider's whole body.
pub(crate) trait Root: Wire {
    /// The names of the events that have a model.
    const NAMES: &'static [&'static str];

    /// The error of a body that is another provider's, be it read or not.
    fn foreign(&self, _text: &str, _error: Option<&json::Error>) -> Option<ParseError> {
        None
    }

    /// What the model does not know, beyond what the tables say.
    fn more_drift(&self) -> Option<Drift> {
        None
    }
}

/// Gives the `Webhook` of a provider, which has a `name`, what all of them have: [`Payload`], and the
/// same as inherent methods.
macro_rules! payload {
    ($provider:ident) => {
        impl $crate::Payload for Webhook {
            type EventType = EventType;

            const PROVIDER: $crate::Provider = $crate::Provider::$provider;
            const EVENTS: &'static [EventType] = EventType::ALL;

            fn parse(body: &[u8]) -> Result<Self, $crate::ParseError> {
                $crate::payload::parse(body)
            }

            fn parse_lenient(body: &[u8]) -> Result<$crate::Lenient<Self>, $crate::ParseError> {
                $crate::payload::parse_lenient(body)
            }

            fn name(&self) -> &str {
                self.name()
            }

            fn drift(&self) -> Vec<$crate::Drift> {
                $crate::drift::of(self)
            }
        }

        impl Webhook {
            /// Reads a body, exactly as it was received.
            ///
            /// # Errors
            ///
            /// If the bytes are not a JSON object, if they do not name an event as this provider
            /// does, or if they do not fit the model of the event. An event without a model is not an
            /// error.
            pub fn parse(body: &[u8]) -> Result<Self, $crate::ParseError> {
                $crate::Payload::parse(body)
            }

            /// Reads a body; parts that do not fit become [misfits](crate::Misfit) beside it.
            ///
            /// # Errors
            ///
            /// If the bytes are not a JSON object, if they do not name an event, or if what is left
            /// lacks what the event cannot do without. The error is that of [`parse`](Self::parse).
            pub fn parse_lenient(body: &[u8]) -> Result<$crate::Lenient<Self>, $crate::ParseError> {
                $crate::Payload::parse_lenient(body)
            }

            /// Which event it is, if this version has a model for it.
            #[must_use]
            pub fn event_type(&self) -> Option<EventType> {
                $crate::Payload::event_type(self)
            }

            /// Whether this version has a model for the event.
            #[must_use]
            pub fn is_known(&self) -> bool {
                $crate::Payload::is_known(self)
            }

            /// Lists what the body holds and the model does not, by JSON pointer.
            #[must_use]
            pub fn drift(&self) -> Vec<$crate::Drift> {
                $crate::Payload::drift(self)
            }
        }
    };
}

pub(crate) use payload;

/// The error of a body without an event name that names one all the same, as those of other
/// providers do.
pub(crate) fn names_event(
    extra: &Extra,
    text: &str,
    error: Option<&json::Error>,
) -> Option<ParseError> {
    const KEYS: [&str; 2] = ["event", "webhook_event_type"];
    let names_event = |key: &&str| match error.map(json::Error::kind) {
        None => extra.iter().any(|(own, json)| own == *key && json.get().starts_with('"')),
        // A key may be written with escapes.
        Some(json::Kind::Shape) if text.contains(key) || text.contains('\\') => {
            event_name::find(text, key).is_some()
        }
        Some(_) => false,
    };
    let key = KEYS.into_iter().find(names_event)?;
    let message = format!("`{key}` names an event of another provider");
    let error = json::Error::new(json::Kind::Shape, event_name::offset(text, key)?, message);
    Some(ParseError::wrong_provider(error.within(json::Segment::Key(key)), text))
}

/// Reads a whole body.
pub(crate) fn parse<T: Payload + Root>(body: &[u8]) -> Result<T, ParseError> {
    let text = ParseError::text_of(body).map_err(|error| error.of(T::PROVIDER, None))?;
    let mut webhook = T::empty();
    match read(&mut webhook, &mut Body::new(text, T::TAG)) {
        Ok(()) => Ok(webhook),
        Err(error) => Err(error.after(body.len() - text.len())),
    }
}

/// Reads a whole body; sets aside the parts that do not fit.
pub(crate) fn parse_lenient<T: Payload + Root>(bytes: &[u8]) -> Result<Lenient<T>, ParseError> {
    let text = ParseError::text_of(bytes).map_err(|error| error.of(T::PROVIDER, None))?;
    let offset = bytes.len() - text.len();
    let mut body = Body::lenient(text, T::TAG);
    let mut webhook = T::empty();
    read(&mut webhook, &mut body).map_err(|error| error.after(offset))?;
    let mut positions = json::Positions::new(text);
    let misfits = body.into_rejects().into_iter().map(|reject| {
        let error = reject.error.locate_in(&mut positions);
        Misfit {
            pointer: error.pointer.clone(),
            error: ParseError::from(error).after(offset),
            value: reject.value,
        }
    });
    Ok(Lenient { webhook, misfits: misfits.collect() })
}

fn read<T: Payload + Root>(webhook: &mut T, body: &mut Body<'_>) -> Result<(), ParseError> {
    let text = body.json.text();
    let read = wire::read(webhook, body);
    if let Some(error) = webhook.foreign(text, read.as_ref().err()) {
        return Err(error.of(T::PROVIDER, None));
    }
    read.map_err(|error| {
        let name = body.event_name();
        let event = T::NAMES.iter().find(|known| name.as_deref() == Some(**known));
        ParseError::from(error.locate(text)).of(T::PROVIDER, event.copied())
    })
}
