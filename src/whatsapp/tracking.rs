use super::ClickId;
use crate::wire::{Text, Timestamp, object};

object! {
    /// A customer's action on a link. Known from the code of one consumer.
    pub struct TrackingEvent {
        /// The name of the event. No list of values is known.
        event_name: Option<Text>,
        /// When the event happened, as Unix time in seconds.
        timestamp: Option<Timestamp>,
        /// The click that the event is about.
        tracking_data: Option<TrackingData>,
    }
}

object! {
    /// A click on a link. Known from the code of one consumer.
    pub struct TrackingData {
        /// The ID of the click, which is also added to the URL that is opened.
        click_id: Option<ClickId>,
        /// The token that Meta generated for the link.
        tracking_token: Option<Text>,
    }
}
