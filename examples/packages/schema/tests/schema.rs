//! The JSON Schema of events accepts every event, and refuses other values.

#[path = "../../common.rs"]
mod common;

use std::collections::BTreeSet;

use boon::{Compiler, SchemaIndex, Schemas};
use chathooks::normalize::{Channel, Event, EventType};
use common::readable;
use schemars::{generate::SchemaSettings, schema_for};
use serde_json::{Value, json};

/// Returns the schema of events as they are written.
fn written() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<Event>().into()
}

struct Validator(Schemas, SchemaIndex);

impl Validator {
    fn new(schema: Value) -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.enable_format_assertions();
        compiler.add_resource("event.json", schema).unwrap();
        let index = compiler.compile("event.json", &mut schemas).unwrap();
        Self(schemas, index)
    }

    fn check(&self, event: &Value) -> Result<(), String> {
        self.0.validate(event, self.1).map_err(|error| format!("{error:#}"))
    }
}

/// Returns every event of every fixture, with the path of the fixture.
fn instances() -> impl Iterator<Item = (String, Value)> {
    readable().flat_map(|fixture| {
        let webhook = fixture.provider.parse(&fixture.body).unwrap();
        let path = fixture.path;
        webhook.normalize().map(move |event| (path.clone(), serde_json::to_value(event).unwrap()))
    })
}

#[test]
fn every_event_is_accepted() {
    let written = Validator::new(written());
    let readable = Validator::new(schema_for!(Event).into());
    for (path, event) in instances() {
        written.check(&event).unwrap_or_else(|error| panic!("{path}: {error}"));
        readable.check(&event).unwrap_or_else(|error| panic!("{path}: {error}"));
    }
}

/// A schema that allows no other members still accepts every event, so it describes every member.
#[test]
fn every_member_is_described() {
    fn close(schema: &mut Value) {
        let free = schema.get("additionalProperties").is_some();
        if !free && (schema.get("type").is_some() || schema.get("oneOf").is_some()) {
            schema["unevaluatedProperties"] = false.into();
        }
    }

    let mut schema = written();
    close(&mut schema);
    schema["$defs"].as_object_mut().unwrap().values_mut().for_each(close);
    let closed = Validator::new(schema);
    for (path, mut event) in instances() {
        closed.check(&event).unwrap_or_else(|error| panic!("{path}: {error}"));
        event["surprise"] = 1.into();
        assert!(closed.check(&event).is_err(), "{path}");
    }
}

#[test]
fn values_that_are_not_events_are_refused() {
    let schema = written();
    let common = &schema["properties"];
    let validator = Validator::new(schema.clone());
    let mut kinds = BTreeSet::new();
    for (path, event) in instances() {
        let refuse = |what: &str, change: &dyn Fn(&mut Value)| {
            let mut event = event.clone();
            change(&mut event);
            assert!(validator.check(&event).is_err(), "{path}: {what}");
        };
        kinds.insert(event["kind"].as_str().unwrap().to_owned());
        for member in ["kind", "key", "provider", "provider_event"] {
            refuse(member, &|event| drop(event.as_object_mut().unwrap().remove(member)));
        }
        // Members of this kind alone are required.
        let own = event.as_object().unwrap().keys().filter(|member| common.get(member).is_none());
        for payload in own {
            refuse(payload, &|event| drop(event.as_object_mut().unwrap().remove(payload)));
        }
        refuse("a number as kind", &|event| event["kind"] = 7.into());
        refuse("an unknown kind", &|event| event["kind"] = "message.lost".into());
        refuse("a time that is not an instant", &|event| event["occurred_at"] = "yesterday".into());
        refuse("null", &|event| event["occurred_at"] = Value::Null);
        refuse("an unknown provider", &|event| event["provider"] = "pigeons".into());
        refuse("an unknown strength", &|event| event["key"]["strength"] = "iron".into());
        refuse("a number as channel", &|event| event["channel"] = 7.into());
        refuse("an empty address", &|event| event["contact"] = json!({ "addresses": [{}] }));
        refuse("a number without plus", &|event| {
            let address = json!({ "kind": "phone", "value": "1", "e164": "919876543210" });
            event["contact"] = json!({ "addresses": [address] });
        });
    }
    let known: BTreeSet<_> = EventType::ALL.iter().map(ToString::to_string).collect();
    assert_eq!(kinds, known);
}

#[test]
fn known_values_are_listed_and_others_are_allowed() {
    let schema = written();
    let values = schema["$defs"]["Channel"]["anyOf"].as_array().unwrap();
    let known: Vec<_> = values.iter().filter_map(|value| value["const"].as_str()).collect();
    let all: Vec<_> = Channel::ALL.iter().map(Channel::as_str).collect();
    assert_eq!(known, all);
    let (_, mut event) = instances().next().unwrap();
    event["channel"] = "pigeon_post".into();
    assert_eq!(Validator::new(schema).check(&event), Ok(()));
}

/// A member has a description, or else its type or the variant that contains it has one.
#[test]
fn every_type_and_member_is_documented() {
    fn walk(schema: &Value, root: &Value, pointer: &str) {
        let is_described = |schema: &Value| {
            let doc = schema["description"].as_str();
            if let Some(doc) = doc {
                assert!(!doc.contains("```") && !doc.contains("]("), "{pointer}: {doc}");
            }
            doc.is_some_and(|doc| !doc.is_empty())
        };
        for (name, member) in schema["properties"].as_object().into_iter().flatten() {
            let target = member["$ref"].as_str().and_then(|target| root.pointer(&target[1..]));
            let described = is_described(member) || target.is_some_and(is_described);
            assert!(described || is_described(schema), "{pointer} {name}");
        }
        match schema {
            Value::Object(parts) => {
                parts.iter().for_each(|(key, part)| walk(part, root, &format!("{pointer}/{key}")));
            }
            Value::Array(list) => list.iter().for_each(|part| walk(part, root, pointer)),
            _ => {}
        }
    }

    let schema = written();
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        assert!(definition["description"].is_string(), "{name}");
    }
    walk(&schema, &schema, "");
}

/// Types with their variants and members; a star marks required members.
#[test]
fn outline() {
    fn members(schema: &Value) -> String {
        let required = schema["required"].as_array().into_iter().flatten();
        let required: BTreeSet<_> = required.filter_map(Value::as_str).collect();
        let members = schema["properties"].as_object().into_iter().flatten();
        let members = members.map(|(name, member)| {
            let star = if required.contains(name.as_str()) { "*" } else { "" };
            let value = member["const"].as_str().map(|value| format!("={value}"));
            format!(" {name}{star}{}", value.unwrap_or_default())
        });
        members.collect()
    }

    let schema = written();
    let definitions = schema["$defs"].as_object().unwrap();
    let root = "Event".to_owned();
    let mut lines = Vec::new();
    for (name, definition) in [(&root, &schema)].into_iter().chain(definitions) {
        lines.push(format!("{name}:{}", members(definition)));
        for key in ["oneOf", "anyOf"] {
            for variant in definition[key].as_array().into_iter().flatten() {
                let text = variant["const"].as_str().or(variant["type"].as_str());
                let text = text.filter(|text| *text != "object").unwrap_or_default();
                lines.push(format!("  |{} {text}", members(variant)).trim_end().to_owned());
            }
        }
    }
    insta::assert_snapshot!(lines.join("\n"));
}
