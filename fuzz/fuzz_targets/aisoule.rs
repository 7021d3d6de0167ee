//! Parses any bytes as a body of AiSoule.
#![no_main]

#[path = "../../tests/it/oracle.rs"]
mod oracle;

libfuzzer_sys::fuzz_target!(|body: &[u8]| {
    let _ = oracle::read(chathooks::Provider::AiSoule, body);
});
