use crate::wire::open_enum;

open_enum! {
    /// A network that messages come through. Azeer's inbox shows more of them, whose texts are not
    /// known.
    pub enum Platform {
        /// WhatsApp.
        WhatsApp = "whatsapp",
    }
}

open_enum! {
    /// What an event is about, coarser than its name.
    pub enum Kind {
        /// A message.
        Message = "message",
        /// A contact.
        Contact = "contact",
    }
}
