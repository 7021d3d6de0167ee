use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_with::{serde_as, skip_serializing_none};

use super::{Address, Agent, DeliveryError, Direction, Id, Message, Text, exact::Exact};
use crate::wire::{Json, Number, open_enum};

/// A phone call.
#[serde_as]
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = super::tidy))]
#[serde(default)]
#[non_exhaustive]
pub struct Call {
    /// Id that the platform gave; unique within it.
    pub id: Option<Id>,
    /// Id that the network gave, such as a `wacid.…`.
    pub external_id: Option<Id>,
    /// Who carries it, in the platform's word, such as `twilio`.
    pub carrier: Option<Cow<'static, str>>,
    /// Who called: inbound if the contact did.
    pub direction: Option<Direction>,
    /// How far it has come.
    pub status: Option<CallStatus>,
    /// The number or account that called.
    pub from: Option<Address>,
    /// The number or account that was called.
    pub to: Option<Address>,
    /// Who took it for the business.
    pub agent: Option<Agent>,
    /// When it began.
    pub started_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// How long it took, in seconds.
    #[serde_as(as = "Option<Exact>")]
    pub duration: Option<Number>,
    /// Why it ended, in the platform's word.
    pub end_reason: Option<Text>,
    /// Where the recording is; it may expire or need credentials.
    pub recording_url: Option<Text>,
    /// Words that were spoken in it.
    pub transcript: Option<Text>,
    /// What went wrong.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<DeliveryError>,
    /// What the business gave with the call to get back here, as it was sent.
    pub callback_data: Option<Text>,
    /// The message that shows the call in its conversation, where the platform makes one, as Chatwoot
    /// does. Its content is empty: what it says is in the call.
    pub message: Option<Box<Message>>,
    /// Text that the platform shows for it.
    pub text: Option<Text>,
    /// What the platform says besides, as it came.
    pub data: Option<Json>,
}

open_enum! {
    /// How far a call has come.
    pub enum CallStatus {
        /// It rings.
        "ringing" as Ringing,
        /// The one who was called wants to take it.
        "accepted" as Accepted,
        /// The one who was called does not want to take it.
        "rejected" as Rejected,
        /// The two can hear each other, or are being connected.
        "connected" as Connected,
        /// It is over.
        "ended" as Ended,
        /// Nobody took it.
        "missed" as Missed,
        /// It could not be made.
        "failed" as Failed,
    }
}
