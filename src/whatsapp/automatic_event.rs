use super::{ClickId, MessageId};
use crate::wire::{Number, Text, Timestamp, object};

object! {
    /// A purchase or a lead that Meta detected in a chat that began with an ad.
    pub struct AutomaticEvent {
        /// The ID of the message in which the event was detected.
        id: Option<MessageId>,
        /// The name of the event: `LeadSubmitted` or `Purchase`. Observed in lowercase in test
        /// deliveries from the dashboard.
        event_name: Option<Text>,
        /// When the event was detected, as Unix time in seconds.
        timestamp: Option<Timestamp>,
        /// The ID of the click on the ad. Absent for ads placed in WhatsApp Status.
        ctwa_clid: Option<ClickId>,
        /// The amount that was paid; present only for a purchase.
        custom_data: Option<CustomData>,
    }
}

object! {
    /// The price of a purchase and its currency.
    pub struct CustomData {
        /// The currency of the price, as a three-letter ISO 4217 code.
        currency: Option<Text>,
        /// The price multiplied by 1,000.
        value: Option<Number>,
    }
}
