use std::{fmt, ops::Deref};

use super::{Body, Json, Node, Text, Wire};
use crate::json::Error;

/// A string, or a number that was sent in place of one, as loosely typed languages do.
///
/// It dereferences to a [`str`]: the string, or the literal of the number.
///
/// ```
/// use chathooks::wire::LooseText;
///
/// for (json, text) in [(r#""8 am""#, "8 am"), ("8", "8")] {
///     let body: LooseText = serde_json::from_str(json)?;
///     assert_eq!(&*body, text);
///     assert_eq!(serde_json::to_string(&body)?, json);
/// }
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LooseText {
    /// A string.
    Text(Text),
    /// A number, kept as its literal.
    Number(Json),
}

impl Deref for LooseText {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Number(number) => number.get(),
        }
    }
}

impl fmt::Debug for LooseText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => text.fmt(f),
            Self::Number(number) => number.fmt(f),
        }
    }
}

impl From<&str> for LooseText {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<Text> for LooseText {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl From<LooseText> for Text {
    fn from(text: LooseText) -> Self {
        match text {
            LooseText::Text(text) => text,
            LooseText::Number(number) => number.get().into(),
        }
    }
}

impl Wire for LooseText {
    fn empty() -> Self {
        Self::Text(Text::EMPTY)
    }

    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
        if matches!(body.json.peek()?, b'-' | b'0'..=b'9') {
            *self = Self::Number(Json::of_text(body.json.skip()?));
            return Ok(());
        }
        let mut text = Text::EMPTY;
        text.read(body)?;
        *self = Self::Text(text);
        Ok(())
    }

    fn node(&self) -> Node<'_> {
        match self {
            Self::Text(text) => Node::Text(text),
            Self::Number(number) => Node::Json(number, |_| Vec::new()),
        }
    }
}

super::serde_traits!(LooseText);
