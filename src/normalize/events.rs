use std::iter::FusedIterator;

use super::{Event, Normalize};

/// The events of a body, in its order, each made when it is asked for.
///
/// ```
/// use chathooks::{azeer::Webhook, normalize::{Event, Normalize}};
///
/// let webhook = Webhook::parse(br#"{"webhook_event_type":"incoming_msg"}"#)?;
/// let events: Vec<Event> = webhook.normalize().collect();
/// assert_eq!(events.len(), 1);
/// # Ok::<(), chathooks::ParseError>(())
/// ```
#[derive(Debug, Clone)]
#[must_use = "events are made only when they are asked for"]
pub struct Events(Rest);

/// What is not mapped yet.
#[derive(Debug, Clone)]
#[allow(clippy::large_enum_variant, reason = "a box would be one more allocation for each body")]
enum Rest {
    #[cfg(feature = "saleschat")]
    SalesChat(Option<crate::saleschat::Webhook>),
    #[cfg(any(feature = "smartflow", feature = "meta"))]
    WhatsApp(super::whatsapp::Batch),
    #[cfg(feature = "aisoule")]
    AiSoule(Option<crate::aisoule::Webhook>),
    #[cfg(feature = "azeer")]
    Azeer(Option<crate::azeer::Webhook>),
    #[cfg(feature = "chatwoot")]
    Chatwoot(Option<crate::chatwoot::Webhook>),
}

impl Iterator for Events {
    type Item = Event;

    #[inline]
    fn next(&mut self) -> Option<Event> {
        match self.0 {
            #[cfg(feature = "saleschat")]
            Rest::SalesChat(ref mut webhook) => webhook.take().map(super::saleschat::event),
            #[cfg(any(feature = "smartflow", feature = "meta"))]
            Rest::WhatsApp(ref mut batch) => batch.next(),
            #[cfg(feature = "aisoule")]
            Rest::AiSoule(ref mut webhook) => webhook.take().map(super::aisoule::event),
            #[cfg(feature = "azeer")]
            Rest::Azeer(ref mut webhook) => webhook.take().map(super::azeer::event),
            #[cfg(feature = "chatwoot")]
            Rest::Chatwoot(ref mut webhook) => webhook.take().map(super::chatwoot::event),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match self.0 {
            #[cfg(feature = "saleschat")]
            Rest::SalesChat(ref webhook) => webhook.iter().size_hint(),
            #[cfg(any(feature = "smartflow", feature = "meta"))]
            Rest::WhatsApp(ref batch) => batch.size_hint(),
            #[cfg(feature = "aisoule")]
            Rest::AiSoule(ref webhook) => webhook.iter().size_hint(),
            #[cfg(feature = "azeer")]
            Rest::Azeer(ref webhook) => webhook.iter().size_hint(),
            #[cfg(feature = "chatwoot")]
            Rest::Chatwoot(ref webhook) => webhook.iter().size_hint(),
        }
    }
}

impl FusedIterator for Events {}

impl Normalize for crate::Webhook {
    fn normalize(self) -> Events {
        match self {
            #[cfg(feature = "saleschat")]
            Self::SalesChat(webhook) => webhook.normalize(),
            #[cfg(feature = "smartflow")]
            Self::Smartflow(webhook) => webhook.normalize(),
            #[cfg(feature = "meta")]
            Self::Meta(webhook) => webhook.normalize(),
            #[cfg(feature = "aisoule")]
            Self::AiSoule(webhook) => webhook.normalize(),
            #[cfg(feature = "azeer")]
            Self::Azeer(webhook) => webhook.normalize(),
            #[cfg(feature = "chatwoot")]
            Self::Chatwoot(webhook) => webhook.normalize(),
        }
    }
}

#[cfg(feature = "saleschat")]
impl Normalize for crate::saleschat::Webhook {
    fn normalize(self) -> Events {
        Events(Rest::SalesChat(Some(self)))
    }
}

#[cfg(feature = "smartflow")]
impl Normalize for crate::smartflow::Webhook {
    fn normalize(self) -> Events {
        Events(Rest::WhatsApp(super::smartflow::batch(self)))
    }
}

#[cfg(feature = "meta")]
impl Normalize for crate::meta::Webhook {
    fn normalize(self) -> Events {
        Events(Rest::WhatsApp(super::meta::batch(self)))
    }
}

#[cfg(feature = "aisoule")]
impl Normalize for crate::aisoule::Webhook {
    fn normalize(self) -> Events {
        Events(Rest::AiSoule(Some(self)))
    }
}

#[cfg(feature = "azeer")]
impl Normalize for crate::azeer::Webhook {
    fn normalize(self) -> Events {
        Events(Rest::Azeer(Some(self)))
    }
}

#[cfg(feature = "chatwoot")]
impl Normalize for crate::chatwoot::Webhook {
    fn normalize(self) -> Events {
        Events(Rest::Chatwoot(Some(self)))
    }
}
