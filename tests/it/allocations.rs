//! What takes memory on the way from bytes to events, one by one.

use crate::readable;

/// A body, and what is allocated for it. Texts, IDs and numbers of up to 19 bytes, times, known texts
/// of enums, and whatever is absent take none.
const BODIES: [(&str, &[(&str, u64)]); 5] = [
    (
        "azeer/incoming_msg/text.json",
        &[("the model", 1), ("the long id", 1), ("message, list of addresses", 2)],
    ),
    (
        "saleschat/MEDIA_FILE_WITH_CLASSIFICATION/v1.1.json",
        &[
            ("the model", 1),
            ("suggested_labels", 1),
            ("attachment, conversation, list of addresses", 3),
        ],
    ),
    (
        "aisoule/message.incoming/help.json",
        &[
            ("the model", 1),
            ("the id, which the help center cuts to 22 characters", 1),
            ("message, list of addresses", 2),
        ],
    ),
    (
        "smartflow/status/example.json",
        &[
            ("statuses", 1),
            ("the long ids of two elements, the conversation and the body", 4),
            ("conversation", 1),
            ("change", 1),
        ],
    ),
    (
        "chatwoot/message_created/incoming.json",
        &[
            ("the model, the conversation, its contact_inbox, what its message repeats", 4),
            ("the contact in three places", 3),
            ("free-form members", 14),
            ("the text of the message in three positions, the credential", 4),
            ("the long ids of a contact_inbox in two places", 2),
            ("list of messages", 1),
            ("message, conversation, list of addresses", 3),
        ],
    ),
];

#[test]
fn each_has_a_reason() {
    for (path, reasons) in BODIES {
        let fixture = readable().find(|fixture| fixture.path == path).unwrap();
        let door = || fixture.provider.parse(&fixture.body).unwrap().normalize().for_each(drop);
        // What is made once in a process is not counted.
        door();
        let used = allocation_counter::measure(door).count_total;
        let reasons: u64 = reasons.iter().map(|(_, count)| count).sum();
        assert_eq!(used, reasons, "{path}");
    }
}
