use super::{CallbackData, Media, MessageId, UserId};
use crate::wire::{Json, Number, Secret, Text, Timestamp, WaId, object};

object! {
    /// An event about a call: it is coming in, it ended, or its recording is available. Whether a
    /// call is ringing or was accepted or rejected is reported as a [`Status`](super::Status).
    ///
    /// One of Meta's samples swaps the caller and the called party. Compare both numbers with the
    /// business phone number to find the customer.
    ///
    /// A call from a customer, answered or not, opens the 24-hour window for messages, as does an
    /// accepted call from the business. This is known from a library modeled on Meta's pages.
    pub struct Call {
        /// The ID of the call: `wacid.` followed by an opaque string.
        id: Option<MessageId>,
        /// The ID of the call under another key, read by the code of one consumer.
        wacid: Option<MessageId>,
        /// The phone number of the caller. Absent if it is a customer who hides it.
        from: Option<WaId>,
        /// The business-scoped ID of the customer who called, such as `US.1349…`; since 2026.
        from_user_id: Option<UserId>,
        /// The ID, across linked business portfolios, of the customer who called. Present only
        /// where portfolios are linked.
        from_parent_user_id: Option<UserId>,
        /// The phone number that was called. Absent if it is that of a customer who hides it.
        to: Option<WaId>,
        /// The business-scoped ID of the customer who was called, such as `US.1349…`; since 2026.
        to_user_id: Option<UserId>,
        /// The ID, across linked business portfolios, of the customer who was called. Present only
        /// where portfolios are linked.
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
        /// The duration of an answered call, in seconds.
        duration: Option<Number>,
        /// The session description for establishing the connection, sent with `connect`. Absent for
        /// SIP.
        session: Option<CallSession>,
        /// The description of the connection, in the form of an older sample.
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
    /// The recording or the transcript of a call, as a downloadable file.
    pub struct CallFile {
        /// The type of the file. The only value documented is `audio`, for a recording.
        "type" as kind: Option<Text>,
        /// The audio file of a recording. Absent for a transcript.
        audio: Option<Media>,
        /// The file of a transcript, with the MIME type `application/json`. Absent for a recording.
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
