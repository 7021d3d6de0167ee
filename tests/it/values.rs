//! Values that are made in Rust are read back equal.

use std::{
    collections::HashSet,
    fmt::Debug,
    hash::{DefaultHasher, Hash, Hasher},
};

use chathooks::{
    Payload, Provider, aisoule, azeer, chatwoot, meta, normalize, saleschat, smartflow,
    wire::{Json, Number, OneOrMany, Phone, RawId, Secret, Text, Timestamp, Undocumented, WaId},
};
use chrono::DateTime;
use proptest::prelude::*;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::json;

use crate::readable;

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Writes a value, checks that it reads back equal, and returns its JSON.
fn written<T: Serialize + DeserializeOwned + Eq + Hash + Debug>(value: &T) -> String {
    let json = serde_json::to_string(value).unwrap();
    let read: T = serde_json::from_str(&json).unwrap();
    assert_eq!(read, *value, "{json}");
    assert_eq!(hash(&read), hash(value), "{json}");
    json
}

proptest! {
    #[test]
    fn strings_round_trip(text in any::<String>()) {
        let json = serde_json::to_string(&text).unwrap();
        let text = || text.clone();
        prop_assert_eq!(written(&Text::from(text())), json.clone());
        prop_assert_eq!(written(&RawId::from(text())), json.clone());
        prop_assert_eq!(written(&chatwoot::ContactId::from(text())), json.clone());
        prop_assert_eq!(written(&chatwoot::ContactId::from(&*text())), json.clone());
        prop_assert_eq!(written(&Number::from(text())), json.clone());
        prop_assert_eq!(written(&Phone::from(text())), json.clone());
        prop_assert_eq!(written(&WaId::from(text())), json.clone());
        prop_assert_eq!(written(&Timestamp::from(text())), json.clone());
        prop_assert_eq!(written(&Secret::new(text())), json.clone());
        prop_assert_eq!(written(&Json::from(json!(text()))), json.clone());
        prop_assert_eq!(written(&chatwoot::ChannelType::from(&*text())), json.clone());
        prop_assert_eq!(written(&Undocumented::from(Text::from(text()))), json.clone());
        prop_assert_eq!(written(&OneOrMany::from(Text::from(text()))), json);
    }

    #[test]
    fn integers_round_trip(int in any::<i64>(), unsigned in any::<u64>(), small in any::<i32>()) {
        prop_assert_eq!(written(&RawId::from(int)), int.to_string());
        prop_assert_eq!(written(&RawId::from(unsigned)), unsigned.to_string());
        prop_assert_eq!(written(&chatwoot::ContactId::from(small)), small.to_string());
        prop_assert_eq!(chatwoot::ContactId::from(int).as_i64(), Some(int));
        prop_assert_eq!(written(&Number::from(unsigned)), unsigned.to_string());
        prop_assert_eq!(written(&WaId::from(int)), int.to_string());
        prop_assert_eq!(written(&Timestamp::from(int)), int.to_string());
    }

    #[test]
    fn finite_floats_round_trip(float in any::<f64>()) {
        let number = Number::from_f64(float);
        prop_assert_eq!(number.is_some(), float.is_finite());
        if let Some(number) = number {
            prop_assert_eq!(number.as_f64(), Some(float));
            // On its own it would be read like a `serde_json::Value`.
            written(&aisoule::Place::new(number.clone(), number));
        }
    }

    /// From year 0 to year 9999.
    #[test]
    fn instants_round_trip(seconds in -62_167_219_200_i64..253_402_300_800, nanos in 0_u32..1_000_000_000) {
        let instant = DateTime::from_timestamp(seconds, nanos).unwrap();
        let time = Timestamp::from(instant);
        prop_assert_eq!(time.instant(), Some(instant));
        written(&time);
    }

    #[test]
    fn versions_round_trip(major in any::<u64>(), minor in any::<u64>()) {
        let version = saleschat::Version::new(major, minor);
        prop_assert_eq!((version.major(), version.minor()), (Some(major), Some(minor)));
        written(&version);
    }

    #[test]
    fn bodies_round_trip(text in any::<String>(), int in any::<i64>(), flag in any::<bool>()) {
        let mut party = chatwoot::Party::default();
        party.name = Some(text.clone().into());
        let mut message = chatwoot::Message::new(int);
        message.content = Some(text.clone().into());
        message.private = Some(flag);
        message.sender = Some(Box::new(party));
        message.attachments = Some(vec![None, Some(chatwoot::Attachment::new(text.clone()))]);
        message.message_type = Some(chatwoot::MessageKind::from(&*text).into());
        message.extra.insert("a new member", json!({ text.clone(): int }));
        for event in chatwoot::EventType::ALL {
            let message = Box::new(message.clone());
            let webhook = match event {
                chatwoot::EventType::MessageCreated => chatwoot::Webhook::MessageCreated(message),
                chatwoot::EventType::MessageUpdated => chatwoot::Webhook::MessageUpdated(message),
                _ => continue,
            };
            let body = written(&webhook);
            let read = chatwoot::Webhook::parse(body.as_bytes()).unwrap();
            prop_assert_eq!(read.event_type(), Some(*event));
            prop_assert_eq!(read, webhook);
        }
    }
}

