//! The strategies that are compared.

use std::hint::black_box;

use chathooks::{Payload, Provider, Webhook, aisoule, azeer, chatwoot, meta, saleschat, smartflow};
use serde::de::IgnoredAny;
use serde_json::Value;

use crate::{derived, picked};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Strategy {
    /// serde_json skips the body: the minimum cost of reading JSON.
    Ignored,
    /// Bytes → `serde_json::Value`.
    Value,
    /// Bytes → `serde_json::Value` → the fields of the event, picked by hand.
    Picked,
    /// Bytes → a type with serde's derive, known in advance.
    Derived,
    /// Bytes → payload.
    Parse,
    /// Bytes → an error with its position, of a body that does not fit.
    Failing,
    /// Bytes → payload → domain events, one by one: end to end.
    Door,
    /// The deduplication keys of events that were created before.
    Key,
    /// Bytes → payload, with misfits set aside.
    Lenient,
    /// Bytes → payload, with the provider detected from the body.
    Any,
    /// Finds the event type of a Chatwoot body.
    Name,
}

impl Strategy {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Ignored => "IgnoredAny",
            Self::Value => "Value",
            Self::Picked => "Value, picked",
            Self::Derived => "derive",
            Self::Parse => "parse",
            Self::Failing => "parse, failing",
            Self::Door => "parse, normalize",
            Self::Key => "key",
            Self::Lenient => "parse_lenient",
            Self::Any => "parse, provider unknown",
            Self::Name => "name of the event",
        }
    }

    /// Reads a body and drops the result. Returns whether the body could be read.
    pub(crate) fn run(self, provider: Provider, body: &str) -> bool {
        let text = black_box(body);
        let body = text.as_bytes();
        match self {
            Self::Ignored => black_box(serde_json::from_slice::<IgnoredAny>(body)).is_ok(),
            Self::Value => black_box(serde_json::from_slice::<Value>(body)).is_ok(),
            Self::Picked => picked::parse(provider, body),
            Self::Derived => derived::parse(provider, body),
            Self::Parse | Self::Failing | Self::Door | Self::Lenient => self.typed(provider, body),
            Self::Key => unreachable!("keys are not made of a body"),
            Self::Any => black_box(Webhook::parse(body)).is_ok(),
            Self::Name => black_box(Provider::Chatwoot.event_name(text.as_bytes())).is_some(),
        }
    }

    /// Reads a body with the provider's own `Webhook`.
    fn typed(self, provider: Provider, body: &[u8]) -> bool {
        match provider {
            Provider::SalesChat => self.read::<saleschat::Webhook>(body),
            Provider::Smartflow => self.read::<smartflow::Webhook>(body),
            Provider::Meta => self.read::<meta::Webhook>(body),
            Provider::AiSoule => self.read::<aisoule::Webhook>(body),
            Provider::Azeer => self.read::<azeer::Webhook>(body),
            Provider::Chatwoot => self.read::<chatwoot::Webhook>(body),
            other => unimplemented!("{other}"),
        }
    }

    fn read<T: Payload>(self, body: &[u8]) -> bool {
        match self {
            Self::Lenient => black_box(T::parse_lenient(body)).is_ok(),
            Self::Door => {
                T::parse(body).is_ok_and(|webhook| webhook.normalize().map(black_box).count() > 0)
            }
            _ => black_box(T::parse(body)).is_ok(),
        }
    }
}
