use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_with::{serde_as, skip_serializing_none};

use super::{Address, Agent, DeliveryError, Direction, Id, Message, Text, literal::Literal};
use crate::wire::{Json, Number, open_enum};

/// A phone call between a contact and the business.
#[serde_as]
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Call {
    /// The ID given by the platform, unique within it.
    pub id: Option<Id>,
    /// The ID given by the network or the carrier, such as `wacid.…` on WhatsApp.
    pub external_id: Option<Id>,
    /// The carrier of the call, as the platform names it, such as `twilio`. Only Chatwoot sends it.
    pub carrier: Option<Cow<'static, str>>,
    /// The direction of the call: inbound if the contact called.
    pub direction: Option<Direction>,
    /// The state of the call.
    pub status: Option<CallStatus>,
    /// The phone number or account that called.
    pub from: Option<Address>,
    /// The phone number or account that was called.
    pub to: Option<Address>,
    /// The agent who answered the call. Only Chatwoot names them.
    pub agent: Option<Agent>,
    /// When the call began. On WhatsApp, that is when it was answered.
    pub started_at: Option<DateTime<Utc>>,
    /// When the call ended. On WhatsApp, absent if it was not answered.
    pub ended_at: Option<DateTime<Utc>>,
    /// The duration of the call in seconds.
    #[serde_as(as = "Option<Literal>")]
    pub duration: Option<Number>,
    /// Why the call ended, as the platform says it. Only Chatwoot sends it.
    pub end_reason: Option<Text>,
    /// The URL of the recording. It may expire, on WhatsApp after five minutes, or need
    /// credentials.
    pub recording_url: Option<Text>,
    /// The words that were spoken during the call. Only Chatwoot sends them; on WhatsApp, the
    /// transcript is a file in [`data`](Self::data).
    pub transcript: Option<Text>,
    /// The errors that occurred during the call.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<DeliveryError>,
    /// Data that the business attached to the call in order to get it back here, as sent.
    pub callback_data: Option<Text>,
    /// The message that shows the call in its conversation, where the platform creates one, as
    /// Chatwoot does. Its content is empty: what it would say is in this call.
    pub message: Option<Box<Message>>,
    /// The text that the platform shows for the call.
    pub text: Option<Text>,
    /// Further data about the call, as sent.
    pub data: Option<Json>,
}

open_enum! {
    /// The state of a [`Call`].
    pub enum CallStatus {
        /// The call is ringing.
        "ringing" as Ringing,
        /// The person who is called accepted the call.
        "accepted" as Accepted,
        /// The person who is called rejected the call.
        "rejected" as Rejected,
        /// The two sides can hear each other, or are being connected.
        "connected" as Connected,
        /// The call is over.
        "ended" as Ended,
        /// No one answered the call.
        "missed" as Missed,
        /// The call could not be made.
        "failed" as Failed,
    }
}
