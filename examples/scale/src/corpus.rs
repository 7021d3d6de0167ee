//! Bodies to send: fixtures with their ids and numbers varied, so that each copy is of other messages
//! and other people, and the same facts again in other batches.

use axum::body::Bytes;
use chathooks::{Provider, samples};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// A body, and who sends it. The endpoint has the provider's name.
#[derive(Clone, PartialEq, Debug)]
pub struct Body {
    pub provider: Provider,
    pub bytes: Bytes,
}

/// So many bodies: all fixtures, then copies of them.
pub fn first(count: usize) -> Vec<Body> {
    let originals: Vec<_> = samples::all()
        .filter(|sample| sample.event != "_broken")
        .filter_map(|sample| Some((sample.provider, str::from_utf8(sample.body).ok()?)))
        .collect();
    let copies = (0..).flat_map(|copy| originals.iter().map(move |original| (copy, *original)));
    let body = |(copy, (provider, text))| Body { provider, bytes: vary(text, copy).into() };
    copies.take(count).map(body).collect()
}

/// The same facts in another order and in other batches, and some as they were.
pub fn again(bodies: &[Body], random: &mut fastrand::Rng) -> Vec<Body> {
    let mut bodies = bodies.to_vec();
    random.shuffle(&mut bodies);
    let mut again = Vec::new();
    let mut open: Vec<(Body, Batch)> = Vec::new();
    for body in bodies {
        let Some(batch) = Batch::read(&body) else {
            again.push(body);
            continue;
        };
        // Every third goes in pieces, the rest together with others of its kind.
        if random.u8(..3) == 0 {
            again.extend(batch.pieces().into_iter().map(|piece| piece.body(body.provider)));
            continue;
        }
        match open
            .iter_mut()
            .find(|(other, open)| other.provider == body.provider && open.fits(&batch))
        {
            Some((_, open)) => open.append(batch),
            None => open.push((body, batch)),
        }
        if let Some(full) = open.iter().position(|(_, batch)| batch.len() >= 5) {
            let (body, batch) = open.swap_remove(full);
            again.push(batch.body(body.provider));
        }
    }
    again.extend(open.into_iter().map(|(body, batch)| batch.body(body.provider)));
    again
}

/// A batch: its elements may also arrive one by one, or in another batch.
enum Batch {
    Meta(MetaBody),
    Statuses(Statuses),
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct MetaBody {
    object: String,
    entry: Vec<Box<RawValue>>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Statuses {
    statuses: Vec<Box<RawValue>>,
}

impl Batch {
    fn read(body: &Body) -> Option<Self> {
        match body.provider {
            Provider::Meta => serde_json::from_slice(&body.bytes).ok().map(Self::Meta),
            Provider::Smartflow => serde_json::from_slice(&body.bytes).ok().map(Self::Statuses),
            _ => None,
        }
    }

    fn fits(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Meta(one), Self::Meta(other)) => one.object == other.object,
            (Self::Statuses(_), Self::Statuses(_)) => true,
            _ => false,
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::Meta(body) => body.entry.len(),
            Self::Statuses(body) => body.statuses.len(),
        }
    }

    fn append(&mut self, other: Self) {
        match (self, other) {
            (Self::Meta(one), Self::Meta(other)) => one.entry.extend(other.entry),
            (Self::Statuses(one), Self::Statuses(other)) => one.statuses.extend(other.statuses),
            _ => {}
        }
    }

    fn pieces(self) -> Vec<Self> {
        match self {
            Self::Meta(MetaBody { object, entry }) => {
                let piece =
                    |entry| Self::Meta(MetaBody { object: object.clone(), entry: vec![entry] });
                entry.into_iter().map(piece).collect()
            }
            Self::Statuses(Statuses { statuses }) => {
                let piece = |status| Self::Statuses(Statuses { statuses: vec![status] });
                statuses.into_iter().map(piece).collect()
            }
        }
    }

    fn body(&self, provider: Provider) -> Body {
        let json = match self {
            Self::Meta(body) => serde_json::to_vec(body),
            Self::Statuses(body) => serde_json::to_vec(body),
        };
        Body { provider, bytes: json.unwrap_or_default().into() }
    }
}

