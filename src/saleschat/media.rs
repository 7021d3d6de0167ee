use super::{ChatroomId, MediaId, OrgId, RemotePhoneId, RemoteWabaId};
use crate::wire::{Phone, Text, object, open_enum};

object! {
    /// Payload of `MEDIA_FILE` and `MEDIA_FILE_WITH_CLASSIFICATION`: a file that a customer sent.
    pub struct Media {
        /// Number of the customer, in E.164 form.
        phone_number: Option<Phone>,
        /// Name of the file.
        file_name: Option<Text>,
        /// MIME type of the file.
        mime_type: Option<Text>,
        /// The business number it was sent to.
        remote_phone_id: Option<RemotePhoneId>,
        /// The WhatsApp business account of that number.
        remote_waba_id: Option<RemoteWabaId>,
        /// The chatroom it was sent in.
        chatroom_id: Option<ChatroomId>,
        /// The organization.
        org_id: Option<OrgId>,
        /// The file. There is no URL; the content takes a call of the API.
        "media_id" as id: Option<MediaId>,
        /// What the file shows; absent in `MEDIA_FILE`.
        classification: Option<Classification>,
    }
}

object! {
    /// What a file shows.
    pub struct Classification {
        /// Labels that the classifier proposed.
        suggested_labels: Option<Vec<Text>>,
        /// What the user thought of them.
        "suggested_labels_status" as status: Option<LabelStatus>,
        /// Labels that the user gave instead.
        user_input_labels: Option<Vec<Text>>,
    }
}

open_enum! {
    /// What a user thought of the proposed labels.
    pub enum LabelStatus {
        /// They are right.
        "ACCEPTED" as Accepted,
        /// They are wrong.
        "REJECTED" as Rejected,
    }
}
