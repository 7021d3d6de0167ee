use crate::wire::{Number, Text, object};

object! {
    /// A location that a customer shared.
    pub struct Location {
        /// The latitude in degrees, positive to the north. Observed as an integer and as a string
        /// as well.
        latitude: Option<Number>,
        /// The longitude in degrees, positive to the east. Observed as an integer and as a string
        /// as well.
        longitude: Option<Number>,
        /// The name of the location. Absent for a bare pin, although Meta's OpenAPI file requires
        /// it.
        name: Option<Text>,
        /// The address of the location. Absent for a bare pin, although Meta's OpenAPI file
        /// requires it.
        address: Option<Text>,
        /// The website of the location.
        url: Option<Text>,
    }
}
