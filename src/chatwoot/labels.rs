use crate::{
    json::Error,
    wire::{Body, Node, Text, Wire, object, serde_traits},
};

/// The labels of a conversation, as a list of names or, in some forks, as an object with their
/// changes.
///
/// ```
/// use chathooks::chatwoot::Labels;
///
/// for json in [r#"["vip"]"#, r#"{"current":["vip"],"added":["vip"],"removed":[]}"#] {
///     let labels: Labels = serde_json::from_str(json)?;
///     assert_eq!(labels.names(), ["vip"]);
/// }
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Labels {
    /// The names of the labels.
    Names(Vec<Text>),
    /// The names of the labels, with those that were added and removed. In forks only.
    Changes(Box<LabelChanges>),
}

impl Labels {
    /// Returns the names of the labels that the conversation has now.
    #[must_use]
    pub fn names(&self) -> &[Text] {
        match self {
            Self::Names(names) => names,
            Self::Changes(changes) => changes.current.as_deref().unwrap_or_default(),
        }
    }

    pub(crate) fn into_names(self) -> Vec<Text> {
        match self {
            Self::Names(names) => names,
            Self::Changes(changes) => changes.current.unwrap_or_default(),
        }
    }
}

object! {
    /// The labels of a conversation and how they changed. In forks only.
    pub struct LabelChanges {
        /// The labels that the conversation has now.
        current: Option<Vec<Text>>,
        /// The labels that were added.
        added: Option<Vec<Text>>,
        /// The labels that were removed.
        removed: Option<Vec<Text>>,
    }
}

impl Wire for Labels {
    fn empty() -> Self {
        Self::Names(Vec::new())
    }

    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
        if body.json.peek()? == b'{' {
            let mut changes = Box::<LabelChanges>::empty();
            changes.read(body)?;
            *self = Self::Changes(changes);
            return Ok(());
        }
        let mut names = Vec::<Text>::empty();
        names.read(body)?;
        *self = Self::Names(names);
        Ok(())
    }

    fn node(&self) -> Node<'_> {
        match self {
            Self::Names(names) => Wire::node(names),
            Self::Changes(changes) => changes.node(),
        }
    }
}

serde_traits!(Labels);
