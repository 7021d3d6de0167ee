//! Values with their personal data masked.

mod mask;

use std::fmt::{self, Display};

use serde::{Serialize, Serializer};

use self::mask::Mask;
pub(crate) use crate::wire::{OPAQUE, Opaque, SHOWN, Shown, opaque};

/// A value of this crate with its personal data masked, for logs.
///
/// Keys of members, IDs, kinds, times and booleans are shown. Everything else is `"…"`: texts,
/// names, phone numbers and all other numbers, addresses, URLs, credentials, and what is not
/// modeled. A type is masked unless it is marked as one that may be shown, so that no field is
/// forgotten. The ID of a WhatsApp message encodes a phone number, so only its end is shown. Ids
/// that people or businesses choose are masked.
///
/// `Display`, `Debug` and [`Serialize`] all write JSON. An unknown event is masked as a whole; log
/// its [name](crate::Webhook::name), too.
///
/// ```
/// use chathooks::{Redacted, smartflow::Webhook};
///
/// let body = br#"{"statuses":[{
///     "id": "wamid.HBgMOTE5ODc2NTQzMjEwFQIAERgSNzZGMDEyMzQ1Njc4OUFCQ0RFAA==",
///     "status": "read", "timestamp": "1583240757", "recipient_id": "919876543210"
/// }]}"#;
/// assert_eq!(
///     Redacted(&Webhook::parse(body)?).to_string(),
///     r#"{"statuses":[{"id":"…OUFCQ0RFAA==","status":"read","timestamp":"1583240757","recipient_id":"…"}]}"#,
/// );
/// # Ok::<(), chathooks::ParseError>(())
/// ```
#[derive(Clone, Copy)]
#[allow(clippy::exhaustive_structs, reason = "a wrapper has nothing to add")]
pub struct Redacted<T>(pub T);

impl<T: Serialize> Serialize for Redacted<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(Mask(to))
    }
}

impl<T: Serialize> Display for Redacted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

impl<T: Serialize> fmt::Debug for Redacted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn every_sort_of_value() {
        #[derive(Serialize)]
        enum Sort {
            Unit,
            Newtype(&'static str),
            Tuple(bool, u8),
            Struct { text: char, none: Option<u8> },
        }
        #[derive(Serialize)]
        struct Unit;
        #[derive(Serialize)]
        struct Tuple(f32, bool);

        let value = (
            [Sort::Unit, Sort::Newtype("a"), Sort::Tuple(true, 1)],
            Sort::Struct { text: 'a', none: None },
            (Unit, Tuple(1.5, false), Some("a"), Value::Null, json!([1, -1, 1.5, "a", true])),
            BTreeMap::from([("name", 1), ("+919876543210", 2), ("a b", 3), ("x12345", 4)]),
        );
        assert_eq!(
            Redacted(&value).to_string(),
            r#"[["Unit",{"Newtype":"…"},{"Tuple":[true,"…"]}],"#.to_owned()
                + r#"{"Struct":{"text":"…","none":null}},"#
                + r#"[null,["…",false],"…",null,["…","…","…","…",true]],"#
                + r#"{"…":"…","…":"…","name":"…","…":"…"}]"#,
        );
    }
}
