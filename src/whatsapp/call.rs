use super::{CallbackData, Media, MessageId, UserId};
use crate::wire::{Json, Number, Secret, Text, Timestamp, WaId, object};

object! {
    /// An event about a call: it is coming in, it ended, or its recording is available. Whether a
    /// call is ringing or was accepted or rejected is reported as a [`Status`](super::Status).
    ///
    /// One of Meta's samples swaps the caller and the called party. Compare both numbers with the
    /// business phone number to find the customer.
    pub struct Call {
        /// The ID of the call, which begins with `wacid.`.
        id: Option<MessageId>,
        /// The ID of the call under another key, read by the code of one consumer.
        wacid: Option<MessageId>,
        /// The phone number of the caller.
        from: Option<WaId>,
        /// The business-scoped ID of the customer who called.
        from_user_id: Option<UserId>,
        /// The ID, across linked business portfolios, of the customer who called.
        from_parent_user_id: Option<UserId>,
        /// The phone number that was called.
        to: Option<WaId>,
        /// The business-scoped ID of the customer who was called.
        to_user_id: Option<UserId>,
        /// The ID, across linked business portfolios, of the customer who was called.
        to_parent_user_id: Option<UserId>,
        /// The event that is reported: `connect`, `terminate`, `call_created`,
        /// `call_recording_available` or `call_transcription_available`. Observed as
        /// `CALL_CONNECT`, too.
        event: Option<Text>,
        /// When the event happened, as Unix time in seconds.
        timestamp: Option<Timestamp>,
        /// Who started the call: `USER_INITIATED` or `BUSINESS_INITIATED`. Observed once as
        /// `outbound`.
        direction: Option<Text>,
        /// How the call ended, `COMPLETED` or `FAILED`; sent with `terminate`. Also observed as
        /// `Completed` and `Failed`.
        status: Option<Text>,
        /// When the call was answered, as Unix time in seconds. Absent if it was not answered.
        start_time: Option<Timestamp>,
        /// When an answered call ended, as Unix time in seconds. Absent if it was not answered.
        end_time: Option<Timestamp>,
        /// The duration of the call in seconds.
        duration: Option<Number>,
        /// The session description for establishing the connection, sent with `connect`. Absent for
        /// SIP.
        session: Option<CallSession>,
        /// The session description in an older sample.
        connection: Option<Json>,
        /// The custom data that the business attached when it placed the call.
        biz_opaque_callback_data: Option<CallbackData>,
        /// The payload of the link that the customer used to call.
        deeplink_payload: Option<Text>,
        /// The payload of the button that the customer pressed to call.
        cta_payload: Option<Text>,
        /// The recording of the call. Its URL expires after five minutes, its ID after seven days.
        call_recording: Option<Box<CallFile>>,
        /// The transcript of the call, as a JSON file.
        call_transcript: Option<Box<CallFile>>,
    }
}

object! {
    /// The recording or the transcript of a call.
    pub struct CallFile {
        /// The type of the file. The only value documented is `audio`, for a recording.
        "type" as kind: Option<Text>,
        /// The audio file of a recording.
        audio: Option<Media>,
        /// The JSON file of a transcript.
        document: Option<Media>,
    }
}

object! {
    /// The session description of a call, which has to be kept confidential.
    pub struct CallSession {
        /// The role of the session description: `offer` or `answer`.
        sdp_type: Option<Text>,
        /// The session description in the format of SDP (RFC 8866).
        sdp: Option<Secret>,
    }
}
