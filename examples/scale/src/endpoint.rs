//! Who may send: one endpoint for each installation, with its secret.

use std::{collections::HashMap, fs, path::Path};

use axum::http::HeaderMap;
use chathooks::{
    Provider,
    verify::{self, Error, Key, Window},
};
use chrono::Utc;
use serde::Deserialize;

use crate::Result;

/// A line of the file of endpoints, an array in JSON.
#[derive(Deserialize)]
struct Line {
    name: String,
    provider: Provider,
    /// While a secret is being changed, the new and the old one.
    secrets: Vec<String>,
    /// What Meta shows when it checks the URL.
    #[serde(default)]
    verify_tokens: Vec<String>,
}

pub struct Endpoint {
    pub provider: Provider,
    keys: Vec<Key>,
    tokens: Vec<Key>,
}

/// Reads the endpoints, by name.
pub fn read(path: &Path) -> Result<HashMap<String, Endpoint>> {
    let lines: Vec<Line> = serde_json::from_slice(&fs::read(path)?)?;
    let endpoint = |line: Line| {
        let keys =
            |secrets: Vec<String>| secrets.into_iter().map(Key::new).collect::<Result<Vec<_>, _>>();
        let (keys, tokens) = (keys(line.secrets)?, keys(line.verify_tokens)?);
        Ok((line.name, Endpoint { provider: line.provider, keys, tokens }))
    };
    lines.into_iter().map(endpoint).collect()
}

impl Endpoint {
    /// Whether the request comes from a sender who knows the secret. Providers that sign nothing have
    /// it as the last part of the URL.
    pub fn admits(&self, headers: &HeaderMap, token: Option<&str>, body: &[u8]) -> bool {
        let window = Window::around(Utc::now().timestamp());
        let verified = match self.provider.verify(&self.keys, headers, body, window) {
            Err(Error::Unsigned) => verify::token(&self.keys, token.unwrap_or_default()),
            verified => verified,
        };
        verified.is_ok()
    }

    /// The answer to Meta's check of the URL.
    pub fn handshake(&self, query: &[(String, String)]) -> Option<String> {
        let pairs = query.iter().map(|(name, value)| (name, value));
        verify::meta_handshake(&self.tokens, pairs).ok()
    }
}
