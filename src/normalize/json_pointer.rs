use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A JSON pointer to a value of a body, such as `/statuses/0/timestamp`.
///
/// The string is built only when it is needed, so that a thousand events of one body do not
/// allocate a thousand strings. Two pointers are equal if their strings are.
///
/// ```
/// use chathooks::normalize::JsonPointer;
///
/// let pointer = JsonPointer::from("/timestamp");
/// assert_eq!(pointer.to_string(), "/timestamp");
/// ```
#[derive(Clone)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(inline, with = "String", transform = super::tidy)
)]
pub struct JsonPointer(Repr);

#[derive(Clone)]
enum Repr {
    Static(&'static str),
    Owned(Box<str>),
    /// A pattern, and the number that replaces each `#` in it.
    Numbered(&'static str, [u32; 3]),
}

impl JsonPointer {
    /// Creates a pointer from a pattern in which each `#` is replaced by the next of up to three
    /// numbers.
    pub(crate) fn numbered(pattern: &'static str, numbers: &[usize]) -> Self {
        let mut indices = [0; 3];
        for (index, number) in indices.iter_mut().zip(numbers) {
            // No list in memory is longer.
            *index = u32::try_from(*number).unwrap_or(u32::MAX);
        }
        Self(Repr::Numbered(pattern, indices))
    }
}

impl From<&'static str> for JsonPointer {
    fn from(text: &'static str) -> Self {
        Self(Repr::Static(text))
    }
}

impl From<String> for JsonPointer {
    fn from(text: String) -> Self {
        Self(Repr::Owned(text.into()))
    }
}

impl fmt::Display for JsonPointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (pattern, numbers) = match &self.0 {
            Repr::Static(text) => return f.write_str(text),
            Repr::Owned(text) => return f.write_str(text),
            Repr::Numbered(pattern, numbers) => (pattern, numbers),
        };
        let mut parts = pattern.split('#');
        f.write_str(parts.next().unwrap_or_default())?;
        parts.zip(numbers).try_for_each(|(part, number)| write!(f, "{number}{part}"))
    }
}

impl fmt::Debug for JsonPointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.to_string())
    }
}

impl PartialEq for JsonPointer {
    fn eq(&self, other: &Self) -> bool {
        self.to_string() == other.to_string()
    }
}

impl Eq for JsonPointer {}

impl Serialize for JsonPointer {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for JsonPointer {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::JsonPointer;

    #[test]
    fn numbers_replace_the_signs() {
        let pointer = JsonPointer::numbered("/entry/#/changes/#/value/#/t", &[1, 20, 3]);
        assert_eq!(pointer.to_string(), "/entry/1/changes/20/value/3/t");
        assert_eq!(pointer, JsonPointer::from("/entry/1/changes/20/value/3/t".to_owned()));
        assert_eq!(JsonPointer::numbered("/#", &[7]), JsonPointer::from("/7"));
        assert_eq!(JsonPointer::from("/a#b").to_string(), "/a#b");
    }

    #[test]
    fn written_as_a_string() {
        let pointer = JsonPointer::numbered("/statuses/#/timestamp", &[2]);
        let json = serde_json::to_string(&pointer).unwrap();
        assert_eq!(json, r#""/statuses/2/timestamp""#);
        assert_eq!(serde_json::from_str::<JsonPointer>(&json).unwrap(), pointer);
        assert_eq!(format!("{pointer:?}"), json);
    }
}
