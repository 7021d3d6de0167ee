use std::iter::FusedIterator;

use super::{Event, Normalize, aisoule, azeer, chatwoot, saleschat, smartflow};

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
    SalesChat(Option<crate::saleschat::Webhook>),
    Smartflow(smartflow::Batch),
    AiSoule(Option<crate::aisoule::Webhook>),
    Azeer(Option<crate::azeer::Webhook>),
    Chatwoot(Option<crate::chatwoot::Webhook>),
}

impl Iterator for Events {
    type Item = Event;

    #[inline]
    fn next(&mut self) -> Option<Event> {
        match &mut self.0 {
            Rest::SalesChat(webhook) => webhook.take().map(saleschat::event),
            Rest::Smartflow(batch) => batch.next(),
            Rest::AiSoule(webhook) => webhook.take().map(aisoule::event),
            Rest::Azeer(webhook) => webhook.take().map(azeer::event),
            Rest::Chatwoot(webhook) => webhook.take().map(chatwoot::event),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match &self.0 {
            Rest::SalesChat(webhook) => webhook.iter().size_hint(),
            Rest::Smartflow(batch) => batch.size_hint(),
            Rest::AiSoule(webhook) => webhook.iter().size_hint(),
            Rest::Azeer(webhook) => webhook.iter().size_hint(),
            Rest::Chatwoot(webhook) => webhook.iter().size_hint(),
        }
    }
}

impl FusedIterator for Events {}

impl Normalize for crate::Webhook {
    fn normalize(self) -> Events {
        match self {
            Self::SalesChat(webhook) => webhook.normalize(),
            Self::Smartflow(webhook) => webhook.normalize(),
            Self::AiSoule(webhook) => webhook.normalize(),
            Self::Azeer(webhook) => webhook.normalize(),
            Self::Chatwoot(webhook) => webhook.normalize(),
        }
    }
}

impl Normalize for crate::saleschat::Webhook {
    fn normalize(self) -> Events {
        Events(Rest::SalesChat(Some(self)))
    }
}

impl Normalize for crate::smartflow::Webhook {
    fn normalize(self) -> Events {
        Events(Rest::Smartflow(self.into()))
    }
}

impl Normalize for crate::aisoule::Webhook {
    fn normalize(self) -> Events {
        Events(Rest::AiSoule(Some(self)))
    }
}

impl Normalize for crate::azeer::Webhook {
    fn normalize(self) -> Events {
        Events(Rest::Azeer(Some(self)))
    }
}

impl Normalize for crate::chatwoot::Webhook {
    fn normalize(self) -> Events {
        Events(Rest::Chatwoot(Some(self)))
    }
}
