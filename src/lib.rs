#![cfg_attr(feature = "providers", doc = include_str!("../README.md"))]
#![cfg_attr(
    not(feature = "providers"),
    allow(
        missing_docs,
        dead_code,
        unused_imports,
        unused_macros,
        reason = "one provider does not need all"
    )
)]

mod detect;
mod drift;
mod error;
mod json;
mod lenient;
mod payload;
mod provider;
mod receive;
mod redacted;
#[cfg(feature = "schema")]
mod schema;

#[cfg(feature = "aisoule")]
pub mod aisoule;
#[cfg(feature = "azeer")]
pub mod azeer;
#[cfg(feature = "chatwoot")]
pub mod chatwoot;
#[cfg(feature = "meta")]
pub mod meta;
pub mod normalize;
#[cfg(feature = "saleschat")]
pub mod saleschat;
#[cfg(feature = "samples")]
pub mod samples;
#[cfg(feature = "smartflow")]
pub mod smartflow;
#[cfg(feature = "verify")]
pub mod verify;
#[cfg(any(feature = "smartflow", feature = "meta"))]
pub mod whatsapp;
pub mod wire;

pub use drift::{Drift, DriftKind};
pub use error::{ErrorKind, ParseError};
pub use lenient::{Lenient, Misfit};
pub use payload::Payload;
pub use provider::{Provider, UnknownProvider, Webhook};
pub use receive::Received;
pub use redacted::Redacted;
