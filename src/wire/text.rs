use std::{
    borrow::Borrow,
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    ops::Deref,
    sync::Arc,
};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A string that dereferences to [`str`].
///
/// Up to 19 bytes, which is enough for most names and numbers, are stored inline. A longer string
/// that the events of one body have in common, such as the name of a contact who wrote a thousand
/// messages, is in memory only once.
///
/// ```
/// use chathooks::wire::Text;
///
/// let name = Text::from("Asha");
/// assert_eq!(name, "Asha");
/// assert_eq!(name.to_uppercase(), "ASHA");
/// assert_eq!(String::from(name), "Asha");
/// ```
#[derive(Clone)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "String", transform = crate::schema::tidy)
)]
pub struct Text(Repr);

#[derive(Clone)]
enum Repr {
    Short(Short),
    Own(Box<str>),
    Shared(Arc<str>),
}

/// A string that fits into the space of the other variants, as most IDs and numbers do.
// Aligned so that it is not copied in two overlapping halves, which stalls the processor.
#[derive(Clone, Copy)]
#[repr(align(4))]
pub(crate) struct Short {
    length: u8,
    bytes: [u8; Self::CAPACITY],
}

impl Short {
    const CAPACITY: usize = 19;
    pub(crate) const EMPTY: Self = Self { length: 0, bytes: [0; Self::CAPACITY] };

    pub(crate) fn new(text: &str) -> Option<Self> {
        let mut short = Self::EMPTY;
        short.fill(text).then_some(short)
    }

    /// Copies a string into `self` if it fits. Returns whether it does.
    #[inline]
    fn fill(&mut self, text: &str) -> bool {
        let target = self.bytes.get_mut(..text.len());
        target.zip(u8::try_from(text.len()).ok()).is_some_and(|(target, length)| {
            target.copy_from_slice(text.as_bytes());
            self.length = length;
            true
        })
    }

    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }

    fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length.into()]
    }
}

impl Text {
    /// Returns the string as a [`str`], to which it also dereferences.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Repr::Short(text) => text.as_str(),
            Repr::Own(text) => text,
            Repr::Shared(text) => text,
        }
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl Text {
    pub(crate) const EMPTY: Self = Self(Repr::Short(Short::EMPTY));

    /// Returns the string as bytes. Faster than through [`as_str`](Self::as_str).
    #[inline]
    pub(crate) fn raw_bytes(&self) -> &[u8] {
        match &self.0 {
            Repr::Short(text) => text.as_bytes(),
            Repr::Own(text) => text.as_bytes(),
            Repr::Shared(text) => text.as_bytes(),
        }
    }

    /// Makes the string cheap to clone: a long one becomes reference-counted.
    pub(crate) fn shared(self) -> Self {
        match self.0 {
            Repr::Own(text) => Self(Repr::Shared(text.into())),
            Repr::Short(_) | Repr::Shared(_) => self,
        }
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(Short::new(text).map_or_else(|| Repr::Own(text.into()), Repr::Short))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(Short::new(&text).map_or_else(|| Repr::Own(text.into()), Repr::Short))
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        match text.0 {
            Repr::Own(text) => text.into(),
            _ => text.to_string(),
        }
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Text {}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Self) -> Ordering {
        (**self).cmp(other)
    }
}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(Self::from)
    }
}
