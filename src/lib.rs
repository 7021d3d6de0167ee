//! chathooks
mod drift;
mod error;
mod provider;
pub mod azeer;
pub mod chatwoot;
pub mod saleschat;
pub mod wire;

pub use drift::{Drift, DriftKind};
pub use error::{ErrorKind, ParseError};
pub use provider::Provider;
