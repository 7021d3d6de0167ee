//! The JSON object of a body.

use chathooks::{DriftKind, Misfit, ParseError, Webhook, normalize::Event};
use serde::Serialize;

use crate::{Body, Read};

#[derive(Serialize)]
pub(crate) struct Row {
    source: String,
    provider: Option<&'static str>,
    name: Option<String>,
    version: Option<String>,
    known: Option<bool>,
    round_trip: Option<bool>,
    drift: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) misfits: Option<Vec<Part>>,
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

/// A part that does not fit.
#[derive(Serialize)]
pub(crate) struct Part {
    pointer: String,
    error: String,
}

impl Part {
    fn new(misfit: &Misfit) -> Self {
        Self { pointer: misfit.pointer.clone(), error: misfit.error.to_string() }
    }
}

impl Row {
    pub(crate) fn new(body: &Body<'_>, parsed: &Result<Read, ParseError>) -> Self {
        let source = body.source.to_owned();
        match parsed {
            Ok(Read { webhook, misfits, is_lossless }) => Self {
                source,
                provider: Some(webhook.provider().as_str()),
                name: Some(webhook.name().to_owned()),
                version: webhook.version().map(Into::into),
                known: Some(webhook.is_known()),
                round_trip: Some(*is_lossless),
                drift: members(webhook),
                misfits: Some(misfits.iter().map(Part::new).collect()),
                error: None,
                events: webhook.clone().normalize().collect(),
            },
            Err(error) => Self {
                source,
                provider: error.provider().map(chathooks::Provider::as_str),
                name: error.event().map(str::to_owned),
                version: None,
                known: None,
                round_trip: None,
                drift: Vec::new(),
                misfits: Some(Vec::new()),
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
