//! The events of bodies.

use std::collections::{BTreeMap, BTreeSet};

use chathooks::{
    Provider,
    normalize::{
        Actor, Address, AddressKind, ErrorCategory, Event, EventKey, Id, Kind, TimeSource,
    },
};
use chrono::DateTime;
use serde_json::Value;

use crate::{
    fixture_origin,
    json_tree::{Segment, Tree},
    readable,
};

#[test]
fn events_match_their_snapshots() {
    for fixture in readable() {
        let events = fixture.events();
        fixture.snapshot("events", &serde_json::to_string_pretty(&events).unwrap());
    }
}

#[test]
fn events_round_trip() {
    for fixture in readable() {
        for event in fixture.events() {
            let json = serde_json::to_string(&event).unwrap();
            let again: Event = serde_json::from_str(&json).unwrap();
            assert_eq!(again, event, "{}", fixture.path);
            assert_eq!(serde_json::to_string(&again).unwrap(), json, "{}", fixture.path);
            let value: Value = serde_json::from_str(&json).unwrap();
            assert_eq!(value["kind"], event.kind.name());
            assert_eq!(serde_json::from_value::<Event>(value).unwrap().key(), event.key());
        }
    }
}

/// The table in the docs of `normalize` lists the kinds of every event type, and no others.
#[test]
fn the_mapping_table_is_correct() {
    let docs = include_str!("../../src/normalize/mapping.md");
    let mut table = BTreeMap::new();
    for row in docs.lines().filter_map(|line| line.strip_prefix("| ")) {
        let cells: Vec<_> = row.trim_end_matches(" |").split(" | ").collect();
        if let Ok(provider) = cells[0].parse::<Provider>() {
            let kinds: BTreeSet<_> =
                cells[2].split(", ").map(|kind| kind.trim_matches('`').to_owned()).collect();
            table.insert((provider, cells[1].trim_matches('`').to_owned()), kinds);
        }
    }
    let mut seen: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for fixture in readable()
        .filter(|fixture| fixture.folder != "_unknown" || fixture.provider == Provider::Smartflow)
    {
        for event in fixture.events() {
            let row = (event.provider, event.provider_event.to_string());
            seen.entry(row).or_default().insert(event.kind.name().to_owned());
        }
    }
    for row in table.keys().chain(seen.keys()) {
        assert_eq!(table.get(row), seen.get(row), "{row:?}");
    }
    for provider in Provider::ALL {
        for event in provider.events() {
            assert!(table.contains_key(&(*provider, (*event).to_owned())), "{provider} {event}");
        }
    }
}

/// The tables in the docs of `normalize` list the kinds and fields that each provider gives in the
/// fixtures. With `UPDATE_DOCS` in the environment, they are updated.
#[test]
fn the_coverage_tables_are_correct() {
    let mut kinds: BTreeMap<String, BTreeSet<Provider>> = BTreeMap::new();
    let mut fields = kinds.clone();
    for event in readable().flat_map(|fixture| fixture.events()) {
        kinds.entry(event.kind.name().to_owned()).or_default().insert(event.provider);
        let Value::Object(members) = serde_json::to_value(&event).unwrap() else { unreachable!() };
        for (member, value) in members {
            let names = match (&*member, value) {
                (
                    "account" | "inbox" | "contact" | "conversation" | "message",
                    Value::Object(inner),
                ) => inner.keys().map(|name| format!("{member}.{name}")).collect(),
                ("id" | "version" | "delivery_id" | "occurred_at" | "channel" | "actor", _) => {
                    vec![member]
                }
                // Members of a single kind, and those of every event.
                _ => Vec::new(),
            };
            for name in names {
                fields.entry(name).or_default().insert(event.provider);
            }
        }
    }
    let table = |title: &str, rows: &BTreeMap<String, BTreeSet<Provider>>| {
        let names: Vec<_> = Provider::ALL.iter().map(|provider| provider.as_str()).collect();
        let mut text = format!("| {title} | {} |\n|{}\n", names.join(" | "), " --- |".repeat(7));
        for (name, providers) in rows {
            let cells = Provider::ALL
                .iter()
                .map(|provider| if providers.contains(provider) { " ✓ |" } else { "   |" });
            text.extend(["| `", name, "` |"].into_iter().chain(cells).chain(["\n"]));
        }
        text
    };
    let text = format!(
        "# Which provider gives what\n\n{}\nOf the fields, as JSON names them:\n\n{}",
        table("kind", &kinds),
        table("field", &fields)
    );
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/normalize/coverage.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, &text).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), text, "UPDATE_DOCS=1 writes it");
}

