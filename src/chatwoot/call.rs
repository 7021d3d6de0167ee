use super::{CallId, ProviderCallId, UserId};
use crate::wire::{Id, Number, Phone, Text, Timestamp, object, open_enum};

object! {
    /// A phone call that a message stands for, of the content type `voice_call`.
    ///
    /// Observed since 4.14, in the enterprise edition.
    pub struct Call {
        /// The call.
        id: Option<CallId>,
        /// Id of the call at the provider.
        provider_call_id: Option<ProviderCallId>,
        /// Who carried it.
        provider: Option<CallProvider>,
        /// Who called whom.
        direction: Option<CallDirection>,
        /// How far it came.
        status: Option<CallStatus>,
        /// How long it took, in seconds; absent until it has ended.
        duration_seconds: Option<Number>,
        /// Why it ended; absent until it has, or when nobody said.
        end_reason: Option<Text>,
        /// Twilio's conference that the call was joined to; absent for other providers.
        conference_sid: Option<Id>,
        /// The agent who took it; absent when nobody did.
        accepted_by_agent_id: Option<UserId>,
        /// Name of that agent.
        accepted_by_agent_name: Option<Text>,
        /// When it began. Epoch seconds; absent when it never did.
        started_at: Option<Timestamp>,
        /// When it ended. Epoch seconds; absent until then.
        ended_at: Option<Timestamp>,
        /// Number of the caller; may be absent.
        from_number: Option<Phone>,
        /// Number that was called; may be absent.
        to_number: Option<Phone>,
        /// Where the recording lies; absent when there is none.
        recording_url: Option<Text>,
        /// What was said; absent when it was not written down.
        transcript: Option<Text>,
    }
}

open_enum! {
    /// Who carries a call.
    pub enum CallProvider {
        /// Twilio.
        "twilio" as Twilio,
        /// WhatsApp.
        "whatsapp" as Whatsapp,
    }
}

open_enum! {
    /// Who called whom. There are two pairs of texts, one in [`Call`] and one in the attributes.
    pub enum CallDirection {
        /// The customer called, in [`Call`].
        "incoming" as Incoming,
        /// The agent called, in [`Call`].
        "outgoing" as Outgoing,
        /// The customer called, in the attributes of messages and conversations.
        "inbound" as Inbound,
        /// The agent called, in the attributes of messages and conversations.
        "outbound" as Outbound,
    }
}

open_enum! {
    /// How far a call came.
    pub enum CallStatus {
        /// It rings.
        "ringing" as Ringing,
        /// People talk.
        "in-progress" as InProgress,
        /// They have talked.
        "completed" as Completed,
        /// Nobody took it.
        "no-answer" as NoAnswer,
        /// It could not be made.
        "failed" as Failed,
    }
}
