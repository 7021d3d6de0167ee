use crate::wire::open_enum;

open_enum! {
    /// A network that messages come through. Azeer's inbox shows more of them, whose texts are not
    /// known.
    pub enum Platform {
        /// WhatsApp.
        "whatsapp" as WhatsApp,
    }
}

open_enum! {
    /// What an event is about, coarser than its name.
    pub enum Kind {
        /// A message.
        "message" as Message,
        /// A contact.
        "contact" as Contact,
    }
}
