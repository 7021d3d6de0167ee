use std::fmt;

use crate::{
    json::Error,
    wire::{Body, Node, Privacy, Scalar, Wire, serde_traits},
};

/// A boolean that may also be a string or a number, as some clients post it.
///
/// ```
/// use chathooks::chatwoot::Flag;
///
/// for (json, is_set) in [("true", true), (r#""false""#, false), (r#""required""#, true)] {
///     let flag: Flag = serde_json::from_str(json)?;
///     assert_eq!(flag.is_set(), is_set);
///     assert_eq!(serde_json::to_string(&flag)?, json);
/// }
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Flag(Spelling);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Spelling {
    Bool(bool),
    Other(Scalar),
}

impl Flag {
    /// Returns whether the flag means yes, by the server's rule: every value does, except `false`,
    /// `f`, `off` and `0` (case-insensitive) and the empty string.
    #[must_use]
    pub fn is_set(&self) -> bool {
        match &self.0 {
            Spelling::Bool(flag) => *flag,
            Spelling::Other(scalar) => {
                let text = scalar.text();
                let no = ["", "0", "f", "false", "off"];
                !no.iter().any(|no| text.eq_ignore_ascii_case(no))
            }
        }
    }
}

impl From<bool> for Flag {
    fn from(flag: bool) -> Self {
        Self(Spelling::Bool(flag))
    }
}

impl fmt::Debug for Flag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Spelling::Bool(flag) => write!(f, "Flag({flag})"),
            Spelling::Other(scalar) => write!(f, "Flag({scalar:?})"),
        }
    }
}

impl Wire for Flag {
    fn empty() -> Self {
        Self(Spelling::Bool(false))
    }

    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
        self.0 = match body.json.peek()? {
            b't' | b'f' => Spelling::Bool(body.json.bool()?),
            _ => Spelling::Other(body.json.scalar("a boolean")?.into()),
        };
        Ok(())
    }

    fn node(&self) -> Node<'_> {
        match &self.0 {
            Spelling::Bool(flag) => Node::Bool(*flag),
            Spelling::Other(scalar) => Node::Scalar(scalar, Privacy::Personal),
        }
    }
}

serde_traits!(Flag);
