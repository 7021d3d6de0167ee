//! What every provider's models are built from: object tables, open enums, tagged enums, and the
//! scalars of the wire.
//!
//! Wire types are faithful. Each keeps what was sent in the spelling it was sent in, so that a
//! body that is read and written again is the same JSON value; the accessors interpret.
//!
//! | type | what it keeps |
//! | --- | --- |
//! | [`Extra`] | the members of an object that its type does not model, byte for byte |
//! | [`Json`] | a free-form member, byte for byte, with typed access |
//! | [`Text`] | a text; a short one takes no memory of its own |
//! | [`Unknown`] | an event that this version does not model: its name and its body |
//! | [`Unrecognized`] | an enum text without a variant |
//! | [`Id`] | an identifier, sent as a number or as a text |
//! | [`Number`] | a number by its literal, also in quotes |
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

pub(crate) mod body;
mod calendar;
pub(crate) mod context;
pub(crate) mod edge;
mod extra;
pub(crate) mod id;
pub(crate) mod json;
pub(crate) mod lenient;
pub(crate) mod members;
mod number;
pub(crate) mod object;
pub(crate) mod open_enum;
mod phone;
pub(crate) mod place;
pub(crate) mod pointer;
pub(crate) mod quick;
pub(crate) mod read;
pub(crate) mod scalar;
pub(crate) mod scan;
mod secret;
pub(crate) mod tagged;
mod text;
mod timestamp;
pub(crate) mod walk;
pub(crate) mod way;

pub use extra::Extra;
pub use id::Id;
pub use json::Json;
pub use number::Number;
pub use open_enum::Unrecognized;
pub use phone::{E164, InvalidE164, Phone, WaId};
pub use secret::Secret;
pub use tagged::Unknown;
pub use text::Text;
pub use timestamp::Timestamp;

pub(crate) use {id::ids, object::object, open_enum::open_enum, tagged::tagged};
