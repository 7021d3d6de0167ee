use super::{ChatroomId, MediaId, OrgId, RemotePhoneId, RemoteWabaId};
use crate::wire::{Phone, Text, object, open_enum};

object! {
    /// The payload of `MEDIA_FILE` and `MEDIA_FILE_WITH_CLASSIFICATION`: a file that a customer
    /// sent.
    pub struct Media {
        /// The customer's phone number, in E.164 form with a plus.
        phone_number: Option<Phone>,
        /// The file's name.
        file_name: Option<Text>,
        /// The file's MIME type.
        mime_type: Option<Text>,
        /// Meta's ID of the business phone number that the file was sent to.
        remote_phone_id: Option<RemotePhoneId>,
        /// Meta's ID of the WhatsApp business account of that phone number.
        remote_waba_id: Option<RemoteWabaId>,
        /// The ID of the chatroom in which the file was sent.
        chatroom_id: Option<ChatroomId>,
        /// The ID of the organization that received the file.
        org_id: Option<OrgId>,
        /// The file's ID. There is no URL; the content is downloaded by an API call.
        "media_id" as id: Option<MediaId>,
        /// The classification of the file; absent in `MEDIA_FILE`.
        classification: Option<Classification>,
    }
}

object! {
    /// The labels for what a file shows, as suggested by a classifier and as corrected by a user.
    pub struct Classification {
        /// The labels that the classifier suggested.
        suggested_labels: Option<Vec<Text>>,
        /// Whether the user accepted the suggested labels.
        "suggested_labels_status" as status: Option<LabelStatus>,
        /// The labels that the user entered instead.
        user_input_labels: Option<Vec<Text>>,
    }
}

open_enum! {
    /// Whether a user accepted the suggested labels of a file.
    pub enum LabelStatus {
        /// The user accepted the labels.
        "ACCEPTED" as Accepted,
        /// The user rejected the labels.
        "REJECTED" as Rejected,
    }
}
