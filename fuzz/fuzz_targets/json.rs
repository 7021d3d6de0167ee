//! Any text at different positions of a body: the reader and serde_json agree on what is JSON, and
//! on the offset where it is no longer JSON.
#![no_main]

#[path = "../../tests/it/positions.rs"]
mod positions;

/// The length of the text. A longer one does not reach further states of the reader.
const MAX_TEXT: usize = 96;

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    let Some((position, text)) = input.split_first() else { return };
    let text = &text[..text.len().min(MAX_TEXT)];
    // A body that is not UTF-8 does not reach the reader.
    let text = text.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let _ = positions::check(
        &positions::POSITIONS[usize::from(*position) % positions::POSITIONS.len()],
        text,
    );
});
