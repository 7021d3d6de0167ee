//! A whole body of one provider: from its bytes to its typed value.

use serde::Serialize;

use crate::{
    Drift, Lenient, Misfit, ParseError, Provider, drift, json,
    wire::{self, Body, Extra, Wire, event_name},
};

/// A whole body of one provider.
pub(crate) trait Payload: Wire + Serialize {
    const PROVIDER: Provider;

    /// Names of the events that have a model.
    const EVENTS: &'static [&'static str];

    /// Name of the event as it was sent, or what the body is called that has none.
    fn name(&self) -> &str;

    /// The error of a body that is another provider's, be it read or not.
    fn foreign(&self, _text: &str, _error: Option<&json::Error>) -> Option<ParseError> {
        None
    }

    /// Lists what the body has and the model does not.
    fn drift(&self) -> Vec<Drift> {
        drift::of(self)
    }
}

/// Gives the whole body of a provider what all of them have.
macro_rules! payload {
    ($name:ident) => {
        impl $name {
            /// Reads a body, just as it was received.
            ///
            /// # Errors
            ///
            /// If the bytes are not a JSON object, if they do not name an event as this provider
            /// does, or if they do not fit the model of the event. An event without a model is no
            /// error.
            pub fn parse(body: &[u8]) -> Result<Self, $crate::ParseError> {
                $crate::payload::parse(body)
            }

            /// Reads a body; parts that do not fit become [misfits](crate::Misfit) beside it.
            ///
            /// # Errors
            ///
            /// If the bytes are not a JSON object, if they do not name an event, or if what is left
            /// lacks what the event cannot do without. The error is that of [`parse`](Self::parse).
            pub fn parse_lenient(body: &[u8]) -> Result<$crate::Lenient<Self>, $crate::ParseError> {
                $crate::payload::parse_lenient(body)
            }

            /// Whether this version has a model for the event.
            #[must_use]
            pub fn is_known(&self) -> bool {
                <Self as $crate::payload::Payload>::EVENTS.contains(&self.name())
            }

            /// Lists what the body holds and the model does not, by JSON pointer.
            #[must_use]
            pub fn drift(&self) -> Vec<$crate::Drift> {
                $crate::payload::Payload::drift(self)
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
pub(crate) fn parse<T: Payload>(body: &[u8]) -> Result<T, ParseError> {
    let text = ParseError::text_of(body).map_err(|error| error.of(T::PROVIDER, None))?;
    let mut webhook = T::empty();
    match read(&mut webhook, &mut Body::new(text, T::TAG)) {
        Ok(()) => Ok(webhook),
        Err(error) => Err(error.after(body.len() - text.len())),
    }
}

/// Reads a whole body; sets aside the parts that do not fit.
pub(crate) fn parse_lenient<T: Payload>(bytes: &[u8]) -> Result<Lenient<T>, ParseError> {
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

fn read<T: Payload>(webhook: &mut T, body: &mut Body<'_>) -> Result<(), ParseError> {
    let text = body.json.text();
    let read = wire::read(webhook, body);
    if let Some(error) = webhook.foreign(text, read.as_ref().err()) {
        return Err(error.of(T::PROVIDER, None));
    }
    read.map_err(|error| {
        let name = body.event_name();
        let event = T::EVENTS.iter().find(|known| name.as_deref() == Some(**known));
        ParseError::from(error.locate(text)).of(T::PROVIDER, event.copied())
    })
}
