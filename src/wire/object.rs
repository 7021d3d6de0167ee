//! Object tables: the macro that makes a struct of one, and the loop that reads it.

use std::borrow::Cow;

use super::{
    Body, Json, Node, Wire,
    part::{read_duplicate, read_part},
    traits::Object,
};
use crate::json::{Error, Kind, Mark, Segment};

/// Makes a struct for a JSON object, from a table of its members.
///
/// A row consists of docs, `"key" as` if the key is not the field's name, the field, its type and a
/// comma; a table has up to 64 rows. `Option` means that the member may be missing or `null`.
/// Members without a row are kept in `extra`.
///
/// `#[tag = "event"]` is for a whole body: the key of the member that names its event.
///
/// `#[name = "field" or "messages"]` is for an object within a body: the key of its first row, whose
/// value selects the variant of a `tagged!` enum in another row, and the value to assume if it is
/// missing.
///
/// ```ignore
/// object! {
///     /// A file that came with a message.
///     pub struct Attachment {
///         /// The id of the attachment, unique within the installation.
///         id: AttachmentId,
///         /// The type of the file. Absent in rows from before 2.0.
///         "file_type" as kind: Option<FileType>,
///     }
/// }
/// ```
macro_rules! object {
    ($($table:tt)*) => {
        $crate::wire::object::model! { $($table)* }
        $crate::wire::object::constructor! { $($table)* }
    };
}

pub(crate) use object;

