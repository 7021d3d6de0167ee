//! Work and memory grow no faster than the body.

#![allow(clippy::cast_precision_loss, reason = "ratios of sizes far below 2^52")]

#[cfg(unix)]
use std::time::Duration;

use chathooks::Provider;

use crate::{
    json_tree::{Segment, Tree},
    readable,
};

fn list(before: &str, element: impl Fn(usize) -> String, count: usize, after: &str) -> String {
    let mut body = before.to_owned();
    for number in 0..count {
        if number > 0 {
            body.push(',');
        }
        body.push_str(&element(number));
    }
    body + after
}

type Make = fn(usize) -> String;

const CASES: &[(&str, Provider, Make)] = &[
    ("empty statuses", Provider::Smartflow, |n| list(r#"{"statuses":["#, |_| "{}".into(), n, "]}")),
    ("empty messages", Provider::Smartflow, |n| list(r#"{"messages":["#, |_| "{}".into(), n, "]}")),
    ("empty changes", Provider::Smartflow, |n| {
        list(r#"{"entry":[{"changes":["#, |_| "{}".into(), n, "]}]}")
    }),
    ("empty entries", Provider::Smartflow, |n| list(r#"{"entry":["#, |_| "{}".into(), n, "]}")),
    ("empty errors", Provider::Smartflow, |n| list(r#"{"errors":["#, |_| "{}".into(), n, "]}")),
    ("null attachments", Provider::Chatwoot, |n| {
        list(r#"{"event":"message_created","id":1,"attachments":["#, |_| "null".into(), n, "]}")
    }),
    ("empty attachments", Provider::Chatwoot, |n| {
        list(r#"{"event":"message_created","id":1,"attachments":["#, |_| "{}".into(), n, "]}")
    }),
    ("small attachments", Provider::Chatwoot, |n| {
        list(
            r#"{"event":"message_created","id":1,"attachments":["#,
            |_| r#"{"id":1}"#.into(),
            n,
            "]}",
        )
    }),
    ("small messages", Provider::Chatwoot, |n| {
        list(
            r#"{"event":"conversation_created","id":1,"messages":["#,
            |_| r#"{"id":1}"#.into(),
            n,
            "]}",
        )
    }),
    ("empty strings", Provider::Chatwoot, |n| {
        list(r#"{"event":"conversation_updated","id":1,"labels":["#, |_| r#""""#.into(), n, "]}")
    }),
    ("empty changes", Provider::Chatwoot, |n| {
        list(
            r#"{"event":"conversation_updated","id":1,"changed_attributes":["#,
            |_| "{}".into(),
            n,
            "]}",
        )
    }),
    ("empty tags", Provider::Azeer, |n| {
        list(r#"{"webhook_event_type":"new_contact","tags":["#, |_| r#""""#.into(), n, "]}")
    }),
    ("empty labels", Provider::SalesChat, |n| {
        list(
            r#"{"type":"MEDIA_FILE_WITH_CLASSIFICATION","version":1.1,"payload":{"classification":{"suggested_labels":["#,
            |_| r#""""#.into(),
            n,
            "]}}}",
        )
    }),
    ("members", Provider::Chatwoot, |n| {
        list(r#"{"event":"message_created","id":1,"#, |n| format!(r#""{n}":0"#), n, "}")
    }),
    ("members", Provider::AiSoule, |n| {
        list(r#"{"event":"contact.updated","data":{"#, |n| format!(r#""{n}":0"#), n, "}}")
    }),
    ("one member repeated", Provider::Azeer, |n| {
        list(r#"{"webhook_event_type":"new_contact","#, |_| r#""a":0"#.into(), n, "}")
    }),
    ("objects with one key", Provider::Chatwoot, |n| {
        list(
            r#"{"event":"message_created","id":1,"content_attributes":{"items":["#,
            |_| r#"{"a":0}"#.into(),
            n,
            "]}}",
        )
    }),
    ("unknown objects", Provider::Chatwoot, |n| {
        list(r#"{"event":"zz_new","id":["#, |_| r#"{"a":0}"#.into(), n, "]}")
    }),
    ("misfits", Provider::Smartflow, |n| {
        list(r#"{"statuses":["#, |_| r#"{"id":[]}"#.into(), n, "]}")
    }),
    ("misfits in misfits", Provider::Smartflow, |n| {
        list(r#"{"entry":["#, |_| r#"{"changes":[{"value":{"statuses":[7,7]}}]}"#.into(), n, "]}")
    }),
    ("contacts and statuses", Provider::Smartflow, |n| {
        let contacts = list(r#"{"contacts":["#, |n| format!(r#"{{"wa_id":"{n}"}}"#), n, "],");
        contacts
            + &list(
                r#""statuses":["#,
                |n| format!(r#"{{"id":"{n}","status":"read","recipient_id":"{n}"}}"#),
                n,
                "]}",
            )
    }),
    ("contacts and messages", Provider::Smartflow, |n| {
        let contacts = list(r#"{"contacts":["#, |n| format!(r#"{{"wa_id":"{n}"}}"#), n, "],");
        contacts
            + &list(
                r#""messages":["#,
                |n| format!(r#"{{"id":"{n}","from":"{n}","type":"text"}}"#),
                n,
                "]}",
            )
    }),
    ("a long string", Provider::Chatwoot, |n| {
        format!(r#"{{"event":"message_created","id":1,"content":"{}"}}"#, "\\u00e9a".repeat(n))
    }),
    ("a long number", Provider::Chatwoot, |n| {
        format!(r#"{{"event":"message_created","id":{}}}"#, "7".repeat(n))
    }),
    ("a long time", Provider::Chatwoot, |n| {
        format!(r#"{{"event":"message_created","id":1,"created_at":"{}"}}"#, "7".repeat(n))
    }),
    ("a long key", Provider::Chatwoot, |n| {
        format!(r#"{{"event":"message_created","id":1,"{}":0}}"#, "k".repeat(n))
    }),
    ("white space", Provider::Chatwoot, |n| {
        format!(r#"{{"event":"message_created",{}"id":1}}"#, " \n".repeat(n))
    }),
    ("backslashes before the event type", Provider::Azeer, |n| {
        format!(r#"{{"text":"{}","webhook_event_type":"incoming_msg","a":1}}"#, "\\\\".repeat(n))
    }),
    ("unclosed arrays", Provider::Azeer, |n| {
        format!(r#"{{"webhook_event_type":"incoming_msg","text":{}"#, "[".repeat(n))
    }),
];

/// Each case is a known event, so that its model is what is measured.
#[test]
fn cases_are_known_events() {
    for (what, provider, make) in CASES {
        let lenient = provider.parse_lenient(make(2).as_bytes());
        let is_known = lenient.is_ok_and(|lenient| lenient.webhook.is_known());
        let is_expected = !["unknown objects", "unclosed arrays"].contains(what);
        // A body of Smartflow without a readable message or status has no known event.
        let is_exception = what.starts_with("empty ") || *what == "misfits in misfits";
        let is_exception = is_exception && *provider == Provider::Smartflow;
        assert!(is_known == is_expected || is_exception, "{what}");
    }
}

/// Does everything that a careful consumer does with a body.
fn work(provider: Provider, body: &[u8]) -> usize {
    let Ok(lenient) = provider.parse_lenient(body) else { return 0 };
    let found = lenient.webhook.drift().len();
    let events = lenient.webhook.normalize();
    let keys = events.filter(|event| event.key().as_str().is_some()).count();
    found + keys + lenient.misfits.len()
}

/// Returns the processor time of this thread in seconds, which does not depend on other load: the
/// minimum of five runs.
#[cfg(unix)]
fn seconds(mut run: impl FnMut()) -> f64 {
    let now = || {
        let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
        Duration::try_from(time).unwrap()
    };
    let mut one = |_| {
        let start = now();
        run();
        now().saturating_sub(start)
    };
    (0..5).map(&mut one).min().unwrap().as_secs_f64()
}

/// Returns two bodies of a case, the second ten times as large.
fn sizes(make: Make) -> [String; 2] {
    [3_000, 30_000].map(make)
}

/// A body ten times as large takes ten times as long, with a margin for caches and the allocator.
#[cfg(unix)]
#[test]
fn work_is_linear() {
    for (what, provider, make) in CASES {
        let times = sizes(*make)
            .map(|body| seconds(|| _ = work(*provider, body.as_bytes())) * 1e9 / body.len() as f64);
        println!("{:6.0} {:6.0} ns per byte: {what}", times[0], times[1]);
        assert!(times[1] < 6.0 * times[0], "{what}: {times:?}");
    }
}

#[test]
fn allocations_are_linear() {
    for (what, provider, make) in CASES {
        let allocated = sizes(*make).map(|body| {
            let used = allocation_counter::measure(|| _ = work(*provider, body.as_bytes()));
            used.bytes_total as f64 / body.len() as f64
        });
        println!("{:6.1} {:6.1} bytes per byte: {what}", allocated[0], allocated[1]);
        assert!(allocated[1] < 1.5 * allocated[0] + 1.0, "{what}: {allocated:?}");
    }
}

/// The bounds in `SECURITY.md`, in multiples of the size of the body.
#[test]
fn memory_is_bounded() {
    let (mut parsing, mut both): (f64, f64) = (0.0, 0.0);
    for (what, provider, make) in CASES {
        let body = make(20_000);
        let times = |work: &mut dyn FnMut()| {
            allocation_counter::measure(work).bytes_max as f64 / body.len() as f64
        };
        let parse = times(&mut || _ = provider.parse(body.as_bytes()));
        let lenient = times(&mut || _ = provider.parse_lenient(body.as_bytes()));
        let all = times(&mut || _ = work(*provider, body.as_bytes()));
        println!("{parse:6.1} to parse, {lenient:6.1} leniently, {all:6.1} with events: {what}");
        parsing = parsing.max(parse).max(lenient);
        both = both.max(all);
    }
    assert!((100.0..400.0).contains(&parsing), "{parsing}");
    assert!((100.0..400.0).contains(&both), "{both}");
}

/// The memory for an array is bounded, because the number of elements that are read is limited.
#[test]
fn memory_of_arrays_is_bounded() {
    let is_list =
        |what: &str| ["empty ", "small ", "null "].iter().any(|prefix| what.starts_with(prefix));
    for (what, provider, make) in CASES.iter().filter(|(what, ..)| is_list(what)) {
        let body = make(200_000);
        let peak = |work: &mut dyn FnMut()| allocation_counter::measure(work).bytes_max;
        let parse = peak(&mut || _ = provider.parse(body.as_bytes()));
        let all = peak(&mut || _ = work(*provider, body.as_bytes()));
        println!("{:3} to parse, {:3} MiB with events: {what}", parse >> 20, all >> 20);
        let bound = (64 << 20) + 4 * body.len() as u64;
        assert!(parse < bound && all < bound, "{what}: {parse}, {all}");
    }
}

/// Realistic bodies take little memory: a conversation with more and more messages.
#[test]
fn realistic_bodies_take_little_memory() {
    let path = "chatwoot/conversation_created/web-widget.json";
    let fixture = readable().find(|fixture| fixture.path == path).unwrap();
    let conversation = Tree::parse(&fixture.body);
    let at = |tree: &Tree| {
        let Tree::Object(members) = tree else { unreachable!() };
        Segment::Member(members.iter().position(|(key, _)| key == "messages").unwrap())
    };
    let messages = [at(&conversation)];
    let Tree::Array(list) = conversation.get(&messages) else { unreachable!() };
    for count in [1, 10, 100, 1_000] {
        let mut grown = conversation.clone();
        *grown.get_mut(&messages) = Tree::Array(vec![list[0].clone(); count]);
        let body = grown.write();
        let times = |work: &dyn Fn(&[u8])| {
            let used = allocation_counter::measure(|| work(body.as_bytes()));
            used.bytes_max as f64 / body.len() as f64
        };
        let parse = times(&|body| _ = Provider::Chatwoot.parse(body));
        let all = times(&|body| _ = work(Provider::Chatwoot, body));
        println!("{parse:.2} to parse, {all:.2} with events, times {} bytes", body.len());
        assert!(parse < 2.5 && all < 2.5, "{parse} and {all} times {} bytes", body.len());
    }
}
