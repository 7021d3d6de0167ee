use crate::wire::{Number, Phone, Text, object};

object! {
    /// What is in the text of a message of type `location`, as JSON. Observed: engine.
    pub struct Place {
        /// Degrees north.
        latitude: Number,
        /// Degrees east.
        longitude: Number,
        /// Name of the place; absent if it has none.
        name: Option<Text>,
        /// Address of the place; absent if it has none.
        address: Option<Text>,
    }
}

object! {
    /// One of those in the text of a message of type `contacts`, as a JSON array. Observed: engine.
    pub struct Card {
        /// Name in full; empty if it has none.
        name: Option<Text>,
        /// Phone numbers as they stand on the card; absent if it has none.
        phones: Option<Vec<Phone>>,
    }
}
