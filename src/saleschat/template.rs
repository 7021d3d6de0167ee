use super::{ChatroomId, ErrorCode, RemotePhoneId, RemoteTemplateId, RemoteWabaId, RequestId};
use crate::wire::{Text, object, open_enum};

object! {
    /// Payload of `SEND_TEMPLATE_MESSAGE_STATUS`. Silence is a status too: nothing tells of sent,
    /// read, or a failure that is tried again.
    pub struct TemplateMessageStatus {
        /// What the send call answered with; the only id of the message.
        request_id: Option<RequestId>,
        /// The chatroom that the message went to.
        chatroom_id: Option<ChatroomId>,
        /// The business number it was sent from.
        remote_phone_id: Option<RemotePhoneId>,
        /// The WhatsApp business account of that number.
        remote_waba_id: Option<RemoteWabaId>,
        /// The template.
        remote_template_id: Option<RemoteTemplateId>,
        /// What became of the message.
        status: Option<TemplateStatus>,
        /// Why it failed; presumably absent, empty, `0` or `null` when it did not.
        err_code: Option<ErrorCode>,
        /// Why it failed, in words; presumably absent or empty when it did not.
        err_reason: Option<Text>,
    }
}

open_enum! {
    /// What became of a template message.
    pub enum TemplateStatus {
        /// It reached the phone.
        "DELIVERED" as Delivered,
        /// It failed and will not be tried again.
        "PERMANENTLY_FAILED" as PermanentlyFailed,
    }
}
