use super::ChatroomId;
use crate::wire::{Id, Timestamp, object, open_enum};

object! {
    /// Payload of `CHATROOM_CREATED`.
    pub struct Chatroom {
        /// The chatroom.
        "chatroom_id" as id: Option<ChatroomId>,
        /// The caller's own reference, if the chatroom was made through the API with one.
        external_ref_id: Option<Id>,
        /// Whom the chatroom is with.
        "chatroom_type" as kind: Option<ChatroomType>,
        /// Whether the other side wrote first.
        is_inbound: Option<bool>,
    }
}

object! {
    /// Payload of `CHATROOM_ACTIVATED`, `CHATROOM_DEACTIVATED` and `CHATROOM_EXPIRED`; the status is
    /// in the name of the event alone.
    pub struct ChatroomStatus {
        /// The chatroom.
        chatroom_id: Option<ChatroomId>,
        /// Whom the chatroom is with.
        "chatroom_type" as kind: Option<ChatroomType>,
        /// When the status changed; the page does not say in which format.
        status_update_ts: Option<Timestamp>,
    }
}

open_enum! {
    /// Whom a chatroom is with.
    pub enum ChatroomType {
        /// A contact, which is a lead or customer.
        "CONTACT" as Contact,
        /// An affiliate, who need not be a customer.
        "AFFILIATE" as Affiliate,
    }
}
