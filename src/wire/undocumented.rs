use std::{fmt, mem};

use super::{Body, Json, Node, Wire};
use crate::json::{Error, Kind};

/// A member whose format is not documented: a `T` if it can be read as one, and otherwise the JSON
/// that was sent.
///
/// In the second case the member is kept byte for byte, and is drift, like an unmodeled one.
///
/// ```
/// use chathooks::wire::{RawId, Undocumented};
///
/// let id: Undocumented<RawId> = serde_json::from_str("101")?;
/// assert_eq!(id.get().map(RawId::to_text).ok().as_deref(), Some("101"));
/// let id: Undocumented<RawId> = serde_json::from_str(r#"{"id":101}"#)?;
/// assert_eq!(id.get().unwrap_err().get(), r#"{"id":101}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Undocumented<T>(Result<T, Json>);

impl<T> Undocumented<T> {
    /// Returns a reference to the value.
    ///
    /// # Errors
    ///
    /// Returns what was sent, if it is not a `T`.
    pub fn get(&self) -> Result<&T, &Json> {
        self.0.as_ref()
    }

    /// Returns the value, without the wrapper.
    ///
    /// # Errors
    ///
    /// Returns what was sent, if it is not a `T`.
    pub fn into_inner(self) -> Result<T, Json> {
        self.0
    }
}

impl<T> From<T> for Undocumented<T> {
    fn from(value: T) -> Self {
        Self(Ok(value))
    }
}

impl<T: fmt::Debug> fmt::Debug for Undocumented<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Ok(value) => value.fmt(f),
            Err(json) => json.fmt(f),
        }
    }
}

impl<T: Wire> Wire for Undocumented<T> {
    fn empty() -> Self {
        Self(Ok(T::empty()))
    }

    /// Reads a `T` strictly, even in a lenient body, so that one that does not fit is kept whole.
    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
        let Ok(value) = &mut self.0 else { return Ok(()) };
        let start = body.mark();
        let is_lenient = mem::replace(&mut body.is_lenient, false);
        let read = value.read(body);
        body.is_lenient = is_lenient;
        match read {
            Err(error) if error.kind() == Kind::Shape => {
                body.rewind(start);
                self.0 = Err(Json::of_text(body.json.skip()?));
                Ok(())
            }
            read => read,
        }
    }

    fn node(&self) -> Node<'_> {
        match &self.0 {
            Ok(value) => value.node(),
            Err(json) => Node::Json(json, |_| vec![String::new()]),
        }
    }
}

super::serde_traits!(Undocumented<T>);
