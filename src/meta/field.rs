//! Finds the field of a body's changes without parsing the body.

use std::borrow::Cow;

use super::body::OBJECT;
use crate::json::{Error, Reader};

/// Finds the `field` that all changes of an envelope have.
///
/// `None` if they differ, and for a body that is not an envelope of WhatsApp.
pub(crate) fn find(text: &str) -> Option<Cow<'_, str>> {
    let mut only = None;
    let mut others = false;
    let read = each_member(&mut Reader::new(text), |json, key| match key {
        "object" => {
            others |= json.string("a string")? != OBJECT;
            Ok(true)
        }
        "entry" => each_element(json, |json| {
            each_member(json, |json, key| {
                if key != "changes" {
                    return Ok(false);
                }
                each_element(json, |json| {
                    let field = field(json)?;
                    others |= field.is_none() || only.as_ref().is_some_and(|only| field != *only);
                    only.get_or_insert(field);
                    Ok(())
                })?;
                Ok(true)
            })
        })
        .map(|()| true),
        // A relay may have sent only a part of the envelope.
        _ => {
            others = true;
            Ok(false)
        }
    });
    only.flatten().filter(|_| read.is_ok() && !others)
}

/// Reads a change. Returns its `field`, or `None` if it has none.
fn field<'t>(json: &mut Reader<'t>) -> Result<Option<Cow<'t, str>>, Error> {
    let mut field = None;
    each_member(json, |json, key| {
        let is_field = key == "field";
        if is_field {
            field = Some(json.string("a string")?);
        }
        Ok(is_field)
    })?;
    Ok(field)
}

/// Reads an object. Calls `read` for each member, which returns whether it read the value.
fn each_member<'t>(
    json: &mut Reader<'t>,
    mut read: impl FnMut(&mut Reader<'t>, &str) -> Result<bool, Error>,
) -> Result<(), Error> {
    let mut more = json.begin_object("an object")?;
    while more {
        let key = json.key()?;
        json.colon()?;
        if !read(json, &key)? {
            json.skip()?;
        }
        more = json.next_member()?;
    }
    Ok(())
}

/// Reads an array. Calls `read` for each element, which has to read it.
fn each_element<'t>(
    json: &mut Reader<'t>,
    mut read: impl FnMut(&mut Reader<'t>) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut more = json.begin_array("an array")?;
    while more {
        read(json)?;
        more = json.next_element()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn one_field_or_none() {
        for (body, field) in [
            (r#"{"entry":[{"changes":[{"field":"flows"}]}]}"#, Some("flows")),
            (r#"{"entry":[{"changes":[{"value":{"field":"x"},"field":"flows"}]}]}"#, Some("flows")),
            (r#"{"entry":[{"changes":[{"field":"a"},{"field":"a"}]}],"object":"page"}"#, None),
            (r#"{"entry":[{"changes":[{"field":"a"},{"field":"a"}]}]}"#, Some("a")),
            (r#"{"entry":[{"changes":[{"field":"a"}]},{"changes":[{"field":"b"}]}]}"#, None),
            (r#"{"entry":[{"changes":[{"field":"a"},{"value":{}}]}]}"#, None),
            (r#"{"entry":[{"changes":[{"value":{}},{"field":"a"}]}]}"#, None),
            (r#"{"entry":[{"changes":[]}]}"#, None),
            (r#"{"entry":[{"changes":[{"field":"a"}]}],"messages":[]}"#, None),
            (r#"{"entry":[{"changes":[{"field":"a"}]}"#, None),
            ("[]", None),
        ] {
            assert_eq!(find(body).as_deref(), field, "{body}");
        }
    }
}
