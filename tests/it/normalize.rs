//! What bodies mean.

use chathooks::normalize::{Event, Normalize};

use crate::{Fixture, readable};

fn events(fixture: &Fixture) -> Vec<Event> {
    fixture.provider.parse(&fixture.body).unwrap().normalize()
}

#[test]
fn snapshots() {
    for fixture in readable() {
        let events = events(&fixture);
        fixture.snapshot("events", &serde_json::to_string_pretty(&events).unwrap());
    }
}

#[test]
fn events_read_back_as_they_were_written() {
    for fixture in readable() {
        for event in events(&fixture) {
            let json = serde_json::to_string(&event).unwrap();
            let again: Event = serde_json::from_str(&json).unwrap();
            assert_eq!(again, event, "{}", fixture.path);
            assert_eq!(serde_json::to_string(&again).unwrap(), json, "{}", fixture.path);
        }
    }
}
