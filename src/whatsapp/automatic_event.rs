use super::{ClickId, MessageId};
use crate::wire::{Number, Text, Timestamp, object};

object! {
    /// What Meta's model noticed in a chat that began with an ad: a purchase, a lead.
    pub struct AutomaticEvent {
        /// The message in which it was noticed.
        id: Option<MessageId>,
        /// What it is: `LeadSubmitted` or `Purchase`; seen in small letters in tests of the
        /// dashboard.
        event_name: Option<Text>,
        /// When, in seconds.
        timestamp: Option<Timestamp>,
        /// The click on the ad; absent for ads that are placed in WhatsApp Status.
        ctwa_clid: Option<ClickId>,
        /// What was paid; only with a purchase.
        custom_data: Option<CustomData>,
    }
}

object! {
    /// What was paid.
    pub struct CustomData {
        /// Currency, by its three letters (ISO 4217).
        currency: Option<Text>,
        /// The price times 1,000.
        value: Option<Number>,
    }
}
