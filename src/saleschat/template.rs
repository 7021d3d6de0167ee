use super::{ChatroomId, ErrorCode, RemotePhoneId, RemoteTemplateId, RemoteWabaId, RequestId};
use crate::wire::{Text, object, open_enum};

object! {
    /// The payload of `SEND_TEMPLATE_MESSAGE_STATUS`: the outcome of a template message sent
    /// through the API.
    ///
    /// No event reports that a message was sent or read, or that it failed and will be retried, so
    /// the absence of an event is a status, too.
    pub struct TemplateMessageStatus {
        /// The ID that the send call responded with, which is the only ID of the message.
        request_id: Option<RequestId>,
        /// The ID of the chatroom that the message was sent to.
        chatroom_id: Option<ChatroomId>,
        /// Meta's ID of the business phone number that the message was sent from.
        remote_phone_id: Option<RemotePhoneId>,
        /// Meta's ID of the WhatsApp business account of that phone number.
        remote_waba_id: Option<RemoteWabaId>,
        /// Meta's ID of the template that the message was made from.
        remote_template_id: Option<RemoteTemplateId>,
        /// The outcome of the message: delivered, or permanently failed.
        status: Option<TemplateStatus>,
        /// The code of the error; presumably absent, empty, `0` or `null` if the message was
        /// delivered.
        err_code: Option<ErrorCode>,
        /// The human-readable reason for the failure; presumably absent or empty if the message was
        /// delivered.
        err_reason: Option<Text>,
    }
}

open_enum! {
    /// The outcome of a template message.
    pub enum TemplateStatus {
        /// The message was delivered to the recipient's phone.
        "DELIVERED" as Delivered,
        /// The message failed and will not be retried.
        "PERMANENTLY_FAILED" as PermanentlyFailed,
    }
}