/// Equal webhooks have equal hashes, and a set contains each once.
#[test]
fn webhooks_can_be_keys_of_hash_sets() {
    fn seen<T: Payload>(set: &mut HashSet<T>, body: &[u8]) {
        let before = set.len();
        let webhook = T::parse(body).unwrap();
        assert_eq!(hash(&webhook), hash(&T::parse(body).unwrap()));
        let is_new = set.insert(webhook.clone());
        assert!(set.contains(&webhook));
        assert_eq!(set.len(), before + usize::from(is_new));
    }
    let (mut chatwoot, mut meta) = (HashSet::new(), HashSet::new());
    for fixture in readable() {
        match fixture.provider {
            Provider::Chatwoot => seen::<chatwoot::Webhook>(&mut chatwoot, &fixture.body),
            Provider::Meta => seen::<meta::Webhook>(&mut meta, &fixture.body),
            _ => {}
        }
    }
    assert!(chatwoot.len() > 100 && meta.len() > 50);
}

#[test]
fn inserting_an_extra_member_returns_the_previous_value() {
    let mut account = chatwoot::Account::new(1);
    assert_eq!(account.extra.insert("plan", json!("gold")), None);
    let before = account.extra.insert("plan", json!("silver")).unwrap();
    assert_eq!(before.get(), r#""gold""#);
    assert_eq!(written(&account), r#"{"id":1,"plan":"silver"}"#);
}

#[test]
fn json_refuses_values_without_a_json_form() {
    let map = std::collections::BTreeMap::from([((1, 2), 3)]);
    assert!(Json::new(&map).is_err());
}

/// Checks the event types of a provider.
fn check_event_types<T: Payload>() {
    let names: Vec<_> = T::EVENTS.iter().map(ToString::to_string).collect();
    assert_eq!(names, T::PROVIDER.events());
    for event in T::EVENTS {
        assert_eq!(event.as_ref().parse(), Ok(*event));
        assert_eq!(event.to_string(), event.as_ref());
    }
    assert!("".parse::<T::EventType>().is_err());
    for fixture in readable().filter(|fixture| fixture.provider == T::PROVIDER) {
        let webhook = T::parse(&fixture.body).unwrap();
        let event = webhook.event_type();
        assert_eq!(event.is_some(), webhook.is_known(), "{}", fixture.path);
        if let Some(event) = event {
            assert_eq!(event.as_ref(), webhook.name(), "{}", fixture.path);
        }
        if let Some(name) = T::PROVIDER.event_name(&fixture.body) {
            assert_eq!(name, webhook.name(), "{}", fixture.path);
        } else {
            let is_nameless = [Provider::Smartflow, Provider::Meta].contains(&T::PROVIDER);
            assert!(is_nameless, "{}", fixture.path);
        }
    }
}

#[test]
fn event_types_of_providers_match_their_names() {
    check_event_types::<saleschat::Webhook>();
    check_event_types::<smartflow::Webhook>();
    check_event_types::<meta::Webhook>();
    check_event_types::<aisoule::Webhook>();
    check_event_types::<azeer::Webhook>();
    check_event_types::<chatwoot::Webhook>();
}

#[test]
fn event_types_of_the_domain_match_their_names() {
    let names: HashSet<_> = normalize::EventType::ALL.iter().map(|event| event.as_str()).collect();
    assert_eq!(names.len(), normalize::EventType::ALL.len());
    for fixture in readable() {
        for event in fixture.events() {
            let kind = event.kind.variant();
            assert_eq!(event.kind.name().parse(), Ok(kind), "{}", fixture.path);
            assert!(normalize::EventType::ALL.contains(&kind), "{}", fixture.path);
        }
    }
}