/// Makes the struct of a table, and the code that reads and writes it.
macro_rules! model {
    (
        $(#[doc = $doc:expr])* $(#[tag = $tag:literal])? $(#[name = $part:literal or $usual:literal])?
        pub struct $name:ident {
            $($(#[doc = $line:expr])+ $($key:literal as)? $field:ident: $ty:ty,)*
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub struct $name {
            $($(#[doc = $line])* pub $field: $ty,)*
            /// The unmodeled members of the object, as they were sent.
            pub extra: $crate::wire::Extra,
        }

        const _: () = {
            use $crate::{json, wire};

            #[allow(non_camel_case_types, reason = "named as the fields are")]
            enum RowIndex { $($field),* }

            static TABLE: wire::Table = wire::Table {
                name: stringify!($name),
                expected: concat!("an object (", stringify!($name), ")"),
                rows: &[$(wire::Row {
                    key: [$($key,)? stringify!($field)][0],
                    written: [
                        $(concat!("\"", $key, "\":"),)? concat!("\"", stringify!($field), "\":")
                    ][0],
                    field: stringify!($field),
                }),*],
                find: |key| {
                    $(if key == [$($key,)? stringify!($field)][0] {
                        return Some(RowIndex::$field as usize);
                    })*
                    None
                },
                required: 0 $(| (<$ty as wire::Wire>::REQUIRED as u64) << RowIndex::$field as u32)*,
            };

            impl wire::Object for $name {
                fn table(&self) -> &'static wire::Table {
                    &TABLE
                }

                fn field(&self, row: usize) -> &dyn wire::Field {
                    match row {
                        $(row if row == RowIndex::$field as usize => &self.$field,)*
                        _ => unreachable!("the table has no such row"),
                    }
                }

                fn field_mut(&mut self, row: usize) -> &mut dyn wire::Field {
                    match row {
                        $(row if row == RowIndex::$field as usize => &mut self.$field,)*
                        _ => unreachable!("the table has no such row"),
                    }
                }

                fn extra(&self) -> &wire::Extra {
                    &self.extra
                }

                fn extra_mut(&mut self) -> &mut wire::Extra {
                    &mut self.extra
                }
            }

            impl wire::Wire for $name {
                $(const TAG: Option<&'static str> = Some($tag);)?

                fn empty() -> Self {
                    Self { $($field: wire::Wire::empty(),)* extra: wire::Extra::default() }
                }

                fn read(&mut self, body: &mut wire::Body<'_>) -> Result<(), json::Error> {
                    $(return wire::object::read_named(self, $part, $usual, body);)?
                    #[allow(unreachable_code, reason = "of an object with a name")]
                    wire::object::read(self, body)
                }

                fn node(&self) -> wire::Node<'_> {
                    wire::Node::Object(self, None $(.or(Some(($tag, self.name()))))?)
                }
            }

            impl ::std::fmt::Debug for $name {
                fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                    wire::write::show_object(self, f)
                }
            }
        };

        $crate::wire::serde_traits!($name);
    };
}

pub(crate) use model;

/// Makes a function `new` that takes the required members, or `Default` if there are none. A member
/// is required unless its type is an `Option`.
macro_rules! constructor {
    ($(#[$meta:meta])* pub struct $name:ident { $($rows:tt)* }) => {
        $crate::wire::object::constructor! { $name [] $($rows)* }
    };
    (
        $name:ident [$($required:tt)*]
        $(#[$doc:meta])+ $($key:literal as)? $field:ident: Option<$ty:ty>, $($rows:tt)*
    ) => {
        $crate::wire::object::constructor! { $name [$($required)*] $($rows)* }
    };
    (
        $name:ident [$($required:tt)*]
        $(#[$doc:meta])+ $($key:literal as)? $field:ident: $ty:ty, $($rows:tt)*
    ) => {
        $crate::wire::object::constructor! { $name [$($required)* $field: $ty,] $($rows)* }
    };
    ($name:ident []) => {
        impl Default for $name {
            fn default() -> Self {
                $crate::wire::Wire::empty()
            }
        }
    };
    ($name:ident [$($field:ident: $ty:ty,)+]) => {
        impl $name {
            /// Creates a value from its required members. All others are absent.
            #[must_use]
            pub fn new($($field: impl Into<$ty>),+) -> Self {
                Self { $($field: $field.into(),)+ ..$crate::wire::Wire::empty() }
            }
        }
    };
    // `model!` reports what is not a table.
    ($($table:tt)*) => {};
}

pub(crate) use constructor;

/// Reads an object by its table.
pub(crate) fn read(object: &mut dyn Object, body: &mut Body<'_>) -> Result<(), Error> {
    let table = object.table();
    let first = body.json.peek()?;
    let start = body.json.offset();
    if first == b'[' && body.json.depth() > 0 && read_empty_array(body)? {
        object.extra_mut().set_array();
        return read_missing(object, table.required, start, body);
    }
    let tag = body.tag().filter(|_| body.json.depth() == 0);
    let mut tag_seen = false;
    let mut more = body.json.begin_object(table.expected)?;
    // A bit for each row: those that were read, and those of them that were set aside.
    let (mut seen, mut set_aside) = (0_u64, 0_u64);
    let mut next = 0;
    while more {
        let entry = body.json.offset();
        let row = match table.rows.get(next) {
            // Most bodies have their members in the order of the table.
            Some(row) if body.json.skip_text(row.written) => Some(next),
            _ => {
                let key = body.json.key()?;
                let row = (table.find)(&key);
                let within = |error: Error| match row {
                    Some(row) => error.within(Segment::Key(table.rows[row].key)),
                    None => error,
                };
                body.json.colon().map_err(within)?;
                if row.is_none() {
                    match tag {
                        Some(tag) if key == tag => {
                            if tag_seen {
                                read_duplicate(tag, entry, body)?;
                            } else {
                                body.read_tag(tag, entry)?;
                            }
                            tag_seen = true;
                        }
                        _ => object.extra_mut().push(&key, Json::of_text(body.json.skip()?)),
                    }
                }
                row
            }
        };
        if let Some(row) = row {
            next = row + 1;
            let key = table.rows[row].key;
            let bit = 1 << row;
            if seen & bit != 0 {
                read_duplicate(key, entry, body)?;
            } else {
                seen |= bit;
                if !read_part(object.field_mut(row), Segment::Key(key), body)? {
                    set_aside |= bit;
                }
            }
        }
        more = body.json.next_member()?;
    }
    read_missing(object, table.required & (!seen | set_aside), start, body)
}

/// Reads an object with a `#[name]`, which may be sent after the member that depends on it.
///
/// Most objects have the same name as the one before them, so this name is assumed first.
pub(crate) fn read_named<T: Object + Wire>(
    object: &mut T,
    key: &str,
    usual: &'static str,
    body: &mut Body<'_>,
) -> Result<(), Error> {
    let (start, count) = (body.mark(), body.misfits.list.len());
    let first = body.misfits.first.clone();
    let assumed = body.part.get_or_insert(usual.into()).clone();
    let read = self::read(object, body);
    let is_assumed = match object.field(0).node() {
        Node::Text(name) => *name == *assumed,
        _ => false,
    };
    if read.is_ok() && is_assumed {
        return read;
    }
    let end = body.mark();
    let name = find_name(key, start, body).unwrap_or_else(|| usual.into());
    if name == assumed {
        body.rewind(end);
        return read;
    }
    *object = T::empty();
    body.misfits.list.truncate(count);
    body.misfits.first = first;
    body.rewind(start);
    body.part = Some(name);
    self::read(object, body)
}

/// Finds the name of an object where senders put it: in the object itself, or in its `value`.
#[cold]
fn find_name<'t>(key: &str, start: (Mark, u32), body: &mut Body<'t>) -> Option<Cow<'t, str>> {
    for keys in [&[key][..], &["value", key]] {
        body.rewind(start);
        let json = &mut body.json;
        let is_found = keys.iter().all(|key| json.find_member(key).unwrap_or_default());
        if is_found && json.peek().ok() == Some(b'"') {
            return json.string("a string").ok();
        }
    }
    None
}

/// Sets the members that are missing, with a bit for each. Returns an error if one is required.
fn read_missing(
    object: &mut dyn Object,
    mut missing: u64,
    start: usize,
    body: &mut Body<'_>,
) -> Result<(), Error> {
    while missing != 0 {
        let row = missing.trailing_zeros() as usize;
        if !object.field_mut(row).read_missing(body) {
            let message = format!("missing field `{}`", object.table().rows[row].key);
            return Err(Error::new(Kind::Shape, start, message));
        }
        missing &= missing - 1;
    }
    Ok(())
}

/// Reads `[]`, which PHP writes for an empty map. Returns `false` and reads nothing if the array
/// has elements.
#[cold]
fn read_empty_array(body: &mut Body<'_>) -> Result<bool, Error> {
    let start = body.mark();
    let is_empty = !body.json.begin_array("an array")?;
    if !is_empty {
        body.rewind(start);
    }
    Ok(is_empty)
}
