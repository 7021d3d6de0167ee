//! Invariants of every body, whoever wrote it.

use std::str;

use chathooks::{
    ErrorKind, ParseError, Provider, Redacted, Webhook,
    normalize::{Event, EventKey},
};
use serde_json::value::RawValue;
use serde_with::{Map, Same, de::DeserializeAsWrap};

/// Reads a body strictly and leniently, and checks all invariants.
pub(crate) fn read(provider: Provider, body: &[u8]) -> Result<Webhook, ParseError> {
    let parsed = provider.parse(body);
    let lenient = provider.parse_lenient(body);
    match &parsed {
        Ok(webhook) => {
            assert_eq!(lenient.as_ref().map(|lenient| &lenient.webhook), Ok(webhook));
            assert!(lenient.is_ok_and(|lenient| lenient.misfits.is_empty()));
            check(provider, webhook, body);
        }
        Err(error) => {
            check_position(error, body);
            match lenient {
                Ok(lenient) => {
                    assert_eq!(error.kind(), ErrorKind::Shape);
                    assert!(!lenient.misfits.is_empty());
                    assert!(lenient.is_lossless(body), "{lenient:?}");
                    lenient.misfits.iter().for_each(|misfit| check_position(&misfit.error, body));
                    let written = serde_json::to_string(&lenient.webhook).unwrap();
                    check(provider, &lenient.webhook, written.as_bytes());
                }
                Err(lenient) => assert_eq!(&lenient, error),
            }
        }
    }
    parsed
}

fn check(provider: Provider, webhook: &Webhook, body: &[u8]) {
    assert!(webhook.is_lossless(body), "{webhook:?}");
    let written = serde_json::to_string(webhook).unwrap();
    let again = provider.parse(written.as_bytes()).unwrap();
    assert_eq!(serde_json::to_string(&again).unwrap(), written);
    assert_eq!(again.drift(), webhook.drift());
    let _ = (format!("{webhook:?}"), Redacted(webhook).to_string());

    let events: Vec<_> = webhook.clone().normalize().collect();
    let keys = |events: &[Event]| events.iter().map(Event::key).collect::<Vec<EventKey>>();
    assert_eq!(keys(&again.normalize().collect::<Vec<_>>()), keys(&events));
    for event in events {
        let json = serde_json::to_string(&event).unwrap();
        let read: Event = serde_json::from_str(&json).unwrap();
        assert_eq!(read, event, "{json}");
        assert_eq!(serde_json::to_string(&read).unwrap(), json);
        let _ = (format!("{event:?}"), Redacted(&event).to_string());
    }
}

/// Checks that offset, line, column and pointer of an error refer to the same position.
fn check_position(error: &ParseError, body: &[u8]) {
    assert!(error.offset() <= body.len(), "{error}");
    let before = String::from_utf8_lossy(&body[..error.offset()]);
    let before = before.strip_prefix('\u{feff}').unwrap_or(&before);
    assert_eq!(error.line(), before.matches('\n').count() + 1, "{error}");
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    assert_eq!(error.column(), column, "{error}");
    if error.kind() == ErrorKind::Shape
        && !error.message().starts_with("duplicate field")
        && let Ok(text) = str::from_utf8(body)
        && let Some(value) = find(text.trim_start_matches('\u{feff}'), error.pointer())
        // No pointer can name a key with a lone surrogate: it refers to the object.
        && !(error.message().starts_with("lone leading surrogate") && value.starts_with('{'))
    {
        assert_eq!(value.as_ptr(), body[error.offset()..].as_ptr(), "{error}");
    }
}

/// Returns the value at a pointer, the first one if there are duplicates.
fn find<'a>(text: &'a str, pointer: &str) -> Option<&'a str> {
    type Members<'a> = DeserializeAsWrap<Vec<(String, &'a RawValue)>, Map<Same, Same>>;

    let mut value = serde_json::from_str::<&RawValue>(text).ok()?.get();
    for segment in pointer.split('/').skip(1) {
        value = if value.starts_with('[') {
            let elements: Vec<&RawValue> = serde_json::from_str(value).ok()?;
            elements.get(segment.parse::<usize>().ok()?)?.get()
        } else {
            let segment = segment.replace("~1", "/").replace("~0", "~");
            let members = serde_json::from_str::<Members<'_>>(value).ok()?.into_inner();
            members.iter().find(|(key, _)| *key == segment)?.1.get()
        };
    }
    Some(value)
}
