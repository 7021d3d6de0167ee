use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::value::RawValue;

use crate::wire::{
    context::Context,
    object::deserialize,
    read::Wire,
    scalar::{Borrowed, Scalar},
};

/// True or false, as a boolean, or as a text or number that was posted in its place.
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
#[derive(Clone, PartialEq)]
pub struct Flag(Spelling);

#[derive(Clone, PartialEq)]
enum Spelling {
    Bool(bool),
    Other(Scalar),
}

impl Flag {
    /// Whether it means yes, by the rule of the server: everything does but `false`, `f`, `off` and
    /// `0`, in small letters or capitals, and the empty text.
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

impl fmt::Debug for Flag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Spelling::Bool(flag) => write!(f, "Flag({flag})"),
            Spelling::Other(scalar) => write!(f, "Flag({scalar:?})"),
        }
    }
}

impl Serialize for Flag {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Spelling::Bool(flag) => flag.serialize(to),
            Spelling::Other(scalar) => scalar.serialize(to),
        }
    }
}

deserialize!(Flag);

impl Wire for Flag {
    fn read<'de, D: Deserializer<'de>>(from: D, _: &Context<'_>) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(from)?;
        match raw.get() {
            "true" => Ok(Self(Spelling::Bool(true))),
            "false" => Ok(Self(Spelling::Bool(false))),
            _ => Borrowed::read(raw, "a boolean")
                .map(|scalar| Self(Spelling::Other(scalar.into())))
                .map_err(de::Error::custom),
        }
    }
}
