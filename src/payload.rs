//! Payloads: whole bodies as typed values.

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

/// A whole body of one provider as a typed value, implemented by the `Webhook` of each module.
///
/// Use it for code that is generic over the provider; if the provider is known at run time only,
/// use the enum [`Webhook`]. Every `Webhook` also has these functions as inherent ones. The trait
/// is sealed: types outside of this crate cannot implement it.
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
    /// The enum of the event types that have a model.
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

    /// The provider that sends the body.
    const PROVIDER: Provider;

    /// All event types that have a model.
    const EVENTS: &'static [Self::EventType];

    /// Parses a body, exactly as it was received.
    ///
    /// # Errors
    ///
    /// Returns an error if the bytes are not a JSON object, if the object does not name an event as
    /// this provider does, or if it does not fit the model of the event. An unknown event is not an
    /// error.
    fn parse(body: &[u8]) -> Result<Self, ParseError>;

    /// Parses a body, and sets parts that do not fit aside as [misfits](Misfit).
    ///
    /// # Errors
    ///
    /// Returns an error if the bytes are not a JSON object, if the object does not name an event,
    /// or if the rest lacks a required member. It is the error that [`parse`](Self::parse) returns.
    fn parse_lenient(body: &[u8]) -> Result<Lenient<Self>, ParseError>;

    /// Returns the event type as it was sent, or a name for the contents if the body does not name
    /// an event.
    fn name(&self) -> &str;

    /// Returns the event type; `None` if this version of the crate has no model for the event.
    fn event_type(&self) -> Option<Self::EventType> {
        self.name().parse().ok()
    }

    /// Returns whether this version of the crate has a model for the event.
    fn is_known(&self) -> bool {
        self.event_type().is_some()
    }

    /// Lists what the body contains and the model does not know, by JSON pointer.
    fn drift(&self) -> Vec<Drift>;
}

mod sealed {
    pub trait Sealed {}

    impl<T: super::Root> Sealed for T {}
}

/// What is specific to the whole body of a provider.
pub(crate) trait Root: Wire {
    /// The event types that have a model.
    const NAMES: &'static [&'static str];

    /// Returns the error of a body that another provider sent. `error` is that of reading it, if
    /// any.
    fn other_provider_error(
        &self,
        _text: &str,
        _error: Option<&json::Error>,
    ) -> Option<ParseError> {
        None
    }

    /// Returns drift that the tables do not show.
    fn additional_drift(&self) -> Option<Drift> {
        None
    }
}

/// Implements [`Payload`] for the `Webhook` of a provider, which has a method `name`, and adds the
/// same functions as inherent ones.
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
            /// Parses a body, exactly as it was received.
            ///
            /// # Errors
            ///
            /// Returns an error if the bytes are not a JSON object, if the object does not name an
            /// event as this provider does, or if it does not fit the model of the event. An
            /// unknown event is not an error.
            pub fn parse(body: &[u8]) -> Result<Self, $crate::ParseError> {
                $crate::Payload::parse(body)
            }

            /// Parses a body, and sets parts that do not fit aside as [misfits](crate::Misfit).
            ///
            /// # Errors
            ///
            /// Returns an error if the bytes are not a JSON object, if the object does not name an
            /// event, or if the rest lacks a required member. It is the error that
            /// [`parse`](Self::parse) returns.
            pub fn parse_lenient(body: &[u8]) -> Result<$crate::Lenient<Self>, $crate::ParseError> {
                $crate::Payload::parse_lenient(body)
            }

            /// Returns the event type; `None` if this version of the crate has no model for the
            /// event.
            #[must_use]
            pub fn event_type(&self) -> Option<EventType> {
                $crate::Payload::event_type(self)
            }

            /// Returns whether this version of the crate has a model for the event.
            #[must_use]
            pub fn is_known(&self) -> bool {
                $crate::Payload::is_known(self)
            }

            /// Lists what the body contains and the model does not know, by JSON pointer.
            #[must_use]
            pub fn drift(&self) -> Vec<$crate::Drift> {
                $crate::Payload::drift(self)
            }
        }
    };
}

pub(crate) use payload;

/// Returns the error of a body that names an event, although bodies of its provider never do.
pub(crate) fn names_event(
    extra: &Extra,
    text: &str,
    error: Option<&json::Error>,
) -> Option<ParseError> {
    const KEYS: [&str; 2] = ["event", "webhook_event_type"];
    let names_event = |key: &&str| match error.map(json::Error::kind) {
        None => extra.iter().any(|(own, json)| own == *key && json.get().starts_with('"')),
        // The key may have escapes.
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

/// Parses a whole body.
pub(crate) fn parse<T: Payload + Root>(body: &[u8]) -> Result<T, ParseError> {
    let text = ParseError::text_of(body).map_err(|error| error.of(T::PROVIDER, None))?;
    let mut webhook = T::empty();
    match read(&mut webhook, &mut Body::new(text, T::TAG)) {
        Ok(()) => Ok(webhook),
        Err(error) => Err(error.after(body.len() - text.len())),
    }
}

/// Parses a whole body, and sets aside the parts that do not fit.
pub(crate) fn parse_lenient<T: Payload + Root>(bytes: &[u8]) -> Result<Lenient<T>, ParseError> {
    let text = ParseError::text_of(bytes).map_err(|error| error.of(T::PROVIDER, None))?;
    let offset = bytes.len() - text.len();
    let mut body = Body::lenient(text, T::TAG);
    let mut webhook = T::empty();
    read(&mut webhook, &mut body).map_err(|error| error.after(offset))?;
    let mut positions = json::Positions::new(text);
    let misfits = body.into_misfits().into_iter().map(|misfit| {
        let error = misfit.error.locate_in(&mut positions);
        Misfit {
            pointer: error.pointer.clone(),
            error: ParseError::from(error).after(offset),
            value: misfit.value,
        }
    });
    Ok(Lenient { webhook, misfits: misfits.collect() })
}

fn read<T: Payload + Root>(webhook: &mut T, body: &mut Body<'_>) -> Result<(), ParseError> {
    let text = body.json.text();
    let read = wire::read(webhook, body);
    if let Some(error) = webhook.other_provider_error(text, read.as_ref().err()) {
        return Err(error.of(T::PROVIDER, None));
    }
    read.map_err(|error| {
        let name = body.event_name();
        let event = T::NAMES.iter().find(|known| name.as_deref() == Some(**known));
        ParseError::from(error.locate(text)).of(T::PROVIDER, event.copied())
    })
}
