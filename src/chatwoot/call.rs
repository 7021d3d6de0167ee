use super::{CallId, ProviderCallId, UserId};
use crate::wire::{Number, Phone, RawId, Text, Timestamp, object, open_enum};

object! {
    /// A phone call, which a message of the content type `voice_call` represents.
    ///
    /// Observed since 4.14, in the enterprise edition.
    pub struct Call {
        /// The call's ID in Chatwoot, unique within the installation.
        id: Option<CallId>,
        /// The call's ID at the telephony provider, such as Twilio.
        provider_call_id: Option<ProviderCallId>,
        /// The telephony provider that carries the call.
        provider: Option<CallProvider>,
        /// Whether the customer or the agent called.
        direction: Option<CallDirection>,
        /// The current state of the call, such as ringing or completed.
        status: Option<CallStatus>,
        /// The duration of the call in seconds; absent until it has ended.
        duration_seconds: Option<Number>,
        /// The reason why the call ended; absent until it has ended, and if no reason was given.
        end_reason: Option<Text>,
        /// The ID of the Twilio conference that the call was joined to; absent for other providers.
        conference_sid: Option<RawId>,
        /// The ID of the agent who accepted the call; absent if none did.
        accepted_by_agent_id: Option<UserId>,
        /// The name of the agent who accepted the call; absent if none did.
        accepted_by_agent_name: Option<Text>,
        /// The time at which the call started, in epoch seconds; absent if it never did.
        started_at: Option<Timestamp>,
        /// The time at which the call ended, in epoch seconds; absent until then.
        ended_at: Option<Timestamp>,
        /// The phone number of the caller; may be absent.
        from_number: Option<Phone>,
        /// The phone number that was called; may be absent.
        to_number: Option<Phone>,
        /// The URL of the recording; absent if there is none.
        recording_url: Option<Text>,
        /// The transcript of what was said; absent if the call was not transcribed.
        transcript: Option<Text>,
    }
}

open_enum! {
    /// A telephony provider that carries calls.
    pub enum CallProvider {
        /// Twilio carries the call.
        "twilio" as Twilio,
        /// WhatsApp carries the call.
        "whatsapp" as Whatsapp,
    }
}

open_enum! {
    /// The direction of a call.
    ///
    /// Chatwoot has two pairs of values: one in [`Call`], the other in the attributes of messages
    /// and conversations.
    pub enum CallDirection {
        /// The customer called the business; the value in [`Call`].
        "incoming" as Incoming,
        /// An agent called the customer; the value in [`Call`].
        "outgoing" as Outgoing,
        /// The customer called the business; the value in attributes of messages and conversations.
        "inbound" as Inbound,
        /// An agent called the customer; the value in attributes of messages and conversations.
        "outbound" as Outbound,
    }
}

open_enum! {
    /// The state of a call. Values of two words have a hyphen, such as `in-progress`.
    pub enum CallStatus {
        /// The phone is ringing.
        "ringing" as Ringing,
        /// The call was accepted and is in progress.
        "in-progress" as InProgress,
        /// The call has ended after a conversation.
        "completed" as Completed,
        /// The call was not answered.
        "no-answer" as NoAnswer,
        /// The call could not be established.
        "failed" as Failed,
    }
}
