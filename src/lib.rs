//! Typed models for the webhook bodies of chat and customer-messaging platforms.

mod drift;
mod error;
mod provider;

pub mod chatwoot;
pub mod saleschat;
pub mod wire;

pub use drift::{Drift, DriftKind};
pub use error::{ErrorKind, ParseError};
pub use provider::{Provider, UnknownProvider, Webhook};
