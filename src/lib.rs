#![doc = include_str!("../README.md")]

mod detect;
mod drift;
mod error;
mod json;
mod lenient;
mod payload;
mod provider;
mod redacted;
#[cfg(feature = "schema")]
mod schema;

pub mod aisoule;
pub mod azeer;
pub mod chatwoot;
pub mod normalize;
pub mod saleschat;
pub mod smartflow;
#[cfg(feature = "verify")]
pub mod verify;
pub mod whatsapp;
pub mod wire;

pub use drift::{Drift, DriftKind};
pub use error::{ErrorKind, ParseError};
pub use lenient::{Lenient, Misfit};
pub use provider::{Provider, UnknownProvider, Webhook};
pub use redacted::Redacted;
