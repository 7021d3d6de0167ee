use std::borrow::Cow;

use super::EventData;
use crate::{
    json::{self, Error},
    wire::{Body, Node, Privacy, Scalar, Wire, serde_traits},
};

/// The version of the format, a number or a string; `1.0` and `1.1` are documented.
///
/// It consists of two numbers, major and minor, rather than one: `1.1` has no exact `f64`, and `1`
/// means `1.0`.
///
/// ```
/// use chathooks::saleschat::{Model, Version};
///
/// let version: Version = serde_json::from_str(r#""1.1""#)?;
/// assert_eq!((version.major(), version.minor()), (Some(1), Some(1)));
/// assert_eq!(version.model(), Model::V1_1);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Version(Scalar);

/// The set of events that a version documents.
///
/// The page prints the payloads once for both versions, so every event has one payload type. The
/// version only determines which events exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Model {
    /// Version 1.0: all eleven events.
    V1_0,
    /// Version 1.1: all events except `CONTACT_ASSIGNED`.
    V1_1,
}

impl Version {
    /// Creates a version that is written as a number, such as `1.1`.
    ///
    /// A version of which the minor number ends in a zero is written as a string, because a number
    /// would lose the zero.
    ///
    /// ```
    /// use chathooks::saleschat::Version;
    ///
    /// for (version, json) in [
    ///     (Version::new(1, 0), "1.0"),
    ///     (Version::new(1, 1), "1.1"),
    ///     (Version::new(1, 10), r#""1.10""#),
    /// ] {
    ///     assert_eq!(serde_json::to_string(&version)?, json);
    /// }
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn new(major: u64, minor: u64) -> Self {
        let text = format!("{major}.{minor}");
        let number = json::Number { literal: &text, int: None };
        let number = Self(number.into());
        if number.parts() == Some((major, minor)) { number } else { Self(text.as_str().into()) }
    }

    /// Returns the version as it was sent.
    #[must_use]
    pub fn to_text(&self) -> Cow<'_, str> {
        self.0.text()
    }

    /// Returns the version with its minor number, `1.0` for `1`; as it was sent, if it is not a
    /// version.
    #[must_use]
    pub fn canonical(&self) -> Cow<'static, str> {
        match self.parts() {
            Some((1, 0)) => "1.0".into(),
            Some((1, 1)) => "1.1".into(),
            Some((major, minor)) => format!("{major}.{minor}").into(),
            None => self.to_text().into_owned().into(),
        }
    }

    /// Returns the number before the dot; `None` if this is not a version.
    #[must_use]
    pub fn major(&self) -> Option<u64> {
        self.parts().map(|(major, _)| major)
    }

    /// Returns the number after the dot, 0 if there is none; `None` if this is not a version.
    #[must_use]
    pub fn minor(&self) -> Option<u64> {
        self.parts().map(|(_, minor)| minor)
    }

    /// Returns the newest model that is not newer than the version; the newest of all if this is
    /// not a version.
    #[must_use]
    pub fn model(&self) -> Model {
        match self.parts() {
            Some((0, _) | (1, 0)) => Model::V1_0,
            _ => Model::NEWEST,
        }
    }

    /// Returns whether this is a documented version and the event is documented for it.
    pub(crate) fn documents(&self, event: &EventData) -> bool {
        matches!(self.parts(), Some((1, 0 | 1)))
            && (self.model() == Model::V1_0 || !matches!(event, EventData::ContactAssigned(_)))
    }

    fn parts(&self) -> Option<(u64, u64)> {
        let text = self.0.text();
        let text = match &*text {
            "1.1" => return Some((1, 1)),
            "1" | "1.0" => return Some((1, 0)),
            _ if self.0.is_text() => text,
            // As numbers, `1.10` and `1.1` are equal.
            _ => Cow::Owned(self.0.as_f64()?.to_string()),
        };
        let (major, minor) = text.split_once('.').unwrap_or((&text, "0"));
        Some((major.parse().ok()?, minor.parse().ok()?))
    }
}

impl Model {
    pub(crate) const NEWEST: Self = Self::V1_1;
}

impl Wire for Version {
    fn empty() -> Self {
        Self(Scalar::EMPTY)
    }

    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
        self.0 = body.json.scalar("a version (number or string)")?.into();
        Ok(())
    }

    fn node(&self) -> Node<'_> {
        let is_version = self.parts().is_some();
        Node::Scalar(&self.0, if is_version { Privacy::Public } else { Privacy::Personal })
    }
}

serde_traits!(Version);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings() {
        for (json, parts) in [
            ("1", Some((1, 0))),
            ("1.0", Some((1, 0))),
            ("1.1", Some((1, 1))),
            ("1.10", Some((1, 1))),
            ("11e-1", Some((1, 1))),
            (r#""1""#, Some((1, 0))),
            (r#""1.1""#, Some((1, 1))),
            (r#""1.10""#, Some((1, 10))),
            ("2.0", Some((2, 0))),
            ("-1", None),
            ("1e999", None),
            (r#""""#, None),
            (r#""v1""#, None),
        ] {
            let version: Version = serde_json::from_str(json).unwrap();
            assert_eq!(version.parts(), parts, "{json}");
        }
    }
}
