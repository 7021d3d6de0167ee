use crate::wire::{Number, Phone, Text, object};

object! {
    /// A location, as JSON in the text of a message of the type `location`. Observed in the engine.
    pub struct Place {
        /// The latitude in degrees, positive to the north.
        latitude: Number,
        /// The longitude in degrees, positive to the east.
        longitude: Number,
        /// The name of the location; absent if it has none.
        name: Option<Text>,
        /// The address of the location; absent if it has none.
        address: Option<Text>,
    }
}

object! {
    /// A shared contact, one of the JSON array in the text of a message of the type `contacts`.
    /// Observed in the engine.
    pub struct Card {
        /// The contact's full name; empty if there is none.
        name: Option<Text>,
        /// The contact's phone numbers as written on the card; absent if there are none.
        phones: Option<Vec<Phone>>,
    }
}
