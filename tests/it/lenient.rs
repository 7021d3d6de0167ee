//! Bodies with parts that do not fit: nothing is lost, and the rest is read.

use chathooks::{ErrorKind, Provider, smartflow};

use crate::{
    json_tree::{Segment, Tree},
    readable,
};

/// Returns values to put where another type is expected.
fn wrong_values() -> Vec<String> {
    let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    let wrong =
        ["null", "{}", "[]", r#""""#, "0", "true", "1e999", "123456789012345678901234567890"];
    wrong.iter().map(ToString::to_string).chain([deep]).collect()
}

/// Puts every wrong value in place of every member and element of every fixture.
#[test]
fn event_and_misfits_make_up_the_body() {
    let (mut tried, mut with_misfits, mut refused) = (0, 0, 0);
    for fixture in readable() {
        let tree = Tree::parse(&fixture.body);
        for path in tree.paths() {
            for wrong in wrong_values() {
                let mut changed = tree.clone();
                *changed.get_mut(&path) = Tree::Literal(wrong);
                let body = changed.write();
                tried += 1;
                match fixture.provider.parse_lenient(body.as_bytes()) {
                    Ok(lenient) => {
                        assert!(lenient.is_lossless(body.as_bytes()), "{body}\n{lenient:?}");
                        with_misfits += usize::from(!lenient.misfits.is_empty());
                        let strict = fixture.provider.parse(body.as_bytes());
                        assert_eq!(strict.is_ok(), lenient.misfits.is_empty(), "{body}");
                        let here = changed.pointer(&path);
                        for misfit in &lenient.misfits {
                            let pointer = &misfit.pointer;
                            assert!(
                                here.starts_with(pointer) || pointer.starts_with(&here),
                                "{here}: {pointer}"
                            );
                        }
                    }
                    Err(error) => {
                        refused += 1;
                        if error.kind() == ErrorKind::Provider {
                            // These identify a body of Meta.
                            let is_name = ["/object", "/field", "/message_template_id"]
                                .contains(&&*changed.pointer(&path));
                            assert!(
                                fixture.path == "smartflow/_unknown/event-is-no-text.json"
                                    || (fixture.provider == Provider::Meta && is_name),
                                "{error} in {body}"
                            );
                            continue;
                        }
                        assert_eq!(error.kind(), ErrorKind::Shape, "{error}");
                        // The event type, the content of an envelope, and the ID of the
                        // event's own object.
                        let key = match (&path[..path.len() - 1], path.last()) {
                            (parent, Some(Segment::Member(at))) => match changed.get(parent) {
                                Tree::Object(members) => members[*at].0.clone(),
                                _ => unreachable!(),
                            },
                            _ => panic!("{error}"),
                        };
                        let vital = ["event", "webhook_event_type", "type", "payload", "id"];
                        assert!(path.len() == 1 && vital.contains(&&*key), "{error} in {body}");
                    }
                }
            }
        }
    }
    println!("{tried} bodies, {with_misfits} with misfits, {refused} refused");
    assert!(tried > 50_000 && with_misfits > 10_000 && refused < tried / 30);
}

#[test]
fn neighbors_of_misfits_are_read() {
    let body = br#"{"statuses":[1,{"id":"a","status":"sent"},"x",{"id":"b","status":{}},null,{"id":"c","status":"read"}]}"#;
    let lenient = smartflow::Webhook::parse_lenient(body).unwrap();
    let ids: Vec<_> = lenient
        .webhook
        .statuses
        .iter()
        .flatten()
        .map(|status| status.id.clone().unwrap().to_string())
        .collect();
    assert_eq!(ids, ["a", "b", "c"]);
    let pointers: Vec<_> = lenient.misfits.iter().map(|misfit| &*misfit.pointer).collect();
    assert_eq!(pointers, ["/statuses/0", "/statuses/2", "/statuses/3/status", "/statuses/4"]);
    assert!(lenient.is_lossless(body));
}

#[test]
fn a_duplicate_member_is_set_aside() {
    let body = br#"{"event":"message_created","id":1,"content":"a","content":"b","i\u0064":2,"event":"x"}"#;
    let lenient = Provider::Chatwoot.parse_lenient(body).unwrap();
    let found: Vec<_> =
        lenient.misfits.iter().map(|misfit| (&*misfit.pointer, misfit.value.get())).collect();
    assert_eq!(found, [("/content", r#""b""#), ("/id", "2"), ("/event", r#""x""#)]);
    assert!(
        lenient.misfits.iter().all(|misfit| misfit.error.message().starts_with("duplicate field"))
    );
}

#[test]
fn a_duplicate_event_type_is_set_aside_wherever_the_first_one_is() {
    let body = br#"{"x":1,"event":"test","data":{},"event":"ping"}"#;
    assert!(Provider::AiSoule.parse(body).is_err());
    let lenient = Provider::AiSoule.parse_lenient(body).unwrap();
    assert_eq!(lenient.webhook.name(), "test");
    let pointers: Vec<_> = lenient.misfits.iter().map(|misfit| &*misfit.pointer).collect();
    assert_eq!(pointers, ["/event"]);
}

/// The first member counts, whether it fits or not.
#[test]
fn a_duplicate_is_set_aside_even_if_only_it_fits() {
    let body = br#"{"event":"message_created","id":1,"content":{},"content":"b","content":[]}"#;
    let lenient = Provider::Chatwoot.parse_lenient(body).unwrap();
    let found: Vec<_> = lenient.misfits.iter().map(|misfit| misfit.value.get()).collect();
    assert_eq!(found, ["{}", r#""b""#, "[]"]);
    assert!(lenient.is_lossless(body));
}

/// If an array has too many misfits, it is set aside as a whole, so that the work is bounded.
#[test]
fn misfits_are_bounded() {
    let many = format!(r#"{{"id":"d","statuses":[{}]}}"#, vec!["7"; 100_000].join(","));
    let lenient = Provider::Smartflow.parse_lenient(many.as_bytes()).unwrap();
    assert_eq!(lenient.misfits.len(), 1);
    assert_eq!(lenient.misfits[0].pointer, "/statuses");
    assert!(lenient.is_lossless(many.as_bytes()));

    let some = format!(r#"{{"id":"d","statuses":[{}]}}"#, vec!["7"; 1_000].join(","));
    let lenient = Provider::Smartflow.parse_lenient(some.as_bytes()).unwrap();
    assert_eq!(lenient.misfits.len(), 1_000);
    assert!(lenient.is_lossless(some.as_bytes()));
}

#[test]
fn positions_of_misfits_refer_to_the_body() {
    let body = "\u{feff}{\"messages\":[\n  {\"id\":\"é\", \"text\":[1]},\n  {\"id\":{}}\n]}";
    let lenient = Provider::Smartflow.parse_lenient(body.as_bytes()).unwrap();
    let positions: Vec<_> = lenient
        .misfits
        .iter()
        .map(|misfit| {
            (misfit.error.line(), misfit.error.column(), &body[misfit.error.offset()..][..2])
        })
        .collect();
    assert_eq!(positions, [(2, 21, "[1"), (3, 9, "{}")]);
}

/// An array that exceeds the limit is an error, and set aside by lenient parsing.
#[test]
fn the_number_of_elements_is_limited() {
    let list = |count: usize| format!("[{}]", vec!["{}"; count].join(","));
    let body = |contacts, statuses| {
        format!(r#"{{"contacts":{},"statuses":{}}}"#, list(contacts), list(statuses))
    };
    Provider::Smartflow.parse(body(0, 65_536).as_bytes()).unwrap();
    Provider::Smartflow.parse(body(65_000, 536).as_bytes()).unwrap();
    for (contacts, statuses, pointer) in [
        (0, 65_537, "/statuses/65536"),
        (65_000, 600, "/statuses/536"),
        (70_000, 9, "/contacts/65536"),
    ] {
        let body = body(contacts, statuses);
        let error = Provider::Smartflow.parse(body.as_bytes()).unwrap_err();
        assert_eq!((error.kind(), error.pointer()), (ErrorKind::Limit, pointer));
        let lenient = Provider::Smartflow.parse_lenient(body.as_bytes()).unwrap();
        let [misfit] = &lenient.misfits[..] else { panic!("{}", lenient.misfits.len()) };
        assert_eq!(misfit.error.kind(), ErrorKind::Limit);
        assert_eq!(Some(&*misfit.pointer), pointer.rsplit_once('/').map(|(list, _)| list));
        assert!(lenient.is_lossless(body.as_bytes()));
    }
    // Elements that are skipped do not count.
    let body = format!(r#"{{"unknown":{},"statuses":[]}}"#, list(70_000));
    Provider::Smartflow.parse(body.as_bytes()).unwrap();
}

/// Parts of Meta's bodies name their own event, and the parts after an error are read in lenient parsing
/// alone.
#[cfg(feature = "meta")]
#[test]
fn both_errors_name_the_event_that_was_being_read() {
    let body = br#"{"entry":[{"id":"1","id":"2","changes":[{"field":"messages","value":{}}]}]"#;
    let strict = Provider::Meta.parse(body).unwrap_err();
    assert_eq!(Provider::Meta.parse_lenient(body).unwrap_err(), strict);
    assert_eq!(strict.event(), None);
}
