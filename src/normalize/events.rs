use std::{iter::FusedIterator, vec};

use super::{Event, azeer};

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
#[must_use = "the events are made when the iterator is asked for them"]
pub struct Events(Rest);

/// What is not mapped yet.
#[derive(Debug, Clone)]
enum Rest {
    Azeer(Option<crate::azeer::Webhook>),
    List(vec::IntoIter<Event>),
}

impl Iterator for Events {
    type Item = Event;

    #[inline]
    fn next(&mut self) -> Option<Event> {
        match &mut self.0 {
            Rest::Azeer(webhook) => webhook.take().map(azeer::event),
            Rest::List(events) => events.next(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match &self.0 {
            Rest::Azeer(webhook) => one(webhook),
            Rest::List(events) => events.size_hint(),
        }
    }
}

impl FusedIterator for Events {}

fn one<T>(webhook: &Option<T>) -> (usize, Option<usize>) {
    webhook.iter().size_hint()
}

impl From<Vec<Event>> for Events {
    fn from(events: Vec<Event>) -> Self {
        Self(Rest::List(events.into_iter()))
    }
}

impl From<crate::azeer::Webhook> for Events {
    fn from(webhook: crate::azeer::Webhook) -> Self {
        Self(Rest::Azeer(Some(webhook)))
    }
}
