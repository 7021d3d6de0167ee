use crate::wire::open_enum;

open_enum! {
    /// The type of a message.
    ///
    /// The help and docs dialects show `text` only; [`Text`](Self::Text) to
    /// [`Interactive`](Self::Interactive) can be sent through the API.
    pub enum MessageType {
        /// Text.
        "text" as Text,
        /// A message template. In the engine dialect, one with a header file has the file as well.
        "template" as Template,
        /// An image.
        "image" as Image,
        /// A video.
        "video" as Video,
        /// A file of any other type.
        "document" as Document,
        /// An audio file or a voice message.
        "audio" as Audio,
        /// Buttons or a list that the business sent, or the choice that the customer made.
        "interactive" as Interactive,
        /// A form, which WhatsApp calls a *Flow*. Observed: engine.
        "flow" as Flow,
        /// A reaction to a message with an emoji. Observed: the engine lists it.
        "reaction" as Reaction,
        /// A location. Observed: engine.
        "location" as Location,
        /// A sticker. Observed: later versions of the engine.
        "sticker" as Sticker,
        /// A shared contact. Observed: the engine lists it, but sends [`Contacts`](Self::Contacts).
        "contact" as Contact,
        /// Shared contacts. Observed: engine.
        "contacts" as Contacts,
        /// A call. Observed: engine.
        "call" as Call,
        /// The customer pressed a button, or picked a row of a list; its title is sent, but not its
        /// id. Observed: later versions of the engine.
        "button_reply" as ButtonReply,
        /// The customer filled in a form; its answers are not sent. Observed: later versions of the
        /// engine.
        "nfm_reply" as NfmReply,
    }
}

open_enum! {
    /// The direction of a message.
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
        /// The message is waiting to be sent. Observed.
        "pending" as Pending,
        /// The message was accepted by WhatsApp.
        "sent" as Sent,
        /// The message was delivered to the customer's phone.
        "delivered" as Delivered,
        /// The customer has read the message.
        "read" as Read,
        /// The message could not be delivered.
        "failed" as Failed,
        /// The message was received from the customer. Observed.
        "received" as Received,
    }
}
