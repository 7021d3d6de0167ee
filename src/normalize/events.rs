use std::iter::FusedIterator;

use super::{Event, Normalize};

/// An iterator over the events of a body, in the order of the body.
///
/// Each event is made only when it is asked for.
///
/// ```
/// use chathooks::{azeer::Webhook, normalize::Event};
///
/// let webhook = Webhook::parse(br#"{"webhook_event_type":"incoming_msg"}"#)?;
/// let events: Vec<Event> = webhook.normalize().collect();
/// assert_eq!(events.len(), 1);
/// # Ok::<(), chathooks::ParseError>(())
/// ```
#[derive(Debug, Clone)]
#[must_use = "events are made only when they are asked for"]
pub struct Events(Rest);

/// The part of the body that is not mapped yet.
#[derive(Debug, Clone)]
#[allow(clippy::large_enum_variant, reason = "a box would be one more allocation for each body")]
enum Rest {
    #[cfg(feature = "saleschat")]
    SalesChat(Option<crate::saleschat::Webhook>),
    #[cfg(any(feature = "smartflow", feature = "meta"))]
    WhatsApp(super::whatsapp::Pending),
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

/// Implements `normalize` for the `Webhook` of each provider, and for that of all providers.
macro_rules! normalize {
    ($($(#[$cfg:meta])? $name:path, |$webhook:ident| $events:expr;)+) => { $(
        $(#[$cfg])?
        impl $name {
            /// Maps the body onto the domain model and returns its [`Events`], one by one.
            pub fn normalize(self) -> Events {
                Normalize::normalize(self)
            }
        }

        $(#[$cfg])?
        impl Normalize for $name {
            fn normalize(self) -> Events {
                let $webhook = self;
                $events
            }
        }
    )+ };
}

normalize! {
    crate::Webhook, |webhook| match webhook {
        #[cfg(feature = "saleschat")]
        crate::Webhook::SalesChat(webhook) => webhook.normalize(),
        #[cfg(feature = "smartflow")]
        crate::Webhook::Smartflow(webhook) => webhook.normalize(),
        #[cfg(feature = "meta")]
        crate::Webhook::Meta(webhook) => webhook.normalize(),
        #[cfg(feature = "aisoule")]
        crate::Webhook::AiSoule(webhook) => webhook.normalize(),
        #[cfg(feature = "azeer")]
        crate::Webhook::Azeer(webhook) => webhook.normalize(),
        #[cfg(feature = "chatwoot")]
        crate::Webhook::Chatwoot(webhook) => webhook.normalize(),
    };
    #[cfg(feature = "saleschat")]
    crate::saleschat::Webhook, |webhook| Events(Rest::SalesChat(Some(webhook)));
    #[cfg(feature = "smartflow")]
    crate::smartflow::Webhook, |webhook| Events(Rest::WhatsApp(super::smartflow::batch(webhook)));
    #[cfg(feature = "meta")]
    crate::meta::Webhook, |webhook| Events(Rest::WhatsApp(super::meta::batch(webhook)));
    #[cfg(feature = "aisoule")]
    crate::aisoule::Webhook, |webhook| Events(Rest::AiSoule(Some(webhook)));
    #[cfg(feature = "azeer")]
    crate::azeer::Webhook, |webhook| Events(Rest::Azeer(Some(webhook)));
    #[cfg(feature = "chatwoot")]
    crate::chatwoot::Webhook, |webhook| Events(Rest::Chatwoot(Some(webhook)));
}
