use crate::wire::open_enum;

open_enum! {
    /// The type of a message.
    ///
    /// The help and docs dialects show `text` only; [`Text`](Self::Text) to
    /// [`Interactive`](Self::Interactive) can be sent through the API.
    pub enum MessageType {
        /// A text message.
        "text" as Text,
        /// A message template. In the engine dialect, one with a header file has the file as well.
        "template" as Template,
        /// An image message.
        "image" as Image,
        /// A video message.
        "video" as Video,
        /// A file of any other type.
        "document" as Document,
        /// An audio file or a voice message.
        "audio" as Audio,
        /// Buttons or a list that the business sent, or the choice that the customer made.
        "interactive" as Interactive,
        /// A form, which WhatsApp calls a *Flow*. Observed in the engine.
        "flow" as Flow,
        /// A reaction to a message with an emoji. Observed in the engine.
        "reaction" as Reaction,
        /// A location that was shared. Observed in the engine.
        "location" as Location,
        /// A sticker message. Observed in later versions of the engine.
        "sticker" as Sticker,
        /// A shared contact. Observed in the engine, which lists it but sends
        /// [`Contacts`](Self::Contacts).
        "contact" as Contact,
        /// Shared contacts. Observed in the engine.
        "contacts" as Contacts,
        /// A call. Observed in the engine.
        "call" as Call,
        /// The customer pressed a button, or picked a row of a list; its title is sent, but not its
        /// ID. Observed in later versions of the engine.
        "button_reply" as ButtonReply,
        /// The customer filled in a form; its answers are not sent. Observed in later versions of
        /// the engine.
        "nfm_reply" as NfmReply,
    }
}

open_enum! {
    /// The direction of a message. Observed in the engine.
    pub enum Direction {
        /// From the customer to the business.
        "incoming" as Incoming,
        /// From the business to the customer.
        "outgoing" as Outgoing,
    }
}

open_enum! {
    /// The delivery status of a message.
    pub enum MessageStatus {
        /// The message is waiting to be sent. Observed, not documented.
        "pending" as Pending,
        /// The message was accepted by WhatsApp.
        "sent" as Sent,
        /// The message was delivered to the customer's phone.
        "delivered" as Delivered,
        /// The customer has read the message.
        "read" as Read,
        /// The message could not be delivered.
        "failed" as Failed,
        /// The message was received from the customer. Observed, not documented.
        "received" as Received,
    }
}
