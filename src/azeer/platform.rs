use crate::wire::open_enum;

open_enum! {
    /// A network that messages are exchanged through. Azeer's inbox shows further ones, whose
    /// values are not known.
    pub enum Platform {
        /// The WhatsApp network.
        "whatsapp" as WhatsApp,
    }
}

open_enum! {
    /// What an event is about, coarser than its event type.
    pub enum EventCategory {
        /// The event is about a message.
        "message" as Message,
        /// The event is about a contact.
        "contact" as Contact,
    }
}
