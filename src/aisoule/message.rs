use crate::wire::open_enum;

open_enum! {
    /// What a message consists of. Help and docs show `text` only; what can be sent through the API
    /// is [`Text`](Self::Text) to [`Interactive`](Self::Interactive).
    pub enum MessageType {
        /// Text.
        "text" as Text,
        /// A message template.
        "template" as Template,
        /// An image.
        "image" as Image,
        /// A video.
        "video" as Video,
        /// A file of another kind.
        "document" as Document,
        /// Sound or a voice message.
        "audio" as Audio,
        /// Buttons or a list that the business sent, or the choice that the customer made.
        "interactive" as Interactive,
        /// Observed: engine. A form, WhatsApp's *Flow*.
        "flow" as Flow,
        /// Observed: engine. An emoji as the answer to a message.
        "reaction" as Reaction,
        /// Observed: engine. A place.
        "location" as Location,
        /// Observed: later versions of the engine. A small picture from a set.
        "sticker" as Sticker,
        /// Observed: engine, which lists it and sends [`Contacts`](Self::Contacts).
        "contact" as Contact,
        /// Observed: engine. Contact cards.
        "contacts" as Contacts,
        /// Observed: engine. A call.
        "call" as Call,
        /// Observed: later versions of the engine. A button was pressed.
        "button_reply" as ButtonReply,
        /// Observed: later versions of the engine. A form was filled in; its answers are not sent.
        "nfm_reply" as NfmReply,
    }
}

open_enum! {
    /// Which way a message goes.
    pub enum Direction {
        /// From the customer.
        "incoming" as Incoming,
        /// To the customer.
        "outgoing" as Outgoing,
    }
}

open_enum! {
    /// How far a message has come.
    pub enum MessageStatus {
        /// Observed. It waits to be sent.
        "pending" as Pending,
        /// WhatsApp has it.
        "sent" as Sent,
        /// It reached the customer's phone.
        "delivered" as Delivered,
        /// The customer opened it.
        "read" as Read,
        /// It could not be delivered.
        "failed" as Failed,
        /// Observed. It came from the customer.
        "received" as Received,
    }
}
