use crate::{
    json::Error,
    wire::{Body, Node, Text, Wire, object, serde_traits},
};

/// Labels of a conversation: their names, or in some forks what changed about them.
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
    /// Their names.
    Names(Vec<Text>),
    /// What changed about them. Forks.
    Changes(Box<LabelChanges>),
}

impl Labels {
    /// The names of the labels that the conversation has.
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
    /// What changed about the labels of a conversation. Forks.
    pub struct LabelChanges {
        /// The labels that it has.
        current: Option<Vec<Text>>,
        /// Those that are new.
        added: Option<Vec<Text>>,
        /// Those that are gone.
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