#[test]
fn only_a_body_without_information_has_no_event() {
    for fixture in readable() {
        let expected = fixture.path == "smartflow/status/id-element-alone.json";
        assert_eq!(fixture.events().is_empty(), expected, "{}", fixture.path);
    }
}

#[test]
fn unknown_events_are_kept_whole() {
    for fixture in readable().filter(|fixture| fixture.folder == "_unknown") {
        let webhook = fixture.provider.parse(&fixture.body).unwrap();
        for event in webhook.clone().normalize() {
            if let Kind::Unknown(Some(body)) = &event.kind {
                let mut whole: Value = serde_json::from_slice(&fixture.body).unwrap();
                // Each change in Meta's envelope is a separate event.
                if let Some(value) = whole.pointer_mut("/entry/0/changes/0/value") {
                    whole = value.take();
                }
                let envelope = ["data", "payload"].into_iter().find_map(|key| whole.get(key));
                let part = envelope.filter(|_| fixture.provider != Provider::Chatwoot);
                assert_eq!(
                    body.to::<Value>().unwrap(),
                    *part.unwrap_or(&whole),
                    "{}",
                    fixture.path
                );
            }
            // For Smartflow and Meta, each part of an envelope has a name of its own.
            if ![Provider::Smartflow, Provider::Meta].contains(&fixture.provider) {
                assert_eq!(event.provider_event, webhook.name());
            }
        }
    }
}

/// Collects the strings in a JSON value, except those under some keys.
fn strings(value: &Value, except: &[&str], into: &mut Vec<String>) {
    match value {
        Value::Object(members) => members
            .iter()
            .filter(|(key, _)| !except.contains(&key.as_str()))
            .for_each(|(_, value)| strings(value, except, into)),
        Value::Array(list) => list.iter().for_each(|value| strings(value, except, into)),
        Value::String(text) => into.push(text.clone()),
        _ => {}
    }
}

/// Every string of an event is in its body.
#[test]
fn nothing_is_invented() {
    // Members with values of this crate, or with computed ones.
    let except = [
        "kind",
        "type",
        "provider",
        "provider_event",
        "version",
        "channel",
        "direction",
        "marks",
        "until",
        "visibility",
        "actor",
        "key",
        "e164",
        "category",
        "occurred_at",
        "occurred_at_from",
        "occurred_at_pointer",
        "marks",
        "created_at",
        "first_reply_at",
        "waiting_since",
        "snoozed_until",
        "missed_at",
        "edited_at",
        "started_at",
        "ended_at",
        "sent_at",
        "expires_at",
        "started_at",
        "ended_at",
        "updated_at",
        "period_start",
        "status",
        "previous",
        "state",
    ];
    for fixture in readable() {
        let tree = Tree::parse(&fixture.body);
        let leaf = |path: Vec<Segment>| match tree.get(&path) {
            Tree::String(text) => Some(text.clone()),
            Tree::Literal(literal) => Some(literal.clone()),
            _ => None,
        };
        let sent: Vec<_> = tree.paths().into_iter().filter_map(leaf).collect();
        for event in fixture.events() {
            let mut found = Vec::new();
            strings(&serde_json::to_value(&event).unwrap(), &except, &mut found);
            for text in found {
                // Several tags, a trailing semicolon, and JSON in one string are split.
                let is_sent = sent.iter().any(|sent| sent.contains(&text));
                let is_name = !text.is_empty()
                    && fixture.body.windows(text.len()).any(|part| part == text.as_bytes());
                assert!(is_sent || is_name, "{}: {text:?}", fixture.path);
            }
        }
    }
}

