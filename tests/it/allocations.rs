//! Each allocation made between the bytes of a body and its events.

use crate::readable;

/// Bodies, and what is allocated for each. Strings, IDs and numbers of up to 19 bytes, times, known
/// values of enums, and absent members need no allocation.
const BODIES: [(&str, &[(&str, u64)]); 5] = [
    (
        "azeer/incoming_msg/text.json",
        &[("the model", 1), ("the long ID", 1), ("message, list of addresses", 2)],
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
            ("the ID, which the help center cuts to 22 characters", 1),
            ("message, list of addresses", 2),
        ],
    ),
    (
        "smartflow/status/example.json",
        &[
            ("statuses", 1),
            ("the long IDs of two elements, the conversation and the body", 4),
            ("conversation", 1),
            ("change", 1),
        ],
    ),
    (
        "chatwoot/message_created/incoming.json",
        &[
            ("the model, the conversation, its contact_inbox, what its message repeats", 4),
            ("the contact in three positions", 3),
            ("free-form members", 14),
            ("the text of the message in three positions, the credential", 4),
            ("the long IDs of a contact_inbox in two positions", 2),
            ("list of messages", 1),
            ("message, conversation, list of addresses", 3),
        ],
    ),
];

#[test]
fn every_allocation_has_a_reason() {
    for (path, reasons) in BODIES {
        let fixture = readable().find(|fixture| fixture.path == path).unwrap();
        let run = || fixture.provider.parse(&fixture.body).unwrap().normalize().for_each(drop);
        // Allocations made once per process are not counted.
        run();
        let used = allocation_counter::measure(run).count_total;
        let reasons: u64 = reasons.iter().map(|(_, count)| count).sum();
        assert_eq!(used, reasons, "{path}");
    }
}
