//! Serializes values, and formats objects for `Debug`.

use std::fmt;

use serde::{
    Serialize, Serializer,
    ser::{Error, SerializeMap},
};
use serde_json::value::RawValue;

use super::{
    Node, Opaque, Privacy, Shown,
    traits::{EnumValue, Object},
};

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent => to.serialize_none(),
            Self::Bool(flag) => to.serialize_bool(*flag),
            Self::Text(text)
            | Self::EnumValue(EnumValue { text, is_known: false, is_number: false }) => {
                to.serialize_str(text)
            }
            Self::Scalar(scalar, Privacy::Personal) => scalar.serialize(to),
            Self::Scalar(scalar, Privacy::Opaque) => Opaque(scalar).serialize(to),
            Self::Scalar(scalar, Privacy::Public) => Shown(scalar).serialize(to),
            Self::EnumValue(EnumValue { text, is_number: true, .. }) => {
                let raw: &RawValue = serde_json::from_str(text).map_err(S::Error::custom)?;
                Shown(raw).serialize(to)
            }
            Self::EnumValue(EnumValue { text, is_known: true, .. }) => Shown(text).serialize(to),
            Self::Time(time) => time.serialize(to),
            Self::Json(json, _) | Self::Free(json, _) => json.serialize(to),
            Self::Object(object, event) => write_object(*object, *event, to),
            Self::List(list) => to.collect_seq((0..list.len()).map(|index| list.node(index))),
        }
    }
}

/// Serializes an object, with the name of its event first.
fn write_object<S: Serializer>(
    object: &dyn Object,
    event: Option<(&str, &str)>,
    to: S,
) -> Result<S::Ok, S::Error> {
    if object.extra().is_array() && (0..object.table().rows.len()).all(|row| is_absent(object, row))
    {
        return to.collect_seq([(); 0]);
    }
    let mut map = to.serialize_map(None)?;
    if let Some((tag, name)) = event {
        map.serialize_entry(tag, &Opaque(name))?;
    }
    for (index, row) in object.table().rows.iter().enumerate() {
        match object.field(index).node() {
            Node::Absent => {}
            node => map.serialize_entry(row.key, &node)?,
        }
    }
    for (key, json) in object.extra().iter() {
        map.serialize_entry(key, json)?;
    }
    map.end()
}

fn is_absent(object: &dyn Object, row: usize) -> bool {
    matches!(object.field(row).node(), Node::Absent)
}

/// Formats an object with the members that are present.
pub(crate) fn show_object(object: &dyn Object, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let table = object.table();
    let mut out = f.debug_struct(table.name);
    for (index, row) in table.rows.iter().enumerate() {
        if let Some(value) = object.field(index).shown() {
            out.field(row.field, value);
        }
    }
    if !object.extra().is_empty() {
        out.field("extra", object.extra());
    }
    out.finish()
}
