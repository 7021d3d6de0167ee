//! What every provider's models are built from: object tables, open enums, tagged enums, and the
//! values below.
//!
//! Wire types are faithful. Each keeps what was sent in the spelling it was sent in, so that a
//! body that is read and written again is the same JSON value; the accessors interpret.
//!
//! | type | what it keeps |
//! | --- | --- |
//! | [`Extra`] | the members of an object that its type does not model, byte for byte |
//! | [`Json`] | a free-form member, byte for byte, with typed access |
//! | [`Free`] | a free map of which some members are known, byte for byte |
//! | [`Text`] | a string; a short one is stored inline |
//! | [`LooseText`] | a string, or a number that was sent in its place |
//! | [`Unknown`] | an event that this version does not model: its name and its body |
//! | [`Unrecognized`] | an enum string without a variant |
//! | [`Undocumented`] | a member whose form is not documented: its value, or else its JSON |
//! | [`OneOrMany`] | one value, or an array of them |
//! | [`Id`] | an identifier, a number or a string |
//! | [`Number`] | the literal of a number, also in quotes |
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
//! `Serialize` and `Deserialize` of the models are for serde_json, because only there a member can be
//! kept byte for byte. Every function of it that reads will do, and so will a type of your own with a
//! model as a field or an element; but `from_value` gives numbers as `Value` holds them. Reading fails,
//! when the program runs, with any other format, and where serde keeps a value in a buffer before it
//! reads it: in a type with `#[serde(flatten)]`, in an `untagged` enum, and in one with a `tag` inside.
//! There, take a [`Json`] or a `String`, and read the body by itself.
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
//! Any format that describes itself will do for [`Id`] and the ids made of it, [`Number`], [`Phone`],
//! [`WaId`], [`E164`], [`Secret`], [`Text`] and [`Timestamp`]; but a number on its own loses what a
//! `serde_json::Value` cannot hold, such as digits beyond 64 bits, which in a model it does not. What an envelope holds, such as
//! `saleschat::Event`, is read with its envelope only, which has its name.

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
pub use id::{Id, IntoId};
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
pub(crate) use raw_json::line;
pub(crate) use read::{is_object, read, view};
pub(crate) use scalar::Scalar;
pub(crate) use serde_traits::deserialize;
pub(crate) use traits::{Field, Line, Node, Object, Table, Wire, Word};
pub(crate) use {
    id::{ids, is_nobody},
    names::names,
    object::object,
    open_enum::open_enum,
    serde_traits::serde_traits,
    tagged::tagged,
};
