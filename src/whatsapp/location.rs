use crate::wire::{Number, Text, object};

object! {
    /// A place that a customer shared.
    pub struct Location {
        /// Degrees north. Observed as integer, and in quotes.
        latitude: Option<Number>,
        /// Degrees east. Observed as integer, and in quotes.
        longitude: Option<Number>,
        /// Name of the place; absent for a pin, although Meta's OpenAPI file requires it.
        name: Option<Text>,
        /// Address of the place; absent as the name is.
        address: Option<Text>,
        /// Website of the place.
        url: Option<Text>,
    }
}
