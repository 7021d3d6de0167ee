use crate::wire::{Number, object};

object! {
    /// A place that a customer shared.
    pub struct Location {
        /// Degrees north. Observed as integer, and in quotes.
        latitude: Option<Number>,
        /// Degrees east. Observed as integer, and in quotes.
        longitude: Option<Number>,
        /// Name of the place; absent for a pin, although Meta's OpenAPI file requires it.
        name: Option<String>,
        /// Address of the place; absent as the name is.
        address: Option<String>,
        /// Website of the place.
        url: Option<String>,
    }
}
