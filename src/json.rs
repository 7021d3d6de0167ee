//! A strict JSON reader (RFC 8259) that builds no tree.
//!
//! [`Reader`] pulls values out of a `&str` one after the other: strings, literals of numbers, raw
//! values. An [`Error`] has an offset, and collects the path to the value while it is returned;
//! [`Positions`] turns offsets into lines and columns.
//!
//! Nothing in this module depends on the rest of the crate.

mod edit;
mod error;
mod pointer;
mod position;
mod reader;

pub(crate) use edit::insert;
pub(crate) use error::{Error, Kind, Located};
pub(crate) use pointer::{Segment, push_segment};
pub(crate) use position::Positions;
pub(crate) use reader::{Mark, Number, Reader, Scalar};
