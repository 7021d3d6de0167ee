//! Work and memory grow with the body and not faster.

use std::{
    fmt::Write,
    time::{Duration, Instant},
};

use chathooks::{Provider, normalize::Normalize};

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
    ("empty texts", Provider::Chatwoot, |n| {
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
        list(r#"{"webhook_event_type":"contact_updated","tags":["#, |_| r#""""#.into(), n, "]}")
    }),
    ("empty labels", Provider::SalesChat, |n| {
        list(
            r#"{"type":"MEDIA_CLASSIFIED","version":1.1,"payload":{"suggested_labels":["#,
            |_| r#""""#.into(),
            n,
            "]}}",
        )
    }),
    ("members", Provider::Chatwoot, |n| {
        list(r#"{"event":"message_created","id":1,"#, |n| format!(r#""{n}":0"#), n, "}")
    }),
    ("members", Provider::AiSoule, |n| {
        list(r#"{"event":"contact.updated","data":{"#, |n| format!(r#""{n}":0"#), n, "}}")
    }),
    ("one member often", Provider::Azeer, |n| {
        list(r#"{"webhook_event_type":"contact_updated","#, |_| r#""a":0"#.into(), n, "}")
    }),
    ("objects of one key", Provider::Chatwoot, |n| {
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
    ("people and statuses", Provider::Smartflow, |n| {
        let people = list(r#"{"contacts":["#, |n| format!(r#"{{"wa_id":"{n}"}}"#), n, "],");
        people
            + &list(
                r#""statuses":["#,
                |n| format!(r#"{{"id":"{n}","status":"read","recipient_id":"{n}"}}"#),
                n,
                "]}",
            )
    }),
    ("people and messages", Provider::Smartflow, |n| {
        let people = list(r#"{"contacts":["#, |n| format!(r#"{{"wa_id":"{n}"}}"#), n, "],");
        people
            + &list(
                r#""messages":["#,
                |n| format!(r#"{{"id":"{n}","from":"{n}","type":"text"}}"#),
                n,
                "]}",
            )
    }),
    ("a long text", Provider::Chatwoot, |n| {
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
    ("backslashes before the tag", Provider::Azeer, |n| {
        format!(r#"{{"text":"{}","webhook_event_type":"incoming_msg","a":1}}"#, "\\\\".repeat(n))
    }),
    ("never closed", Provider::Azeer, |n| {
        format!(r#"{{"webhook_event_type":"incoming_msg","text":{}"#, "[".repeat(n))
    }),
];

fn work(provider: Provider, body: &[u8]) -> usize {
    let Ok(lenient) = provider.parse_lenient(body) else { return 0 };
    let found = lenient.webhook.drift().len();
    lenient.webhook.normalize().len() + found
}

#[test]
fn probe() {
    for (what, provider, make) in CASES {
        let mut line = String::new();
        for n in [10_000, 100_000] {
            let body = make(n);
            let mut best = Duration::MAX;
            let start = Instant::now();
            while best == Duration::MAX || start.elapsed() < Duration::from_millis(200) {
                let start = Instant::now();
                work(*provider, body.as_bytes());
                best = best.min(start.elapsed());
                if best > Duration::from_secs(10) {
                    break;
                }
            }
            let bytes = body.len() as f64;
            write!(line, "{:8.1} ns/byte ", best.as_nanos() as f64 / bytes).unwrap();
            let mem = |f: &mut dyn FnMut()| allocation_counter::measure(f).bytes_max as f64 / bytes;
            let parse = mem(&mut || {
                let _ = provider.parse(body.as_bytes());
            });
            let lenient = mem(&mut || {
                let _ = provider.parse_lenient(body.as_bytes());
            });
            let both = mem(&mut || {
                work(*provider, body.as_bytes());
            });
            write!(line, "mem {parse:5.1} {lenient:5.1} {both:6.1} | ").unwrap();
        }
        println!("{line} {provider} {what}");
    }
}