#[test]
fn times_are_plausible_and_match_their_pointer() {
    let years = DateTime::UNIX_EPOCH + chrono::Days::new(10_957)
        ..DateTime::UNIX_EPOCH + chrono::Days::new(47_482);
    assert_eq!(years.start.to_rfc3339(), "2000-01-01T00:00:00+00:00");
    assert_eq!(years.end.to_rfc3339(), "2100-01-01T00:00:00+00:00");
    for fixture in readable() {
        let body: Value = serde_json::from_slice(&fixture.body).unwrap();
        for event in fixture.events() {
            let Some(at) = event.occurred_at else {
                assert_eq!(event.occurred_at_pointer, None);
                continue;
            };
            assert!(years.contains(&at), "{}: {at}", fixture.path);
            let pointer = event.occurred_at_pointer.unwrap().to_string();
            let sent =
                body.pointer(&pointer).unwrap_or_else(|| panic!("{}: {pointer}", fixture.path));
            let sent: chathooks::wire::Timestamp = serde_json::from_value(sent.clone()).unwrap();
            let off = (sent.instant().unwrap() - at).num_microseconds().unwrap().abs();
            assert!(off <= 1, "{}: {off}", fixture.path);
            for never in ["local_timestamp", "start_time", "last_activity_at"] {
                assert!(!pointer.contains(never), "{}", fixture.path);
            }
            // The clock of the visitor's device.
            let is_device = event.occurred_at_from == Some(TimeSource::Device);
            assert_eq!(pointer.contains("initiated_at"), is_device, "{}", fixture.path);
            assert!(fixture.provider != Provider::Chatwoot || pointer != "/timestamp");
        }
    }
}

#[test]
fn a_billing_window_is_not_a_conversation() {
    for fixture in readable().filter(|fixture| fixture.provider == Provider::Smartflow) {
        for event in fixture.events() {
            let Kind::MessageStatusChanged(change) = &event.kind else { continue };
            let window = change.window.as_ref().and_then(|window| window.id.clone());
            let thread = event.conversation.and_then(|conversation| conversation.id);
            assert!(thread.is_none() || thread != window, "{}", fixture.path);
        }
    }
}

#[test]
fn a_body_has_no_more_events_than_elements() {
    for fixture in readable() {
        let body = String::from_utf8(fixture.body.clone()).unwrap();
        // Every element has an ID or a time.
        let elements = body.matches("\"id\"").count() + body.matches("\"timestamp\"").count();
        assert!(fixture.events().len() <= elements + 1, "{}", fixture.path);
    }
}

#[test]
fn e164_has_the_digits_of_the_address_or_is_absent() {
    for fixture in readable() {
        for event in fixture.events() {
            for address in event.contact.iter().flat_map(|contact| &contact.addresses) {
                assert!(!address.value.is_empty(), "{}", fixture.path);
                assert!(!(address.masked() && address.e164().is_some()), "{}", fixture.path);
                if let Some(e164) = address.e164() {
                    let digits: String =
                        address.value.chars().filter(char::is_ascii_digit).collect();
                    assert_eq!(e164.to_string(), format!("+{digits}"), "{}", fixture.path);
                }
            }
        }
    }
    let user = Address::new(AddressKind::Username, "919876543210");
    assert_eq!(user.e164(), None, "a user name may look like anything");
}

