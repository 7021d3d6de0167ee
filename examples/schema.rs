//! Prints the JSON Schema of what the crate writes.
//!
//! ```sh
//! cargo run -p schema
//! ```

use chathooks::normalize::Event;
use schemars::generate::SchemaSettings;

fn main() -> serde_json::Result<()> {
    // `schema_for!` is about what can be read, and asks for less.
    let written = SchemaSettings::draft2020_12().for_serialize();
    let schema = written.into_generator().into_root_schema_for::<Event>();
    println!("{}", serde_json::to_string_pretty(&schema)?);
    Ok(())
}
