//! JSON text (RFC 8259), read strictly and without building a tree.
//!
//! [`Reader`] pulls one value after the other out of a `&str` and gives strings, literals of
//! numbers and raw values as they are written. An [`Error`] carries its offset and collects the
//! path to it while it is returned; [`Position`] turns the offset into line and column.
//!
//! Nothing here knows what is read, or who reads it.

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