#[test]
fn error_codes_have_one_category_or_none() {
    let mut codes = BTreeSet::new();
    for (category, list) in ErrorCategory::CODES {
        for code in *list {
            assert!(codes.insert(code), "{code} twice");
            assert_eq!(ErrorCategory::of(&Id::from(*code)), Some(*category));
            assert_eq!(ErrorCategory::of(&Id::from(&*code.to_string())), Some(*category));
        }
    }
    for other in ["0", "131060", "131 047", "131047.0", "", "x"] {
        assert_eq!(ErrorCategory::of(&Id::from(other)), None, "{other}");
    }
}

/// Different facts about one message have different keys.
#[test]
fn different_facts_have_different_keys() {
    let sent = |event: &str, status: &str| {
        let body = format!(
            r#"{{"event":"{event}","data":{{"message_id":"wamid.A","status":"{status}"}}}}"#
        );
        Provider::AiSoule.parse(body.as_bytes()).unwrap().normalize().next().unwrap().key()
    };
    let keys = [
        sent("message.sent", "sent"),
        sent("message.delivered", ""),
        sent("message.read", "read"),
        sent("message.failed", ""),
    ];
    let distinct: BTreeSet<_> = keys.iter().collect();
    assert_eq!(distinct.len(), keys.len());
    assert!(keys.iter().all(|key| matches!(key, EventKey::Unique(_))));

    // The parts of a key cannot run into each other.
    let pair = |account: &str, id: &str| {
        let (account, id) = (Value::from(account), Value::from(id));
        let body =
            format!(r#"{{"business_id":{account},"id":{id},"webhook_event_type":"incoming_msg"}}"#);
        Provider::Azeer.parse(body.as_bytes()).unwrap().normalize().next().unwrap().key()
    };
    let keys = [
        pair("1", "23"),
        pair("12", "3"),
        pair("1|=2", "3"),
        pair("1", "2|=3"),
        pair("1\\", "|=23"),
        pair("", "123"),
    ];
    assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len());
}

#[test]
fn a_copy_for_another_endpoint_has_the_same_key() {
    let copy = |event: &str| {
        let body = format!(
            r#"{{"event":"{event}","id":55,"account":{{"id":1}},"inbox_id":4,"status":"resolved","updated_at":1781773961.207}}"#
        );
        Provider::Chatwoot.parse(body.as_bytes()).unwrap().normalize().next().unwrap().key()
    };
    assert_eq!(copy("conversation_status_changed"), copy("conversation_resolved"));
}

