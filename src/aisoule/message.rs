use crate::wire::open_enum;

open_enum! {
    /// What a message consists of. Help and docs show `text` only; what can be sent through the API
    /// is [`Text`](Self::Text) to [`Interactive`](Self::Interactive).
    pub enum MessageType {
        /// Text.
        Text = "text",
        /// A message template.
        Template = "template",
        /// An image.
        Image = "image",
        /// A video.
        Video = "video",
        /// A file of another kind.
        Document = "document",
        /// Sound or a voice message.
        Audio = "audio",
        /// Buttons or a list, or the choice made from one.
        Interactive = "interactive",
        /// Observed: engine. A form, WhatsApp's *Flow*.
        Flow = "flow",
        /// Observed: engine. An emoji as the answer to a message.
        Reaction = "reaction",
        /// Observed: engine. A place.
        Location = "location",
        /// Observed: engine. Contact cards.
        Contact = "contact",
        /// Observed: engine. A call.
        Call = "call",
        /// Observed: later versions of the engine. A button was pressed.
        ButtonReply = "button_reply",
        /// Observed: later versions of the engine. A form was filled in; its answers are not sent.
        NfmReply = "nfm_reply",
    }
}

open_enum! {
    /// Which way a message goes.
    pub enum Direction {
        /// From the customer.
        Incoming = "incoming",
        /// To the customer.
        Outgoing = "outgoing",
    }
}

open_enum! {
    /// How far a message has come.
    pub enum MessageStatus {
        /// Observed. It waits to be sent.
        Pending = "pending",
        /// WhatsApp has it.
        Sent = "sent",
        /// It reached the customer's phone.
        Delivered = "delivered",
        /// The customer opened it.
        Read = "read",
        /// It could not be delivered.
        Failed = "failed",
        /// Observed. It came from the customer.
        Received = "received",
    }
}