/// The text with other ids and other phone numbers; copy 0 is the text itself. Everything else stays
/// byte for byte.
fn vary(text: &str, copy: usize) -> String {
    if copy == 0 {
        return text.to_owned();
    }
    let mut varied = String::with_capacity(text.len() + 64);
    let mut key = "";
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        let end = match char {
            '"' => 2 + string_end(&rest[1..]),
            '-' | '0'..='9' => {
                rest.find(|c: char| !"+-.eE0123456789".contains(c)).unwrap_or(rest.len())
            }
            _ => char.len_utf8(),
        };
        let (token, after) = rest.split_at(end.min(rest.len()));
        rest = after;
        match char {
            '"' if after.trim_start().starts_with(':') => {
                key = inside(token);
                varied.push_str(token);
            }
            '"' => {
                varied.push('"');
                varied.push_str(&other(key, inside(token), copy));
                varied.push('"');
            }
            '-' | '0'..='9' => varied.push_str(&other(key, token, copy)),
            _ => {
                varied.push(char);
                // The elements of an array have its key.
                if matches!(char, '{' | '}') {
                    key = "";
                }
            }
        }
    }
    varied
}

/// Returns a string without its quotes; one at its end may be escaped.
fn inside(token: &str) -> &str {
    token.get(1..token.len() - 1).unwrap_or_default()
}

/// Returns the end of the string that begins here.
fn string_end(text: &str) -> usize {
    let mut escaped = false;
    let end = text.bytes().position(|byte| {
        let is_end = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        is_end
    });
    end.unwrap_or(text.len())
}

fn other(key: &str, value: &str, copy: usize) -> String {
    let key = key.to_ascii_lowercase();
    let digits = value.strip_prefix('+').unwrap_or(value);
    let is_number = (8..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let names_person =
        ["phone", "mobile", "wa_id", "recipient"].iter().any(|part| key.contains(part))
            || ["from", "to", "sender", "identifier", "source_id"].contains(&&*key);
    // The nil UUID and 0 identify nothing.
    let is_empty = !value.contains(|c: char| c.is_alphabetic() || ('1'..='9').contains(&c));
    if is_number && names_person {
        format!("{}{:05}", &value[..value.len() - 5], copy % 100_000)
    } else if is_empty || !(key.ends_with("id") || key == "wamid") {
        value.to_owned()
    } else if value.bytes().all(|byte| byte.is_ascii_digit()) && value.len() <= 12 {
        format!("{value}{copy:05}")
    } else if value.starts_with(['-', '+']) || value.parse::<f64>().is_ok() || value.contains('\\')
    {
        value.to_owned()
    } else {
        format!("{value}.{copy}")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use chathooks::normalize::EventKey;

    use super::{Body, again, first, vary};

    fn keys(bodies: &[Body]) -> Vec<EventKey> {
        let events = bodies.iter().flat_map(|body| {
            let received = body.provider.receive(&body.bytes);
            assert!(received.error.is_none(), "{:?}", received.error);
            received.events
        });
        events.map(|event| event.key()).collect()
    }

    #[test]
    fn copies_are_of_other_messages() {
        let text =
            r#"{"id":7,"source_id":"wamid.A","to":"+919876543210","at":"1700000000","ids":[0]}"#;
        assert_eq!(vary(text, 0), text);
        assert_eq!(
            vary(text, 12),
            r#"{"id":700012,"source_id":"wamid.A.12","to":"+919876500012","at":"1700000000","ids":[0]}"#
        );
        let quoted = r#"{"\"id\"":"\"7\"","id":"\"7\""}"#;
        assert_eq!(vary(quoted, 1), quoted);
    }

    #[test]
    fn the_second_time_says_the_same() {
        let bodies = first(3_000);
        let again = again(&bodies, &mut fastrand::Rng::with_seed(7));
        assert_ne!(again, bodies);
        let is_known = |key: &EventKey| matches!(key, EventKey::Unique(_) | EventKey::Composite(_));
        let strong = |bodies: &[Body]| -> BTreeSet<EventKey> {
            keys(bodies).into_iter().filter(is_known).collect()
        };
        let (first, second) = (strong(&bodies), strong(&again));
        assert_eq!(first, second);
        assert!(first.len() > 1_500, "{} keys", first.len());
    }
}
