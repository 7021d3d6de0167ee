use super::{CallbackData, Media, MessageId, UserId};
use crate::wire::{Json, Number, Secret, Text, Timestamp, WaId, object};

object! {
    /// Something about a call: it comes in, ended, or has a recording. That one rings or was
    /// accepted or rejected is a [`Status`](super::Status).
    ///
    /// One sample has caller and called the wrong way round: who the customer is, tells the number
    /// of the business.
    pub struct Call {
        /// The call: `wacid.…`.
        id: Option<MessageId>,
        /// The call, under another key. Seen in code of one consumer.
        wacid: Option<MessageId>,
        /// Number that called.
        from: Option<WaId>,
        /// Business-scoped id of the customer who called.
        from_user_id: Option<UserId>,
        /// The same across linked business portfolios.
        from_parent_user_id: Option<UserId>,
        /// Number that was called.
        to: Option<WaId>,
        /// Business-scoped id of the customer who was called.
        to_user_id: Option<UserId>,
        /// The same across linked business portfolios.
        to_parent_user_id: Option<UserId>,
        /// What happened: `connect`, `terminate`, `call_created`, `call_recording_available`,
        /// `call_transcription_available`; seen as `CALL_CONNECT`.
        event: Option<Text>,
        /// When, in seconds.
        timestamp: Option<Timestamp>,
        /// Who called: `USER_INITIATED` or `BUSINESS_INITIATED`.
        direction: Option<Text>,
        /// How it ended, with `terminate`: `COMPLETED` or `FAILED`.
        status: Option<Text>,
        /// When it was answered; absent if it was not.
        start_time: Option<Timestamp>,
        /// When it ended; absent if it was not answered.
        end_time: Option<Timestamp>,
        /// How long it took, in seconds.
        duration: Option<Number>,
        /// Description of the connection, with `connect`; absent for SIP.
        session: Option<CallSession>,
        /// Description of the connection. Older.
        connection: Option<Json>,
        /// What the business gave when it called.
        biz_opaque_callback_data: Option<CallbackData>,
        /// What stood in the link by which the customer called.
        deeplink_payload: Option<Text>,
        /// Payload of the button by which the customer called.
        cta_payload: Option<Text>,
        /// The recording, whose URL is good for five minutes.
        call_recording: Option<Box<CallFile>>,
        /// The transcript, a file.
        call_transcript: Option<Box<CallFile>>,
    }
}

object! {
    /// A file about a call.
    pub struct CallFile {
        /// Which of the two it is: `audio`.
        "type" as kind: Option<Text>,
        /// The recording.
        audio: Option<Media>,
        /// The transcript, as JSON.
        document: Option<Media>,
    }
}

object! {
    /// How to connect to a caller, which nobody else should know.
    pub struct CallSession {
        /// `offer` or `answer`.
        sdp_type: Option<Text>,
        /// Description of the connection (SDP, RFC 8866).
        sdp: Option<Secret>,
    }
}
