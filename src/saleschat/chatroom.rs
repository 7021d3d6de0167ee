use super::ChatroomId;
use crate::wire::{RawId, Timestamp, object, open_enum};

object! {
    /// The payload of `CHATROOM_CREATED`: the new chatroom.
    pub struct Chatroom {
        /// The ID of the new chatroom; a contact may have several chatrooms.
        "chatroom_id" as id: Option<ChatroomId>,
        /// The API caller's own reference, if the chatroom was created through the API with one.
        external_ref_id: Option<RawId>,
        /// Whether the chatroom is with a contact or an affiliate.
        "chatroom_type" as kind: Option<ChatroomType>,
        /// Whether the other side sent the first message.
        is_inbound: Option<bool>,
    }
}

object! {
    /// The payload of `CHATROOM_ACTIVATED`, `CHATROOM_DEACTIVATED` and `CHATROOM_EXPIRED`. Only the
    /// event type states the status.
    pub struct ChatroomStatus {
        /// The ID of the chatroom of which the status was changed.
        chatroom_id: Option<ChatroomId>,
        /// Whether the chatroom is with a contact or an affiliate.
        "chatroom_type" as kind: Option<ChatroomType>,
        /// The time at which the status was changed; its format is not documented.
        status_update_ts: Option<Timestamp>,
    }
}

open_enum! {
    /// The type of person that a chatroom is with.
    pub enum ChatroomType {
        /// A contact, which is a lead or a customer.
        "CONTACT" as Contact,
        /// An affiliate, who need not be a customer.
        "AFFILIATE" as Affiliate,
    }
}