#[test]
fn actors_are_identified_by_their_type() {
    let actor = |sender: &str, kind: &str| {
        let body = format!(
            r#"{{"id":1,"message_type":"{kind}","sender":{sender},"event":"message_created"}}"#
        );
        Provider::Chatwoot.parse(body.as_bytes()).unwrap().normalize().next().unwrap().actor
    };
    assert_eq!(actor(r#"{"id":1}"#, "incoming"), Actor::Contact);
    assert!(matches!(actor(r#"{"id":1,"type":"user"}"#, "outgoing"), Actor::Agent(_)));
    assert!(matches!(actor(r#"{"id":1,"type":"agent_bot"}"#, "outgoing"), Actor::Bot(_)));
    assert!(matches!(actor(r#"{"id":1,"type":"captain_assistant"}"#, "outgoing"), Actor::Bot(_)));
    assert_eq!(actor("null", "template").name(), "bot");
    assert_eq!(actor("null", "activity"), Actor::System);
    assert_eq!(actor("null", "outgoing"), Actor::Unknown);
    assert_eq!(actor(r#"{"id":1,"type":"workflow"}"#, "outgoing"), Actor::Unknown);
}

/// Equal keys mean the same fact, so fixtures of different facts have different IDs, except copies
/// of documentation pages, whose samples share IDs.
#[test]
fn fixtures_with_equal_keys_report_the_same_fact() {
    let fact = |event: &Event| {
        let mut fact = serde_json::to_value(event).unwrap();
        for member in ["delivery_id", "version", "provider_event", "occurred_at_pointer"] {
            fact.as_object_mut().unwrap().remove(member);
        }
        // Digits beyond milliseconds are noise.
        if let Some(at) = event.occurred_at {
            fact["occurred_at"] = at.timestamp_millis().into();
        }
        fact
    };
    let is_page = |from: &str| from.starts_with("page") || from.starts_with("repaired");
    let mut seen: BTreeMap<EventKey, (String, Value)> = BTreeMap::new();
    let mut merges = Vec::new();
    for fixture in readable() {
        if fixture_origin::rows_for(&fixture.path).any(|(_, from)| is_page(from)) {
            continue;
        }
        for event in fixture.events() {
            let key = event.key();
            if key == EventKey::None {
                continue;
            }
            let (first, other) =
                seen.entry(key).or_insert_with(|| (fixture.path.clone(), fact(&event)));
            if *other != fact(&event) {
                merges.push(format!("{} {first}", fixture.path));
            }
        }
    }
    assert!(merges.is_empty(), "{}", merges.join("\n"));
}

/// A fact may be reported by two event types, or with an ID as a number or a string.
#[test]
fn a_fact_reported_differently_has_the_same_key() {
    for [one, other] in [
        ["conversation_status_changed/copy-for-account", "conversation_opened/copy-for-bot"],
        ["message_created/fork-sent-under-two-names", "message_incoming/fork"],
        ["account_created/id-as-number", "account_created/id-as-text"],
    ] {
        let key = |path| crate::key(&format!("chatwoot/{path}.json"));
        assert_eq!(key(one), key(other), "{one}");
    }
}

/// Third-party tests and relays omit `message_type`.
#[test]
fn a_message_from_a_contact_is_received() {
    let body = br#"{"event":"message_created","id":1,"sender":{"id":2,"type":"contact"}}"#;
    let event = Provider::Chatwoot.parse(body).unwrap().normalize().next().unwrap();
    assert_eq!(event.kind.name(), "message.received");
}

/// Relays, batches and platforms may write the same fact differently.
#[test]
fn keys_do_not_depend_on_spelling() {
    let key = |provider: Provider, body: &str| {
        provider.parse(body.as_bytes()).unwrap().normalize().next().unwrap().key()
    };
    let changes = |changes: &str, custom: &str| {
        let body = format!(
            r#"{{"event":"conversation_updated","id":5,"updated_at":1781774904.25,"custom_attributes":{{"tags":{custom}}},"changed_attributes":{changes}}}"#
        );
        key(Provider::Chatwoot, &body)
    };
    assert_eq!(
        changes(r#"[{"status":{"current_value":"open"}},{"priority":{"current_value":1}}]"#, "{}"),
        changes(r#"{"priority":[null,1],"status":[null,"open"]}"#, "[]"),
    );
    let contact = |phone: &str| {
        let body = format!(
            r#"{{"event":"contact.updated","timestamp":"2026-11-28T05:51:46Z","data":{{"contact_id":"c","contact_phone":"{phone}"}}}}"#
        );
        key(Provider::AiSoule, &body)
    };
    assert_eq!(contact("919800000908"), contact("+919800000908"));
    // A contact without an ID is the only person in the body.
    let call = |more: &str, contacts: &str| {
        let body = format!(
            r#"{{"entry":[{{"changes":[{{"field":"calls","value":{{"contacts":{contacts},"calls":[{{"id":"wacid.1","from":"447700900101","event":"connect","timestamp":"1795000000"}}{more}]}}}}]}}]}}"#
        );
        key(Provider::Smartflow, &body)
    };
    let second = r#",{"id":"wacid.2","from":"447700900102"}"#;
    let ana = r#"[{"profile":{"name":"Ana"}}]"#;
    assert_eq!(call("", ana), call(second, ana));
    assert_eq!(call("", ana), call("", "[]"));
}
