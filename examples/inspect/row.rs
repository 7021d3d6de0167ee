//! The JSON object of a body.

use chathooks::{
    DriftKind, ParseError, Webhook,
    normalize::{Event, Normalize},
};
use serde::Serialize;

use crate::Body;

#[derive(Serialize)]
pub(crate) struct Row {
    source: String,
    provider: Option<&'static str>,
    name: Option<String>,
    version: Option<String>,
    known: Option<bool>,
    round_trip: Option<bool>,
    drift: Vec<String>,
    error: Option<Mistake>,
    events: Vec<Event>,
}

#[derive(Serialize)]
struct Mistake {
    kind: &'static str,
    path: String,
    line: usize,
    column: usize,
    message: String,
}

impl Row {
    pub(crate) fn new(body: &Body<'_>, parsed: &Result<Webhook, ParseError>) -> Self {
        let source = body.source.to_owned();
        match parsed {
            Ok(webhook) => Self {
                source,
                provider: Some(webhook.provider().as_str()),
                name: Some(webhook.name().to_owned()),
                version: webhook.version().map(Into::into),
                known: Some(webhook.is_known()),
                round_trip: Some(webhook.is_lossless(body.bytes)),
                drift: members(webhook),
                error: None,
                events: webhook.clone().normalize(),
            },
            Err(error) => Self {
                source,
                provider: error.provider().map(chathooks::Provider::as_str),
                name: error.event().map(str::to_owned),
                version: None,
                known: None,
                round_trip: None,
                drift: Vec::new(),
                error: Some(Mistake {
                    kind: error.kind().as_str(),
                    path: error.pointer().to_owned(),
                    line: error.line(),
                    column: error.column(),
                    message: error.message().to_owned(),
                }),
                events: Vec::new(),
            },
        }
    }
}

/// Pointers of the members that the model does not know.
fn members(webhook: &Webhook) -> Vec<String> {
    let drift = webhook.drift().into_iter().filter(|drift| drift.kind == DriftKind::Member);
    drift.map(|drift| drift.pointer).collect()
}
