use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    json::{Error, push_segment},
    wire::{Body, Json, Node, Wire},
};

/// The changes that an event reports: its `changed_attributes`, kept as sent.
///
/// They are a list of objects with one member each, whose name is the attribute, mostly a column of
/// the database. Programs between the server and the receiver are known to turn the list into one
/// object, or a change into a pair; all of these forms are read. Null, which conversations often
/// have in place of a list, counts as absent.
///
/// ```
/// use chathooks::chatwoot::Changes;
///
/// let changes: Changes = serde_json::from_str(
///     r#"[{"status":{"previous_value":"open","current_value":"resolved"}}]"#,
/// )?;
/// let status = changes.get("status").unwrap();
/// assert_eq!(status.previous.unwrap().to::<String>()?, "open");
/// assert_eq!(status.current.unwrap().to::<String>()?, "resolved");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Changes(Json);

/// One attribute that was changed, with its values before and after.
///
/// Observed for conversations: `id`, which is the ID in the database, `uuid`, `account_id`,
/// `inbox_id`, `contact_id`, `contact_inbox_id`, `status`, `created_at`, `updated_at`,
/// `last_activity_at`, `waiting_since`, `first_reply_created_at`, `snoozed_until`, `assignee_id`,
/// `assignee_agent_bot_id`, `team_id`, `priority`, `sla_policy_id`, `label_list` (an array),
/// `cached_label_list` (a string with commas), `custom_attributes` and `additional_attributes`
/// (whole objects). For contacts and inboxes: any column. Enums are strings, and times are in ISO
/// 8601.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Change {
    /// The attribute's name, mostly that of a database column.
    pub name: String,
    /// The value before the change; `None` if there was none.
    pub previous: Option<Json>,
    /// The value after the change; `None` if there is none, or if it was sent in an unrecognized
    /// form.
    pub current: Option<Json>,
    /// The JSON pointer to the value after the change, relative to `changed_attributes`.
    pub pointer: String,
}

type Members = BTreeMap<String, Json>;

const PREVIOUS: &str = "previous_value";
const CURRENT: &str = "current_value";

impl Changes {
    /// Returns the changes, in the order of the list.
    pub fn iter(&self) -> impl Iterator<Item = Change> {
        self.objects().into_iter().flat_map(|(pointer, object)| {
            let members = object.to::<Members>().unwrap_or_default();
            members.into_iter().map(move |(name, value)| Change::new(name, &value, &pointer))
        })
    }

    /// Returns the change of an attribute; `None` if it was not changed.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Change> {
        self.iter().find(|change| change.name == name)
    }

    /// Returns the whole value as it was sent.
    #[must_use]
    pub fn as_json(&self) -> &Json {
        &self.0
    }

    /// Returns the objects that hold the changes, with their pointers.
    fn objects(&self) -> Vec<(String, Json)> {
        match self.0.to::<Vec<Json>>() {
            Ok(list) => {
                let numbered = list.into_iter().enumerate();
                numbered.map(|(index, object)| (format!("/{index}"), object)).collect()
            }
            Err(_) => vec![(String::new(), self.0.clone())],
        }
    }
}

impl Change {
    fn new(name: String, value: &Json, above: &str) -> Self {
        let mut pointer = above.to_owned();
        push_segment(&mut pointer, &name);
        let members = value.to::<BTreeMap<String, Option<Json>>>();
        let (previous, current) = if let Ok(mut members) = members {
            push_segment(&mut pointer, CURRENT);
            (members.remove(PREVIOUS).flatten(), members.remove(CURRENT).flatten())
        } else {
            push_segment(&mut pointer, "1");
            value.to().unwrap_or_default()
        };
        Self { name, previous, current, pointer }
    }
}

impl From<Json> for Changes {
    fn from(changes: Json) -> Self {
        Self(changes)
    }
}

impl Wire for Changes {
    fn empty() -> Self {
        Self(Json::empty())
    }

    fn read(&mut self, body: &mut Body<'_>) -> Result<(), Error> {
        self.0.read(body)
    }

    fn node(&self) -> Node<'_> {
        Node::Json(&self.0, |json| Self(json.clone()).unmodelled())
    }
}

impl Changes {
    /// Returns the pointers to members of a change other than its two values.
    fn unmodelled(&self) -> Vec<String> {
        let mut pointers = Vec::new();
        for (above, element) in self.objects() {
            for (name, value) in element.to::<Members>().unwrap_or_default() {
                for key in value.to::<Members>().unwrap_or_default().into_keys() {
                    if key != PREVIOUS && key != CURRENT {
                        let mut pointer = above.clone();
                        push_segment(&mut pointer, &name);
                        push_segment(&mut pointer, &key);
                        pointers.push(pointer);
                    }
                }
            }
        }
        pointers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Vec<String> {
        let changes: Changes = serde_json::from_str(json).unwrap();
        let show = |value: Option<Json>| value.map_or("-".to_owned(), |json| json.get().to_owned());
        let line = |change: Change| {
            format!("{} {} {}", change.name, show(change.previous), show(change.current))
        };
        changes.iter().map(line).collect()
    }

    #[test]
    fn shapes() {
        for (json, changes) in [
            ("[]", &[][..]),
            ("{}", &[]),
            ("7", &[]),
            (r#""status""#, &[]),
            (r#"["status", null, 1]"#, &[]),
            (
                r#"[{"b":{"previous_value":1,"current_value":null}},{"a":{"current_value":[{}]}}]"#,
                &["b 1 -", "a - [{}]"],
            ),
            (r#"[{"a":{"previous_value":1,"current_value":2},"b":[3,4]}, 5]"#, &["a 1 2", "b 3 4"]),
            (r#"{"a":{"previous_value":"x","current_value":"y"}}"#, &[r#"a "x" "y""#]),
            (r#"{"a":[null,{"b":1}]}"#, &[r#"a - {"b":1}"#]),
            (r#"{"a":[1,2,3],"b":null,"c":"d"}"#, &["a - -", "b - -", "c - -"]),
        ] {
            assert_eq!(read(json), changes, "{json}");
        }
    }
}
