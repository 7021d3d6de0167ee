//! The value types that the models of all providers are made of.
//!
//! These types are faithful to the JSON. Each keeps what was sent, in the spelling in which it was
//! sent, so that a body that is parsed and serialized again is the same JSON value. Interpretation
//! is left to accessors, such as [`Timestamp::instant`].
//!
//! | type | what it keeps |
//! | --- | --- |
//! | [`Extra`] | the unmodeled members of an object, byte for byte |
//! | [`Json`] | a free-form value, byte for byte, with typed access |
//! | [`Free`] | a free-form object with some known members, byte for byte |
//! | [`Text`] | a string; a short one is stored inline |
//! | [`LooseText`] | a string, or a number that was sent in place of one |
//! | [`Unknown`] | an unknown event: its event type and its body |
//! | [`Unrecognized`] | an unrecognized value of an enum |
//! | [`Undocumented`] | a member whose format is not documented: a typed value, or else its JSON |
//! | [`OneOrMany`] | one value, or an array of them |
//! | [`RawId`] | an identifier, sent as a number or a string |
//! | [`Number`] | the literal of a number, with or without quotes |
//! | [`Timestamp`] | an instant *and* its spelling |
//! | [`Phone`], [`WaId`] | a phone number as sent |
//! | [`Secret`] | a credential, which `Debug` does not show |
//!
//! ```
//! use chathooks::wire::Timestamp;
//!
//! let sent: Timestamp = serde_json::from_str(r#""1687327462""#)?;
//! assert_eq!(sent.instant().unwrap().to_rfc3339(), "2023-06-21T06:04:22+00:00");
//! assert_eq!(serde_json::to_string(&sent)?, r#""1687327462""#);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # With serde
//!
//! `Serialize` and `Deserialize` of the models only work with serde_json, because no other format
//! can keep a member byte for byte. All its functions that deserialize can be used, also for a type
//! of your own that has a model as a field or an element; but with `from_value` numbers have the form
//! in which `Value` keeps them.
//!
//! Deserializing fails at run time with any other format, and where serde buffers a value before it
//! is read: in a type with `#[serde(flatten)]`, in an `untagged` enum, and in an internally tagged
//! one. In such a type use a [`Json`] or a `String`, and parse the body separately.
//!
//! ```
//! use chathooks::chatwoot;
//!
//! #[derive(serde::Deserialize)]
//! struct Job {
//!     tries: u32,
//!     body: chatwoot::Webhook,
//! }
//!
//! let job = r#"{"tries":1,"body":{"event":"message_created","id":7}}"#;
//! assert!(serde_json::from_str::<Job>(job)?.body.is_known());
//! let job = serde_json::from_str::<serde_json::Value>(job)?;
//! assert!(serde_json::from_value::<Job>(job)?.body.is_known());
//!
//! #[derive(serde::Deserialize)]
//! struct Flat {
//!     #[serde(flatten)]
//!     body: chatwoot::Webhook,
//! }
//!
//! assert!(serde_json::from_str::<Flat>(r#"{"event":"message_created","id":7}"#).is_err());
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! [`RawId`] and its newtypes, [`Number`], [`Phone`], [`WaId`], [`E164`], [`Secret`], [`Text`] and
//! [`Timestamp`] work with any self-describing format. But a number that is deserialized on its
//! own, and not as part of a model, loses what a `serde_json::Value` cannot represent, such as
//! digits beyond 64 bits. The content of an envelope, such as `saleschat::EventData`, can only be
//! deserialized with the envelope, which names the event.

// Reading and writing.
mod body;
pub(crate) mod event_name;
mod lenient;
mod part;
mod read;
pub(crate) mod serde_traits;
mod traits;
pub(crate) mod write;

// The tables.
pub(crate) mod id;
pub(crate) mod names;
pub(crate) mod object;
pub(crate) mod open_enum;
pub(crate) mod tagged;

// The values.
mod calendar;
mod extra;
mod free;
mod leaves;
mod loose_text;
mod number;
mod one_or_many;
mod phone;
mod privacy;
mod raw_json;
mod scalar;
mod secret;
mod text;
mod timestamp;
mod undocumented;
mod unknown;

pub use extra::Extra;
pub use free::Free;
pub use id::{IntoId, RawId};
pub use loose_text::LooseText;
pub use names::UnknownName;
pub use number::Number;
pub use one_or_many::OneOrMany;
pub use phone::{E164, InvalidE164, Phone, Sameness, WaId};
pub use raw_json::Json;
pub use secret::Secret;
pub use text::Text;
pub use timestamp::Timestamp;
pub use undocumented::Undocumented;
pub use unknown::{Unknown, Unrecognized};

pub(crate) use body::Body;
pub(crate) use privacy::{OPAQUE, Opaque, Privacy, SHOWN, Shown, opaque};
pub(crate) use raw_json::on_one_line;
pub(crate) use read::{is_object, read, view};
pub(crate) use scalar::Scalar;
pub(crate) use serde_traits::deserialize;
pub(crate) use traits::{EnumValue, Field, Node, Object, Row, Table, Wire};
pub(crate) use {
    id::{ids, is_empty_id},
    names::names,
    object::object,
    open_enum::open_enum,
    serde_traits::serde_traits,
    tagged::tagged,
};
